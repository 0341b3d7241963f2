import { describe, expect, it } from 'vitest';
import { given as story, later, newRollCall, refuses, START, yields } from '../kernel/given.fixture.ts';
import { DelegateId } from '../kernel/index.ts';
import {
  attendance,
  DelegateText,
  presentNow,
  readPasted,
  type AttendanceCommand,
  type AttendanceEvent,
  type AttendanceFacts,
  type PastedDelegate,
} from './index.ts';

type Step = AttendanceEvent | ReturnType<typeof later>;
const inPhase = (phase: AttendanceFacts['phase'], ...steps: readonly Step[]) => story(attendance, { phase }, ...steps);
const given = (...steps: readonly Step[]) => inPhase('open', ...steps);

const [one, two] = [newRollCall(1), newRollCall(2)];
const at = (minutes: number) => START + minutes * 60_000;
const open = (minutes = 10): AttendanceCommand => ({ type: 'attendance.openRollCall', closesAt: at(minutes) });
const opened = (rollCallId = one, minutes = 10): AttendanceEvent => ({
  type: 'rollCallOpened',
  rollCallId,
  closesAt: at(minutes),
});
const set = (minutes: number, rollCallId = one): AttendanceCommand => ({
  type: 'attendance.setDeadline',
  rollCallId,
  closesAt: at(minutes),
});
const close = (rollCallId = one): AttendanceCommand => ({ type: 'attendance.closeRollCall', rollCallId });
const closed = (rollCallId = one): AttendanceEvent => ({ type: 'rollCallClosed', rollCallId });

describe('N1: a roll call', () => {
  it.each(['prepared', 'open', 'paused'] as const)(
    'N1: is opened with a deadline while the conference is %s',
    (phase) => {
      expect(inPhase(phase).when(open())).toEqual(yields(opened()));
      expect(inPhase(phase, opened()).state.rollCall).toEqual({
        status: 'open',
        rollCallId: one,
        openedAt: START,
        closesAt: at(10),
      });
    },
  );

  it.each(['absent', 'closed'] as const)('N1: nothing of it is done while the conference is %s', (phase) => {
    for (const command of [open(), set(20), close()])
      expect(inPhase(phase, opened()).when(command)).toEqual(refuses('attendance.closed'));
  });

  it('N1: one is open at a time; the next one is another', () => {
    expect(given(opened()).when(open())).toEqual(refuses('attendance.roll_call_exists'));
    expect(given(opened(two), closed(two)).when(open())).toEqual(yields(opened()));
    expect(given(opened(), closed(), later(60_000), opened(two, 20)).state.rollCall).toMatchObject({
      status: 'open',
      rollCallId: two,
      openedAt: at(1),
    });
  });

  it('N1: the deadline is moved while it is open, and never past', () => {
    expect(given().when(open(0))).toEqual(refuses('attendance.deadline_past'));
    expect(given(opened()).when(set(20))).toEqual(
      yields({ type: 'rollCallDeadlineSet', rollCallId: one, closesAt: at(20) }),
    );
    expect(given(opened()).when(set(10))).toEqual(yields());
    expect(given(opened(), later(5 * 60_000)).when(set(5))).toEqual(refuses('attendance.deadline_past'));
    const moved: AttendanceEvent = { type: 'rollCallDeadlineSet', rollCallId: one, closesAt: at(20) };
    expect(given(opened(), moved).state.rollCall).toMatchObject({ status: 'open', closesAt: at(20) });
  });

  it('N1: the deadline closes nothing; a person does, once', () => {
    expect(given(opened(), later(20 * 60_000)).when(close())).toEqual(yields(closed()));
    expect(given(opened(), later(60_000), closed()).state.rollCall).toMatchObject({
      status: 'closed',
      closedAt: at(1),
    });
    expect(given(opened(), closed()).when(close())).toEqual(refuses('attendance.no_roll_call'));
    expect(given(opened(), closed()).when(set(20))).toEqual(refuses('attendance.no_roll_call'));
    expect(given(opened(two)).when(close(one))).toEqual(refuses('attendance.no_roll_call'));
    expect(given(opened(two), closed(one)).state.rollCall).toMatchObject({ status: 'open', rollCallId: two });
  });
});

describe('N6: who is present', () => {
  it('N6: without an answer, the names that are marked', () => {
    expect(presentNow(7, null)).toBe(7);
  });

  it('N6: with one, its heads, and who came and left by name since', () => {
    expect(presentNow(0, { headCount: 40, named: 0 })).toBe(40);
    expect(presentNow(12, { headCount: 40, named: 10 })).toBe(42);
    expect(presentNow(7, { headCount: 40, named: 10 })).toBe(37);
    expect(presentNow(0, { headCount: 2, named: 5 })).toBe(0);
  });
});

