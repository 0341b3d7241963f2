export { WatchLinkScreen as default } from './WatchLinkScreen.tsx';
