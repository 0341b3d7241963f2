import { describe, expect, it } from 'vitest';

import { speakerId } from '../live/live.fixture.ts';
import { choosable } from './remembered.ts';

const person = (name: string, position = 'Chủ tịch') => ({ honorific: 'Đồng chí', name, position });
const asked = { speakerId: speakerId(1), ...person('Hoàng Thị Duyên') };

describe('who may be chosen for a request', () => {
  it('is whoever was asked for before, then the roster, each person once', () => {
    const roster = [person('hoang thi duyen'), person('Ma Đình Khoa', ''), person('Hoàng Thị Duyên', 'Bí thư')];
    expect(choosable([asked], roster).map(({ name, position }) => `${name}, ${position}`)).toEqual([
      'Hoàng Thị Duyên, Chủ tịch',
      'Ma Đình Khoa, ',
      'Hoàng Thị Duyên, Bí thư',
    ]);
  });

  it('has a key of its own for everybody', () => {
    const keys = choosable([asked], [person('A'), person('A', 'Bí thư')]).map(({ key }) => key);
    expect(new Set(keys).size).toBe(3);
  });
});
