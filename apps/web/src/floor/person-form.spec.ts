import { describe, expect, it } from 'vitest';

import { speakerId } from '../live/live.fixture.ts';
import { checkPerson, checkSubject } from './person-form.ts';
import { knownAs, MOST_REMEMBERED, readRemembered, remember, type Remembered } from './remembered.ts';

const good = { honorific: 'Hòa thượng', name: '  Thích   Minh Quang ', position: 'Ủy viên' };

describe('checkPerson', () => {
  it('takes a person in the form in which they are stored', () => {
    expect(checkPerson(good)).toEqual({ ok: true, person: { ...good, name: 'Thích Minh Quang' } });
  });

  it.each([
    ['missing', { ...good, name: '   ' }, { name: 'missing' }],
    ['too long', { ...good, position: 'x'.repeat(201) }, { position: 'tooLong' }],
    ['of direction-changing characters', { ...good, name: 'a\u202eb' }, { name: 'badCharacters' }],
  ])('says which field is %s', (_, draft, trouble) => {
    expect(checkPerson(draft)).toEqual({ ok: false, trouble });
  });
});

describe('checkSubject', () => {
  it('may be empty, but not too long', () => {
    expect(checkSubject('  ')).toEqual({});
    expect(checkSubject(' Ngày vì người nghèo ')).toEqual({ subject: 'Ngày vì người nghèo' });
    expect(checkSubject('x'.repeat(300))).toEqual({ trouble: 'tooLong' });
  });
});

const person = (n: number): Remembered => ({
  speakerId: speakerId(n),
  honorific: 'Bà',
  name: `Người ${n}`,
  position: 'Hội viên',
});

describe('remembered people', () => {
  it('keep their id, however their name is typed', () => {
    expect(knownAs([person(1)], { honorific: 'Đồng chí', name: 'nguoi 1', position: 'HỘI VIÊN' })).toBe(speakerId(1));
    expect(knownAs([person(1)], { ...person(1), position: 'Chủ tịch' })).toBeNull();
  });

  it('stand in the order in which they were asked for, each once, and not too many', () => {
    const list = [1, 2, 1].reduce<readonly Remembered[]>((kept, n) => remember(kept, person(n)), []);
    expect(list.map((p) => p.speakerId)).toEqual([speakerId(1), speakerId(2)]);
    const many = Array.from({ length: 40 }, (_, n) => n).reduce<readonly Remembered[]>(
      (kept, n) => remember(kept, person(n)),
      [],
    );
    expect(many).toHaveLength(MOST_REMEMBERED);
  });

  it('are forgotten when what was kept cannot be read', () => {
    expect(readRemembered('{"x":1}')).toEqual([]);
    expect(readRemembered('no json')).toEqual([]);
    expect(readRemembered(JSON.stringify([person(3)]))).toEqual([person(3)]);
  });
});
