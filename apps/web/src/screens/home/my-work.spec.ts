import { MySeat } from '@diemcau/domain/seat';
import { expect, test } from 'vitest';
import { myConferences } from './my-work.ts';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const seat = (n: number, conference: number, more: Partial<MySeat> = {}) =>
  MySeat.parse({
    seatId: id(n),
    conferenceId: id(conference),
    role: 'chair',
    conferenceName: `Hội nghị ${conference}`,
    startsAt: `2027-03-0${conference - 99}T01:00:00Z`,
    phase: 'prepared',
    siteId: null,
    siteName: null,
    personName: null,
    path: '/c/x/chair',
    state: 'opened',
    ...more,
  });
const namesOf = (...seats: MySeat[]) => myConferences(seats).map(({ conferenceName }) => conferenceName);

test('C12: what runs stands first, then the next to come, then what has ended, the latest first', () => {
  const over = { phase: 'closed', state: 'over' } as const;
  const seats = [seat(1, 100, over), seat(2, 101, over), seat(3, 103), seat(4, 102), seat(5, 104, { phase: 'paused' })];
  expect(namesOf(...seats)).toEqual(['Hội nghị 104', 'Hội nghị 102', 'Hội nghị 103', 'Hội nghị 101', 'Hội nghị 100']);
});

test('C12: the seats of one conference stand together', () => {
  const [one] = myConferences([seat(1, 100), seat(2, 101), seat(3, 100, { role: 'clerk' })]);
  expect(one?.seats.map(({ role }) => role)).toEqual(['chair', 'clerk']);
});
