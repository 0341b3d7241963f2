import { describe, expect, it } from 'vitest';
import { foldText, line, lines } from './text.ts';

describe('foldText: texts are compared without marks, case and spacing', () => {
  it.each([
    ['Uỷ ban', 'Ủy ban'],
    ['hoà bình', 'hòa bình'],
    ['Thuý', 'Thúy'],
    ['Thái Nguyên', 'Thái Nguyên'.normalize('NFD')],
    ['Đắk Lắk', 'dak lak'],
    ['ĐIỂM CẦU', 'diem cau'],
    ['  Ba   Bể ', 'ba be'],
    ['Mặt\u00a0trận', 'mat tran'],
    ['Nguyễn Thị Hường', 'nguyen thi huong'],
  ])('%j and %j are the same', (a, b) => {
    expect(foldText(a)).toBe(foldText(b));
  });

  it('keeps what tells names apart: letters, digits and punctuation', () => {
    expect(foldText('Xã Ba Bể (2)')).toBe('xa ba be (2)');
    expect(foldText('Hà Nam')).not.toBe(foldText('Hà Nấm 2'));
  });

  it('is stable: folding what is folded changes nothing', () => {
    const once = foldText('  ỦY ban MTTQ phường Đông Hòa ');
    expect(foldText(once)).toBe(once);
  });
});

describe('line: one line that a person typed', () => {
  const name = line(20);

  it.each([
    ['trims and joins blanks', '  Nguyễn   Văn  An ', 'Nguyễn Văn An'],
    ['composes letters', 'Hòa'.normalize('NFD'), 'Hòa'.normalize('NFC')],
    ['makes a line break a blank', 'Nguyễn\r\nVăn\tAn', 'Nguyễn Văn An'],
    ['keeps HTML and SQL as they are typed', `<b>'; --</b>`, `<b>'; --</b>`],
    ['counts composed letters, not code points of the typed form', 'ệ'.repeat(20).normalize('NFD'), 'ệ'.repeat(20)],
  ])('%s', (_, typed, kept) => {
    expect(name.parse(typed)).toBe(kept);
  });

  const codes = (...points: number[]) => points.map((p): [string, string] => [p.toString(16), String.fromCodePoint(p)]);
  const bidi = codes(0x061c, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069);

  it.each([
    ...bidi,
    ...codes(0x00, 0x01, 0x07, 0x08, 0x1b, 0x7f, 0x80, 0x9f),
    ...codes(0xd800, 0xdbff, 0xdc00, 0xdfff),
    ...codes(0xe000, 0xfffd),
  ])('refuses U+%s, which no person types into a name', (_, character) => {
    expect(name.safeParse(`An${character}Bình`).success).toBe(false);
  });

  it.each([
    ['empty', ''],
    ['blanks alone', ' \u00a0\t\n '],
    ['characters that nobody sees', '\u200b\u2060\u200d'],
    ['a mark without its letter', '\u0301'],
    ['one character too many', 'a'.repeat(21)],
    ['far too long', 'a'.repeat(1_000_000)],
    ['long blanks around a name', `${' '.repeat(100)}An`],
  ])('refuses a line that is %s', (_, typed) => {
    expect(name.safeParse(typed).success).toBe(false);
  });

  it.each([[null], [undefined], [7], [['An']], [{ name: 'An' }]])('refuses %j, which is no text', (typed) => {
    expect(name.safeParse(typed).success).toBe(false);
  });
});

describe('lines: several lines that a person typed', () => {
  const cue = lines(20);

  it.each([
    ['keeps the lines and one empty one between them', 'Kính thưa\n\nđại biểu', 'Kính thưa\n\nđại biểu'],
    ['takes the ends of lines of every system', 'a\r\nb\rc', 'a\nb\nc'],
    ['trims lines and joins blanks', '  a \t b  \n  c ', 'a b\nc'],
    ['leaves no gaps', 'a\n\n\n\nb', 'a\n\nb'],
    ['may be empty', ' \n ', ''],
  ])('%s', (_, typed, kept) => {
    expect(cue.parse(typed)).toBe(kept);
  });

  it.each([['a\u202eb'], ['a\u0000b'], ['a'.repeat(21)], [null]])('refuses %j', (typed) => {
    expect(cue.safeParse(typed).success).toBe(false);
  });
});
