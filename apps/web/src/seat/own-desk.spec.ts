import { ConferenceId, type ConferenceRole, SeatId } from '@diemcau/domain/kernel';
import type { MySeat } from '@diemcau/domain/seat';
import { expect, test } from 'vitest';

import { deskAmong } from './own-desk.ts';

const id = (n: number) => `01990000-0006-7000-8000-${String(n).padStart(12, '0')}`;
const seat = (n: number, role: ConferenceRole, more: Partial<MySeat> = {}): MySeat => ({
  seatId: SeatId.parse(id(n)),
  conferenceId: ConferenceId.parse(id(100)),
  role,
  conferenceName: 'Hội nghị',
  startsAt: '2026-11-24T01:00:00Z',
  phase: 'prepared',
  siteId: null,
  siteName: null,
  personName: null,
  path: `/${role}`,
  state: 'opened',
  ...more,
});

test('C17: the desk of who leads most; no other conference, no lost seat, and no page of a site', () => {
  const elsewhere = { conferenceId: ConferenceId.parse(id(101)) };
  expect(deskAmong([seat(1, 'secretary'), seat(2, 'chair'), seat(3, 'clerk')], id(100))).toBe('/chair');
  expect(deskAmong([seat(1, 'moderator', { state: 'revoked' }), seat(2, 'operator')], id(100))).toBe('/operator');
  expect(deskAmong([seat(1, 'clerk'), seat(2, 'moderator', elsewhere)], id(100))).toBeNull();
});
