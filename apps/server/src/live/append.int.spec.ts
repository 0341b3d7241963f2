import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase } from '@diemcau/testkit';
import { CommandId, ConferenceId, RequestId, SiteId, SpeakerId, type Actor } from '@diemcau/domain/kernel';
import type { Command } from '@diemcau/domain/live';
import { connect, type Database } from '../platform/db/index.ts';
import { EventStore, StoreUnavailable } from '../platform/event-store/index.ts';
import { conferenceStream, type LiveAdvance, type LiveStore } from './stream.ts';

const system: Actor = { kind: 'system', name: 'demo' };
const hall = SiteId.parse(v7());
const site = SiteId.parse(v7());

let url: string;
let database: Database;
let id: ConferenceId;
let store: LiveStore;

const newStore = (on: Database = database): LiveStore => new EventStore(on, conferenceStream);
const send = (to: LiveStore, command: Command, commandId = CommandId.parse(v7())) =>
  to.submit(id, { commandId, actor: system, command });
const request = (siteId = site): Command => ({
  type: 'floor.request',
  requestId: RequestId.parse(v7()),
  siteId,
  speakerId: SpeakerId.parse(v7()),
  kind: 'discussion',
});

beforeAll(async () => {
  ({ url } = await freshDatabase());
  database = connect(url, { max: 10, onError: () => undefined });
});
afterAll(() => database.close());

beforeEach(async () => {
  id = ConferenceId.parse(v7());
  store = newStore();
  await database.db.transaction().execute((trx) => store.create(trx, id));
  await send(store, { type: 'conference.prepare', kind: 'conference', startsAt: 0, hallId: hall, siteLimit: 400 });
});

const seqs = async () => {
  const { rows } = await sql<{ seq: number }>`select seq from event where stream_id = ${id} order by seq`.execute(
    database.db,
  );
  return rows.map(({ seq }) => seq);
};

