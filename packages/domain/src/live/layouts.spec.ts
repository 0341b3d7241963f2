import { describe, expect, it } from 'vitest';
import {
  contentNo,
  hall,
  later,
  newTurn,
  refuses,
  rowNo,
  site,
  speaker,
  turnNo,
  yields,
} from '../kernel/given.fixture.ts';
import type { Layout } from '../kernel/index.ts';
import type { RowAct } from '../run-sheet/index.ts';
import { desiredMedia, entitledToSpeak, pictureOnAir, shownToAll, sitesOnAir } from './index.ts';
import type { Command, LiveEvent } from './index.ts';
import { from, granted, onAir, opened, ready, seats, standby, standing, story, type Story } from './stories.fixture.ts';

const beside: Layout = { kind: 'hallBeside' };
const one: Layout = { kind: 'one' };
const breakCard: Layout = { kind: 'title', card: 'break' };
const four = (...numbers: number[]): Layout => ({ kind: 'mosaic4', siteIds: numbers.map(site) });
const cutTo = (n: number, layout: Layout): LiveEvent => ({ type: 'layoutCut', source: from(n), layout });
const speaking: Story = [...opened, granted(1), onAir(1)];
const audiences = (...steps: Story) =>
  desiredMedia(story(...steps).state, seats)
    .filter(({ role, audience }) => role === 'room' && audience === 'all')
    .map(({ siteId }) => siteId);

describe('M6: exactly the sites of the picture are visible to all', () => {
  it('M6: those of a mosaic, and nobody else but the hall, the speaker and who stands by', () => {
    expect(audiences(...opened, cutTo(0, four(2, 3)))).toEqual([hall, site(2), site(3)]);
    expect(audiences(...opened, cutTo(0, four(2, 3)), standby('auto', standing(4)))).toEqual([0, 2, 3, 4].map(site));
    expect(audiences(...opened, cutTo(0, four(2, 3)), cutTo(0, one))).toEqual([hall]);
  });

  it('M6: what a title card covers is not shown', () => {
    const byHand: LiveEvent = { type: 'programmeModeSet', mode: 'manual' };
    expect([...shownToAll(story(...opened, byHand, onAir(3), cutTo(3, breakCard)).state)]).toEqual([hall]);
  });

  it('M6: the mosaic of a preview or of a row opens no camera', () => {
    const previewed: LiveEvent = { type: 'layoutPreviewed', source: from(1), layout: four(2, 3) };
    expect(audiences(...opened, previewed)).toEqual([hall]);
  });

  it('M6: a missing site stays visible in its place as soon as it is back', () => {
    const { state } = story(...opened, cutTo(0, four(2, 3)), { type: 'sourceLost', siteId: site(2) });
    expect([...shownToAll(state)]).toEqual([hall, site(2), site(3)]);
    expect(pictureOnAir(state)).toMatchObject({ places: [{ isMissing: true }, { isMissing: false }] });
  });
});

describe('M1: who is seen in a mosaic is not heard', () => {
  it('M1: unless it has the floor', () => {
    const { state } = story(...speaking, cutTo(1, four(2, 3)));
    expect([...entitledToSpeak(state)]).toEqual([hall, site(1)]);
    expect(sitesOnAir(state)).toEqual([1, 2, 3].map(site));
  });
});

describe('P11: the source follows under a layout that stays', () => {
  it('P11: the hall is beside whoever speaks', () => {
    const laid: Story = [...speaking, cutTo(1, beside)];
    expect(sitesOnAir(story(...laid).state)).toEqual([site(1), hall]);
    const next: Command = {
      type: 'floor.nextSite',
      endTurnId: turnNo(1),
      siteId: site(2),
      speakerId: speaker(2),
      kind: 'discussion',
    };
    expect(story(...laid).when(next)).toEqual(
      yields<LiveEvent>(
        { type: 'floorReleased', turnId: turnNo(1), reason: 'next' },
        { ...granted(2), turnId: newTurn(1) } as LiveEvent,
        onAir(2),
      ),
    );
    expect(story(...laid, { type: 'floorReleased', turnId: turnNo(1), reason: 'ended' }, onAir(0)).state).toMatchObject(
      { programme: { layout: beside, onAir: from(0) } },
    );
  });

  it('P6: under a mosaic a missing source gives way as ever', () => {
    const laid: Story = [...speaking, cutTo(1, four(2, 3))];
    expect(story(...laid).when({ type: 'programme.reportMissing', siteId: site(1) })).toEqual(
      yields<LiveEvent>(
        { type: 'sourceLost', siteId: site(1) },
        { type: 'turnInterrupted', turnId: turnNo(1) },
        onAir(0),
      ),
    );
  });
});

