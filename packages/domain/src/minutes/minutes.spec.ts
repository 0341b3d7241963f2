import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  contentNo,
  filmNo,
  hall,
  itemNo,
  later,
  pollingNo,
  rowNo,
  seatNo,
  site,
  speaker,
  START,
  turnNo,
} from '../kernel/given.fixture.ts';
import { FULL_LINE, type Layout, type SiteLine } from '../kernel/index.ts';
import type { LiveEvent } from '../live/index.ts';
import type { Source } from '../programme/index.ts';
import { stories, type Played } from '../live/sequences.fixture.ts';
import { granted, onAir, opened, type Story } from '../live/stories.fixture.ts';
import {
  RecordEntry,
  emptyRecord,
  recordOf,
  sitesOf,
  summarise,
  tell,
  type Doer,
  type EntryKind,
  type EntryOf,
  type Told,
} from './index.ts';

// Hundreds of stories take a while on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** What happened, as the record reads it: each event with its number, the moderator's unless another did it. */
type By = { readonly by: Doer };
const told = (...steps: readonly (Story[number] | By)[]): readonly Told[] => {
  const events: Told[] = [];
  let at = START;
  let by: Doer = 'moderator';
  for (const step of steps) {
    if ('laterMs' in step) at += step.laterMs;
    else if ('by' in step && !('type' in step)) ({ by } = step);
    else events.push({ ...(step as LiveEvent), at, seq: events.length + 1, by });
  }
  return events;
};
const record = (...steps: readonly (Story[number] | By)[]) => recordOf(told(...steps));
const only = <K extends EntryKind>(entries: readonly RecordEntry[], kind: K) =>
  entries.filter((entry): entry is EntryOf<K> => entry.kind === kind);
const started = (n: number): LiveEvent => ({ type: 'speechStarted', turnId: turnNo(n) });
const released = (n: number, reason: 'ended' | 'next' | 'paused' | 'closed' = 'ended'): LiveEvent => ({
  type: 'floorReleased',
  turnId: turnNo(n),
  reason,
});
const minute = later(60_000);
const item = (n: number, seconds: number | null = 600): LiveEvent => ({
  type: 'agendaItemAdded',
  itemId: itemNo(n),
  kind: 'report',
  seconds,
  presenterId: null,
  parentId: null,
  before: null,
});
const begun = (n: number): LiveEvent => ({ type: 'agendaItemBegun', itemId: itemNo(n) });

describe('speeches', () => {
  it('K3: tells who spoke from where, from when, how long and how it ended', () => {
    const [speech] = only(record(...opened, granted(1), later(2000), started(1), minute, released(1)), 'speech');
    expect(speech).toMatchObject({
      siteId: site(1),
      speakerId: speaker(1),
      speechKind: 'discussion',
      at: START,
      startedAt: START + 2000,
      endedAt: START + 62_000,
      lengthMs: 60_000,
      ended: 'ended',
      by: 'moderator',
    });
  });

  it('K3: one that runs has no length yet', () => {
    expect(only(record(...opened, granted(1), started(1), minute), 'speech')).toMatchObject([
      { endedAt: null, lengthMs: null, ended: null },
    ]);
  });

  it('K4: an interruption is told, and is no part of the length', () => {
    const lost: LiveEvent = { type: 'turnInterrupted', turnId: turnNo(1) };
    const back: LiveEvent = { type: 'turnResumed', turnId: turnNo(1) };
    const steps = [granted(1), started(1), minute, lost, minute, minute, back, minute, released(1)];
    const [speech] = only(record(...opened, ...steps), 'speech');
    expect(speech).toMatchObject({
      lengthMs: 120_000,
      interruptions: [{ at: START + 60_000, resumedAt: START + 180_000 }],
    });
  });

  it('K4: an end that was taken back stays in the record, the speech is one', () => {
    const back: LiveEvent = { type: 'floorReturned', turnId: turnNo(1) };
    const steps = [granted(1), started(1), minute, released(1), later(2000), back, minute, released(1)];
    expect(only(record(...opened, ...steps), 'speech')).toMatchObject([
      { lengthMs: 120_000, returns: [{ endedAt: START + 60_000, at: START + 62_000 }] },
    ]);
  });

  it('K4: a floor given by mistake is told as taken back, and the speech that gave way goes on', () => {
    const undone: LiveEvent = { type: 'grantTakenBack', turnId: turnNo(2) };
    const mistake = [released(1, 'next'), granted(2), later(2000), undone];
    const entries = record(...opened, granted(1), started(1), minute, ...mistake, minute, released(1));
    expect(only(entries, 'speech')).toMatchObject([
      { siteId: site(1), lengthMs: 120_000, ended: 'ended', returns: [{ at: START + 62_000 }], takenBackAt: null },
      { siteId: site(2), takenBackAt: START + 62_000, lengthMs: null },
    ]);
    expect(summarise(entries)).toMatchObject({ speeches: 1, speechMs: 120_000 });
  });

  it('K5: who is named anew during the turn leaves whom it was said to be', () => {
    const named: LiveEvent = { type: 'speakerNamed', turnId: turnNo(1), speakerId: speaker(9) };
    expect(only(record(...opened, granted(1), minute, named), 'speech')).toMatchObject([
      { speakerId: speaker(9), formerSpeakers: [{ speakerId: speaker(1), until: START + 60_000 }] },
    ]);
  });

  it('K6: a corrected name is an entry of its own', () => {
    const corrected: LiveEvent = { type: 'speakerCorrected', speakerId: speaker(1) };
    const entries = record(...opened, granted(1), minute, { by: 'operator' }, corrected);
    expect(only(entries, 'correction')).toMatchObject([{ speakerId: speaker(1), by: 'operator', at: START + 60_000 }]);
  });
});

