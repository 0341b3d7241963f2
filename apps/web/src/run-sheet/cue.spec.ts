import { describe, expect, it } from 'vitest';

import { names, opened, prepared, T0 } from '../live/live.fixture.ts';
import { item, planNames, row, rowId, speech, withCue } from '../live/plan.fixture.ts';
import { speechKindWords } from '../live/speech-kinds.ts';
import { cueTemplates } from './cue-words.ts';
import { cueOfRow, invitation, type Say, sheetCue, thanks } from './cue.ts';
import { calledAt, hallOf, sheetRows } from './rows.ts';
import { nextRowCommand } from './steps.ts';
import { siteId, speakerId } from '../live/live.fixture.ts';

const say: Say = { cue: cueTemplates.vi, acts: speechKindWords.vi.act, time: (moment) => `@${moment - T0}` };
const around = { conference: 'Hội nghị sơ kết', item: null, thank: null, returnsAt: null };
const called = (n: number, named = true) =>
  calledAt(hallOf(opened().live), names, { siteId: siteId(n), speakerId: named ? speakerId(n) : null });
const rowsOf = (...commands: Parameters<ReturnType<typeof opened>['do']>[0][]) => {
  const given = opened();
  for (const command of commands) given.do(command);
  return sheetRows(given.live, names);
};

describe('an invitation', () => {
  it('names honorific, name, full position, site and what is asked', () => {
    expect(invitation(called(1), 'report', say, false)).toBe(
      'Kính mời đồng chí Người 1, Chức vụ 1, tại điểm cầu xã Số 1, tỉnh Thái Nguyên, trình bày báo cáo.',
    );
    expect(invitation(called(1), 'discussion', say, true)).toBe(
      'Tiếp theo, kính mời đồng chí Người 1, Chức vụ 1, tại điểm cầu xã Số 1, tỉnh Thái Nguyên, phát biểu.',
    );
  });

  it('never says "đồng chí" to the clergy', () => {
    expect(invitation(called(2), 'paper', say, false)).toMatch(/^Kính mời Thượng tọa Người 2, /);
    expect(thanks(called(2), say)).toBe('Xin trân trọng cảm ơn Thượng tọa Người 2.');
  });

  it('leaves the place out in the hall, and has one for a site without a name', () => {
    expect(invitation(called(0), 'conclusion', say, false)).toBe(
      'Kính mời đồng chí Người 0, Chức vụ 0, phát biểu kết luận.',
    );
    expect(invitation(called(3, false), 'discussion', say, false)).toBe(
      'Kính mời đại biểu tại điểm cầu xã Số 3, tỉnh Thái Nguyên phát biểu.',
    );
  });
});

describe('the words of a row', () => {
  it.each([
    [
      'opening',
      'Kính thưa các vị đại biểu, thưa toàn thể hội nghị. Thay mặt chủ trì, tôi xin tuyên bố khai mạc Hội nghị sơ kết.',
    ],
    ['rollCall', 'Đề nghị các điểm cầu báo cáo số đại biểu có mặt.'],
    ['words', 'Hội nghị tiếp tục chương trình.'],
  ] as const)('of kind %s', (kind, text) => {
    expect(cueOfRow(rowsOf(row(1, { kind }))[0]!, around, say)).toBe(text);
  });

  it('say how long the break is, and until when once it runs', () => {
    const [pause] = rowsOf(row(1, { kind: 'break' }, null, 900));
    expect(cueOfRow(pause!, around, say)).toBe('Hội nghị nghỉ giải lao 15 phút.');
    expect(cueOfRow(pause!, { ...around, returnsAt: T0 + 9 }, say)).toContain('trước @9');
  });

  it('are its own when it has some, with nothing before them', () => {
    const given = opened().do(row(1, speech(1)));
    const [own] = sheetRows(given.live, withCue(1, 'Xin mời đoàn Thái Nguyên.'));
    expect(cueOfRow(own!, { ...around, thank: called(2) }, say)).toBe('Xin mời đoàn Thái Nguyên.');
  });
});

describe('what the chair reads', () => {
  const cueOf = (given: ReturnType<typeof opened>, known = planNames) => sheetCue(given.live, known, 'Hội nghị', say);

  it('nothing of the run sheet without one', () => {
    expect(cueOf(opened())).toBeNull();
  });

  it('before the opening: its words', () => {
    const given = prepared().do(row(1, { kind: 'opening' }));
    expect(cueOf(given)).toMatchObject({ now: null, next: expect.stringContaining('khai mạc Hội nghị') });
  });

  it('the words of now, and those that lead on', () => {
    const given = opened()
      .do(item(1))
      .do(row(1, { kind: 'words' }, 1))
      .do(row(2, speech(1)));
    given.do(nextRowCommand(given.live, rowId(1)));
    expect(cueOf(given)).toMatchObject({
      now: { rowId: rowId(1), text: 'Hội nghị tiếp tục với nội dung: Khai mạc.' },
      next: expect.stringMatching(/^Kính mời đồng chí Người 1/),
      names: ['Người 1'],
    });
  });

  it('while somebody speaks: thanks, and who comes', () => {
    const given = opened()
      .do(row(1, speech(2)))
      .do(row(2, speech(1)));
    given.do(nextRowCommand(given.live, rowId(1)));
    expect(cueOf(given)).toMatchObject({
      now: null,
      next: expect.stringMatching(/^Xin trân trọng cảm ơn Thượng tọa Người 2\. Tiếp theo, kính mời đồng chí Người 1/),
    });
  });

  it('in a discussion: who spoke is thanked and the queue’s next is invited', () => {
    const given = opened()
      .do(row(1, { kind: 'discussion' }))
      .asks(2)
      .asks(1);
    given.do(nextRowCommand(given.live, rowId(1))).granted(2);
    expect(cueOf(given)?.next).toMatch(
      /cảm ơn Thượng tọa Người 2\. Tiếp theo, kính mời đồng chí Người 1.*phát biểu\.$/,
    );
    given.do({ type: 'floor.end', turnId: given.turnId });
    expect(cueOf(given)?.next).toMatch(/^Xin trân trọng cảm ơn Thượng tọa Người 2/);
  });

  it('after the last speech: thanks alone', () => {
    const given = opened().do(row(1, speech(2)));
    given.do(nextRowCommand(given.live, rowId(1)));
    expect(cueOf(given)).toMatchObject({ now: null, next: 'Xin trân trọng cảm ơn Thượng tọa Người 2.' });
  });
});
