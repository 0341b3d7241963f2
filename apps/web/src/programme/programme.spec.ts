import { type Layout, PollingId, RequestId, SiteId, SpeakerId } from '@diemcau/domain/kernel';
import { type Command, decideLive, evolveLive, initialLive, type Live, pictureOnAir } from '@diemcau/domain/live';
import type { Polling } from '@diemcau/domain/programme';
import type { MediaState, Presence, SitePresence } from '@diemcau/domain/wire';
import { describe, expect, it } from 'vitest';

import type { Names } from '../live/index.ts';
import { favouriteSites, readFavourites, withFavourite } from './favourites.ts';
import { minutesFor, nextPlaceOf, secondsLeft, siteAt } from './polling.ts';
import { soundRows } from './sound.ts';
import { layoutFor, previewWith } from './layouts.ts';
import { monitorView, pictureView, tallyOf } from './source.ts';
import { askingSites, moveOnWall, tilesOf, type WallSite } from './wall.ts';

const uuid = (kind: number, n: number) => `01990000-000${kind}-7000-8000-${String(n).padStart(12, '0')}`;
const site = (n: number) => SiteId.parse(uuid(1, n));
const person = (n: number) => SpeakerId.parse(uuid(2, n));
const hall = site(0);

/** A conference in session, and what is commanded in it. */
const story = (...commands: Command[]): Live => {
  let ids = 0;
  const begin: Command[] = [
    { type: 'conference.prepare', kind: 'conference', startsAt: 0, hallId: hall, siteLimit: 100 },
    { type: 'conference.invite', siteIds: [1, 2, 3, 4].map(site) },
    { type: 'conference.open' },
  ];
  return [...begin, ...commands].reduce((live, command) => {
    const decided = decideLive(live, command, {
      now: 1000,
      newId: () => uuid(4, ++ids),
      actor: { kind: 'system', name: 'demo' },
    });
    if (!decided.ok) throw new Error(`${command.type} was refused: ${decided.code}`);
    return decided.value.reduce((state, event) => evolveLive(state, { ...event, at: 1000 }), live);
  }, initialLive);
};
const asks = (n: number): Command => ({
  type: 'floor.request',
  requestId: RequestId.parse(uuid(3, n)),
  siteId: site(n),
  speakerId: person(n),
  kind: 'discussion',
});
const granted = (n: number): Command => ({ type: 'floor.grant', requestId: RequestId.parse(uuid(3, n)) });
const preview = (n: number): Command => ({ type: 'programme.preview', source: { kind: 'site', siteId: site(n) } });

const names: Names = {
  sites: new Map(
    [0, 1, 2, 3, 4].map((n) => [site(n), { siteId: site(n), code: `${n}`, name: `Xã ${n}`, province: null }] as const),
  ),
  speakers: new Map(
    [1, 2].map(
      (n) =>
        [
          person(n),
          { speakerId: person(n), siteId: site(n), honorific: 'Bà', name: `Người ${n}`, position: 'x' },
        ] as const,
    ),
  ),
  subjects: {},
  titles: {},
  rows: {},
  sources: {},
};

const seen = (n: number, more: Partial<SitePresence> = {}): SitePresence => ({
  siteId: site(n),
  room: true,
  clerk: false,
  lostAt: null,
  sound: null,
  level: 0.4,
  line: 'good',
  ladder: null,
  ...more,
});
const presence = (...sites: SitePresence[]): Presence => ({ type: 'presence', present: 1, invited: 4, sites });
const media = (...ns: number[]): MediaState => ({ type: 'media', available: true, sounding: ns.map(site) });

describe('tallyOf', () => {
  it('is one thing at a time: on air before preview before stand-by', () => {
    const live = story(asks(1), asks(2), asks(3), granted(1), preview(2));
    expect([1, 2, 3, 4].map((n) => tallyOf(live, site(n)))).toEqual(['onAir', 'preview', 'standby', 'off']);
    expect(tallyOf(story(asks(1), granted(1), preview(1)), site(1))).toBe('onAir');
  });
});

