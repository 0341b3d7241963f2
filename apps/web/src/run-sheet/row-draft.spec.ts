import { Command } from '@diemcau/domain/live';
import { SpeakerText } from '@diemcau/domain/floor';
import { describe, expect, it } from 'vitest';

import { names, opened, site, siteId, speakerId } from '../live/live.fixture.ts';
import { row, rowId, speech } from '../live/plan.fixture.ts';
import { type LayoutDraft, withSite } from './row-layout.ts';
import { checkRow, type Checking, draftOfRow, emptyRow, readMinutes, type RowDraft } from './row-draft.ts';
import { sheetRows } from './rows.ts';

const fresh = '01990000-0009-7000-8000-000000000001';
const checking: Checking = {
  checkPerson: (draft) => {
    const parsed = SpeakerText.safeParse(draft);
    return parsed.success ? { ok: true, person: parsed.data } : { ok: false, trouble: { name: 'missing' } };
  },
  names,
  newId: () => fresh,
  before: null,
};
const person = { honorific: 'Bà', name: 'Trần Thị B', position: 'Chủ tịch' };
const draft: RowDraft = {
  ...emptyRow('Đồng chí', null),
  speaker: { site: site(1), named: true, person },
  minutes: '7',
};

describe('a row that is written', () => {
  it('is what the server reads', () => {
    const checked = checkRow({ ...draft, reserve: { site: site(2), named: false, person } }, checking);
    if (!checked.ok) throw new Error('nothing is wrong');
    const { act, itemId, seconds, texts } = checked;
    const command = { type: 'runSheet.add', rowId: rowId(1), act, itemId, seconds, before: null };
    expect(Command.parse(command)).toEqual(command);
    expect(act).toMatchObject({ speaker: { speakerId: fresh }, reserve: { siteId: siteId(2), speakerId: null } });
    expect([seconds, texts]).toEqual([420, { row: { cue: '', note: '', filmTitle: '' }, speaker: person }]);
  });

  it('carries its layout, names a mosaic’s sites once, and wants one at least', () => {
    const mosaic = { is: 'mosaic4', sites: [] } as const;
    expect(checkRow({ ...draft, layout: mosaic }, checking)).toEqual({ ok: false, trouble: { layout: true } });
    const full = [1, 2, 1, 3, 4].map(site).reduce(withSite, { is: 'mosaic4', sites: [] } as LayoutDraft);
    const layout = { kind: 'mosaic4', siteIds: [1, 2, 3, 4].map(siteId) };
    expect(checkRow({ ...draft, layout: full }, checking)).toMatchObject({ ok: true, layout });
    expect(withSite(full, site(5))).toEqual(full);
    expect(checkRow(draft, checking)).toMatchObject({ ok: true, layout: null });
    const given = opened().do({ ...row(1, { kind: 'words' }), layout } as Command);
    const again = draftOfRow(sheetRows(given.live, names)[0]!, 'Đồng chí');
    expect(checkRow(again, checking)).toMatchObject({ ok: true, layout });
  });

  it('carries its film by its title, which must be written', () => {
    expect(checkRow({ ...draft, film: ' Quốc ca ' }, checking)).toMatchObject({
      ok: true,
      film: true,
      texts: { row: { filmTitle: 'Quốc ca' } },
    });
    expect(checkRow(draft, checking)).toMatchObject({ ok: true, film: false });
    for (const film of [' ', 'a'.repeat(121)])
      expect(checkRow({ ...draft, film }, checking)).toEqual({ ok: false, trouble: { film: true } });
  });

  it('keeps the id of a person who is known at the site, however the name is typed', () => {
    const known = { ...draft.speaker, person: { ...person, name: 'nguoi 1' } };
    expect(checkRow({ ...draft, speaker: known }, checking)).toMatchObject({
      act: { speaker: { speakerId: speakerId(1) } },
    });
    expect(checkRow({ ...draft, speaker: { ...known, site: site(2) } }, checking)).toMatchObject({
      act: { speaker: { speakerId: fresh } },
    });
  });

  it('keeps the request that was slotted in as long as its speaker stays', () => {
    const given = opened()
      .asks(1)
      .do(row(1, speech(1, 'discussion', true)));
    const before = sheetRows(given.live, names)[0]!;
    const same = draftOfRow(before, 'Đồng chí');
    expect(checkRow(same, { ...checking, before })).toMatchObject({ act: before.act });
    expect(checkRow({ ...same, speaker: draft.speaker }, { ...checking, before })).toMatchObject({
      act: { requestId: null },
    });
  });

  it('names all that is wrong', () => {
    const wrong = { ...draft, speaker: { ...draft.speaker, site: null }, minutes: '5000', cue: 'a'.repeat(4001) };
    expect(checkRow(wrong, checking)).toEqual({
      ok: false,
      trouble: { speaker: { site: true }, minutes: true, cue: true },
    });
    expect(checkRow({ ...wrong, kind: 'break', minutes: '15', cue: '' }, checking)).toMatchObject({
      ok: true,
      act: { kind: 'break' },
      seconds: 900,
    });
  });
});

it.each([
  ['7', 420],
  [' 1,5 ', 90],
  ['0.2', 12],
  ['', null],
  ['0', undefined],
  ['241', undefined],
  ['bảy', undefined],
])('reads %j minutes', (typed, seconds) => {
  expect(readMinutes(typed)).toBe(seconds);
});