describe('phases and agenda', () => {
  it('K2: opened, paused until, resumed, closed', () => {
    const steps: Story = [
      minute,
      { type: 'conferencePaused', returnsAt: START + 600_000 },
      minute,
      { type: 'returnSet', returnsAt: START + 900_000 },
      minute,
      { type: 'conferenceResumed' },
      minute,
      { type: 'conferenceClosed' },
    ];
    const entries = record(...opened, ...steps).filter(({ kind }) => kind !== 'cut');
    expect(entries).toMatchObject([
      { kind: 'opened', at: START },
      { kind: 'paused', at: START + 60_000, returnsAt: START + 900_000, resumedAt: START + 180_000 },
      { kind: 'resumed', at: START + 180_000 },
      { kind: 'closed', at: START + 240_000 },
    ]);
    expect(summarise(entries)).toMatchObject({
      openedAt: START,
      closedAt: START + 240_000,
      pausedMs: 120_000,
    });
  });

  it('K8: an item has its planned and its real length, all stretches together', () => {
    const steps = [item(1, 60), item(2, null), begun(1), minute, begun(2), minute, begun(1), minute, minute];
    const entries = record(...opened, ...steps, { type: 'conferenceClosed' });
    expect(summarise(entries).items).toMatchObject([
      { itemId: itemNo(1), plannedSeconds: 60, spentMs: 180_000, endedAt: START + 240_000 },
      { itemId: itemNo(2), plannedSeconds: null, spentMs: 60_000 },
    ]);
  });

  it('K4: an item begun by mistake is told as taken back, and the one before went on without a break', () => {
    const undone: LiveEvent = { type: 'agendaItemTakenBack', itemId: itemNo(2) };
    const entries = record(...opened, item(1), item(2), begun(1), minute, begun(2), later(1000), undone, minute);
    expect(only(entries, 'item')).toMatchObject([
      { itemId: itemNo(1), at: START, endedAt: null, takenBackAt: null },
      { itemId: itemNo(2), takenBackAt: START + 61_000 },
    ]);
  });

  it('K2: an entry knows the agenda item of its moment', () => {
    const entries = record(...opened, item(1), granted(1), released(1), begun(1), granted(2), released(2));
    expect(only(entries, 'speech').map(({ itemId }) => itemId)).toEqual([null, itemNo(1)]);
    expect(summarise(entries).items).toMatchObject([{ itemId: itemNo(1), speeches: 1 }]);
  });
});

