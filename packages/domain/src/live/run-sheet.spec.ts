import { describe, expect, it } from 'vitest';
import {
  itemNo,
  later,
  newRollCall,
  newTurn,
  refuses,
  requestNo,
  rowNo,
  site,
  speaker,
  START,
  turnNo,
  yields,
} from '../kernel/given.fixture.ts';
import type { RowAct } from '../run-sheet/index.ts';
import { asked, granted, onAir, opened, ready, standby, standing, story, type Story } from './stories.fixture.ts';
import { actsOfRow, nextStep, upcoming, type Command, type LiveEvent } from './index.ts';

const speech = (n: number, request: number | null = null): RowAct => ({
  kind: 'speech',
  speechKind: 'discussion',
  speaker: { siteId: site(n), speakerId: speaker(n) },
  reserve: null,
  requestId: request === null ? null : requestNo(request),
});
const row = (n: number, act: RowAct, item: number | null = null, seconds: number | null = null): LiveEvent => ({
  type: 'rowAdded',
  rowId: rowNo(n),
  act,
  itemId: item === null ? null : itemNo(item),
  seconds,
  before: null,
});
const item = (n: number): LiveEvent => ({
  type: 'agendaItemAdded',
  itemId: itemNo(n),
  kind: 'report',
  seconds: 600,
  presenterId: null,
  parentId: null,
  before: null,
});
const rowBegun = (n: number): LiveEvent => ({ type: 'rowBegun', rowId: rowNo(n) });
const itemBegun = (n: number): LiveEvent => ({ type: 'agendaItemBegun', itemId: itemNo(n) });
const next = (n: number, from: number | null, turn: number | null = null): Command => ({
  type: 'runSheet.next',
  rowId: rowNo(n),
  fromRowId: from === null ? null : rowNo(from),
  endTurnId: turn === null ? null : turnNo(turn),
});
const takeBack = (n: number): Command => ({ type: 'runSheet.takeBack', rowId: rowNo(n) });
const grantedNow = (n: number, request: number | null = null, limitSeconds: number | null = null): LiveEvent => ({
  ...(granted(n) as Extract<LiveEvent, { type: 'floorGranted' }>),
  turnId: newTurn(1),
  requestId: request === null ? null : requestNo(request),
  limitSeconds,
});
const released = (reason: 'ended' | 'next'): LiveEvent => ({ type: 'floorReleased', turnId: turnNo(1), reason });
const called = (...by: readonly (readonly [site: number, request: number | null])[]) =>
  standby('auto', ...by.map(([n, request]) => ({ ...standing(n, request), speakerId: speaker(n) })));

/** What a command leaves of the conference, the story before it told. */
const after = (steps: Story, command: Command) => {
  const { when } = story(...steps);
  const decided = when(command);
  if (!decided.ok) throw new Error(decided.code);
  return [...steps, ...decided.value];
};

describe('R2: an agenda item is taken away', () => {
  it('R2: its rows and those of its parts stay without an item, in the same append; others keep theirs', () => {
    const part: LiveEvent = { ...item(3), parentId: itemNo(1) } as LiveEvent;
    const rows = [
      row(1, { kind: 'words' }, 1),
      row(2, { kind: 'words' }, 2),
      row(3, { kind: 'words' }, 3, 60),
      row(4, { kind: 'words' }),
    ];
    const freed = (n: number, seconds: number | null): LiveEvent => ({
      type: 'rowChanged',
      rowId: rowNo(n),
      act: { kind: 'words' },
      itemId: null,
      seconds,
    });
    const remove: Command = { type: 'agenda.remove', itemId: itemNo(1) };
    expect(story(...opened, item(1), item(2), part, ...rows).when(remove)).toEqual(
      yields({ type: 'agendaItemRemoved', itemId: itemNo(1) }, freed(1, null), freed(3, 60)),
    );
  });
});

