import { describe, expect, it } from 'vitest';

import { askedOf, invitedProvince, lookAt, provinceChoices, WHOLE_WALL } from './wall-choice.ts';

describe('what the operator looks at', () => {
  it('starts at the first page whenever something else is looked for, and keeps the rest', () => {
    const far = lookAt(lookAt(WHOLE_WALL, { filter: 'trouble', q: 'ba' }), { page: 7 });
    expect(far).toEqual({ filter: 'trouble', province: null, q: 'ba', page: 7 });
    const inProvince = lookAt(far, { province: '19' });
    expect(inProvince).toEqual({ filter: 'trouble', province: '19', q: 'ba', page: 0 });
    expect(lookAt(lookAt(inProvince, { page: 2 }), { filter: 'unspoken' })).toEqual({
      filter: 'unspoken',
      province: '19',
      q: 'ba',
      page: 0,
    });
    expect(lookAt(lookAt(inProvince, { page: 2 }), { q: '' })).toMatchObject({ province: '19', page: 0 });
  });

  it('asks the server for all that the page does not know by itself', () => {
    expect(askedOf({ filter: 'trouble', province: null })).toBe('trouble');
    expect(askedOf({ filter: 'all', province: '' })).toBe('all');
    expect(askedOf({ filter: 'asking', province: null })).toBeNull();
    expect(askedOf({ filter: 'asking', province: '19' })).toBe('asking');
    expect(askedOf({ filter: 'favourites', province: '19' })).toBeNull();
  });

  it('goes back to all provinces when the chosen one takes no part any more', () => {
    const invited = [{ code: '' }, { code: '19' }];
    expect(invitedProvince('19', invited)).toBe('19');
    expect(invitedProvince('', invited)).toBe('');
    expect(invitedProvince('01', invited)).toBeNull();
    expect(invitedProvince('01', undefined)).toBe('01');
    expect(invitedProvince(null, invited)).toBeNull();
  });

  it('offers the centre, then the provinces by the names by which they are known', () => {
    const provinces = [
      { code: '', name: null },
      { code: '79', name: 'Thành phố Hồ Chí Minh' },
      { code: '19', name: 'Tỉnh Thái Nguyên' },
      { code: '48', name: 'Thành phố Đà Nẵng' },
      { code: '52', name: 'Tỉnh Gia Lai' },
    ];
    expect(provinceChoices(provinces, 'Trung ương').map(({ value, label }) => [value, label])).toEqual([
      ['', 'Trung ương'],
      ['48', 'Đà Nẵng'],
      ['52', 'Gia Lai'],
      ['79', 'Hồ Chí Minh'],
      ['19', 'Thái Nguyên'],
    ]);
  });
});
