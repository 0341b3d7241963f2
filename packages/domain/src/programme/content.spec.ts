import { describe, expect, it } from 'vitest';
import { contentNo, given as story, hall, refuses, site, yields } from '../kernel/given.fixture.ts';
import { ONE, type Layout } from '../kernel/index.ts';
import { pictureWith, programme, programmeWithoutPreview, redactProgramme, sitesOfPicture } from './index.ts';
import type { ContentFrom, ProgrammeCommand, ProgrammeEvent, ProgrammeFacts, Source } from './index.ts';

const facts = (changed: Partial<ProgrammeFacts> = {}): ProgrammeFacts => ({
  phase: 'open',
  hallId: hall,
  isInvited: (siteId) => [0, 1, 2, 3].map(site).includes(siteId),
  speakingSiteId: site(1),
  hasTurn: true,
  isRollCallOpen: false,
  ...changed,
});
const speaking = (...events: readonly ProgrammeEvent[]) => story(programme, facts(), onAir(1), ...events);
const among = (changed: Partial<ProgrammeFacts>, ...events: readonly ProgrammeEvent[]) =>
  story(programme, facts(changed), ...events);

const content: Layout = { kind: 'content' };
const beside: Layout = { kind: 'hallBeside' };
const from = (n: number): Source => ({ kind: 'site', siteId: site(n) });
const onAir = (n: number): ProgrammeEvent => ({ type: 'pictureCut', source: from(n) });
const byHand: ProgrammeEvent = { type: 'programmeModeSet', mode: 'manual' };
const lost = (n: number): ProgrammeEvent => ({ type: 'sourceLost', siteId: site(n) });
const laid = (n: number, layout: Layout): ProgrammeEvent => ({ type: 'layoutCut', source: from(n), layout });

const start = (n: number, at: number, of: ContentFrom = 'screen'): ProgrammeCommand => ({
  type: 'programme.startContent',
  contentId: contentNo(n),
  siteId: site(at),
  from: of,
});
const stop = (n: number): ProgrammeCommand => ({ type: 'programme.stopContent', contentId: contentNo(n) });
const started = (n: number, at: number, of: ContentFrom = 'screen'): ProgrammeEvent => ({
  type: 'contentStarted',
  contentId: contentNo(n),
  siteId: site(at),
  from: of,
});
const stopped = (n: number, reason: 'hand' | 'right' | 'missing' = 'hand'): ProgrammeEvent => ({
  type: 'contentStopped',
  contentId: contentNo(n),
  reason,
});

describe('P19: who shows content', () => {
  it('P19: who has the floor, and the hall', () => {
    expect(speaking().when(start(1, 1))).toEqual(yields(started(1, 1), laid(1, content)));
    expect(speaking().when(start(1, 0, 'camera'))).toEqual(yields(started(1, 0, 'camera'), laid(1, content)));
  });

  it('P19: nobody else, and nobody while the conference is not open', () => {
    expect(speaking().when(start(1, 2))).toEqual(refuses('programme.content_not_now'));
    expect(speaking().when(start(1, 99))).toEqual(refuses('programme.content_not_now'));
    for (const phase of ['prepared', 'paused'] as const)
      expect(among({ phase }).when(start(1, 0))).toEqual(refuses('programme.content_not_now'));
    for (const phase of ['absent', 'closed'] as const)
      expect(among({ phase }).when(start(1, 0))).toEqual(refuses('programme.closed'));
  });

  it('P19: nobody while their turn is interrupted, or their screen is missing', () => {
    expect(among({ speakingSiteId: null }).when(start(1, 1))).toEqual(refuses('programme.content_not_now'));
    expect(speaking(lost(1)).when(start(1, 1))).toEqual(refuses('programme.source_lost'));
  });

  it('P19: one at a time: who has the floor replaces the hall, and the hall waits', () => {
    expect(speaking(started(1, 0), laid(1, content)).when(start(2, 1))).toEqual(yields(started(2, 1)));
    expect(speaking(started(1, 1), laid(1, content)).when(start(2, 0))).toEqual(refuses('programme.content_taken'));
    expect(speaking(started(1, 1), laid(1, content)).when(start(2, 1, 'camera'))).toEqual(
      yields(started(2, 1, 'camera')),
    );
  });

  it('P19: pressed twice it is shown once, and ended once', () => {
    expect(speaking(started(1, 1)).when(start(1, 1))).toEqual(yields());
    expect(speaking(started(1, 1), stopped(1)).when(stop(1))).toEqual(yields());
    expect(speaking(started(2, 1)).when(stop(1))).toEqual(yields());
  });

  it('P19: what does not arrive is ended, and said to be missing', () => {
    const missing: ProgrammeCommand = { type: 'programme.reportContentMissing', contentId: contentNo(1) };
    expect(speaking(started(1, 1), laid(1, content)).when(missing)).toEqual(
      yields(stopped(1, 'missing'), laid(1, ONE)),
    );
  });
});

