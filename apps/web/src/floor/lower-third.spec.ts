import { describe, expect, it } from 'vitest';

import { hallId, names, opened, siteId } from '../live/live.fixture.ts';
import { lowerThirdOf } from './lower-third.ts';

const words = { hall: 'Hội trường chính', siteCalled: (name: string) => `Điểm cầu ${name}` };

describe('lowerThirdOf', () => {
  it('presents a speaker with position and site', () => {
    expect(lowerThirdOf(opened().asks(2).granted(2).live, names, siteId(2), words)).toEqual({
      honorific: 'Thượng tọa',
      name: 'Người 2',
      details: ['Chức vụ 2', 'Điểm cầu xã Số 2, tỉnh Thái Nguyên'],
    });
  });

  it('C18: does not say the name of a person twice', () => {
    const label = { ...names.sites.get(siteId(2))!, personal: true as const };
    const personal = { ...names, sites: new Map([...names.sites, [siteId(2), label]]) };
    const third = lowerThirdOf(opened().asks(2).granted(2).live, personal, siteId(2), words);
    expect(third?.details).toEqual(['Chức vụ 2', 'Tỉnh Thái Nguyên']);
  });

  it('presents a room in which nobody speaks', () => {
    const { live } = opened();
    expect(lowerThirdOf(live, names, siteId(2), words)?.name).toBe('Điểm cầu xã Số 2, tỉnh Thái Nguyên');
    expect(lowerThirdOf(live, names, hallId, words)).toMatchObject({
      name: words.hall,
      details: ['Cơ quan Trung ương'],
    });
  });

  it('is silent when switched off, and about a place that it does not know', () => {
    const off = opened().do({ type: 'programme.lowerThird', shown: false });
    expect(lowerThirdOf(off.live, names, hallId, words)).toBeNull();
    expect(lowerThirdOf(opened().live, { ...names, sites: new Map() }, hallId, words)).toBeNull();
  });
});
