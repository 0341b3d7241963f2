// What a socket is sent that is none of its frames: said in both languages, nothing stored, and nobody else notices.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { freshDatabase, sampleOf, SeatClient, type InputSchema, type SeatKey } from '@diemcau/testkit';
import { ConferenceRole } from '@diemcau/domain/kernel';
import { Command } from '@diemcau/domain/live';
import { RULES, type Rule } from '@diemcau/domain/organisation';
import { PROTOCOL, type Refused } from '@diemcau/domain/wire';
import { conferenceBody, newId, siteByCode, startUnderTest, text, type ServerUnderTest } from './under-test.ts';

const SOON = { timeout: 10_000, interval: 20 };
const ROLES = ConferenceRole.exclude(['room', 'delegate']).options;

let house: ServerUnderTest;
let origin: string;
let siteId: string;
let other: SeatClient;
const keys = new Map<string, SeatKey>();
const open: SeatClient[] = [];

const join = async (role: string): Promise<SeatClient> => {
  const client = await SeatClient.open(origin, keys.get(role)!);
  open.push(client);
  return client;
};

beforeAll(async () => {
  house = await startUnderTest((await freshDatabase()).url);
  const one = await house.administrator();
  siteId = await siteByCode(one, '01');
  const body = conferenceBody(house.clock, await siteByCode(one, 'TW'), { siteIds: [siteId] });
  const conferenceId = text((await one.send('POST', '/conferences', body)).body, 'conferenceId');
  for (const role of ROLES) {
    const [browser, seatId] = [house.browser(), newId()];
    const seat = { seatId, role, siteId: role === 'clerk' ? siteId : null };
    const issued = await one.send('POST', `/conferences/${conferenceId}/seats`, seat);
    await browser.send('POST', '/seats/redeem', { secret: text(issued.body, 'link').split('#')[1] });
    keys.set(role, { seatId, cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ') });
  }
  origin = await house.server.app.listen({ host: '127.0.0.1', port: 0 });
  other = await join('moderator');
});
afterAll(async () => {
  for (const client of open) client.close();
  await house.stop();
});

const stored = async (): Promise<string | undefined> =>
  (
    await house.query<{ all: string }>(
      `select (select count(*) from event) || '/' || (select count(*) from command_done) || '/' || (select count(*) from speaker) || '/' || (select count(*) from audit) as all`,
    )
  )[0]?.all;
const isSaid = (said: Pick<Refused, 'vi' | 'en'> | undefined) => {
  expect(said?.vi.length).toBeGreaterThan(20);
  expect(said?.en.length).toBeGreaterThan(15);
};
const isServed = async (client: SeatClient) => {
  const pongs = () => client.frames.filter(({ type }) => type === 'pong').length;
  const before = pongs();
  client.send({ type: 'ping', t: 1 });
  await expect.poll(pongs, SOON).toBe(before + 1);
};
/** The page of another goes on as if nothing had been. */
const othersAreUntouched = async () => {
  await isServed(other);
  expect([other.closed, other.gaps, other.refusals]).toEqual([undefined, 0, []]);
};
const request = () =>
  Command.parse({ type: 'floor.request', requestId: newId(), siteId, speakerId: newId(), kind: 'discussion' });

describe('W6: frames that are none', () => {
  it.each<[string, () => string | Buffer, string]>([
    ['no JSON', () => '{"type":"ping",', 'wire.bad_frame'],
    ['nothing', () => '', 'wire.bad_frame'],
    ['a list', () => '[{"type":"ping","t":1}]', 'wire.bad_frame'],
    ['null', () => 'null', 'wire.bad_frame'],
    ['another encoding', () => Buffer.from('{"type":"ping","t":1,"x":"Hội"}', 'latin1'), 'wire.bad_frame'],
    ['bytes', () => Buffer.from([0xff, 0xfe, 0x00, 0x01]), 'wire.bad_frame'],
    ['very deep', () => '['.repeat(30_000) + ']'.repeat(30_000), 'wire.bad_frame'],
    ['a prototype', () => '{"__proto__":{"type":"ping","t":1}}', 'wire.bad_frame'],
    ['65 KB', () => JSON.stringify({ type: 'ping', t: 1, more: 'x'.repeat(65 * 1024) }), 'wire.frame_too_large'],
    ['1 MB', () => JSON.stringify({ type: 'ping', t: 1, more: 'ệ'.repeat(350_000) }), 'wire.frame_too_large'],
  ])('W6: %s', async (_what, data, code) => {
    const before = await stored();
    const clerk = await join('clerk');
    clerk.socket.send(data());
    await expect.poll(() => clerk.refusals.map((each) => each.code), SOON).toEqual([code]);
    isSaid(clerk.refusals[0]);
    // Its own page stays too.
    await isServed(clerk);
    await othersAreUntouched();
    expect(await stored()).toBe(before);
  });

  it('W6: 3 MB end the connection, and no other', async () => {
    const clerk = await join('clerk');
    clerk.socket.send('x'.repeat(3 * 1024 * 1024));
    await clerk.until(() => clerk.closed, 'the end of the connection');
    expect(clerk.closed?.code).toBe(1009);
    await othersAreUntouched();
    await isServed(await join('clerk'));
  });

  it('W6: an old page is told so and let go; without a hello nothing is done', async () => {
    const before = await stored();
    for (const [frame, code] of [
      [{ type: 'hello', protocol: PROTOCOL - 1, epoch: null, lastSeq: 0 }, 'wire.client_too_old'],
      [{ type: 'command', id: newId(), command: request() }, 'wire.bad_frame'],
    ] as const) {
      const old = new SeatClient(origin, keys.get('clerk')!);
      open.push(old);
      await old.until(() => old.socket.readyState === old.socket.OPEN, 'the socket to open');
      old.socket.send(JSON.stringify(frame));
      const said = () => old.frames.find(({ type }) => type === 'refused' || type === 'done') as Refused | undefined;
      await expect.poll(() => said()?.code, SOON).toBe(code);
      isSaid(said());
      if (code === 'wire.client_too_old') await old.until(() => old.closed, 'the end of the connection');
    }
    await othersAreUntouched();
    expect(await stored()).toBe(before);
  });

  it('W6: too many at once are said to be, and others are served meanwhile', async () => {
    const clerk = await join('clerk');
    for (let t = 0; t < 200; t += 1) clerk.send({ type: 'ping', t });
    await expect.poll(() => clerk.refusals.length, SOON).toBeGreaterThan(100);
    expect(new Set(clerk.refusals.map(({ code }) => code))).toEqual(new Set(['wire.too_fast']));
    await othersAreUntouched();
    expect(clerk.closed).toBeUndefined();
  });

  it.each([
    ['HTML', '<img src=x onerror=alert(1)>'],
    ['SQL', `Robert'); drop table event; --`],
  ])('W7: %s in a name is what it is: a name', async (_what, name) => {
    const clerk = await join('clerk');
    await clerk.must(request(), { speaker: { honorific: 'Ông', name, position: name } });
    const told = () => other.people.flatMap((frame) => frame.speakers).some((speaker) => speaker.name === name);
    await expect.poll(told, SOON).toBe(true);
    expect(await stored()).toBeDefined();
  });
});

describe('E12: who acted stands with each event', () => {
  it('E12: of the moderator, that it was by direction of the chair; of others, that it was their own act', async () => {
    const chair = await join('chair');
    const acted = async (client: SeatClient) => {
      const asked = request();
      await client.must(asked, { speaker: { honorific: 'Ông', name: 'An', position: 'Trưởng bản' } });
      const [event] = await house.query<{ actor: string }>(
        `select actor from event where type = 'floorRequested' order by at desc limit 1`,
      );
      return JSON.parse(event?.actor ?? '{}') as Readonly<Record<string, unknown>>;
    };
    expect(await acted(other)).toMatchObject({ kind: 'seat', role: 'moderator', byDirectionOf: 'chair' });
    const own = await acted(chair);
    expect(own).toMatchObject({ kind: 'seat', role: 'chair' });
    expect(own).not.toHaveProperty('byDirectionOf');
  });
});

describe('O3: the walk over all commands', () => {
  const { oneOf: schemas = [] } = z.toJSONSchema(Command, { io: 'input' }) as InputSchema;
  const commands = schemas.map((schema) => Command.parse(sampleOf(schema)));
  /** They change for all what the next in the walk would meet. */
  const WHOLE = new Set(['conference.open', 'conference.close', 'conference.rehearse', 'conference.endRehearsal']);

  it.each(ROLES)('O3: a %s is refused each command that the table does not give, by the socket', async (role) => {
    const client = await join(role);
    for (const command of commands) {
      const rule: Rule = RULES[command.type];
      const isAllowed = [...(rule.seats ?? []), ...(rule.ownSite ?? [])].includes(role);
      if (isAllowed && WHOLE.has(command.type)) continue;
      const sent = 'siteId' in command ? Command.parse({ ...command, siteId }) : command;
      let done = await client.command(sent);
      while (!done.ok && done.code === 'wire.too_fast') done = await client.command(sent);
      expect([command.type, !done.ok && done.code === 'wire.not_allowed']).toEqual([command.type, !isAllowed]);
    }
  });

  it('O3: a clerk asks for no other site', async () => {
    const command = { ...request(), siteId: newId() };
    const done = await (await join('clerk')).command(Command.parse(command));
    expect(done).toMatchObject({ ok: false, code: 'wire.not_allowed' });
  });
});
