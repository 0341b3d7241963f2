export { createIdentify, seatActor } from './identify.ts';
export { checkAgainstNobody, hashPassword, isPassword } from './passwords.ts';
export type { SeatHolder } from './seat-rows.ts';
export { SeatRegistry, type SeatChange } from './seats.ts';
export { deriveSecret, hashSecret, newSecret, sameHash } from './secrets.ts';
