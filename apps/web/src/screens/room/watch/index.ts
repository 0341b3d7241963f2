export { WatchScreen as default } from './WatchScreen.tsx';