describe('P20: the layout of content', () => {
  it('P20: while it follows, content comes forward, and goes with what was there before', () => {
    const told = speaking(laid(1, beside), started(1, 1), laid(1, content));
    expect(speaking(laid(1, beside)).when(start(1, 1))).toEqual(yields(started(1, 1), laid(1, content)));
    expect(told.when(stop(1))).toEqual(yields(stopped(1), laid(1, beside)));
  });

  it('P20: taken over, or under a mosaic or a title card, it waits for the operator', () => {
    expect(speaking(byHand).when(start(1, 1))).toEqual(yields(started(1, 1)));
    const over: readonly Layout[] = [
      { kind: 'title', card: 'break' },
      { kind: 'mosaic4', siteIds: [site(2)] },
    ];
    for (const layout of over) {
      expect(speaking(laid(1, layout)).when(start(1, 1))).toEqual(yields(started(1, 1)));
      expect(speaking(laid(1, layout), laid(1, content), started(1, 1)).when(stop(1))).toEqual(
        yields(stopped(1), laid(1, ONE)),
      );
    }
  });

  it('P20: chosen before there is content, it shows one picture until then', () => {
    expect(speaking(laid(1, content)).when(start(1, 1))).toEqual(yields(started(1, 1)));
    const seen = { source: from(1), layout: content, lost: [], content: null };
    expect(pictureWith(seen, facts())).toEqual({ kind: 'one', siteId: site(1) });
  });

  it('P20: content large, the source small beside it; of both the sites are on air', () => {
    const shown = { contentId: contentNo(1), siteId: site(1), from: 'camera' } as const;
    const seen = (source: Source) =>
      pictureWith({ source, layout: content, lost: [], content: shown }, facts({ phase: 'open' }));
    expect(seen(from(0))).toEqual({ kind: 'content', contentOf: site(1), from: 'camera', siteId: hall });
    expect(sitesOfPicture(seen(from(0)))).toEqual([hall, site(1)]);
    expect(sitesOfPicture(seen(from(1)))).toEqual([site(1)]);
    expect(sitesOfPicture(seen({ kind: 'title' }))).toEqual([site(1)]);
  });

  it('P20: a polling keeps its picture when content comes beside it or goes', () => {
    const polled: ProgrammeEvent = { type: 'pictureCut', source: from(2), polling: 'onAir' };
    const told = among({ speakingSiteId: null, hasTurn: false }, byHand, polled, started(1, 0), laid(2, content));
    expect(told.state.shownBy).toBeNull();
    const kept: ProgrammeEvent = { type: 'layoutCut', source: from(2), layout: content, polling: 'onAir' };
    const { when } = among({ speakingSiteId: null, hasTurn: false }, byHand, polled, started(1, 0), kept);
    expect(when(stop(1))).toEqual(
      yields(stopped(1), { type: 'layoutCut', source: from(2), layout: ONE, polling: 'onAir' }),
    );
  });

  it('P20, W3: everybody learns who shows content', () => {
    expect(redactProgramme(started(1, 1))).toEqual(started(1, 1));
    const { state } = speaking(started(1, 1));
    expect(programmeWithoutPreview(state).content).toEqual(state.content);
  });
});
