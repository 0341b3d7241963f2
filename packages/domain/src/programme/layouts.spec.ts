import { describe, expect, it } from 'vitest';
import { given as story, hall, refuses, site, yields } from '../kernel/given.fixture.ts';
import { Layout, ONE, type SiteId } from '../kernel/index.ts';
import { pictureWith, programme, programmeWithoutPreview, redactProgramme, sitesOfPicture } from './index.ts';
import type { ProgrammeCommand, ProgrammeEvent, ProgrammeFacts, Source } from './index.ts';

const title: Source = { kind: 'title' };
const from = (n: number): Source => ({ kind: 'site', siteId: site(n) });
const beside: Layout = { kind: 'hallBeside' };
const four = (...numbers: number[]): Layout => ({ kind: 'mosaic4', siteIds: numbers.map(site) });
const nine = (...numbers: number[]): Layout => ({ kind: 'mosaic9', siteIds: numbers.map(site) });
const card = (of: 'conference' | 'break' | 'emblem'): Layout => ({ kind: 'title', card: of });
const INVITED: readonly SiteId[] = [0, 1, 2, 3, 4, 5].map(site);
const facts = (changed: Partial<ProgrammeFacts> = {}): ProgrammeFacts => ({
  phase: 'open',
  hallId: hall,
  isInvited: (siteId) => INVITED.includes(siteId),
  speakingSiteId: null,
  hasTurn: false,
  isRollCallOpen: false,
  ...changed,
});
const open = (...events: readonly ProgrammeEvent[]) => story(programme, facts(), ...events);
const inPhase = (phase: ProgrammeFacts['phase']) => story(programme, facts({ phase }));

const cut = (source: Source, layout?: Layout): ProgrammeCommand =>
  layout ? { type: 'programme.cut', source, layout } : { type: 'programme.cut', source };
const preview = (source: Source, layout: Layout): ProgrammeCommand => ({ type: 'programme.preview', source, layout });
const lay = (layout: Layout): ProgrammeCommand => ({ type: 'programme.layout', layout });
const byHand: ProgrammeEvent = { type: 'programmeModeSet', mode: 'manual' };
const cutTo = (source: Source, layout: Layout): ProgrammeEvent => ({ type: 'layoutCut', source, layout });
const onAir = (n: number): ProgrammeEvent => ({ type: 'pictureCut', source: from(n) });
const lost = (n: number): ProgrammeEvent => ({ type: 'sourceLost', siteId: site(n) });
const previewed = (source: Source, layout: Layout): ProgrammeEvent => ({ type: 'layoutPreviewed', source, layout });

const seen = (layout: Layout, source: Source, known: Partial<ProgrammeFacts> = {}, missing: readonly number[] = []) =>
  pictureWith({ source, layout, lost: missing.map(site), content: null }, facts(known));

describe('P11: a cut takes layout and source on air in one event', () => {
  it('P11: what is previewed is cut to as it is', () => {
    expect(open().when(cut(from(1), beside))).toEqual(yields(byHand, cutTo(from(1), beside)));
    expect(open(byHand, cutTo(from(1), beside)).when(cut(from(2), beside))).toEqual(yields(onAir(2)));
    expect(open(byHand, cutTo(from(1), beside)).when(cut(from(1), beside))).toEqual(yields());
  });

  it('P11: a cut that names no layout is to one picture', () => {
    expect(open(byHand, cutTo(from(1), beside)).when(cut(from(1)))).toEqual(yields(cutTo(from(1), ONE)));
    expect(open(byHand, cutTo(from(1), beside)).when(cut(from(2)))).toEqual(yields(cutTo(from(2), ONE)));
  });

  it('P11: a mosaic or a title card leaves the source that it covers', () => {
    expect(open(byHand, onAir(1)).when(cut(from(2), four(1, 3)))).toEqual(yields(cutTo(from(1), four(1, 3))));
    expect(open(byHand, onAir(1)).when(cut(title, card('break')))).toEqual(yields(cutTo(from(1), card('break'))));
  });

  it('P11: the layout may be set alone, while the picture follows or not', () => {
    expect(open(onAir(1)).when(lay(beside))).toEqual(yields(cutTo(from(1), beside)));
    expect(open(cutTo(from(1), beside), onAir(2)).state).toMatchObject({ mode: 'follow', layout: beside });
    expect(open(cutTo(from(1), beside)).when(lay(beside))).toEqual(yields());
  });

  it('P11: a stream from before there were layouts shows one picture', () => {
    expect(open(onAir(1), onAir(2)).state).toMatchObject({ onAir: from(2), layout: ONE, previewLayout: ONE });
  });
});

describe('P12: the hall beside the site on air', () => {
  it('P12: site and hall; without a site on air, or without the hall, one picture', () => {
    expect(seen(beside, from(1))).toEqual({ kind: 'hallBeside', hallId: hall, siteId: site(1) });
    expect(sitesOfPicture(seen(beside, from(1)))).toEqual([site(1), hall]);
    expect(seen(beside, from(0))).toEqual({ kind: 'one', siteId: hall });
    expect(seen(beside, title)).toEqual({ kind: 'title', card: 'conference' });
    expect(seen(beside, from(1), {}, [0])).toEqual({ kind: 'one', siteId: site(1) });
    expect(seen(beside, from(1), { hallId: null })).toEqual({ kind: 'one', siteId: site(1) });
  });
});

