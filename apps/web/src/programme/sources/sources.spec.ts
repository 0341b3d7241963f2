import { SourceId } from '@diemcau/domain/kernel';
import { pictureOnAir } from '@diemcau/domain/live';
import { describe, expect, it } from 'vitest';

import { hallId, here, names as known, opened, presence, site, siteId } from '../../live/live.fixture.ts';
import { previewWith } from '../layouts.ts';
import { pictureView } from '../source.ts';
import { tilesOf, type WallSite } from '../wall.ts';
import { mixRows } from './mix.ts';

const camera = SourceId.parse('01990000-0007-7000-8000-000000000001');
const table = SourceId.parse('01990000-0007-7000-8000-000000000002');
const names = { ...known, sources: { [camera]: 'Máy quay 2', [table]: 'Micro bàn chủ toạ' } };
const wall: readonly WallSite[] = [0, 1].map((n) => ({ ...site(n), hall: n === 0, screen: true, calls: false }));

/** The hall with a second camera and a table microphone. */
const equipped = () =>
  opened()
    .do({ type: 'programme.addSource', siteId: hallId, sourceId: camera, kind: 'camera' })
    .do({ type: 'programme.addSource', siteId: hallId, sourceId: table, kind: 'microphone' });

describe('the further cameras of a site (P24)', () => {
  it('stand beside its own as tiles of their own, without its key', () => {
    const tiles = tilesOf(equipped().live, null, wall, {}, names.sources);
    expect(tiles.map(({ name, sourceId, key }) => [name, sourceId, key])).toEqual([
      ['Cơ quan Trung ương', null, 1],
      ['Máy quay 2', camera, null],
      ['Xã Số 1', null, 2],
    ]);
    expect(new Set(tiles.map(({ id }) => id)).size).toBe(3);
    expect(tilesOf(opened().live, null, wall, {}, names.sources)).toHaveLength(2);
  });

  it('are previewed, cut to and named as sources; of one site only the camera that is seen is on air', () => {
    const given = equipped();
    const chosen = previewWith(given.live, hallId, camera);
    expect(chosen.source).toEqual({ kind: 'site', siteId: hallId, sourceId: camera });
    given.do({ type: 'programme.preview', ...chosen });
    const tallies = () => tilesOf(given.live, null, wall, {}, names.sources).map(({ tally }) => tally);
    expect(tallies()).toEqual(['onAir', 'preview', 'off']);
    given.do({ type: 'programme.cut', ...chosen });
    expect(tallies()).toEqual(['off', 'onAir', 'off']);
    const { onAir } = given.live.programme;
    expect(pictureView(given.live, names, pictureOnAir(given.live), onAir)).toMatchObject({
      siteId: hallId,
      sourceId: camera,
      camera: 'Máy quay 2',
    });
  });
});

describe('the microphones of a site (M31)', () => {
  it('are listed with their levels where there are several, and which of them are heard', () => {
    const measured = [
      { sourceId: null, level: 0.2 },
      { sourceId: table, level: 0.7 },
    ];
    const { live } = equipped().do({
      type: 'programme.mixMicrophone',
      siteId: hallId,
      sourceId: table,
      open: true,
    });
    expect(mixRows(live, names, presence(here(0, { microphones: measured })), hallId)).toMatchObject([
      { sourceId: null, isOpen: true, level: 0.2 },
      { sourceId: table, name: 'Micro bàn chủ toạ', isOpen: true, level: 0.7 },
    ]);
    expect(mixRows(live, names, null, siteId(1))).toEqual([]);
  });
});
