import { describe, expect, it } from 'vitest';

import { readCodes } from './codes.ts';

describe('pasted codes', () => {
  it.each([
    ['05518\n05569\r\n05611', ['05518', '05569', '05611']],
    ['05518, 05569; 05611', ['05518', '05569', '05611']],
    ['05518 05569  TW', ['05518', '05569', 'TW']],
    ['"05518"\t\'05569\'', ['05518', '05569']],
    ['  \n\n , ;', []],
    ['', []],
  ])('are read from %j', (text, codes) => {
    expect(readCodes(text).codes).toEqual(codes);
  });

  it('keep what is no code whole, so that it shows among the unknown ones', () => {
    expect(readCodes('05518\tXã Ba Bể\n99999').codes).toEqual(['05518', 'Xã Ba Bể', '99999']);
  });

  it('count a repeated code once, whatever its blanks and case', () => {
    expect(readCodes('tw1\nTW1\n05518\n05518')).toEqual({ codes: ['tw1', '05518'], repeated: 2, isTooMany: false });
  });

  it('are refused above what one request may carry', () => {
    const many = Array.from({ length: 5001 }, (_, index) => String(index)).join('\n');
    expect(readCodes(many).isTooMany).toBe(true);
  });
});
