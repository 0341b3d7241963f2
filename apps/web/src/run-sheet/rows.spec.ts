import { describe, expect, it } from 'vitest';

import { names, opened, siteId } from '../live/live.fixture.ts';
import { item, itemId, planNames, row, rowId, speech, withCue } from '../live/plan.fixture.ts';
import { sectionsOf, sheetLines, sheetRows } from './rows.ts';
import { nextRowCommand } from './steps.ts';

const story = () =>
  opened()
    .do(item(1))
    .do(item(2))
    .do(row(1, { kind: 'words' }, 1))
    .do(row(2, speech(1), 2, 420))
    .do(row(3, speech(2), 2))
    .do(row(4, { kind: 'closing' }));

const states = (given: ReturnType<typeof opened>) => sheetRows(given.live, names).map(({ state }) => state);

describe('the rows of the run sheet', () => {
  it('say where it stands: done, now, next, to come', () => {
    const given = story();
    expect(states(given)).toEqual(['next', 'waiting', 'waiting', 'waiting']);
    given.do(nextRowCommand(given.live, rowId(1)));
    given.do(nextRowCommand(given.live, rowId(2)));
    expect(states(given)).toEqual(['done', 'now', 'next', 'waiting']);
  });

  it('R3: what is held or skipped is no next one; what was jumped over says so', () => {
    const given = story()
      .do({ type: 'runSheet.mark', rowId: rowId(1), as: 'held' })
      .do({ type: 'runSheet.mark', rowId: rowId(3), as: 'skipped' });
    expect(states(given)).toEqual(['held', 'next', 'skipped', 'waiting']);
    given.do(nextRowCommand(given.live, rowId(4)));
    expect(states(given)).toEqual(['held', 'passed', 'skipped', 'now']);
  });

  it('in a discussion with a queue the next is the queue’s, and no row is marked', () => {
    const given = opened()
      .do(row(1, { kind: 'discussion' }))
      .do(row(2, { kind: 'closing' }));
    given.do(nextRowCommand(given.live, rowId(1))).asks(3);
    expect(states(given)).toEqual(['now', 'waiting']);
  });

  it('know how long they took: until the next one that was done', () => {
    const given = story();
    given.do(nextRowCommand(given.live, rowId(1)));
    const began = given.now;
    given.do(nextRowCommand(given.live, rowId(2)));
    const [first, second] = sheetRows(given.live, names);
    expect(first).toMatchObject({ begunAt: began, endedAt: given.now });
    expect(second).toMatchObject({ begunAt: given.now, endedAt: null });
  });

  it('name the speaker with the site, and warn when it is missing', () => {
    const given = story().do({ type: 'programme.reportMissing', siteId: siteId(1) });
    expect(sheetRows(given.live, names)[1]).toMatchObject({
      speaker: { person: { name: 'Người 1' }, site: { name: 'Xã Số 1' }, isHall: false },
      lost: true,
    });
  });

  it('carry their own words', () => {
    expect(sheetRows(story().live, withCue(2, 'Kính mời'))[1]).toMatchObject({ cue: 'Kính mời', note: '' });
  });

  it('stand together by agenda item', () => {
    const sections = sectionsOf(sheetRows(story().live, planNames));
    expect(sections.map((s) => [s.itemId, s.rows.length])).toEqual([
      [itemId(1), 1],
      [itemId(2), 2],
      [null, 1],
    ]);
  });

  it('are told line by line, each section under its heading, and a line keeps its key while rows are done', () => {
    const given = story();
    const lines = sheetLines(sheetRows(given.live, planNames));
    expect(lines.map((line) => (line.is === 'heading' ? line.itemId : line.row.place))).toEqual([
      itemId(1),
      1,
      itemId(2),
      2,
      3,
      null,
      4,
    ]);
    expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
    given.do(nextRowCommand(given.live, rowId(1)));
    expect(sheetLines(sheetRows(given.live, planNames)).map(({ key }) => key)).toEqual(lines.map(({ key }) => key));
  });
});