describe('picture, roll calls, run sheet and faults', () => {
  it('K7: a cut says what made it', () => {
    const manual: LiveEvent = { type: 'programmeModeSet', mode: 'manual' };
    const entries = record(
      ...opened,
      minute,
      granted(1),
      onAir(1),
      { by: 'operator' },
      manual,
      onAir(3),
      { by: 'system' },
      { type: 'sourceLost', siteId: site(3) },
      onAir(0),
    );
    expect(only(entries, 'cut').map(({ cause, source }) => [cause, source])).toEqual([
      ['phase', { kind: 'site', siteId: hall }],
      ['floor', { kind: 'site', siteId: site(1) }],
      ['operator', { kind: 'site', siteId: site(3) }],
      ['line', { kind: 'site', siteId: hall }],
    ]);
    expect(only(entries, 'missing')).toMatchObject([{ siteId: site(3), onAir: true, backAt: null }]);
  });

  it('K7: what the system cuts when it gives the floor follows the floor; when a site is missed or back, the line', () => {
    const lost: LiveEvent = { type: 'sourceLost', siteId: site(1) };
    const back: LiveEvent = { type: 'sourceBack', siteId: site(1) };
    const byTheFloor = [{ by: 'system' } as const, minute, granted(1), onAir(1), minute, released(1), onAir(0)];
    const byTheLine = [minute, granted(1), onAir(1), minute, lost, onAir(0), minute, back, onAir(1)];
    const causes = only(record(...opened, ...byTheFloor, ...byTheLine), 'cut').map(({ cause }) => cause);
    expect(causes).toEqual(['phase', 'floor', 'floor', 'floor', 'line', 'line']);
  });

  it('K7: a cut says its layout; layout and source of one append are one cut, what a mosaic covers is none', () => {
    const lay = (n: number, layout: Layout): LiveEvent => ({
      type: 'layoutCut',
      source: { kind: 'site', siteId: site(n) },
      layout,
    });
    const four: Layout = { kind: 'mosaic4', siteIds: [site(2), site(3)] };
    const entries = record(
      ...opened,
      minute,
      granted(1),
      lay(0, { kind: 'hallBeside' }),
      onAir(1),
      minute,
      released(1),
      onAir(0),
      minute,
      { by: 'operator' },
      lay(0, four),
      minute,
      onAir(1),
    );
    expect(only(entries, 'cut').map(({ layout, source, cause }) => [layout.kind, source, cause])).toEqual([
      ['one', { kind: 'site', siteId: hall }, 'phase'],
      ['hallBeside', { kind: 'site', siteId: site(1) }, 'floor'],
      ['one', { kind: 'site', siteId: hall }, 'floor'],
      ['mosaic4', { kind: 'site', siteId: hall }, 'operator'],
    ]);
    expect(sitesOf(only(entries, 'cut')[3]!)).toEqual([site(2), site(3)]);
  });

  it('K7: a missing site is told until it is back, one from before the opening is not', () => {
    const lost = (n: number): LiveEvent => ({ type: 'sourceLost', siteId: site(n) });
    const back = (n: number): LiveEvent => ({ type: 'sourceBack', siteId: site(n) });
    const before = opened.slice(0, 2);
    const entries = record(...before, lost(1), back(1), ...opened.slice(2), lost(2), minute, back(2));
    expect(only(entries, 'missing')).toMatchObject([{ siteId: site(2), onAir: false, backAt: START + 60_000 }]);
  });

  it('K19: a weak line of a site on air is one entry with each of its steps, until it is good or the site off air', () => {
    const line = (n: number, given: SiteLine | null): LiveEvent => ({
      type: 'lineNoted',
      siteId: site(n),
      line: given,
    });
    const small: SiteLine = { down: 'small', up: 'full' };
    const sound: SiteLine = { down: 'sound', up: 'still' };
    const [first, ...rest] = opened;
    const before: Story = [first!, line(3, small), line(3, FULL_LINE), ...rest];
    const during: Story = [line(1, small), line(1, sound), line(2, small)];
    const after: Story = [line(1, FULL_LINE), line(2, null)];
    const entries = record(...before, ...during, minute, ...after);
    const told = only(entries, 'line');
    expect(told).toMatchObject([
      { siteId: site(1), lines: [{ at: START, line: small }, { line: sound }], ended: 'good' },
      { siteId: site(2), lines: [{ line: small }], endedAt: START + 60_000, ended: 'offAir' },
    ]);
    expect(told.map(sitesOf)).toEqual([[site(1)], [site(2)]]);
  });

  it('K7: rows of the run sheet are done, skipped and taken back', () => {
    const row: LiveEvent = {
      type: 'rowAdded',
      rowId: rowNo(1),
      act: { kind: 'words' },
      itemId: null,
      seconds: null,
      before: null,
    };
    const entries = record(
      ...opened,
      row,
      { type: 'rowBegun', rowId: rowNo(1) },
      minute,
      { type: 'rowTakenBack', rowId: rowNo(1) },
      { type: 'rowMarked', rowId: rowNo(1), as: 'skipped' },
    );
    expect(only(entries, 'row')).toMatchObject([
      { as: 'done', rowKind: 'words', takenBackAt: START + 60_000 },
      { as: 'skipped', takenBackAt: null },
    ]);
  });
});

