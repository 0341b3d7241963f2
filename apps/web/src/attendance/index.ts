/** Rosters and roll calls on the pages. */
export { DeskRollCall } from './DeskRollCall.tsx';
export { DeskSummary } from './DeskSummary.tsx';
