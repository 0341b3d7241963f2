/** Beside the programme: the operator talks, listens or writes to one site. */
export { ASIDE_KEYS, AsidePanel } from './AsidePanel.tsx';
export { CueDialog } from './CueDialog.tsx';
export { noMicrophone } from './desk-words.ts';
export { AsideHolder, type Holding } from './holder.ts';
