import { expect, test } from 'vitest';
import { missingOf } from './missing.ts';

const nothing = { clerks: 0, chairs: 0, items: 0, rows: 0, rosters: 0, checked: 0, ready: 0, signed: 0 };
const ready = { clerks: 35, chairs: 1, items: 8, rows: 20, rosters: 0, checked: 0, ready: 0, signed: 0 };

test('C10: a new conference lacks links at every site and the hall, a chair, an agenda and a run sheet', () => {
  expect(missingOf({ status: 'prepared', invited: 34, preparation: nothing })).toEqual([
    { kind: 'clerks', count: 35 },
    { kind: 'chair' },
    { kind: 'agenda' },
    { kind: 'runSheet' },
  ]);
});

test('C10: what is there is not missing, also while it runs', () => {
  expect(missingOf({ status: 'open', invited: 34, preparation: ready })).toEqual([]);
  expect(missingOf({ status: 'open', invited: 34, preparation: { ...ready, clerks: 23, rows: 0 } })).toEqual([
    { kind: 'clerks', count: 12 },
    { kind: 'runSheet' },
  ]);
});

test('C10: what has ended lacks nothing', () => {
  expect(missingOf({ status: 'closed', invited: 34, preparation: nothing })).toEqual([]);
});
