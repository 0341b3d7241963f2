// A table microphone that is chosen is still the microphone of its site: nobody hears it without the floor. The silence
// has its positive control, the hall's tone, heard by the same ears in the same second.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoSeats, mediaToken, SeatClient, startHouse, type House, type SeatKey } from '@diemcau/testkit';
import { HALL_TONE, StageBots, toneClip } from '@diemcau/testkit/bots';
import { SiteId, SourceId } from '@diemcau/domain/kernel';
import { stageRoom } from './stage.ts';

const SOON = { timeout: 15_000, interval: 50 };
const TABLE_TONE = 7;

let house: House;
let origin: string;
let hallId: SiteId;
let siteId: SiteId;
let operator: SeatClient;
let hallClerk: SeatClient;
let siteClerk: SeatClient;
let keys: { readonly hall: SeatKey; readonly site: SeatKey; readonly listener: SeatKey };
let stage: StageBots;

const newSource = () => SourceId.parse(crypto.randomUUID());
const camera = newSource();
const table = newSource();
const ofSite = newSource();

beforeAll(async () => {
  house = await startHouse({ demo: true });
  origin = house.servers[0]!.origin;
  const seats = await demoSeats(origin);
  hallId = SiteId.parse(seats.hall.siteId);
  siteId = SiteId.parse(seats.sites[6]!.siteId);
  keys = {
    hall: await seats.open('room', hallId),
    site: await seats.open('room', siteId),
    listener: await seats.open('room', seats.sites[7]!.siteId),
  };
  operator = await SeatClient.open(origin, await seats.open('operator'));
  stage = new StageBots(house, stageRoom(operator.welcome!.seat.conferenceId));
  hallClerk = await SeatClient.open(origin, await seats.open('clerk', hallId));
  siteClerk = await SeatClient.open(origin, await seats.open('clerk', siteId));
  const moderator = await SeatClient.open(origin, await seats.open('moderator'));
  for (const key of [keys.hall, keys.site]) await SeatClient.open(origin, key);
  await moderator.must({ type: 'conference.open' });
  moderator.close();
}, 90_000);
afterAll(async () => {
  await stage.end();
  for (const client of [operator, hallClerk, siteClerk]) client.close();
  await house.stop();
});

const add = (
  client: SeatClient,
  of: { siteId: SiteId; sourceId: SourceId; kind: 'camera' | 'microphone' },
  name?: string,
) => client.command({ type: 'programme.addSource', ...of }, name === undefined ? undefined : { source: name });

describe('P24: who names the sources of a site', () => {
  it('P24: its own clerk and nobody else, each with a name', async () => {
    const of = { siteId: hallId, sourceId: camera, kind: 'camera' } as const;
    for (const client of [operator, siteClerk])
      expect(await add(client, of, 'Máy quay 2')).toMatchObject({ ok: false, code: 'wire.not_allowed' });
    expect(await add(hallClerk, of)).toMatchObject({ ok: false, code: 'programme.source_unnamed' });
    for (const name of ['', ' ', 'a'.repeat(61), 'Máy\u202Equay'])
      expect(await add(hallClerk, of, name)).toMatchObject({ ok: false, code: 'wire.bad_frame' });
    expect(await add(hallClerk, of, 'Máy quay 2 – bục phát biểu')).toMatchObject({ ok: true });
    expect(await add(hallClerk, of, 'Máy quay 2 – bục phát biểu')).toMatchObject({ ok: true });
    await operator.until(() => operator.live.programme.sources.length === 1, 'the camera');
    const remove = { type: 'programme.removeSource', siteId: hallId, sourceId: camera } as const;
    for (const client of [operator, siteClerk])
      expect(await client.command(remove)).toMatchObject({ ok: false, code: 'wire.not_allowed' });
  });

  it('P24: renamed by its own clerk, as its desks read at once; by nobody else, and no camera of another site', async () => {
    const rename = (client: SeatClient, of: SiteId, name?: string) =>
      client.command(
        { type: 'programme.renameSource', siteId: of, sourceId: camera },
        name === undefined ? undefined : { source: name },
      );
    for (const client of [operator, siteClerk])
      expect(await rename(client, hallId, 'Máy quay')).toMatchObject({ ok: false, code: 'wire.not_allowed' });
    expect(await rename(siteClerk, siteId, 'Máy quay')).toMatchObject({ ok: false, code: 'programme.source_unknown' });
    expect(await rename(hallClerk, hallId)).toMatchObject({ ok: false, code: 'programme.source_unnamed' });
    expect(await rename(hallClerk, hallId, ' ')).toMatchObject({ ok: false, code: 'wire.bad_frame' });
    const named = (client: SeatClient) => client.people.findLast(({ sources }) => sources[camera])?.sources[camera];
    await operator.until(() => named(operator) === 'Máy quay 2 – bục phát biểu', 'the name');
    expect(await rename(hallClerk, hallId, 'Máy quay 2 – Chủ tịch đoàn')).toMatchObject({ ok: true });
    for (const client of [operator, hallClerk, siteClerk])
      await client.until(() => named(client) === 'Máy quay 2 – Chủ tịch đoàn', 'the new name');
    const late = await SeatClient.open(origin, keys.listener);
    await late.until(() => named(late) === 'Máy quay 2 – Chủ tịch đoàn', 'the new name for who comes later');
    late.close();
  });

  it('P24: cut to, it is the picture of all; a camera that nobody named is no picture', async () => {
    await operator.must({ type: 'programme.cut', source: { kind: 'site', siteId: hallId, sourceId: camera } });
    await siteClerk.until(() => {
      const { onAir } = siteClerk.live.programme;
      return onAir.kind === 'site' && onAir.sourceId === camera;
    }, 'the camera on air');
    const unknown = { kind: 'site', siteId: hallId, sourceId: newSource() } as const;
    expect(await operator.command({ type: 'programme.cut', source: unknown })).toMatchObject({
      ok: false,
      code: 'programme.source_unknown',
    });
  });
});

describe('M31: which microphones are heard', () => {
  it('M31: the operator chooses, no clerk and no room', async () => {
    await add(hallClerk, { siteId: hallId, sourceId: table, kind: 'microphone' }, 'Micro bàn chủ toạ');
    const mix = { type: 'programme.mixMicrophone', siteId: hallId, sourceId: table, open: true } as const;
    for (const client of [hallClerk, siteClerk])
      expect(await client.command(mix)).toMatchObject({ ok: false, code: 'wire.not_allowed' });
    await operator.must(mix);
    await operator.until(() => operator.live.programme.sources.some(({ isOpen }) => isOpen), 'the table microphone');
  });

  it('M1, M11, M31: chosen at a site without the floor it opens nothing: its room may send no microphone', async () => {
    await add(siteClerk, { siteId, sourceId: ofSite, kind: 'microphone' }, 'Micro bàn 1');
    await operator.must({ type: 'programme.mixMicrophone', siteId, sourceId: ofSite, open: true });
    const hall = stage.page(keys.hall);
    hall.publish('microphone', { clip: await toneClip(HALL_TONE), source: 'microphone', obeysGrants: true });
    const ears = stage.listen(keys.listener);
    const { bot } = stage.rogue(await mediaToken(origin, keys.site));
    bot.publish('microphone', { clip: await toneClip(TABLE_TONE), source: 'microphone', obeysGrants: false });
    await expect.poll(() => bot.statusOf('microphone'), SOON).toBe('refused');
    expect(await stage.heardBesideTheHall(ears, keys.hall)).toEqual([HALL_TONE]);
  });
});
