export { DelegateScreen as default } from './DelegateScreen.tsx';
