export { OperatorScreen as default } from './OperatorScreen.tsx';
