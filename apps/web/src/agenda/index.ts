/** The order of the day on the pages: current item, drift, the tree and its editing. */
export { AgendaEditor } from './AgendaEditor.tsx';
export { AgendaPanel } from './AgendaPanel.tsx';
export { DriftTag } from './DriftTag.tsx';
export { type ItemRow, itemRows } from './items.ts';
export { numbersOf } from './numbers.ts';
export { useItemLine } from './use-item.ts';
export { agendaWords } from './words.ts';
