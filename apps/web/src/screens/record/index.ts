export { RecordScreen as default } from './RecordScreen.tsx';
