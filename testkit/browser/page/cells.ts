// A site's number as a picture: 4 × 3 large cells, black or white. Eight bits, three of parity, one that shows life.

export const CELL_COLUMNS = 4;
export const CELL_ROWS = 3;

/** What one frame says. `beat` changes from frame to frame. */
export type CellReading = { readonly number: number; readonly beat: boolean };

const bitsOf = (value: number, count: number): readonly boolean[] =>
  Array.from({ length: count }, (_, bit) => ((value >> bit) & 1) === 1);

/** Number of ones, modulo 2. */
const isOdd = (value: number): boolean => {
  let odd = false;
  for (let rest = value; rest > 0; rest &= rest - 1) odd = !odd;
  return odd;
};

/** Bits 0 3 6 inverted, 1 4 7, and 2 5: neither an all black nor an all white picture is a number. */
const parityOf = (number: number): readonly boolean[] => [
  !isOdd(number & 0b0100_1001),
  isOdd(number & 0b1001_0010),
  isOdd(number & 0b0010_0100),
];

/** The twelve cells, row by row; true is white. `number` from 0 to 255. */
export const cellsOf = (number: number, beat: boolean): readonly boolean[] => [
  ...bitsOf(number, 8),
  ...parityOf(number),
  beat,
];

/** The number that the cells show, or null when they show none: another picture, or two of them mixed. */
export const readCells = (cells: readonly boolean[]): CellReading | null => {
  const number = cells.slice(0, 8).reduce((sum, isWhite, bit) => sum + (isWhite ? 2 ** bit : 0), 0);
  const isNumber = parityOf(number).every((bit, i) => bit === cells[8 + i]);
  return isNumber ? { number, beat: cells[11] === true } : null;
};

/**
 * The beat of a frame (Thue–Morse). Plain alternation would stand still for a viewer who gets every second frame only,
 * as with a dropped temporal layer; this sequence never repeats itself three times, whichever 2ⁿ-th frames arrive.
 */
export const beatOf = (frame: number): boolean => isOdd(frame);
