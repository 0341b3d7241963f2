import pino from 'pino';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase } from '@diemcau/testkit';
import { ConferenceId, SeatId } from '@diemcau/domain/kernel';
import { connect, type Database } from '../platform/db/index.ts';
import { PresenceBoard } from './presence.ts';

const SOON = { timeout: 5000, interval: 20 };
const conferenceId = ConferenceId.parse(v7());
const seatId = SeatId.parse(v7());
const operator = { conferenceId, seatId, siteId: null, role: 'operator' } as const;

let database: Database;
const boards: PresenceBoard[] = [];
beforeAll(async () => {
  database = connect((await freshDatabase()).url, { max: 4, onError: () => undefined });
  for (let n = 0; n < 2; n++) boards.push(new PresenceBoard(database.db, pino({ level: 'silent' }), () => undefined));
  for (const board of boards) board.start();
});
afterAll(async () => {
  for (const board of boards) await board.stop();
  await database.close();
});

it('R12: a seat is here while one page of it is, on whichever server', async () => {
  const [first, second] = boards;
  const here = async () => [...(await first!.seatsHere(conferenceId, [seatId, SeatId.parse(v7())]))];
  expect(await here()).toEqual([]);
  second!.arrived(operator);
  await expect.poll(here, SOON).toEqual([seatId]);
  expect(await first!.seatsHere(ConferenceId.parse(v7()), [seatId])).toEqual(new Set());
  first!.arrived(operator);
  first!.arrived(operator);
  await first!.stop();
  second!.left(operator, 0);
  await second!.stop();
  expect(await here()).toEqual([seatId]);
  first!.left(operator, 0);
  await first!.stop();
  expect(await here()).toEqual([seatId]);
  first!.left(operator, 0);
  await first!.stop();
  expect(await here()).toEqual([]);
});
