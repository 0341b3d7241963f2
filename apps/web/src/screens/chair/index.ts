export { ChairScreen as default } from './ChairScreen.tsx';
