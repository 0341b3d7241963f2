/** Messages with the secretary on the pages. */
export { ClerkMessages } from './ClerkMessages.tsx';
export { DeskMessages } from './DeskMessages.tsx';
export { LatestAnnouncement } from './LatestAnnouncement.tsx';
