export { DemoScreen as default } from './DemoScreen.tsx';
