export { PrepareScreen as default } from './PrepareScreen.tsx';
