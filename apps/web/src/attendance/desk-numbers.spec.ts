import { RollCallId } from '@diemcau/domain/kernel';
import { describe, expect, it } from 'vitest';

import { opened } from '../live/live.fixture.ts';
import { deskNumbers, ratioOf, rollCallView, wholeOf } from './desk-numbers.ts';

const numbers = { answered: 1, invited: 4, present: 30, summoned: 40 };
const closesAt = Date.parse('2027-12-28T02:00:00Z');

describe('a roll call on a desk', () => {
  it('N1: may be opened until the conference is over', () => {
    const story = opened();
    expect(rollCallView(story.live)).toEqual({ status: 'none', mayOpen: true });
    const asked = story.do({ type: 'attendance.openRollCall', closesAt });
    const view = rollCallView(asked.live);
    expect(view).toMatchObject({ status: 'open', closesAt });
    const ended = asked.do({ type: 'conference.close' });
    expect(rollCallView(ended.live)).toMatchObject({ status: 'closed', mayOpen: false });
  });

  it('N6: shows no answers of the roll call before', () => {
    const { live } = opened().do({ type: 'attendance.openRollCall', closesAt });
    const { rollCallId = null } = live.attendance.rollCall ?? {};
    const provinces = [{ code: null, name: null, ...numbers }];
    expect(deskNumbers({ rollCallId, ...numbers, provinces }, live)).toMatchObject(numbers);
    const before = RollCallId.parse('01990000-0006-7000-8000-000000000009');
    const none = { ...numbers, answered: 0 };
    expect(deskNumbers({ rollCallId: before, ...numbers, provinces }, live)).toMatchObject({
      ...none,
      provinces: [{ code: null, ...none }],
    });
  });

  it('N6: holds people against no whole once more are counted than rosters name', () => {
    expect([wholeOf(6, 6), wholeOf(5, 6), wholeOf(7, 6), wholeOf(7, 0)]).toEqual([6, 6, 0, 0]);
  });

  it('has all of nothing, and never more than all', () => {
    expect([ratioOf(0, 0), ratioOf(1, 4), ratioOf(9, 8)]).toEqual([1, 0.25, 1]);
  });
});