describe('layouts', () => {
  const lay = (layout: Layout): Command => ({
    type: 'programme.preview',
    source: { kind: 'site', siteId: site(2) },
    layout,
  });
  const siteIds = (...ns: number[]) => ns.map(site);
  const four = (...ns: number[]): Layout => ({ kind: 'mosaic4', siteIds: siteIds(...ns) });

  it('a new mosaic begins with preview, on air, who speaks and stands by, and the hall, each once', () => {
    const live = story(asks(1), asks(3), granted(1), preview(2));
    expect(layoutFor(live, 'mosaic4')).toEqual(four(2, 1, 3, 0));
    expect(layoutFor(live, 'mosaic9')).toEqual({ kind: 'mosaic9', siteIds: siteIds(2, 1, 3, 0) });
    expect(layoutFor(live, 'break')).toEqual({ kind: 'title', card: 'break' });
  });

  it('a tile adds its site to the mosaic, or takes it out; full, it takes the last place; one always remains', () => {
    expect(previewWith(story(lay(four(1))), site(2)).layout).toEqual(four(1, 2));
    expect(previewWith(story(lay(four(1, 2))), site(1)).layout).toEqual(four(2));
    expect(previewWith(story(lay(four(1, 2, 3, 4))), site(0)).layout).toEqual(four(1, 2, 3, 0));
    expect(previewWith(story(lay(four(1))), site(1)).layout).toEqual(four(1));
  });

  it('a tile is the source of any other layout, and ends a title card', () => {
    const to = (layout: Layout) => previewWith(story(lay(layout)), site(3));
    const source = { kind: 'site', siteId: site(3) };
    expect(to({ kind: 'hallBeside' })).toEqual({ source, layout: { kind: 'hallBeside' } });
    expect(to({ kind: 'title', card: 'break' })).toEqual({ source, layout: { kind: 'one' } });
  });

  it('every site of the preview and of the programme has its tally', () => {
    const mosaic: Command = { type: 'programme.layout', layout: four(1, 2) };
    expect([1, 2, 3, 4].map((n) => tallyOf(story(mosaic, lay(four(2, 3))), site(n)))).toEqual([
      'onAir',
      'onAir',
      'preview',
      'off',
    ]);
  });

  it('names a picture of several as a whole', () => {
    const live = story(asks(1), granted(1), { type: 'programme.layout', layout: { kind: 'hallBeside' } });
    expect(pictureView(live, names, pictureOnAir(live), live.programme.onAir)).toMatchObject({
      kind: 'grid',
      main: { name: 'Xã 1' },
    });
  });
});

describe('monitorView', () => {
  it('names the site and who speaks or will speak there', () => {
    const live = story(asks(1), asks(2), granted(1));
    expect(monitorView(live, names, live.programme.onAir)).toMatchObject({
      site: { name: 'Xã 1' },
      speaker: { name: 'Người 1' },
      standbyPlace: null,
    });
    expect(monitorView(live, names, { kind: 'site', siteId: site(2) })).toMatchObject({
      speaker: { name: 'Người 2' },
      standbyPlace: 1,
      isHall: false,
    });
  });

  it('shows the title card as itself', () => {
    expect(monitorView(story(), names, { kind: 'title' })).toEqual({ kind: 'title' });
  });
});

const wallSite = (n: number, more: Partial<WallSite> = {}): WallSite => ({
  siteId: site(n),
  code: `${n}`,
  name: `Xã ${n}`,
  province: null,
  hall: n === 0,
  screen: true,
  calls: false,
  ...more,
});

describe('tilesOf', () => {
  it('tells what is known of each site', () => {
    const live = story(asks(2), { type: 'programme.reportMissing', siteId: site(4) });
    const told = presence(seen(0), seen(2), seen(3, { room: false, lostAt: 5 }), seen(4));
    const tiles = tilesOf(live, told, [
      wallSite(0),
      wallSite(1, { screen: false }),
      wallSite(2),
      wallSite(3, { calls: true }),
      wallSite(4),
    ]);
    expect(tiles.map((tile) => tile.calls)).toEqual([false, false, false, true, false]);
    expect(tiles.map((tile) => tile.state)).toEqual(['here', 'away', 'here', 'lost', 'lost']);
    expect(tiles.map((tile) => tile.isAsking)).toEqual([false, false, true, false, false]);
    expect(tiles[3]?.lostAt).toBe(5);
  });

  it('M21: shows how loud a site is, how good its line, and the lesser of what that carries each way', () => {
    const told = presence(
      seen(1, { level: 0.7 }),
      seen(2, { level: 0.05, line: 'poor', ladder: { down: 'full', up: 'small' } }),
      seen(3, { level: null, line: 'unknown', ladder: { down: 'text', up: 'sound' } }),
    );
    const tiles = tilesOf(
      story(),
      told,
      [1, 2, 3].map((n) => wallSite(n)),
    );
    expect(tiles.map(({ level, line, step }) => [level, line, step])).toEqual([
      [0.7, 'good', 'full'],
      [0.05, 'poor', 'small'],
      [null, 'unknown', 'text'],
    ]);
  });

  it('does not know what it has not been told', () => {
    expect(tilesOf(story(), null, [wallSite(1)])[0]).toMatchObject({ state: 'unknown', level: null, line: 'unknown' });
  });

  it('gives the first nine a key', () => {
    const tiles = tilesOf(
      story(),
      null,
      Array.from({ length: 11 }, (_, n) => wallSite(n)),
    );
    expect(tiles.map((tile) => tile.key)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, null, null]);
  });
});

describe('moveOnWall', () => {
  it.each([
    ['right', 0, 1],
    ['left', 0, 0],
    ['down', 1, 9],
    ['down', 14, 14],
    ['up', 9, 1],
    ['up', 3, 3],
    ['right', 19, 19],
    ['first', 12, 0],
    ['last', 2, 19],
  ] as const)('%s from tile %i of 20 in 8 columns is tile %i', (move, from, to) => {
    expect(moveOnWall(from, move, 20, 8)).toBe(to);
  });

  it('starts at the first tile, and has none on an empty wall', () => {
    expect(moveOnWall(-1, 'right', 5, 8)).toBe(0);
    expect(moveOnWall(-1, 'last', 5, 8)).toBe(4);
    expect(moveOnWall(-1, 'down', 0, 8)).toBe(-1);
  });
});

