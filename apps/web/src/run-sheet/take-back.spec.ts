import { describe, expect, it } from 'vitest';

import { opened, prepared } from '../live/live.fixture.ts';
import { row, rowId, speech } from '../live/plan.fixture.ts';
import { nextRowCommand } from './steps.ts';
import { takeBackOf } from './take-back.ts';

describe('what may be taken back', () => {
  it('R6: the whole of the last "Tiếp"', () => {
    const given = opened().do(row(1, speech(1)));
    given.do(nextRowCommand(given.live, rowId(1)));
    expect(takeBackOf(given.live)).toEqual({
      of: 'step',
      command: { type: 'runSheet.takeBack', rowId: rowId(1) },
      until: given.now + 3000,
    });
  });

  it('R6: not the opening of the conference', () => {
    const given = prepared().do(row(1, { kind: 'opening' }));
    given.do(nextRowCommand(given.live, rowId(1)));
    expect(takeBackOf(given.live)).toBeNull();
  });

  it('the floor that was given to the queue’s next, later than the row', () => {
    const given = opened()
      .do(row(1, { kind: 'discussion' }))
      .asks(1);
    given.do(nextRowCommand(given.live, rowId(1))).granted(1);
    expect(takeBackOf(given.live)).toMatchObject({
      of: 'step',
      command: { type: 'floor.takeBackGrant', turnId: given.turnId },
    });
  });

  it('F9: the end of a speech', () => {
    const given = opened().asks(1).granted(1);
    const { turnId } = given;
    given.do({ type: 'floor.end', turnId });
    expect(takeBackOf(given.live)).toEqual({
      of: 'end',
      command: { type: 'floor.takeBack', turnId },
      until: given.now + 3000,
    });
  });

  it('nothing at the start', () => {
    expect(takeBackOf(opened().live)).toBeNull();
  });
});
