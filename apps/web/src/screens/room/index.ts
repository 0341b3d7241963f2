export { openPlace, untilKnown } from './place.ts';
export { RoomScreen } from './RoomScreen.tsx';