describe('P13: mosaics', () => {
  const ids = (layout: Layout, speaking: number | null = null) =>
    sitesOfPicture(seen(layout, from(0), { speakingSiteId: speaking === null ? null : site(speaking) }));

  it('P13: the sites that were named, in order', () => {
    expect(ids(four(3, 1, 2))).toEqual([3, 1, 2].map(site));
    expect(ids(nine(5, 0, 4, 3, 1))).toEqual([5, 0, 4, 3, 1].map(site));
  });

  it('P13: the speaker first; one who was not named takes the place of the last', () => {
    expect(ids(four(3, 1, 2), 2)).toEqual([2, 3, 1].map(site));
    expect(ids(four(1, 2, 3), 5)).toEqual([5, 1, 2, 3].map(site));
    expect(ids(four(1, 2, 3, 4), 5)).toEqual([5, 1, 2, 3].map(site));
    expect(seen(four(1, 2), from(0), { speakingSiteId: site(2) })).toMatchObject({
      places: [{ isSpeaking: true }, { isSpeaking: false }],
    });
  });

  it('P13: a missing site keeps its place, marked', () => {
    expect(seen(four(1, 2), from(0), {}, [2])).toEqual({
      kind: 'mosaic4',
      places: [
        { siteId: site(1), isMissing: false, isSpeaking: false },
        { siteId: site(2), isMissing: true, isSpeaking: false },
      ],
    });
    expect(open(lost(2)).when(cut(from(1), four(1, 2)))).toMatchObject({ ok: true });
  });

  it('P13: one site at least, as many as there are places at most, each once', () => {
    expect(Layout.safeParse(four()).success).toBe(false);
    expect(Layout.safeParse(four(1, 2, 3, 4)).success).toBe(true);
    expect(Layout.safeParse(four(1, 2, 3, 4, 5)).success).toBe(false);
    expect(Layout.safeParse(nine(0, 1, 2, 3, 4, 5, 6, 7, 8, 9)).success).toBe(false);
    expect(Layout.safeParse(four(1, 1)).success).toBe(false);
  });
});

describe('P14: title cards and phases', () => {
  it('P14: a title card hides who is on air, whoever speaks', () => {
    expect(seen(card('emblem'), from(1), { speakingSiteId: site(1) })).toEqual(card('emblem'));
    expect(sitesOfPicture({ kind: 'title', card: 'emblem' })).toEqual([]);
  });

  it('P14: in a pause a title card stays, of every other layout the hall remains', () => {
    expect(seen(card('break'), from(0), { phase: 'paused' })).toEqual(card('break'));
    for (const layout of [beside, four(1, 2), ONE])
      expect(seen(layout, from(0), { phase: 'paused' })).toEqual({ kind: 'one', siteId: hall });
  });

  it('P14: before the opening and after the end the title card of the conference', () => {
    for (const phase of ['prepared', 'closed'] as const)
      expect(seen(four(1, 2), title, { phase })).toEqual({ kind: 'title', card: 'conference' });
  });
});

describe('P7: what layouts are refused', () => {
  it('P7: with a site that does not take part, cut, set or previewed', () => {
    const strange = four(1, 99);
    for (const command of [cut(from(1), strange), lay(strange), preview(from(1), strange)])
      expect(open().when(command)).toEqual(refuses('programme.site_not_invited'));
  });

  it('P7: one picture, or the hall beside it, of a missing site', () => {
    expect(open(lost(1)).when(cut(from(1), beside))).toEqual(refuses('programme.source_lost'));
    expect(open(lost(1)).when(cut(from(1), card('break')))).toMatchObject({ ok: true });
  });

  it.each(['prepared', 'paused'] as const)('P7: while the conference is %s no layout is set', (phase) => {
    expect(inPhase(phase).when(lay(beside))).toEqual(refuses('programme.not_open'));
    expect(inPhase(phase).when(cut(from(1), beside))).toEqual(refuses('programme.not_open'));
    expect(inPhase(phase).when(preview(from(1), beside))).toEqual(yields(previewed(from(1), beside)));
  });

  it.each(['absent', 'closed'] as const)('P7: nothing while the conference is %s', (phase) => {
    expect(inPhase(phase).when(lay(beside))).toEqual(refuses('programme.closed'));
  });
});

describe('P4: the previewed layout is for the desks', () => {
  it('P4: it is said once, and a new source keeps it', () => {
    expect(open().when(preview(from(1), beside))).toEqual(yields(previewed(from(1), beside)));
    const { state, when } = open(previewed(from(1), beside));
    expect(state).toMatchObject({ preview: from(1), previewLayout: beside, onAir: title, layout: ONE });
    expect(when(preview(from(1), beside))).toEqual(yields());
    expect(when(preview(from(2), beside))).toEqual(yields({ type: 'previewSet', source: from(2) }));
  });

  it('P4: no other class learns of it', () => {
    expect(redactProgramme(previewed(from(2), beside))).toBeNull();
    expect(redactProgramme(cutTo(from(2), beside))).toEqual(cutTo(from(2), beside));
    expect(programmeWithoutPreview(open(previewed(from(2), beside)).state)).toEqual(programme.initial);
  });
});
