export { DelegatesScreen as default } from './DelegatesScreen.tsx';
