// A player is another voice, and only while its film is on air. The silence has its positive control: the hall's tone,
// heard by the same ears in the same second.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { demoSeats, mediaToken, SeatClient, startHouse, type House, type SeatKey } from '@diemcau/testkit';
import { HALL_TONE, hallPicture, StageBots, toneClip } from '@diemcau/testkit/bots';
import { FilmId, RowId } from '@diemcau/domain/kernel';
import { DESK_GONE_MS } from './gone-desks.ts';
import { stageRoom } from './stage.ts';

const SOON = { timeout: 15_000, interval: 50 };
const FILM_TONE = 12;

let house: House;
let origin: string;
let operator: SeatClient;
let moderator: SeatClient;
let keys: { readonly operator: SeatKey; readonly hall: SeatKey; readonly site: SeatKey; readonly clerk: SeatKey };
let stage: StageBots;

const playerOf = async () =>
  (await stage.members()).find(
    ({ identity }) => identity.startsWith(keys.operator.seatId) && identity.endsWith(':player'),
  );

/** The token of a player, as the operator's desk asks for it. Rejects with the status when it is refused. */
const playerToken = async ({ seatId, cookie }: SeatKey): Promise<string> => {
  const answer = await fetch(`${origin}/api/v1/seats/${seatId}/player-token`, { headers: { cookie } });
  if (!answer.ok) throw new Error(`refused: ${answer.status}`);
  return z.object({ token: z.string() }).parse(await answer.json()).token;
};
const rogue = async (token: string) => {
  const { bot } = stage.rogue(token);
  bot.publish('picture', { clip: await hallPicture(), source: 'screenShare', obeysGrants: false });
  bot.publish('sound', { clip: await toneClip(FILM_TONE), source: 'screenShareAudio', obeysGrants: false });
  return bot;
};

const start = async (): Promise<FilmId> => {
  const filmId = FilmId.parse(crypto.randomUUID());
  await operator.must({ type: 'programme.startFilm', filmId });
  await operator.until(() => operator.live.programme.film?.filmId === filmId, 'the film');
  return filmId;
};
const stop = async (): Promise<void> => {
  const { film } = operator.live.programme;
  if (film) await operator.must({ type: 'programme.stopFilm', filmId: film.filmId });
  await operator.until(() => operator.live.programme.film === null, 'the end of the film');
};

beforeAll(async () => {
  house = await startHouse({ demo: true });
  origin = house.servers[0]!.origin;
  const seats = await demoSeats(origin);
  const site = seats.sites[6]!.siteId;
  keys = {
    operator: await seats.open('operator'),
    hall: await seats.open('room', seats.hall.siteId),
    site: await seats.open('room', site),
    clerk: await seats.open('clerk', site),
  };
  moderator = await SeatClient.open(origin, await seats.open('moderator'));
  operator = await SeatClient.open(origin, keys.operator);
  stage = new StageBots(house, stageRoom(operator.welcome!.seat.conferenceId));
  await SeatClient.open(origin, keys.hall);
  await moderator.must({ type: 'conference.open' });
}, 90_000);
afterAll(() => house.stop());
beforeEach(async () => {
  const hall = stage.page(keys.hall);
  hall.publish('microphone', { clip: await toneClip(HALL_TONE), source: 'microphone', obeysGrants: true });
  await vi.waitUntil(() => hall.state.status === 'joined', SOON);
});
afterEach(async () => {
  await stop();
  await stage.end();
});

const rowId = RowId.parse(crypto.randomUUID());
const plain = { act: { kind: 'words' }, itemId: null, seconds: null, before: null } as const;

