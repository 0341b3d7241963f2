// For pages of a measurement that are bundled; `script.ts` joins the same modules for pages of the product.
export { openCamera } from './camera.ts';
export { openClip } from './clip.ts';
export { CELL_COLUMNS, CELL_ROWS, readCells } from './cells.ts';
export { openMicrophone } from './microphone.ts';
export { SAMPLE_RATE_HZ, SHORT_WINDOW_SAMPLES, tonesIn } from '../../bots/tones.ts';
