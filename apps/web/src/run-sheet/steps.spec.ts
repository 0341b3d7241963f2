import { describe, expect, it } from 'vitest';

import { SeatId, type Layout } from '@diemcau/domain/kernel';
import { evolveLive, type Command } from '@diemcau/domain/live';

import { names, opened, prepared, requestId, siteId } from '../live/live.fixture.ts';
import { item, itemId, row, rowId, speech } from '../live/plan.fixture.ts';
import { sheetRows } from './rows.ts';
import { moveRowCommand, nextRowCommand, reserveCommand, rowStep, slotCommand, slottedRequests } from './steps.ts';

const effects = ({ live, now }: ReturnType<typeof opened>) => rowStep(live, names, now)?.effects;

describe('what "Tiếp" says beforehand', () => {
  it('names row, row of now and speech of now (R4)', () => {
    const given = opened()
      .do(row(1, speech(1)))
      .asks(2)
      .granted(2);
    expect(rowStep(given.live, names, given.now)?.command).toEqual({
      type: 'runSheet.next',
      rowId: rowId(1),
      fromRowId: null,
      endTurnId: given.turnId,
    });
  });

  it('tells agenda, end, invitation with its limit, and picture, in this order', () => {
    const given = opened()
      .do(item(1))
      .do(row(1, speech(1), 1, 420))
      .asks(2)
      .granted(2);
    expect(effects(given)).toMatchObject([
      { kind: 'item', itemId: itemId(1) },
      { kind: 'end', who: { siteId: siteId(2), person: { name: 'Người 2' } } },
      { kind: 'invite', who: { siteId: siteId(1) }, limitSeconds: 420 },
      { kind: 'picture', of: { siteId: siteId(1) } },
    ]);
  });

  it('names the person of a request that was slotted in', () => {
    const given = opened()
      .asks(3)
      .do(row(1, speech(3, 'discussion', true)));
    expect(effects(given)?.[0]).toMatchObject({ kind: 'invite', who: { person: { name: 'Người 3' } } });
  });

  it('says the length of a break, and that the hall comes back', () => {
    const given = opened()
      .do(row(1, { kind: 'break' }, null, 900))
      .asks(2)
      .granted(2);
    expect(effects(given)).toMatchObject([
      { kind: 'end' },
      { kind: 'pause', minutes: 15 },
      { kind: 'picture', of: { isHall: true } },
    ]);
  });

  it('says of the film of a row (R12) that it begins, is nowhere, or is the operator’s', () => {
    const given = opened().do({ ...row(1, { kind: 'words' }), film: true } as Command);
    expect(effects(given)).toEqual([{ kind: 'film', title: '', how: 'missing' }]);
    expect(sheetRows(given.live, names)[0]?.film).toEqual({ title: '', loaded: false });
    const seatId = SeatId.parse(crypto.randomUUID());
    given.live = evolveLive(given.live, { type: 'filmLoaded', rowId: rowId(1), seatId, at: given.now });
    expect(effects(given)).toEqual([{ kind: 'film', title: '', how: 'shown' }]);
    given.do({ type: 'programme.takeOver' });
    expect(effects(given)).toEqual([{ kind: 'film', title: '', how: 'byHand' }]);
  });

  it('says the layout of a row (R11), and whose picture it is then', () => {
    const laid = (layout: Layout) => opened().do({ ...row(1, speech(1)), layout } as Command);
    expect(effects(laid({ kind: 'hallBeside' }))).toMatchObject([
      { kind: 'invite' },
      { kind: 'layout', layout: { kind: 'hallBeside' }, sites: [] },
      { kind: 'picture', of: { siteId: siteId(1) } },
    ]);
    expect(effects(laid({ kind: 'mosaic4', siteIds: [siteId(2)] }))).toMatchObject([
      { kind: 'invite' },
      { kind: 'layout', sites: [{ siteId: siteId(2) }] },
    ]);
    expect(effects(laid({ kind: 'one' }))?.map(({ kind }) => kind)).toEqual(['invite', 'picture']);
  });

  it('leaves the picture out while the operator holds it', () => {
    const given = opened()
      .do({ type: 'programme.takeOver' })
      .do(row(1, speech(1)));
    expect(effects(given)?.map(({ kind }) => kind)).toEqual(['invite']);
  });

  it('opens the conference; but a speech waits for the opening', () => {
    expect(effects(prepared().do(row(1, { kind: 'opening' })))?.[0]).toEqual({ kind: 'open' });
    const given = prepared().do(row(1, speech(1)));
    expect(rowStep(given.live, names, given.now)).toBeNull();
  });

  it('is the queue’s in a discussion (R8)', () => {
    const given = opened()
      .do(row(1, { kind: 'discussion' }))
      .do(row(2, { kind: 'words' }))
      .asks(1);
    given.do(nextRowCommand(given.live, rowId(1)));
    expect(rowStep(given.live, names, given.now)).toBeNull();
  });
});

describe('a request that is slotted in', () => {
  it('stands before the next row, in the item of the row of now', () => {
    const given = opened()
      .do(item(1))
      .do(row(1, { kind: 'words' }, 1))
      .do(row(2, { kind: 'closing' }));
    given.do(nextRowCommand(given.live, rowId(1))).asks(2);
    const request = given.live.floor.queue[0]!;
    const command = slotCommand(given.live, request, rowId(9), 300);
    expect(command).toMatchObject({ before: rowId(2), itemId: itemId(1), seconds: 300 });
    given.do(command);
    expect(slottedRequests(given.live)).toEqual(new Set([requestId(2)]));
    expect(sheetRows(given.live, names).map(({ state }) => state)).toEqual(['now', 'next', 'waiting']);
  });
});

describe('moving and replacing', () => {
  it('moves to a place of the run sheet as it was seen', () => {
    const rows = [1, 2, 3].map((n) => ({ rowId: rowId(n) }));
    expect(moveRowCommand(rows, rowId(3), 0, 7)).toMatchObject({ before: rowId(1), sheetVersion: 7 });
    expect(moveRowCommand(rows, rowId(1), 9, 7)).toMatchObject({ before: null });
    expect(moveRowCommand(rows, rowId(2), 1, 7)).toBeNull();
    expect(moveRowCommand(rows, rowId(8), 1, 7)).toBeNull();
  });

  it('lets the reserve speak, and keeps who was to speak as the reserve', () => {
    const act = { ...speech(1), reserve: { siteId: siteId(2), speakerId: null } };
    const given = opened().do(row(1, act));
    const command = reserveCommand(sheetRows(given.live, names)[0]!);
    if (!command) throw new Error('there is a reserve');
    given.do(command);
    expect(given.live.runSheet.rows[0]?.act).toMatchObject({
      speaker: { siteId: siteId(2) },
      reserve: { siteId: siteId(1) },
    });
    expect(reserveCommand(sheetRows(opened().do(row(1, speech(1))).live, names)[0]!)).toBeNull();
  });
});
