import { ConferenceDetail } from '@diemcau/domain/conference';
import { expect, test } from 'vitest';
import { stepsOf } from './steps.ts';

const id = '00000000-0000-4000-8000-000000000001';
const conference = (more: Partial<ConferenceDetail> = {}): ConferenceDetail =>
  ConferenceDetail.parse({
    conferenceId: id,
    name: 'Sơ kết',
    kind: 'conference',
    startsAt: '2027-03-10T01:00:00Z',
    status: 'prepared',
    invited: 34,
    hall: { siteId: id, name: 'Hội trường chính' },
    preparation: { clerks: 23, chairs: 1, items: 8, rows: 0, rosters: 3, checked: 4, ready: 2, signed: 0 },
    siteLimit: 100,
    supportPhone: null,
    demo: false,
    rehearsals: 0,
    openedAt: null,
    closedAt: null,
    ...more,
  });
const names = (...args: Parameters<typeof stepsOf>) => stepsOf(...args).map(({ name }) => name);

test('C17: before the opening: plan, sites, delegates and technical check, each with what is missing there', () => {
  expect(stepsOf(conference(), null)).toEqual([
    { name: 'plan', href: `/c/${id}/agenda`, missing: [{ kind: 'runSheet' }], isDone: false },
    { name: 'sites', href: `/c/${id}/prepare`, missing: [{ kind: 'clerks', count: 12 }], isDone: false },
    { name: 'delegates', href: `/c/${id}/delegates`, missing: [], isDone: false },
    { name: 'check', href: `/c/${id}/readiness`, missing: [], isDone: false },
  ]);
});

test('C17: the conference is a step for who holds a desk, the record once there is one; nothing is shown for later', () => {
  expect(names(conference(), '/c/x/moderator')).toEqual(['plan', 'sites', 'delegates', 'check', 'conduct']);
  expect(names(conference({ status: 'open' }), null)).toEqual(['plan', 'sites', 'delegates', 'check', 'record']);
  expect(names(conference({ status: 'closed' }), '/c/x/moderator')).toEqual([
    'plan',
    'sites',
    'delegates',
    'check',
    'record',
  ]);
});

test('C17: a step is done when nothing is missing there; delegates, when the hall and all sites named theirs', () => {
  const preparation = { clerks: 35, chairs: 1, items: 8, rows: 12, rosters: 35, checked: 35, ready: 35, signed: 3 };
  expect(stepsOf(conference({ preparation }), null).every(({ isDone }) => isDone)).toBe(true);
  const [, , delegates] = stepsOf(conference({ preparation: { ...preparation, rosters: 34 } }), null);
  expect(delegates?.isDone).toBe(false);
});

test('C17: the technical check is done when all sites were found right, the hall too', () => {
  const { preparation } = conference();
  const check = (ready: number) =>
    stepsOf(conference({ preparation: { ...preparation, checked: 35, ready } }), null).find(
      ({ name }) => name === 'check',
    );
  expect([check(34)?.isDone, check(35)?.isDone]).toEqual([false, true]);
});
