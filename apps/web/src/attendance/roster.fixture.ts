import type { Delegate } from '@diemcau/domain/attendance';
import { DelegateId } from '@diemcau/domain/kernel';

import type { Roster } from './roster-port.ts';
import { siteId } from '../live/live.fixture.ts';

export const delegateId = (n: number): DelegateId =>
  DelegateId.parse(`01990000-0009-7000-8000-${String(n).padStart(12, '0')}`);

export const delegate = (n: number, more: Partial<Delegate> = {}): Delegate => ({
  delegateId: delegateId(n),
  honorific: 'Đồng chí',
  name: `Người ${n}`,
  position: null,
  unit: null,
  kind: 'official',
  substituteFor: null,
  phone: null,
  rank: n,
  status: 'unknown',
  arrivedAt: null,
  leftAt: null,
  reason: null,
  marks: [],
  ...more,
});

export const roster = (delegates: readonly Delegate[], more: Partial<Roster> = {}): Roster => ({
  site: { siteId: siteId(1), name: 'Xã Số 1', province: null },
  contact: null,
  summoned: delegates.length,
  present: 0,
  answer: null,
  delegates,
  ...more,
});
