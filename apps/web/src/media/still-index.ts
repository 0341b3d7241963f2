/** Stills alone: a room takes none. */
export { takeShot, type Shot } from './still.ts';