describe('P19: content comes and goes with the floor', () => {
  const shows = (n: number): LiveEvent => ({
    type: 'contentStarted',
    contentId: contentNo(1),
    siteId: site(n),
    from: 'screen',
  });
  const over = (reason: 'right' | 'missing'): LiveEvent => ({
    type: 'contentStopped',
    contentId: contentNo(1),
    reason,
  });
  const showing: Story = [...speaking, shows(1), cutTo(1, { kind: 'content' })];

  it('P19: it ends in the append that ends its turn, and the layout with it', () => {
    expect(story(...showing).when({ type: 'floor.end', turnId: turnNo(1) })).toEqual(
      yields<LiveEvent>(
        { type: 'floorReleased', turnId: turnNo(1), reason: 'ended' },
        over('right'),
        cutTo(1, one),
        onAir(0),
      ),
    );
  });

  it('P19: it ends when its site is missing', () => {
    expect(story(...showing).when({ type: 'programme.reportMissing', siteId: site(1) })).toEqual(
      yields<LiveEvent>(
        { type: 'sourceLost', siteId: site(1) },
        { type: 'turnInterrupted', turnId: turnNo(1) },
        over('missing'),
        cutTo(1, one),
        onAir(0),
      ),
    );
  });

  it('P19: that of the hall outlasts speeches and a pause, which hides it', () => {
    const halls: Story = [...opened, shows(0), cutTo(0, { kind: 'content' })];
    expect(
      story(...halls).when({ type: 'floor.grantSite', siteId: site(1), speakerId: null, kind: 'discussion' }),
    ).toMatchObject({
      ok: true,
      value: [{ type: 'floorGranted' }, onAir(1)],
    });
    const paused = story(...halls).when({ type: 'conference.pause' });
    expect(paused).toEqual(yields<LiveEvent>({ type: 'conferencePaused' }));
    expect(pictureOnAir(story(...halls, { type: 'conferencePaused' }).state)).toEqual({ kind: 'one', siteId: hall });
    expect(story(...halls).when({ type: 'conference.close' })).toMatchObject({
      value: [{ type: 'conferenceClosed' }, over('right'), cutTo(0, one), { type: 'pictureCut' }],
    });
  });
});

const words: RowAct = { kind: 'words' };
const speech: RowAct = {
  kind: 'speech',
  speechKind: 'paper',
  speaker: { siteId: site(1), speakerId: speaker(1) },
  reserve: null,
  requestId: null,
};
const row = (n: number, act: RowAct, layout: Layout | null = null): readonly LiveEvent[] => [
  { type: 'rowAdded', rowId: rowNo(n), act, itemId: null, seconds: 300, before: null },
  ...(layout ? [{ type: 'rowLaidOut' as const, rowId: rowNo(n), layout }] : []),
];
const begun = (n: number): LiveEvent => ({ type: 'rowBegun', rowId: rowNo(n) });
const next = (n: number, fromRow: number | null, turn: number | null = null): Command => ({
  type: 'runSheet.next',
  rowId: rowNo(n),
  fromRowId: fromRow === null ? null : rowNo(fromRow),
  endTurnId: turn === null ? null : turnNo(turn),
});
const takeBack: Command = { type: 'runSheet.takeBack', rowId: rowNo(1) };
const backTaken: LiveEvent = { type: 'rowTakenBack', rowId: rowNo(1) };
const byHand: LiveEvent = { type: 'programmeModeSet', mode: 'manual' };
const laidOut = (layout: Layout): Story => [...opened, ...row(1, words, layout)];

