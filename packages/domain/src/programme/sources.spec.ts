import { describe, expect, it } from 'vitest';
import { given as story, hall, refuses, site, sourceNo, yields } from '../kernel/given.fixture.ts';
import { dueOnAir, pictureWith, programme, sameSource, SOURCE_LIMIT, SOURCES_OF_SITE } from './index.ts';
import type { ProgrammeCommand, ProgrammeEvent, ProgrammeFacts, Source, SourceKind } from './index.ts';

const facts = (changed: Partial<ProgrammeFacts> = {}): ProgrammeFacts => ({
  phase: 'open',
  hallId: hall,
  isInvited: (siteId) => [0, 1, 2].map(site).includes(siteId),
  speakingSiteId: null,
  hasTurn: false,
  isRollCallOpen: false,
  ...changed,
});
const open = (...events: readonly ProgrammeEvent[]) => story(programme, facts(), ...events);
const add = (n: number, kind: SourceKind = 'camera', at = hall): ProgrammeCommand => ({
  type: 'programme.addSource',
  siteId: at,
  sourceId: sourceNo(n),
  kind,
});
const added = (n: number, kind: SourceKind = 'camera', at = hall): ProgrammeEvent => ({
  type: 'sourceAdded',
  siteId: at,
  sourceId: sourceNo(n),
  kind,
});
const removed = (n: number): ProgrammeEvent => ({ type: 'sourceRemoved', siteId: hall, sourceId: sourceNo(n) });
const mix = (n: number | null, isOpen: boolean, at = hall): ProgrammeCommand => ({
  type: 'programme.mixMicrophone',
  siteId: at,
  sourceId: n === null ? null : sourceNo(n),
  open: isOpen,
});
const mixed = (n: number | null, isOpen: boolean): ProgrammeEvent => ({
  type: 'microphoneMixed',
  siteId: hall,
  sourceId: n === null ? null : sourceNo(n),
  open: isOpen,
});
const camera = (n: number, at = hall): Source => ({ kind: 'site', siteId: at, sourceId: sourceNo(n) });
const own: Source = { kind: 'site', siteId: hall };
const byHand: ProgrammeEvent = { type: 'programmeModeSet', mode: 'manual' };