describe('K21: content and films', () => {
  const content = (n: number, at: number, of: 'camera' | 'screen' = 'screen'): LiveEvent => ({
    type: 'contentStarted',
    contentId: contentNo(n),
    siteId: site(at),
    from: of,
  });
  const contentEnded = (n: number, reason: 'hand' | 'right' | 'missing'): LiveEvent => ({
    type: 'contentStopped',
    contentId: contentNo(n),
    reason,
  });
  const film = (n: number, row?: number): LiveEvent => ({
    type: 'filmStarted',
    filmId: filmNo(n),
    seatId: seatNo(203),
    ...(row === undefined ? {} : { rowId: rowNo(row) }),
  });
  const filmEnded = (n: number, reason: 'hand' | 'missing' | 'closed' = 'hand'): LiveEvent => ({
    type: 'filmStopped',
    filmId: filmNo(n),
    reason,
  });

  it('K21: whose content, from where, how long; that of the hall gives way without a word', () => {
    const shown: Story = [content(1, 0, 'camera'), minute, content(2, 1), minute, contentEnded(2, 'right')];
    const entries = only(record(...opened, ...shown), 'content');
    expect(entries).toMatchObject([
      { siteId: hall, from: 'camera', at: START, endedAt: START + 60_000, ended: 'replaced' },
      { siteId: site(1), from: 'screen', at: START + 60_000, endedAt: START + 120_000, ended: 'right' },
    ]);
    expect(entries.flatMap(sitesOf)).toEqual([hall, site(1)]);
  });

  it('K21: a film is one entry by whoever showed it, of its row or from a file, until it ends', () => {
    const told: Story = [film(1, 4), minute, filmEnded(1), film(2), minute, filmEnded(2, 'missing'), film(3)];
    const by: By = { by: 'operator' };
    expect(only(record(...opened, by, ...told), 'film')).toMatchObject([
      { by: 'operator', filmId: filmNo(1), rowId: rowNo(4), endedAt: START + 60_000, ended: 'hand' },
      { filmId: filmNo(2), rowId: null, endedAt: START + 120_000, ended: 'missing' },
      { filmId: filmNo(3), endedAt: null, ended: null },
    ]);
  });

  it('K20, K21: the end of a rehearsal ends what it showed, in its own record', () => {
    const [made, ...rest] = opened;
    const during: Story = [{ type: 'rehearsalBegun', no: 1 }, content(1, 0), film(1), minute];
    const entries = record(made!, ...during, { type: 'rehearsalEnded', no: 1 }, ...rest);
    expect([...only(entries, 'content'), ...only(entries, 'film')]).toMatchObject([
      { rehearsal: 1, ended: 'closed', endedAt: START + 60_000 },
      { rehearsal: 1, ended: 'closed' },
    ]);
  });
});