describe('R11: a row carries a layout', () => {
  it('R11: a row is added and changed with one; one picture is none', () => {
    const add: Command = {
      type: 'runSheet.add',
      rowId: rowNo(1),
      act: words,
      itemId: null,
      seconds: 300,
      layout: beside,
      before: null,
    };
    const [added, laid] = row(1, words, beside);
    expect(story(...opened).when(add)).toEqual(yields(added!, laid!));
    expect(story(...opened).when({ ...add, layout: one })).toEqual(yields(added!));
    const change: Command = { type: 'runSheet.change', rowId: rowNo(1), act: words, itemId: null, seconds: 300 };
    const changed: LiveEvent = { ...change, type: 'rowChanged' };
    const { when } = story(...laidOut(beside));
    expect(when(change)).toEqual(yields(changed));
    expect(when({ ...change, layout: beside })).toEqual(yields(changed));
    expect(when({ ...change, layout: null })).toEqual(
      yields<LiveEvent>(changed, { type: 'rowLaidOut', rowId: rowNo(1), layout: null }),
    );
    expect(when({ ...change, layout: four(99) })).toEqual(refuses('run_sheet.site_not_invited'));
  });

  it('R11: Tiếp does it in the same append, with the floor', () => {
    const planned: Story = [...opened, ...row(1, speech, beside), standby('auto', standing(1, null))];
    const events = story(...planned).when(next(1, null));
    expect(events).toMatchObject({ ok: true });
    const types = events.ok ? events.value.map(({ type }) => type) : [];
    expect(types).toEqual(['rowBegun', 'floorGranted', 'layoutCut', 'standbySet', 'pictureCut']);
    const { state } = story(...planned, ...(events.ok ? events.value : []));
    expect(pictureOnAir(state)).toEqual({ kind: 'hallBeside', hallId: hall, siteId: site(1) });
  });

  it('R11: a row without one is one picture', () => {
    const { when } = story(...opened, cutTo(0, four(1, 2)), ...row(1, words));
    expect(when(next(1, null))).toEqual(yields(begun(1), cutTo(0, one)));
  });

  it('R11: taken over, the operator keeps the layout', () => {
    expect(story(...laidOut(beside), byHand).when(next(1, null))).toEqual(yields(begun(1)));
  });

  it('R11: the opening lays out what it opens, a break before it pauses', () => {
    const opening = story(...ready, ...row(1, { kind: 'opening' }, four(1, 2))).when(next(1, null));
    expect(opening.ok && opening.value.map(({ type }) => type)).toEqual([
      'rowBegun',
      'conferenceOpened',
      'layoutCut',
      'pictureCut',
    ]);
    const pausing = story(...opened, ...row(1, { kind: 'break' }, breakCard)).when(next(1, null));
    expect(pausing.ok && pausing.value.map(({ type }) => type)).toEqual(['rowBegun', 'layoutCut', 'conferencePaused']);
    const { state } = story(...opened, ...row(1, { kind: 'break' }, breakCard), ...(pausing.ok ? pausing.value : []));
    expect(pictureOnAir(state)).toEqual(breakCard);
  });

  it('R11: what is said before the opening needs no layout yet', () => {
    expect(story(...ready, ...row(1, words, beside)).when(next(1, null))).toEqual(yields(begun(1)));
  });

  it('R6, R11: taken back within 3 s the layout is as it was', () => {
    const before: Story = [...opened, cutTo(0, four(1, 2)), ...row(1, words, beside), later(60_000)];
    const done: Story = [...before, begun(1), cutTo(0, beside)];
    expect(story(...done, later(3000)).when(takeBack)).toEqual(yields(backTaken, cutTo(0, four(1, 2))));
    expect(story(...done, later(3001)).when(takeBack)).toEqual(refuses('run_sheet.too_late'));
  });

  it('R6, R11: what the operator set in between stays', () => {
    const done: Story = [...laidOut(beside), later(60_000), begun(1), cutTo(0, beside), later(1000)];
    expect(story(...done, cutTo(0, breakCard)).when(takeBack)).toEqual(yields(backTaken));
    expect(story(...done, byHand).when(takeBack)).toEqual(yields(backTaken));
    expect(story(...done, { type: 'conferencePaused' }).when(takeBack)).toEqual(yields(backTaken));
  });

  it('R11, C7: a mosaic goes without a site that is removed from the list', () => {
    const remove = (n: number): Command => ({ type: 'conference.uninvite', siteIds: [site(n)] });
    const left = (layout: Layout | null): LiveEvent => ({ type: 'rowLaidOut', rowId: rowNo(1), layout });
    const removed: LiveEvent = { type: 'sitesUninvited', siteIds: [site(1)], total: 3 };
    expect(story(...ready, ...row(1, words, four(1, 2))).when(remove(1))).toEqual(yields(removed, left(four(2))));
    expect(story(...ready, ...row(1, words, four(1))).when(remove(1))).toEqual(yields(removed, left(null)));
  });
});
