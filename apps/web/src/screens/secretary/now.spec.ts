import { expect, it } from 'vitest';

import { names, opened, prepared, T0 } from '../../live/live.fixture.ts';
import { nowView } from './now.ts';

it('says who speaks and who is called next', () => {
  const { live } = opened().asks(1).asks(2).granted(1);
  expect(nowView(live, names, null, T0)).toMatchObject({
    turn: { person: { name: 'Người 1' } },
    isOnAir: true,
    onAirName: 'Xã Số 1',
    coming: { kind: 'called', person: { name: 'Người 2' }, site: { name: 'Xã Số 2' } },
  });
});

it('has the hall on air between speeches, and nothing before the opening', () => {
  expect(nowView(opened().live, names, null, T0)).toMatchObject({
    turn: null,
    isOnAir: true,
    onAirName: 'Cơ quan Trung ương',
    coming: { kind: 'unknown' },
  });
  expect(nowView(prepared().live, names, null, T0)).toMatchObject({ turn: null, isOnAir: false, onAirName: null });
});

it('expects nobody after the end', () => {
  const { live } = opened().asks(1).do({ type: 'conference.close' });
  expect(nowView(live, names, null, T0).coming).toEqual({ kind: 'unknown' });
});