describe('K7: pollings', () => {
  const pollingId = pollingNo(1);
  const step = (move: number, place: number, ...over: number[]): LiveEvent => ({
    type: 'pollingStepped',
    pollingId,
    move,
    place,
    passedOver: over.map(site),
    seconds: 10,
  });
  const shown = (n: number): LiveEvent => ({
    type: 'pictureCut',
    source: { kind: 'site', siteId: site(n) },
    polling: 'onAir',
  });
  const begin = (mode: 'preview' | 'onAir'): LiveEvent => ({
    type: 'pollingStarted',
    pollingId,
    mode,
    siteIds: [1, 2, 3].map(site),
    seconds: 10,
    repeat: true,
    followed: true,
  });
  const end: LiveEvent = { type: 'pollingStopped', pollingId, reason: 'operator' };

  it('K7: one on air is one entry, with all that it showed and passed over', () => {
    const steps = [step(1, 0), shown(1), step(2, 2, 2), shown(3), minute, step(3, 0), shown(1)];
    const entries = record(...opened, begin('onAir'), ...steps, end);
    expect(only(entries, 'polling')).toMatchObject([
      {
        mode: 'onAir',
        seconds: 10,
        shown: [
          { siteId: site(1), at: START, times: 2 },
          { siteId: site(3), at: START, times: 1 },
        ],
        passedOver: [site(2)],
        endedAt: START + 60_000,
        ended: 'operator',
      },
    ]);
    expect(only(entries, 'cut')).toHaveLength(only(record(...opened), 'cut').length);
    expect(only(entries, 'polling').flatMap((entry) => sitesOf(entry))).toEqual([site(1), site(3), site(2)]);
  });

  it('K7: it uncovers its picture without a cut of its own; laid out anew on air is one', () => {
    const source: Source = { kind: 'site', siteId: site(1) };
    const laidOut = (layout: Layout, polling?: 'onAir'): LiveEvent =>
      polling ? { type: 'layoutCut', source, layout, polling } : { type: 'layoutCut', source, layout };
    const covered = [...opened, laidOut({ kind: 'title', card: 'break' }), minute];
    const entries = record(...covered, begin('onAir'), step(1, 0), laidOut({ kind: 'one' }, 'onAir'));
    expect(only(entries, 'polling')).toMatchObject([{ shown: [{ siteId: site(1), times: 1 }] }]);
    expect(only(entries, 'cut')).toEqual(only(record(...covered), 'cut'));
    const anew = record(
      ...opened,
      begin('onAir'),
      step(1, 0),
      shown(1),
      minute,
      laidOut({ kind: 'hallBeside' }, 'onAir'),
    );
    expect(only(anew, 'cut').at(-1)).toMatchObject({ layout: { kind: 'hallBeside' }, source });
    expect(only(anew, 'polling')).toMatchObject([{ shown: [{ siteId: site(1), times: 1 }] }]);
  });

  it('K7: one in preview is no matter of record', () => {
    expect(record(...opened, begin('preview'), step(1, 0), end)).toEqual(record(...opened));
  });
});

describe('a rehearsal', () => {
  const begun = { type: 'rehearsalBegun', no: 1 } as const;
  const ended = { type: 'rehearsalEnded', no: 1 } as const;
  const started = { type: 'speechStarted', turnId: turnNo(1) } as const;

  it('K20: has a record of its own, ends all that was under way, and leaves none in the conference', () => {
    const [, ...ready] = opened.toReversed();
    const prepared = ready.toReversed().filter((step) => !('type' in step) || step.type !== 'conferenceOpened');
    const entries = record(...prepared, begun, onAir(0), granted(1), onAir(1), started, later(60_000), ended);
    expect(entries.map(({ kind, rehearsal }) => [kind, rehearsal])).toEqual([
      ['opened', 1],
      ['cut', 1],
      ['speech', 1],
      ['cut', 1],
      ['closed', 1],
    ]);
    expect(only(entries, 'speech')).toMatchObject([{ lengthMs: 60_000, ended: 'closed' }]);
    const after = record(...prepared, begun, granted(1), started, ended, { type: 'conferenceOpened' }, onAir(0));
    const own = after.filter(({ rehearsal }) => rehearsal === undefined);
    expect(own.map(({ kind }) => kind)).toEqual(['opened', 'cut']);
    expect(summarise(own)).toMatchObject({ speeches: 0, speechMs: 0 });
  });
});

