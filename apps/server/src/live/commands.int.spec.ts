import { pino } from 'pino';
import { Registry } from 'prom-client';
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase } from '@diemcau/testkit';
import { CommandId, ConferenceId, RequestId, SeatId, SiteId, SpeakerId, type Actor } from '@diemcau/domain/kernel';
import type { Command } from '@diemcau/domain/live';
import { connect, type Database } from '../platform/db/index.ts';
import { EventStore } from '../platform/event-store/index.ts';
import { Commands } from './commands.ts';
import { liveMetrics } from './metrics.ts';
import { conferenceStream } from './stream.ts';

const [hall, site, other] = [v7(), v7(), v7()].map((id) => SiteId.parse(id)) as [SiteId, SiteId, SiteId];
const system: Actor = { kind: 'system', name: 'demo' };

let database: Database;
let id: ConferenceId;
let commands: Commands;

const newId = (): CommandId => CommandId.parse(v7());
type SeatActor = Extract<Actor, { readonly kind: 'seat' }>;

const clerkOf = (siteId: SiteId): SeatActor & { readonly siteId: SiteId } => ({
  kind: 'seat',
  seatId: SeatId.parse(v7()),
  conferenceId: id,
  role: 'clerk',
  siteId,
});
const prepared = async (command: Command): Promise<void> => {
  expect(await commands.submit(id, system, { id: newId(), command })).toMatchObject({ ok: true });
};
const speaker = { honorific: 'Bà', name: 'Lò Thị Mai', position: 'Trưởng bản' };
const requestBy = async (clerk: ReturnType<typeof clerkOf>): Promise<RequestId> => {
  const requestId = RequestId.parse(v7());
  const speakerId = SpeakerId.parse(v7());
  const command: Command = { type: 'floor.request', requestId, siteId: clerk.siteId, speakerId, kind: 'discussion' };
  const answer = await commands.submitIfAllowed(id, clerk, { id: newId(), command, texts: { speaker } });
  expect(answer).toMatchObject({ ok: true });
  return requestId;
};

beforeAll(async () => {
  database = connect((await freshDatabase()).url, { max: 4, onError: () => undefined });
});
afterAll(() => database.close());
beforeEach(async () => {
  const store = new EventStore(database, conferenceStream);
  id = ConferenceId.parse(v7());
  commands = new Commands({
    store,
    metrics: liveMetrics(new Registry()),
    log: pino({ level: 'silent' }),
    afterRehearsal: async () => undefined,
  });
  await database.db.transaction().execute((trx) => store.create(trx, id));
  await prepared({ type: 'conference.prepare', kind: 'conference', startsAt: 0, hallId: hall, siteLimit: 40 });
  await prepared({ type: 'conference.invite', siteIds: [site, other] });
});

describe('commands of a socket', () => {
  it('W5: a clerk that repeats its withdrawal, not knowing that it was done, gets the same answer', async () => {
    const clerk = clerkOf(site);
    const requestId = await requestBy(clerk);
    const body = { id: newId(), command: { type: 'floor.withdraw', requestId } as const };
    const first = await commands.submitIfAllowed(id, clerk, body);
    expect(first).toMatchObject({ ok: true });
    expect(await commands.submitIfAllowed(id, clerk, body)).toEqual(first);
    const another = { ...body, id: newId() };
    expect(await commands.submitIfAllowed(id, clerk, another)).toEqual({ ok: false, code: 'floor.request_not_found' });
  });

  it('W6: a clerk cannot withdraw what another site has asked for', async () => {
    const requestId = await requestBy(clerkOf(site));
    const body = { id: newId(), command: { type: 'floor.withdraw', requestId } as const };
    expect(await commands.submitIfAllowed(id, clerkOf(other), body)).toEqual({ ok: false, code: 'wire.not_allowed' });
  });
});