describe('R5: one append', () => {
  it('R5: the opening opens the conference and its item', () => {
    const plan: Story = [...ready, item(1), row(1, { kind: 'opening' }, 1)];
    expect(story(...plan).when(next(1, null))).toEqual(
      yields(rowBegun(1), { type: 'conferenceOpened' }, itemBegun(1), onAir(0)),
    );
  });

  it('R5: a speech ends the one of now, moves the agenda, gives the floor with its time, calls the next two and cuts', () => {
    const plan: Story = [
      ...opened,
      item(1),
      row(1, speech(2), 1, 300),
      row(2, speech(3)),
      row(3, speech(4)),
      granted(1),
      onAir(1),
    ];
    expect(story(...plan).when(next(1, null, 1))).toEqual(
      yields(
        rowBegun(1),
        itemBegun(1),
        released('next'),
        grantedNow(2, null, 300),
        called([3, null], [4, null]),
        onAir(2),
      ),
    );
  });

  it('R5: a request that was slotted in leaves the queue; once withdrawn its speaker is called all the same', () => {
    const plan: Story = [...opened, asked(2), row(1, speech(2, 2)), standby('auto', standing(2))];
    expect(story(...plan).when(next(1, null))).toEqual(
      yields(rowBegun(1), grantedNow(2, 2), standby('auto'), onAir(2)),
    );
    const withdrawn: Story = [...plan, { type: 'floorWithdrawn', requestId: requestNo(2) }];
    expect(story(...withdrawn).when(next(1, null))).toMatchObject({
      ok: true,
      value: [rowBegun(1), grantedNow(2), standby('auto'), onAir(2)],
    });
  });

  it('R5: words end the speech of now and put the hall on air', () => {
    const plan: Story = [...opened, row(1, { kind: 'words' }), granted(1), onAir(1)];
    expect(story(...plan).when(next(1, null, 1))).toEqual(yields(rowBegun(1), released('ended'), onAir(0)));
  });

  it('R5: a break pauses with the time of return, the next row goes on', () => {
    const plan: Story = [...opened, row(1, { kind: 'break' }, null, 900), row(2, { kind: 'resume' })];
    const paused: LiveEvent = { type: 'conferencePaused', returnsAt: START + 900_000 };
    expect(story(...plan).when(next(1, null))).toEqual(yields(rowBegun(1), paused));
    expect(story(...plan, rowBegun(1), paused).when(next(2, 1))).toEqual(
      yields(rowBegun(2), { type: 'conferenceResumed' }),
    );
  });

  it('R5, N1: a roll call opens with the time of its row, ten minutes without one, and none while one is open', () => {
    const plan: Story = [
      ...opened,
      row(1, { kind: 'rollCall' }, null, 300),
      row(2, { kind: 'rollCall' }),
      granted(1),
      onAir(1),
    ];
    const rollCall = (seconds: number): LiveEvent => ({
      type: 'rollCallOpened',
      rollCallId: newRollCall(1),
      closesAt: START + seconds * 1000,
    });
    expect(story(...plan).when(next(1, null, 1))).toEqual(
      yields(rowBegun(1), released('ended'), rollCall(300), onAir(0)),
    );
    expect(story(...plan).when(next(2, null, 1))).toMatchObject({ value: expect.arrayContaining([rollCall(600)]) });
    const underWay: Story = [...opened, row(1, { kind: 'rollCall' }), rollCall(60)];
    expect(story(...underWay).when(next(1, null))).toEqual(yields(rowBegun(1)));
  });

  it('R5: a refusal of one part is the refusal of all', () => {
    expect(story(...ready, row(1, speech(1))).when(next(1, null))).toEqual(refuses('floor.not_open'));
    const missing: Story = [...opened, row(1, speech(1)), { type: 'sourceLost', siteId: site(1) }];
    expect(story(...missing).when(next(1, null))).toEqual(refuses('floor.site_lost'));
  });

  it('R5: what it will do is known beforehand', () => {
    const { state, now } = story(...opened, item(1), row(1, speech(2), 1), granted(1), onAir(1));
    expect(actsOfRow(state, rowNo(1), now).map(({ type }) => type)).toEqual(['agenda.begin', 'floor.nextSite']);
  });
});

describe('R6: taken back', () => {
  it('R6: agenda, floor, queue and picture are as they were, and the speech that had ended goes on', () => {
    const before: Story = [
      ...opened,
      item(1),
      item(2),
      itemBegun(1),
      row(1, speech(2, 2), 2),
      asked(2),
      granted(1),
      { type: 'speechStarted', turnId: turnNo(1) },
      called([2, 2]),
      onAir(1),
      later(60_000),
    ];
    const done = after(before, next(1, null, 1));
    const undone = story(...after([...done, later(2000)], takeBack(1)));
    const was = story(...before).state;
    expect(undone.state.floor).toMatchObject({ queue: was.floor.queue, standby: was.floor.standby, spoken: {} });
    expect(undone.state.floor.turn).toEqual({ ...was.floor.turn, stoppedMs: 2000 });
    expect(undone.state.agenda.current).toEqual(was.agenda.current);
    expect(undone.state.programme).toEqual(was.programme);
    expect(undone.state.runSheet).toMatchObject({ rows: was.runSheet.rows, currentId: null });
  });

  it('R6: a break that was taken back goes on where it was, with the speech', () => {
    const before: Story = [...opened, row(1, { kind: 'break' }), granted(1), onAir(1)];
    const undone = story(...after([...after(before, next(1, null, 1)), later(1000)], takeBack(1))).state;
    expect(undone.conference).toMatchObject({ status: 'open', returnsAt: null });
    expect(undone.floor.turn?.turnId).toBe(turnNo(1));
    expect(undone.programme.onAir).toEqual({ kind: 'site', siteId: site(1) });
  });

  it('R6, N1: a roll call that was taken back is closed; one that was open before stays', () => {
    const plan: Story = [...opened, row(1, { kind: 'rollCall' })];
    const undone = story(...after([...after(plan, next(1, null)), later(1000)], takeBack(1))).state;
    expect(undone.attendance.rollCall).toMatchObject({ status: 'closed' });
    const before: LiveEvent = { type: 'rollCallOpened', rollCallId: newRollCall(7), closesAt: START + 60_000 };
    const underWay: Story = [...opened, before, row(1, { kind: 'rollCall' }), later(1000)];
    const kept = story(...after([...after(underWay, next(1, null)), later(1000)], takeBack(1))).state;
    expect(kept.attendance.rollCall).toMatchObject({ status: 'open', rollCallId: newRollCall(7) });
  });

  it('N1: the end of the conference closes the roll call, in the same append', () => {
    const rollCall: LiveEvent = { type: 'rollCallOpened', rollCallId: newRollCall(7), closesAt: START + 60_000 };
    expect(story(...opened, rollCall).when({ type: 'conference.close' })).toMatchObject({
      value: expect.arrayContaining([{ type: 'rollCallClosed', rollCallId: newRollCall(7) }]),
    });
  });

  it('R6: what happened in between stays', () => {
    const done = after([...opened, row(1, speech(1))], next(1, null));
    const undone = story(...after([...done, asked(3), later(1000)], takeBack(1))).state;
    expect(undone.floor.turn).toBeNull();
    expect(undone.floor.queue.map(({ requestId }) => requestId)).toEqual([requestNo(3)]);
  });

  it('R6: the opening is not taken back, nor is what is older than 3 s', () => {
    const done = after([...ready, row(1, { kind: 'opening' })], next(1, null));
    expect(story(...done).when(takeBack(1))).toEqual(refuses('run_sheet.cannot_take_back'));
    const spoken = after([...opened, row(1, speech(1))], next(1, null));
    expect(story(...spoken, later(3001)).when(takeBack(1))).toEqual(refuses('run_sheet.too_late'));
  });
});

