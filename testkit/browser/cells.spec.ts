import { describe, expect, test } from 'vitest';
import { beatOf, CELL_COLUMNS, CELL_ROWS, cellsOf, readCells } from './page/cells.ts';

describe('cells of a number', () => {
  test('every number is read as it was painted', () => {
    for (let number = 0; number < 256; number += 1) {
      const cells = cellsOf(number, number % 3 === 0);
      expect(cells).toHaveLength(CELL_COLUMNS * CELL_ROWS);
      expect(readCells(cells)).toEqual({ number, beat: number % 3 === 0 });
    }
  });

  test('a black and a white picture are no number', () => {
    for (const isWhite of [false, true]) expect(readCells(Array.from({ length: 12 }, () => isWhite))).toBeNull();
  });

  test('a single wrong cell is noticed', () => {
    for (let number = 0; number < 256; number += 1) {
      for (let cell = 0; cell < 11; cell += 1) {
        const cells = cellsOf(number, true).map((isWhite, i) => (i === cell ? !isWhite : isWhite));
        expect(readCells(cells)).toBeNull();
      }
    }
  });

  test('the beat is there for a viewer who gets every frame, every second and every fourth one', () => {
    for (const step of [1, 2, 4]) {
      for (let first = 0; first < 64; first += 1) {
        const beats = [0, 1, 2].map((i) => beatOf(first + i * step));
        expect(new Set(beats).size).toBe(2);
      }
    }
  });
});
