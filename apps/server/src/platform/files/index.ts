export { createLocalFiles } from './local-files.ts';
export type { FileStore } from './port.ts';
