export { RoomScreen as default } from './RoomScreen.tsx';
