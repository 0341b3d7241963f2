export { CreateScreen as default } from './CreateScreen.tsx';
