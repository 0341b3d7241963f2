export { ReadinessScreen as default } from './ReadinessScreen.tsx';
