export { calledText } from './lines.ts';
export { RecordPanel } from './RecordPanel.tsx';
