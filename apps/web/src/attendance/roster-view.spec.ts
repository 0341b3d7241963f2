import { describe, expect, it } from 'vitest';

import { answeredOf, communesShown } from './clerk-communes.ts';
import { afterRefusal, codeOf, refusalOf } from './check-in.ts';
import { blankDraft, checkDraft, draftOf, substituteDraft } from './roster-draft.ts';
import { momentAt, readHeads, searched, suggestedHeads, tallyOf } from './roster-view.ts';
import { delegate, delegateId, roster } from './roster.fixture.ts';
import { siteId } from '../live/live.fixture.ts';

const people = [
  delegate(1, { name: 'Hoàng Thị Duyên', position: 'Chủ tịch', status: 'present' }),
  delegate(2, { honorific: 'Hòa thượng', name: 'Thích Quảng Lâm', kind: 'guest', status: 'absent' }),
  delegate(3, { name: 'Uỷ Lan', kind: 'substitute', status: 'left' }),
  delegate(4, { kind: 'guest' }),
];
const answer = { headCount: 20, at: '2026-11-24T01:00:00Z', late: false, enteredBy: null };

describe('a roster in numbers', () => {
  it('N6: summoned are all but substitutes', () => {
    expect(tallyOf(people)).toEqual({ all: 4, summoned: 3, present: 1, absent: 1, left: 1, unknown: 1 });
  });

  it('N2: names are found without accents, in any order of words', () => {
    const found = (query: string) => searched(people, query, 'all').map(({ rank }) => rank);
    expect(found('duyen hoang')).toEqual([1]);
    expect(found('HOA THUONG')).toEqual([2]);
    expect(found('ủy lan')).toEqual([3]);
    expect(found('nobody')).toEqual([]);
    expect(searched(people, '', 'away').map(({ rank }) => rank)).toEqual([2, 3]);
    expect(searched(people, '', 'unknown').map(({ rank }) => rank)).toEqual([4]);
  });

  it('N6: a head count begins with the marks, then with the answer and who came since', () => {
    expect(suggestedHeads(roster([delegate(1)]))).toBeNull();
    expect(suggestedHeads(roster(people))).toBe(1);
    expect(suggestedHeads(roster(people, { answer, present: 21 }))).toBe(21);
  });

  it('N4: a time of day is the latest one that has been, by the clock of Viet Nam', () => {
    const now = Date.parse('2026-11-24T08:10:00+07:00');
    expect(momentAt('07:45', now)).toBe('2026-11-24T00:45:00.000Z');
    expect(momentAt('08:10', now)).toBe('2026-11-24T01:10:00.000Z');
    expect(momentAt('22:00', now)).toBe('2026-11-23T15:00:00.000Z');
    expect(momentAt('00:30', Date.parse('2026-11-24T00:31:00+07:00'))).toBe('2026-11-23T17:30:00.000Z');
    expect(momentAt('24:00', now)).toBeNull();
    expect(momentAt('', now)).toBeNull();
  });

  it.each([
    ['17', 17],
    [' 0 ', 0],
    ['10000', 10_000],
    ['10001', null],
    ['', null],
    ['-1', null],
    ['1.5', null],
    ['mười', null],
  ])('N5: a head count of "%s" is %s', (typed, heads) => {
    expect(readHeads(typed)).toBe(heads);
  });
});

describe('a delegate who is written down', () => {
  const named = { ...blankDraft, name: 'Nguyễn Văn A' };

  it('N2: empty fields are nothing, and what is stored comes back to be corrected', () => {
    const checked = checkDraft(named);
    expect(checked).toMatchObject({ ok: true, text: { position: null, phone: null, rank: null, kind: 'official' } });
    expect(draftOf(delegate(2, { phone: '0912 345 678' }))).toMatchObject({
      rank: '2',
      phone: '0912 345 678',
      unit: '',
    });
  });

  it('N2: says of each field what is wrong', () => {
    const wrong = { ...named, honorific: ' ', name: 'a'.repeat(81), phone: 'gọi sau', rank: 'đầu' };
    expect(checkDraft(wrong)).toEqual({
      ok: false,
      trouble: { honorific: 'missing', name: 'tooLong', phone: 'wrong', rank: 'wrong' },
    });
  });

  it('N2: only a substitute stands in for somebody', () => {
    const substitute = { ...substituteDraft(delegate(2, { unit: 'Xã Số 1' })), name: 'B' };
    expect(checkDraft(substitute)).toMatchObject({
      text: { kind: 'substitute', substituteFor: delegateId(2), unit: 'Xã Số 1', rank: 2 },
    });
    expect(checkDraft({ ...substitute, kind: 'guest' })).toMatchObject({ text: { substituteFor: null } });
  });
});

describe('communes of a province', () => {
  const commune = (n: number, isAnswered: boolean) => ({
    siteId: siteId(n),
    code: String(n),
    name: `Xã Số ${n}`,
    province: 'Tỉnh',
    hall: false,
    contact: null,
    summoned: 0,
    present: 0,
    answer: isAnswered ? answer : null,
    remindedAt: null,
  });
  const communes = [commune(1, true), commune(2, false), commune(3, true)];

  it('N7: those that wait stand first', () => {
    const order = (query: string, onlyWaiting = false) =>
      communesShown(communes, query, onlyWaiting).map(({ code }) => code);
    expect(order('')).toEqual(['2', '1', '3']);
    expect(order('', true)).toEqual(['2']);
    expect(order('xa so 3')).toEqual(['3']);
    expect(answeredOf(communes)).toBe(2);
  });
});

describe('a delegate who checks in', () => {
  it('N8: the code is found among what a scanner puts around it', () => {
    expect(codeOf('8kQ2-x_0AAAAAAAAAAAAAA.')).toBe('8kQ2-x_0AAAAAAAAAAAAAA');
    expect(codeOf('abc')).toBeNull();
    expect(codeOf('')).toBeNull();
  });

  it.each([
    ['check_in.present', 'choose'],
    ['network.unreachable', 'retry'],
    ['check_in.used', 'over'],
    ['check_in.expired', 'over'],
    ['check_in.closed', 'over'],
    ['check_in.wrong', 'over'],
  ])('N8: after %s: %s', (code, next) => {
    expect(afterRefusal(refusalOf(code))).toBe(next);
  });
});
