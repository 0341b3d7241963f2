import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '@diemcau/testkit';
import { ConferenceId, SeatId } from '@diemcau/domain/kernel';
import { connect, type Database } from '../db/index.ts';
import { SeatRegistry } from './seats.ts';

let database: Database;

beforeAll(async () => {
  database = connect((await freshDatabase()).url, { max: 4, onError: () => undefined });
});
afterAll(() => database.close());

describe('seats in memory', () => {
  it('S14: a change that is told twice at once is read once, and neither fails', async () => {
    const registry = new SeatRegistry(database.db);
    const change = { conferenceId: ConferenceId.parse(v7()), seatId: SeatId.parse(v7()) };
    await registry.seatsOf(change.conferenceId);
    const told = [registry.refresh(change), registry.refresh(change)];
    expect(await Promise.allSettled(told)).toEqual(told.map(() => ({ status: 'fulfilled', value: undefined })));
  });
});
