import { describe, expect, it } from 'vitest';

import { names, opened, requestId } from '../live/live.fixture.ts';
import { moved } from '../live/moves.ts';
import { moveCommand, queueRows, stepFrom } from './queue.ts';

const queue = [1, 2, 3, 4].map((n) => ({ requestId: requestId(n) }));
const order = (rows: readonly { requestId: string }[]) => rows.map((r) => Number(r.requestId.slice(-2)));

describe('queueRows', () => {
  it('says who, from where, about what, and how often they spoke', () => {
    const story = opened().asks(1).granted(1);
    story.do({ type: 'floor.startSpeech', turnId: story.turnId }).do({ type: 'floor.end', turnId: story.turnId });
    story.asks(1, 'response').asks(2);
    expect(queueRows(story.live, names)).toMatchObject([
      {
        place: 1,
        person: { name: 'Người 1' },
        subject: 'Ngày vì người nghèo',
        spokenTimes: 1,
        isNext: true,
        standbyPlace: 1,
      },
      { place: 2, person: { honorific: 'Thượng tọa' }, subject: null, spokenTimes: 0, isNext: false, standbyPlace: 2 },
    ]);
  });
});

describe('moveCommand', () => {
  it('puts a request before the one that will follow it, in the queue that was seen', () => {
    expect(moveCommand(queue, requestId(4), 1, 7)).toEqual({
      type: 'floor.move',
      requestId: requestId(4),
      before: requestId(2),
      queueVersion: 7,
    });
    expect(moveCommand(queue, requestId(1), 1, 7)).toMatchObject({ before: requestId(3) });
  });

  it('puts it last before nothing, and never beyond an end', () => {
    expect(moveCommand(queue, requestId(1), 3, 7)).toMatchObject({ before: null });
    expect(moveCommand(queue, requestId(1), 99, 7)).toMatchObject({ before: null });
    expect(moveCommand(queue, requestId(3), -5, 7)).toMatchObject({ before: requestId(1) });
  });

  it('is nothing when it stands there already or is gone', () => {
    expect(moveCommand(queue, requestId(2), 1, 7)).toBeNull();
    expect(moveCommand(queue, requestId(4), 9, 7)).toBeNull();
    expect(moveCommand(queue, requestId(9), 0, 7)).toBeNull();
  });

  it.each([
    [4, 0],
    [1, 3],
    [2, 2],
    [3, 1],
  ])('shows the order that the server will make of moving %i to place %i', (n, to) => {
    const command = moveCommand(queue, requestId(n), to, 7);
    if (!command) throw new Error('a move');
    const shown = order(moved(queue, [{ id: requestId(n), index: to }], (row) => row.requestId));
    const rest = order(queue).filter((each) => each !== n);
    const at = command.before === null ? rest.length : rest.findIndex((each) => requestId(each) === command.before);
    expect(shown).toEqual(rest.toSpliced(at, 0, n));
    expect(shown[to]).toBe(n);
  });
});

describe('stepFrom', () => {
  it('begins at the end that lies in the direction of the key', () => {
    expect(stepFrom(queue, null, 1)).toBe(requestId(1));
    expect(stepFrom(queue, null, -1)).toBe(requestId(4));
  });

  it('stops at the ends', () => {
    expect(stepFrom(queue, requestId(1), -1)).toBe(requestId(1));
    expect(stepFrom(queue, requestId(4), 1)).toBe(requestId(4));
    expect(stepFrom(queue, requestId(2), 1)).toBe(requestId(3));
    expect(stepFrom([], null, 1)).toBeNull();
  });
});
