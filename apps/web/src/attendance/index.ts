/** Rosters and roll calls on the pages. */
export { CheckInPage } from './CheckInPage.tsx';
export { RollCallAsked } from './ClerkRollCall.tsx';
export { RollCallPanel } from './ClerkRollCall.tsx';
export { ProvincePanel } from './ClerkProvince.tsx';
export { RosterPanel } from './RosterPanel.tsx';
export { rollCallWords } from './site-words.ts';
export { useRoster } from './use-roster.ts';
export { useRosterState } from './use-roster.ts';
export { DeskRollCall } from './DeskRollCall.tsx';
export { DeskSummary } from './DeskSummary.tsx';
export { wholeOf } from './desk-numbers.ts';
