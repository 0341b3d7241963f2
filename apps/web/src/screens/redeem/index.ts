export { RedeemScreen as default } from './RedeemScreen.tsx';
