export { LiveKitMedia } from './livekit-media.ts';
export { exceeds } from './permission.ts';
export type { MediaPort, Member, MemberTrack } from './port.ts';