describe('R7, R8: who is next', () => {
  const sites = (...steps: Story) => upcoming(story(...steps).state).map(({ siteId }) => siteId);
  const step = (...steps: Story) => {
    const found = nextStep(story(...steps).state);
    return found?.kind === 'row' ? found.row.rowId : found?.request.requestId;
  };

  it('R7: the rows ahead, then the queue', () => {
    const plan: Story = [...opened, row(1, speech(1)), row(2, { kind: 'words' }), row(3, speech(2)), asked(3)];
    expect(sites(...plan)).toEqual([site(1), site(2), site(3)]);
    expect(sites(...plan, rowBegun(1))).toEqual([site(2), site(3)]);
  });

  it('R7: a discussion opens the queue at its place; a request slotted into a row comes there', () => {
    const plan: Story = [...opened, row(1, speech(1)), row(2, { kind: 'discussion' }), row(3, speech(2)), asked(3)];
    expect(sites(...plan)).toEqual([site(1), site(3), site(2)]);
    expect(sites(...plan, rowBegun(2))).toEqual([site(3), site(2)]);
    expect(sites(...plan, row(4, speech(3, 3)))).toEqual([site(1), site(2), site(3)]);
  });

  it('R7: a request that is slotted into the discussion comes before the queue, and the discussion goes on after it', () => {
    const plan: Story = [
      ...opened,
      row(1, { kind: 'discussion' }),
      rowBegun(1),
      asked(3),
      asked(4),
      row(2, speech(4, 4)),
    ];
    const ahead: Story = [...plan, row(3, speech(2))];
    expect(sites(...ahead)).toEqual([site(4), site(3), site(2)]);
    expect(step(...ahead)).toBe(rowNo(2));
    const spoken: Story = [...ahead, rowBegun(2), { type: 'floorWithdrawn', requestId: requestNo(4) }];
    expect(sites(...spoken)).toEqual([site(3), site(2)]);
    expect(step(...spoken)).toBe(requestNo(3));
  });

  it('R7, R8: a point of order comes before the rows and the queue; before the opening and in a pause it waits', () => {
    const order = asked(5, 5, 'pointOfOrder');
    const plan: Story = [row(1, speech(1)), row(2, { kind: 'discussion' }), asked(3), order];
    expect(sites(...opened, ...plan)).toEqual([site(5), site(1), site(3)]);
    expect(step(...opened, ...plan)).toBe(requestNo(5));
    expect(step(...ready, ...plan)).toBe(rowNo(1));
    expect(step(...opened, ...plan, { type: 'conferencePaused' })).toBe(rowNo(1));
  });

  it('R8: the queue in a discussion, else the next row, else the queue', () => {
    const plan: Story = [...opened, row(1, { kind: 'discussion' }), row(2, speech(2))];
    expect(step(...plan, asked(3))).toBe(rowNo(1));
    expect(step(...plan, rowBegun(1), asked(3))).toBe(requestNo(3));
    expect(step(...plan, rowBegun(1))).toBe(rowNo(2));
    expect(step(...plan, rowBegun(2), asked(3))).toBe(requestNo(3));
    expect(step(...opened)).toBeUndefined();
  });
});