const person = (n: number) => DelegateId.parse(`0000000a-0000-7000-8000-${String(n).padStart(12, '0')}`);
const EMPTY = { honorific: '', name: '', position: '', unit: '', kind: '', substituteFor: '', phone: '', rank: '' };
const line = (n: number, cells: Partial<PastedDelegate>): PastedDelegate => ({
  delegateId: person(n),
  ...EMPTY,
  honorific: 'ông',
  name: `Nguyễn Văn ${n}`,
  ...cells,
});
const read = (...rows: readonly PastedDelegate[]) => readPasted(rows, []);
const textOf = (cells: Partial<PastedDelegate>) => {
  const [first] = read(line(1, cells));
  return first && 'text' in first ? first.text : first?.fields;
};

describe('N3: pasted from a spreadsheet', () => {
  it('N3: a line is read as it was meant', () => {
    const cells = { honorific: ' Hòa thượng ', name: 'Thích  Minh Tuệ', position: 'Ủy viên', unit: 'MTTQ tỉnh' };
    expect(textOf({ ...cells, kind: 'Khách mời', phone: '0912 345 678', rank: '3' })).toEqual({
      honorific: 'Hòa thượng',
      name: 'Thích Minh Tuệ',
      position: 'Ủy viên',
      unit: 'MTTQ tỉnh',
      kind: 'guest',
      substituteFor: null,
      phone: '0912 345 678',
      rank: 3,
    });
  });

  it.each([
    ['', 'official'],
    ['Chính thức', 'official'],
    ['ĐẠI BIỂU CHÍNH THỨC', 'official'],
    ['khach moi', 'guest'],
    ['Dự thay', 'substitute'],
  ])('N3: "%s" is of kind %s', (kind, meant) => {
    expect(textOf({ kind })).toMatchObject({ kind: meant });
  });

  it('N3: a number whose first 0 the spreadsheet took away gets it back', () => {
    expect(textOf({ phone: '912345678' })).toMatchObject({ phone: '0912345678' });
    expect(textOf({ phone: '2438256789' })).toMatchObject({ phone: '2438256789' });
  });

  it.each([
    ['no name', { name: ' ' }, ['name']],
    ['no form of address', { honorific: '' }, ['honorific']],
    ['a kind that nobody knows', { kind: 'tùy tùng' }, ['kind']],
    ['a phone that is none', { phone: 'hỏi cô Lan' }, ['phone']],
    ['a rank that is none', { rank: 'nhất' }, ['rank']],
    ['a rank below the first', { rank: '0' }, ['rank']],
    ['somebody to stand in for who is not there', { substituteFor: 'ông Không Có' }, ['substituteFor']],
    ['a guest who stands in for somebody', { kind: 'khách mời', substituteFor: 'Nguyễn Văn 2' }, ['kind']],
    ['several at once', { name: '', phone: 'x' }, ['name', 'phone']],
  ] as const)('N3: %s: the line stays, with the cells that make no sense', (_what, cells, fields) => {
    expect(readPasted([line(1, cells), line(2, {})], [])).toMatchObject([
      { row: 0, delegateId: person(1), fields },
      { row: 1, text: { name: 'Nguyễn Văn 2' } },
    ]);
  });

  it('N3: a substitute names one of the roster or of the same paste, with or without the form of address', () => {
    const rows = [
      line(1, {}),
      line(2, { substituteFor: 'ong nguyen van 1' }),
      line(3, { substituteFor: 'Trần Thị Bình' }),
    ];
    const roster = [{ delegateId: person(9), name: 'Trần Thị Bình' }];
    expect(readPasted(rows, roster)).toMatchObject([
      { text: { kind: 'official' } },
      { text: { kind: 'substitute', substituteFor: person(1) } },
      { text: { kind: 'substitute', substituteFor: person(9) } },
    ]);
    const twice = [...roster, { delegateId: person(8), name: 'Trần Thị Bình' }];
    expect(readPasted(rows.slice(2), twice)).toMatchObject([{ fields: ['substituteFor'] }]);
  });
});

describe('N2: a delegate', () => {
  const text = { honorific: 'bà', name: 'An', position: null, unit: null, kind: 'official', phone: null, rank: null };

  it.each([
    ['no name', { name: '' }],
    ['a name that runs backwards', { name: 'An\u202eB' }],
    ['no form of address', { honorific: '' }],
    ['a kind that is not known', { kind: 'boss' }],
    ['rank 0', { rank: 0 }],
    ['rank 1000', { rank: 1000 }],
    ['half a rank', { rank: 1.5 }],
    ['a phone that is none', { phone: '<script>' }],
    ['a part that is not known', { role: 'chair' }],
  ])('N2: refused: %s', (_what, changed) => {
    expect(DelegateText.safeParse({ ...text, substituteFor: null, ...changed }).success).toBe(false);
    expect(DelegateText.safeParse({ ...text, substituteFor: null }).success).toBe(true);
  });
});
