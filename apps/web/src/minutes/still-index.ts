/** Stills alone, for desks that show no record. */
export { StillNotice } from './StillNotice.tsx';
export { stillWords } from './still-words.ts';
export { useStills, type DeskStills } from './use-stills.ts';