describe('R12: the film of a row', () => {
  it('R12, M25: "Tiếp" of the moderator lets the player of the desk in that has it, and taken back not any more', async () => {
    await moderator.must(
      { type: 'runSheet.add', rowId, ...plain, film: true },
      { row: { cue: '', note: '', filmTitle: 'Quốc ca' } },
    );
    await operator.must({ type: 'programme.loadFilm', rowId });
    const next = { type: 'runSheet.next', rowId, fromRowId: null, endTurnId: null } as const;
    await moderator.must(next);
    await operator.until(() => operator.live.programme.film?.rowId === rowId, 'the film of the row');
    expect(await playerToken(keys.operator)).toMatch(/\./);
    await moderator.must({ type: 'runSheet.takeBack', rowId });
    await operator.until(() => operator.live.programme.film === null, 'the end of the film');
    await expect(playerToken(keys.operator)).rejects.toThrow('refused: 409');
  });

  it('R12: nobody but an operator says that a film is ready, and nobody begins that of a row by hand', async () => {
    const watcher = await SeatClient.open(origin, keys.clerk);
    for (const client of [watcher, moderator]) {
      for (const type of ['programme.loadFilm', 'programme.unloadFilm'] as const)
        expect(await client.command({ type, rowId })).toMatchObject({ ok: false, code: 'wire.not_allowed' });
    }
    for (const client of [watcher, moderator, operator])
      expect(await client.command({ type: 'programme.startRowFilm', rowId })).toMatchObject({
        ok: false,
        code: 'wire.not_allowed',
      });
    // What is ready is the desks' own.
    expect(operator.live.programme.loaded.map((film) => film.rowId)).toEqual([rowId]);
    expect(watcher.live.programme.loaded).toEqual([]);
    watcher.close();
  });

  it('R12: what was ready at a desk whose page is closed is ready no more', async () => {
    const ready = () => moderator.live.programme.loaded.map((film) => film.rowId);
    operator.close();
    expect(ready()).toEqual([rowId]);
    await expect.poll(ready, { timeout: DESK_GONE_MS * 2, interval: 200 }).toEqual([]);
    operator = await SeatClient.open(origin, keys.operator);
  });
});

describe('M25: the player of a film', () => {
  it('M25: is a member while its film is on air, is heard then and not after, and its token opens nothing more', async () => {
    const ears = stage.listen(keys.site);
    await expect(playerToken(keys.operator)).rejects.toThrow('refused: 409');
    await start();
    const token = await playerToken(keys.operator);
    await rogue(token);
    await expect.poll(async () => ears.heard((await playerOf())?.identity ?? ''), SOON).toEqual([FILM_TONE]);
    expect(await stage.heardOf(ears, keys.hall)).toEqual([HALL_TONE]);
    await stop();
    await expect.poll(playerOf, SOON).toBeUndefined();
    await expect(playerToken(keys.operator)).rejects.toThrow('refused: 409');
    const again = await rogue(token);
    await expect
      .poll(() => again.state, SOON)
      .toMatchObject({ status: 'stopped', end: { why: 'refused', status: 401 } });
    expect(await stage.heardBesideTheHall(ears, keys.hall)).toEqual([HALL_TONE]);
  });

  it('M11, M25: sends no microphone and no camera, nor does the desk beside it', async () => {
    await start();
    const bot = await rogue(await playerToken(keys.operator));
    bot.publish('microphone', { clip: await toneClip(5), source: 'microphone', obeysGrants: false });
    bot.publish('camera', { clip: await hallPicture(), source: 'camera', obeysGrants: false });
    await expect.poll(() => bot.statusOf('microphone'), SOON).toBe('refused');
    await expect.poll(() => bot.statusOf('camera'), SOON).toBe('refused');
    const desk = await rogue(await mediaToken(origin, keys.operator));
    await expect.poll(() => desk.statusOf('sound'), SOON).toBe('refused');
  });

  it('P22: nobody but an operator shows or ends one, or has a player', async () => {
    await start();
    for (const key of [keys.hall, keys.site, keys.clerk]) {
      await expect(playerToken(key)).rejects.toThrow(/refused: 40[34]/);
      const client = await SeatClient.open(origin, key);
      for (const type of ['programme.startFilm', 'programme.stopFilm', 'programme.reportFilmMissing'] as const) {
        const done = await client.command({ type, filmId: operator.live.programme.film!.filmId });
        expect(done).toMatchObject({ ok: false, code: 'wire.not_allowed' });
      }
      client.close();
    }
    for (const type of ['programme.startFilm', 'programme.stopFilm'] as const) {
      const done = await moderator.command({ type, filmId: operator.live.programme.film!.filmId });
      expect(done).toMatchObject({ ok: false, code: 'wire.not_allowed' });
      const bad = await operator.command({ type, filmId: 'phim' as FilmId });
      expect(bad).toMatchObject({ ok: false, code: 'wire.bad_frame', vi: expect.stringMatching(/.{8}/) });
    }
    expect(operator.live.programme.film).not.toBeNull();
  });
});
