import { describe, expect, it } from 'vitest';

import { matching } from './matching.ts';

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const sites = ['Xã Ba Bể, Thái Nguyên', 'Phường Đức Xuân, Thái Nguyên', 'Xã Mường Lay, Điện Biên'];
const find = (query: string) => matching(sites, query, (site) => site, fold);

describe('matching', () => {
  it('finds without accents', () => {
    expect(find('ba be')).toEqual(['Xã Ba Bể, Thái Nguyên']);
  });

  it('asks for every word, in any order', () => {
    expect(find('nguyen xuan')).toEqual(['Phường Đức Xuân, Thái Nguyên']);
    expect(find('ba be dien bien')).toEqual([]);
  });

  it('keeps everything for an empty query', () => {
    expect(find('  ')).toBe(sites);
  });
});
