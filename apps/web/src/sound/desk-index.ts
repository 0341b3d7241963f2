/** For the technical desk alone. */
export { DeskEchoTrial } from './DeskEchoTrial.tsx';