describe('the filter that the desk makes itself', () => {
  it('lists who asked, each site once', () => {
    const twice: Command = {
      ...(asks(1) as Extract<Command, { type: 'floor.request' }>),
      requestId: RequestId.parse(uuid(3, 9)),
      kind: 'paper',
    };
    expect(askingSites(story(asks(2), asks(1), twice))).toEqual([site(2), site(1)]);
  });
});

describe('soundRows', () => {
  it('shows hall, speaker and stand-by: open, and locked until their turn', () => {
    const rows = soundRows(story(asks(1), asks(2), granted(1)), names, media(0, 1), presence(seen(1)));
    expect(rows.map(({ role, state, act }) => [role, state, act])).toEqual([
      ['hall', 'open', 'silence'],
      ['speaking', 'open', 'silence'],
      ['standby', 'locked', null],
    ]);
    expect(rows[1]?.level).toBe(0.4);
  });

  it('calls a silenced microphone silenced only when the media server agrees', () => {
    const live = story(asks(1), granted(1), { type: 'floor.silence', siteId: site(1) });
    expect(soundRows(live, names, media(0, 1), null)[1]).toMatchObject({ state: 'closing', act: 'lift' });
    expect(soundRows(live, names, media(0), null)[1]).toMatchObject({ state: 'silenced', act: 'lift' });
    expect(soundRows(live, names, null, null)[1]).toMatchObject({ state: 'unknown' });
  });

  it('lists each site once when the hall has the floor itself', () => {
    const live = story({ type: 'floor.grantSite', siteId: hall, speakerId: null, kind: 'report' });
    expect(soundRows(live, names, media(0), null).map((row) => row.role)).toEqual(['hall']);
  });
});

describe('favourites', () => {
  const favourite = (n: number) => ({ siteId: site(n), code: `${n}`, name: `Xã ${n}`, province: null, hall: false });

  it('one digit of a site, one site of a digit; the same once more takes it away', () => {
    const one = withFavourite({}, 3, favourite(1));
    expect(one).toEqual({ 3: favourite(1) });
    expect(withFavourite(one, 5, favourite(1))).toEqual({ 5: favourite(1) });
    expect(withFavourite(one, 3, favourite(2))).toEqual({ 3: favourite(2) });
    expect(withFavourite(one, 3, favourite(1))).toEqual({});
  });

  it('are read again as they were stored, and what cannot be read is none', () => {
    const two = withFavourite(withFavourite({}, 9, favourite(1)), 1, favourite(2));
    expect(readFavourites(JSON.stringify(two))).toEqual(two);
    expect(favouriteSites(two).map((each) => each.siteId)).toEqual([site(2), site(1)]);
    for (const text of [null, '', '[]', '{"10":1}', '{"1":{"siteId":"x"}}']) expect(readFavourites(text)).toEqual({});
  });

  it('keep their digit on every page; the other digits go to the first tiles', () => {
    const keys = tilesOf(
      story(),
      null,
      [1, 2, 3].map((n) => wallSite(n)),
      { 1: favourite(3) },
    );
    expect(keys.map(({ key, isFavourite }) => [key, isFavourite])).toEqual([
      [null, false],
      [2, false],
      [1, true],
    ]);
  });
});

describe('the polling that is shown', () => {
  const polling = (more: Partial<Polling> = {}): Polling => ({
    pollingId: PollingId.parse(uuid(5, 1)),
    mode: 'onAir',
    siteIds: [1, 2].map(site),
    seconds: 20,
    repeat: false,
    pausedBy: null,
    move: 1,
    place: 0,
    nextPlace: 1,
    shownAt: 1000,
    passedOver: [],
    followed: true,
    ...more,
  });

  it('names the next site; after the last none, or the first again', () => {
    expect(nextPlaceOf(polling())).toBe(1);
    expect(nextPlaceOf(polling({ nextPlace: 2 }))).toBeNull();
    expect(nextPlaceOf(polling({ nextPlace: 2, repeat: true }))).toBe(0);
    expect([siteAt(polling(), 1), siteAt(polling(), null)]).toEqual([site(2), null]);
  });

  it('counts whole seconds down to nought, and none while it waits', () => {
    expect([1000, 1001, 20_999, 60_000].map((now) => secondsLeft(polling(), now))).toEqual([20, 20, 1, 0]);
    expect(secondsLeft(polling({ pausedBy: 'speech' }), 1000)).toBeNull();
    expect(secondsLeft(polling({ place: null }), 1000)).toBeNull();
  });

  it('says about how long a list takes', () => {
    expect([minutesFor(1, 10), minutesFor(34, 15), minutesFor(200, 120)]).toEqual([1, 9, 400]);
  });
});