describe('P24: a site with several sources', () => {
  it('P24: each is added once, of a site that takes part, so many at most', () => {
    expect(open().when(add(1))).toEqual(yields(added(1)));
    expect(open(added(1)).when(add(1))).toEqual(yields());
    expect(open(added(1)).when(add(1, 'microphone'))).toEqual(refuses('programme.source_unknown'));
    expect(open(added(1)).when(add(1, 'camera', site(1)))).toEqual(refuses('programme.source_unknown'));
    expect(open().when(add(1, 'camera', site(9)))).toEqual(refuses('programme.site_not_invited'));
    const full = Array.from({ length: SOURCES_OF_SITE }, (_, n) => added(n));
    expect(open(...full).when(add(99))).toEqual(refuses('programme.sources_full'));
    expect(open(...full).when(add(99, 'camera', site(1)))).toEqual(yields(added(99, 'camera', site(1))));
    const all = Array.from({ length: SOURCE_LIMIT }, (_, n) => added(n, 'camera', site(n)));
    expect(open(...all).when(add(999, 'camera', site(1)))).toEqual(refuses('programme.sources_full'));
  });

  it('P24: a camera is previewed and cut to like any source, and is another picture than its site', () => {
    expect(open(added(1)).when({ type: 'programme.preview', source: camera(1) })).toEqual(
      yields({ type: 'previewSet', source: camera(1) }),
    );
    expect(open(added(1)).when({ type: 'programme.cut', source: camera(1) })).toEqual(
      yields<ProgrammeEvent>(byHand, { type: 'pictureCut', source: camera(1) }),
    );
    expect([sameSource(own, camera(1)), sameSource(camera(1), camera(2)), sameSource(camera(1), camera(1))]).toEqual([
      false,
      false,
      true,
    ]);
    const seen = { source: camera(1), layout: { kind: 'one' } as const, lost: [], content: null };
    expect(pictureWith(seen, facts())).toEqual({ kind: 'one', siteId: hall, sourceId: sourceNo(1) });
  });

  it('P24: no microphone, and no camera of another site or of nobody, is a picture', () => {
    const told = open(added(1, 'microphone'), added(2, 'camera', site(1)));
    for (const source of [camera(1), camera(2), camera(3)])
      for (const type of ['programme.preview', 'programme.cut'] as const)
        expect(told.when({ type, source })).toEqual(refuses('programme.source_unknown'));
  });

  it('P24: on air by hand it stays; given back, or taken away, its site is seen by its own camera', () => {
    const onAir: readonly ProgrammeEvent[] = [added(1), byHand, { type: 'pictureCut', source: camera(1) }];
    expect(dueOnAir(open(...onAir).state, facts())).toEqual(camera(1));
    expect(dueOnAir(open(...onAir, removed(1)).state, facts())).toEqual(own);
    expect(dueOnAir(open(...onAir, { type: 'programmeModeSet', mode: 'follow' }).state, facts())).toEqual(own);
    expect(open(added(1), { type: 'previewSet', source: camera(1) }, removed(1)).state.preview).toEqual(own);
  });

  it('P24: renamed by its own site, as often as it wishes; what is not there has no name', () => {
    const rename = (n: number, at = hall): ProgrammeCommand => ({
      type: 'programme.renameSource',
      siteId: at,
      sourceId: sourceNo(n),
    });
    const renamed: ProgrammeEvent = { type: 'sourceRenamed', siteId: hall, sourceId: sourceNo(1) };
    const before = open(added(1), added(2, 'microphone'));
    expect(before.when(rename(1))).toEqual(yields(renamed));
    expect(open(added(1), renamed).when(rename(1))).toEqual(yields(renamed));
    expect(open(added(1), added(2, 'microphone'), renamed).state).toEqual(before.state);
    expect(before.when(rename(1, site(1)))).toEqual(refuses('programme.source_unknown'));
    expect(open(added(1), removed(1)).when(rename(1))).toEqual(refuses('programme.source_unknown'));
  });

  it('P24: taken away once, by its own site', () => {
    const remove = (n: number, at = hall): ProgrammeCommand => ({
      type: 'programme.removeSource',
      siteId: at,
      sourceId: sourceNo(n),
    });
    expect(open(added(1)).when(remove(1))).toEqual(yields(removed(1)));
    expect(open(added(1)).when(remove(1, site(1)))).toEqual(yields());
    expect(open().when(remove(1))).toEqual(yields());
  });
});

describe('M31: the microphones of a site', () => {
  it('M31: a table microphone is heard when the operator chooses it, that of the screen until it is left out', () => {
    const [source] = open(added(1, 'microphone')).state.sources;
    expect([source?.isOpen, open(added(1, 'microphone')).state.mainShut]).toEqual([false, []]);
    expect(open(added(1, 'microphone')).when(mix(1, true))).toEqual(yields(mixed(1, true)));
    expect(open(added(1, 'microphone'), mixed(1, true)).when(mix(1, true))).toEqual(yields());
    expect(open(added(1, 'microphone')).when(mix(null, false))).toEqual(yields(mixed(null, false)));
    expect(open(added(1, 'microphone'), mixed(null, false)).state.mainShut).toEqual([hall]);
    expect(open(added(1, 'microphone'), mixed(null, false), mixed(null, true)).state.mainShut).toEqual([]);
  });

  it('M31: a camera, one of another site, and the only microphone of a site are not chosen', () => {
    const told = open(added(1), added(2, 'microphone', site(1)));
    for (const command of [mix(1, true), mix(2, true), mix(3, true), mix(null, false)])
      expect(told.when(command)).toEqual(refuses('programme.source_unknown'));
  });

  it('M31: without the last table microphone that of the screen is heard again', () => {
    const told = [added(1, 'microphone'), added(2, 'microphone'), mixed(null, false)];
    expect(open(...told, removed(1)).state.mainShut).toEqual([hall]);
    expect(open(...told, removed(1), removed(2)).state.mainShut).toEqual([]);
  });
});
