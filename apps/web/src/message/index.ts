/** Messages with the desks on the pages. */
export { ClerkMessages } from './ClerkMessages.tsx';
export { DeskMessages } from './DeskMessages.tsx';
export { SupportMessages } from './SupportMessages.tsx';
export { LatestAnnouncement } from './LatestAnnouncement.tsx';
