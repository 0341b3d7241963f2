export { LiveKitMedia } from './livekit-media.ts';
export { permissionFor, exceeds } from './permission.ts';
export type { MediaPort, Member, MemberTrack } from './port.ts';
