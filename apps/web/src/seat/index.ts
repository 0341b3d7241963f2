/** Seats on the pages: how a browser gets its place, and what it says while the line to the centre is down. */
export { LineNotice, useIsLost, useLineQuality } from './LineNotice.tsx';
export { ownRoomPath } from './own-room.ts';
export { type OwnSeat, seatInAddress, useOwnSeat } from './own-seat.ts';
export { PairingPage, type PairingPageProps } from './PairingPage.tsx';
export { SeatGate, type SeatGateProps } from './SeatGate.tsx';
export { seatWords } from './words.ts';