describe('appending to a conference', () => {
  it('E1: what a command decides is one append: granting the floor and cutting to the speaker', async () => {
    await send(store, { type: 'conference.invite', siteIds: [site] });
    await send(store, { type: 'conference.open' });
    const advances: LiveAdvance[] = [];
    store.onAdvance((advance) => advances.push(advance));
    await send(store, { type: 'floor.grantSite', siteId: site, speakerId: null, kind: 'report' });
    expect(advances.map(({ events }) => events.map(({ type }) => type))).toEqual([['floorGranted', 'pictureCut']]);
  });

  it('E2: a command sent twice is done once, also to another process, and gets the same answer', async () => {
    const twice = CommandId.parse(v7());
    const first = await send(store, { type: 'conference.open' }, twice);
    const again = await send(newStore(), { type: 'conference.open' }, twice);
    expect(first).toMatchObject({ ok: true });
    expect(again).toEqual(first);
    expect(await send(store, { type: 'conference.open' })).toEqual({ ok: false, code: 'conference.already_open' });
  });

  it('E2: a refusal is not stored: the same command may succeed later', async () => {
    const one = CommandId.parse(v7());
    const grant: Command = { type: 'floor.grantSite', siteId: hall, speakerId: null, kind: 'report' };
    expect(await send(store, grant, one)).toEqual({ ok: false, code: 'floor.not_open' });
    await send(store, { type: 'conference.open' });
    expect(await send(store, grant, one)).toMatchObject({ ok: true });
  });

  it('E3: 200 commands at once on two servers: none lost, none twice, no gap in the numbers', async () => {
    const sites = Array.from({ length: 40 }, () => SiteId.parse(v7()));
    await send(store, { type: 'conference.invite', siteIds: sites });
    const other = newStore();
    const commands = Array.from({ length: 200 }, (_, i) => request(sites[i % 40]));
    const answers = await Promise.all(commands.map((command, i) => send(i % 2 === 0 ? store : other, command)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(200);
    const { state } = await newStore().refresh(id);
    expect(new Set(state.floor.queue.map(({ requestId }) => requestId)).size).toBe(200);
    expect(await seqs()).toEqual((await seqs()).map((_, i) => i + 1));
    expect((await store.refresh(id)).state).toEqual(state);
    expect((await other.refresh(id)).state).toEqual(state);
  });

  it('E3: every process hears of every event once and in order', async () => {
    const other = newStore();
    await other.refresh(id);
    const heard: number[] = [];
    other.onAdvance(({ events }) => heard.push(...events.map(({ seq }) => seq)));
    await Promise.all([
      send(store, { type: 'conference.invite', siteIds: [site] }),
      other.refresh(id),
      send(store, request(hall)),
      send(other, request(hall)),
    ]);
    await other.refresh(id);
    expect(heard).toEqual(heard.map((_, i) => 2 + i));
    expect(heard.at(-1)).toBe((await seqs()).at(-1));
  });

  it('E3: what was appended here just now is known without a question, and what others appended before it with it', async () => {
    const other = newStore();
    await send(other, { type: 'conference.invite', siteIds: [site] });
    await send(store, request(hall));
    const known = await store.recent(id, 60_000);
    expect(known.seq).toBe((await seqs()).length);
    await send(other, request(site));
    expect(await store.recent(id, 60_000)).toBe(known);
    expect((await store.recent(id, -1)).seq).toBe((await seqs()).length);
  });

  it('E4: text that goes with a command is written with its events or not at all', async () => {
    const note = v7();
    const alongside = async (trx: Parameters<LiveStore['create']>[0]) =>
      void (await sql`insert into request_text values (${note}, ${id}, 'x')`.execute(trx));
    const command: Command = { type: 'programme.cut', source: { kind: 'title' } };
    const refused = await store.submit(id, { commandId: CommandId.parse(v7()), actor: system, command, alongside });
    expect(refused).toEqual({ ok: false, code: 'programme.not_open' });
    const count = async () =>
      (await sql`select 1 from request_text where request_id = ${note}`.execute(database.db)).rows.length;
    expect(await count()).toBe(0);
    const once = { commandId: CommandId.parse(v7()), actor: system, command: request(hall), alongside };
    await store.submit(id, once);
    await store.submit(id, once);
    expect(await count()).toBe(1);
  });

  it('E5: events cannot be changed or removed, and each chains to the one before', async () => {
    await send(store, { type: 'conference.open' });
    await expect(sql`update event set type = 'x' where stream_id = ${id}`.execute(database.db)).rejects.toThrow(
      'append-only',
    );
    await expect(sql`delete from event where stream_id = ${id}`.execute(database.db)).rejects.toThrow('append-only');
    const { rows } = await sql<{ hash: Buffer; head: Buffer }>`
      select e.hash, s.hash as head from event e join stream s on s.id = e.stream_id where s.id = ${id} order by seq desc limit 1`.execute(
      database.db,
    );
    expect(rows[0]?.hash.equals(rows[0].head)).toBe(true);
  });

  it('E6: a process that meets an event it does not know refuses to write, and writes nothing', async () => {
    const behind = newStore();
    await behind.refresh(id);
    await sql`insert into event select ${id}, 2, 'somethingNewer', 1, '{}', '{}', ${v7()}, now(), ''::bytea`.execute(
      database.db,
    );
    await sql`update stream set head = 2 where id = ${id}`.execute(database.db);
    await expect(send(behind, { type: 'conference.open' })).rejects.toMatchObject({ name: 'UnknownEvent' });
    expect(await seqs()).toEqual([1, 2]);
  });

  it('E7: while the database is away a command is neither done nor lost: the same one goes through afterwards', async () => {
    const broken = connect(url.replace(/:\d+\//, ':1/'), { max: 1, onError: () => undefined });
    const one = CommandId.parse(v7());
    await expect(send(newStore(broken), { type: 'conference.open' }, one)).rejects.toBeInstanceOf(StoreUnavailable);
    await broken.close();
    expect(await send(store, { type: 'conference.open' }, one)).toMatchObject({ ok: true });
  });

  it('E8: a process killed in the middle of its appends has done each command wholly or not at all', async () => {
    await send(store, { type: 'conference.open' });
    const child = fork(join(import.meta.dirname, 'append.fixture.ts'), [url, id, hall], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const sent: string[] = [];
    child.on('message', (commandId) => sent.push(CommandId.parse(commandId)));
    await once(child, 'message');
    while (sent.length < 20) await once(child, 'message');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const fresh = newStore();
    await fresh.refresh(id);
    const before = (await seqs()).length;
    const { rows } = await sql<{
      command_id: string;
    }>`select command_id from command_done where stream_id = ${id}`.execute(database.db);
    const done = new Set(rows.map((row) => row.command_id));
    // Cut and stand-by follow in the same append, so every done command left the state settled.
    expect((await fresh.refresh(id)).seq).toBe(before);
    expect(sent.filter((commandId) => done.has(commandId)).length).toBeGreaterThan(0);
    expect(await seqs()).toEqual((await seqs()).map((_, i) => i + 1));
    expect(await send(fresh, { type: 'conference.pause' })).toMatchObject({ ok: true });
  });

  it('E9: a speech that was granted has its deadline in the same transaction', async () => {
    await send(store, { type: 'conference.open' });
    await send(store, { type: 'floor.grantSite', siteId: hall, speakerId: null, kind: 'report' });
    const { rows } = await sql<{ key: string }>`select key from deadline where stream_id = ${id}`.execute(database.db);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.key).toMatch(/^start:/);
  });
});
