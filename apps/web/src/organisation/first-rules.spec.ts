import { describe, expect, it } from 'vitest';

import { emptyFirst, wrongFields } from './first-rules.ts';

const good = { name: 'Trần Thị Hạnh', login: 'tran.hanh', password: 'mot cau dai', again: 'mot cau dai' };

describe('the first administrator', () => {
  it('is accepted when every field is right', () => {
    expect(wrongFields(good)).toEqual([]);
  });

  it('is told every field that is missing, in the order of the form', () => {
    expect(wrongFields(emptyFirst)).toEqual(['name', 'login', 'password', 'again']);
  });

  it.each([
    [{ name: '   ' }, ['name']],
    [{ login: 'trần hạnh' }, ['login']],
    [{ login: 'a<b' }, ['login']],
    [{ password: 'ngắn', again: 'ngắn' }, ['password']],
    [{ again: 'mot cau dài' }, ['again']],
  ])('is told what is wrong with %o', (change, wrong) => {
    expect(wrongFields({ ...good, ...change })).toEqual(wrong);
  });
});
