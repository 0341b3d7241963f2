export { ConfirmScreen as default } from './ConfirmScreen.tsx';
