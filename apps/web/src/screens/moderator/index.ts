export { ModeratorScreen as default } from './ModeratorScreen.tsx';
