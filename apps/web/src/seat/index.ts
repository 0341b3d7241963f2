/** Seats on the pages: how a browser gets its place, and what it says while the line to the centre is down. */
export { DeskFrame } from './DeskFrame.tsx';
export { LineNotice, useIsLost, useLineQuality } from './LineNotice.tsx';
export type { OwnSeat } from './own-seat.ts';
export { SeatGate, type SeatGateProps } from './SeatGate.tsx';
export { seatWords } from './words.ts';
export { BulkIssue } from './BulkIssue.tsx';
export { officeSeatWords } from './office-words.ts';
export { PeoplePanel } from './PeoplePanel.tsx';
export { WatchPanel } from './WatchPanel.tsx';
export { watchLinkWords } from './watch-words.ts';
export { mayRetry, openWatchLink, redeem, refusalKind, type RefusalKind, secretInLink } from './redeem.ts';
export { askIssue, SeatDialogs, type SeatQuestion } from './SeatDialogs.tsx';
export { SeatMenu } from './SeatMenu.tsx';
export { ScreenTag, SeatTag } from './SeatTags.tsx';
export { useOwnDesk } from './own-desk.ts';
export { useMySeats, useSeatActs } from './seats.ts';