describe('whatever happens', () => {
  const toldOf = (story: readonly Played[]): readonly Told[] =>
    story
      .flatMap(({ events, actor }) =>
        events.map((event) => ({ ...event, by: actor.kind === 'seat' ? actor.role : ('system' as const) })),
      )
      .map((event, i) => ({ ...event, seq: i + 1 }));
  const rehearsalOf = (story: readonly Played[]): number | undefined => {
    const conference = story.at(-1)?.after.conference;
    return conference === undefined || conference.status === 'absent' ? undefined : conference.rehearsal?.no;
  };
  /** Of the rehearsal that goes on, or else of the conference itself. */
  const ofNow = (events: readonly Told[], story: readonly Played[]) =>
    recordOf(events).filter(({ rehearsal }) => rehearsal === rehearsalOf(story));
  const always = (holds: (events: readonly Told[], story: readonly Played[]) => void) =>
    fc.assert(
      fc.property(stories, (story) => holds(toldOf(story), story)),
      { numRuns: 200 },
    );

  it('K1: every entry has its shape, stands in order and changed last by an event that happened', () => {
    always((events) => {
      const entries = recordOf(events);
      for (const entry of entries) {
        expect(RecordEntry.parse(entry)).toEqual(entry);
        expect(entry.at).toBe(events[entry.seq - 1]?.at);
        expect(entry.changed).toBeGreaterThanOrEqual(entry.seq);
        expect(entry.changed).toBeLessThanOrEqual(events.length);
      }
      expect(new Set(entries.map(({ seq }) => seq)).size).toBe(entries.length);
    });
  });

  it('K1: any events in any order are told without a fault', () => {
    fc.assert(
      fc.property(stories, fc.infiniteStream(fc.nat()), (story, numbers) => {
        const events = toldOf(story);
        const places = [...numbers.take(events.length)];
        const shuffled = events.toSorted((a, b) => (places[a.seq - 1] ?? 0) - (places[b.seq - 1] ?? 0));
        expect(() => recordOf(shuffled.map((event, i) => ({ ...event, seq: i + 1 })))).not.toThrow();
      }),
      { numRuns: 100 },
    );
  });

  it('K1, K9: a reader who goes on from what changed last has the whole record', () => {
    always((events) => {
      const has = new Map<number, RecordEntry>();
      let state = emptyRecord;
      let told: readonly RecordEntry[] = [];
      for (const event of events) {
        const step = tell(state, event);
        ({ state } = step);
        told = [...told.filter(({ seq }) => !step.entries.some((entry) => entry.seq === seq)), ...step.entries];
        for (const entry of told.filter(({ changed }) => changed >= event.seq)) has.set(entry.seq, entry);
      }
      expect([...has.values()].toSorted((a, b) => a.seq - b.seq)).toEqual(recordOf(events));
    });
  });

  it('K3, K8: the lengths are those of the clock of the floor', () => {
    always((events, story) => {
      const floor = story.at(-1)?.after.floor;
      const entries = ofNow(events, story);
      const { people } = summarise(entries);
      for (const [speakerId, spoken] of Object.entries(floor?.spoken ?? {})) {
        if (spoken.times === 0) continue;
        const ended = only(entries, 'speech').filter((one) => one.speakerId === speakerId && one.endedAt !== null);
        expect([speakerId, ended.length]).toEqual([speakerId, spoken.times]);
        expect(people.find((one) => one.speakerId === speakerId)?.ms).toBe(spoken.ms);
      }
      const turn = floor?.turn;
      const running = only(entries, 'speech').filter(
        ({ endedAt, takenBackAt }) => endedAt === null && takenBackAt === null,
      );
      expect(running.map(({ turnId }) => turnId)).toEqual(turn ? [turn.turnId] : []);
    });
  });

  it('K8: an item was the current one as long as the agenda says', () => {
    const spent = (events: readonly Told[]) =>
      Object.fromEntries(
        summarise(recordOf(events).filter(({ rehearsal }) => rehearsal === undefined)).items.map(
          ({ itemId, spentMs }) => [itemId, spentMs],
        ),
      );
    // In a rehearsal the time of before counts too.
    const isOpen = (story: readonly Played[]) => {
      const conference = story.at(-1)?.after.conference;
      return conference?.status !== 'closed' && rehearsalOf(story) === undefined;
    };
    always((events, story) => {
      const items = story.at(-1)?.after.agenda.items ?? [];
      const begunOnes = items.filter(
        ({ beganAt, itemId }) => beganAt !== null && isOpen(story) && itemId in spent(events),
      );
      for (const { itemId, spentMs } of begunOnes) expect([itemId, spent(events)[itemId]]).toEqual([itemId, spentMs]);
      expect(begunOnes.length === 0 || isOpen(story)).toBe(true);
    });
  });
});
