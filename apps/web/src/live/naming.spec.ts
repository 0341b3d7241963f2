import { describe, expect, it } from 'vitest';

import { site } from './live.fixture.ts';
import { honorificInSentence, inSentence, placeOf } from './naming.ts';

describe('places', () => {
  it('names the province once', () => {
    expect(placeOf(site(1))).toBe('Xã Số 1, tỉnh Thái Nguyên');
    expect(placeOf({ ...site(1), name: 'Tỉnh Thái Nguyên' })).toBe('Tỉnh Thái Nguyên');
    expect(placeOf(site(0))).toBe('Cơ quan Trung ương');
  });

  it.each([
    ['Xã Ba Bể, tỉnh Thái Nguyên', 'xã Ba Bể, tỉnh Thái Nguyên'],
    ['Đặc khu Hoàng Sa', 'đặc khu Hoàng Sa'],
    ['Thành phố Hà Nội', 'thành phố Hà Nội'],
    ['TP. Hồ Chí Minh', 'TP. Hồ Chí Minh'],
    ['Ba Bể', 'Ba Bể'],
  ])('writes %s inside a sentence as %s', (place, inside) => {
    expect(inSentence(place)).toBe(inside);
  });
});

describe('honorifics', () => {
  it('keep the capital of a title and lose that of an everyday address', () => {
    expect(honorificInSentence('Đồng chí')).toBe('đồng chí');
    expect(honorificInSentence('Hòa thượng')).toBe('Hòa thượng');
  });
});
