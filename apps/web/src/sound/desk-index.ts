/** For the technical desk alone. */
export { DeskEchoTrial } from './DeskEchoTrial.tsx';
export { DeskPlayback } from './DeskPlayback.tsx';
