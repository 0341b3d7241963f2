export type { RoomPlace } from './place.ts';
export { RoomScreen } from './RoomScreen.tsx';
