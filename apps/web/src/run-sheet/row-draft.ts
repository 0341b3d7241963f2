import type { SpeakerText } from '@diemcau/domain/floor';
import {
  foldText,
  type AgendaItemId,
  type Layout,
  type RowId,
  type SiteId,
  SpeakerId,
  type SpeechKind,
} from '@diemcau/domain/kernel';
import { MAX_ROW_SECONDS, type Person, type RowAct, type RowKind, RowText } from '@diemcau/domain/run-sheet';
import type { CommandTexts } from '@diemcau/domain/wire';

import type { Names } from '../live/index.ts';
import type { WordedRow } from './cue.ts';
import { draftOfLayout, layoutOf, type LayoutDraft } from './row-layout.ts';
import type { SheetRow } from './rows.ts';

/** What is typed about a person, before it is checked. */
export type PersonDraft = { readonly honorific: string; readonly name: string; readonly position: string };
export type PersonTrouble = Partial<Readonly<Record<keyof PersonDraft, 'missing' | 'tooLong' | 'badCharacters'>>>;
export type CheckPerson = (
  draft: PersonDraft,
) => { readonly ok: true; readonly person: SpeakerText } | { readonly ok: false; readonly trouble: PersonTrouble };

export type ChosenSite = { readonly siteId: SiteId; readonly name: string; readonly province: string | null };

/** Somebody who speaks: from which site, and who, if that is known already. */
export type PartDraft = { readonly site: ChosenSite | null; readonly named: boolean; readonly person: PersonDraft };

export type RowDraft = {
  readonly kind: RowKind;
  readonly speechKind: SpeechKind;
  readonly speaker: PartDraft;
  readonly reserve: PartDraft | null;
  readonly itemId: AgendaItemId | null;
  /** As typed. */
  readonly minutes: string;
  readonly layout: LayoutDraft;
  /** The title of its film; null: none is shown. */
  readonly film: string | null;
  readonly cue: string;
  readonly note: string;
};

export const emptyPart = (honorific: string): PartDraft => ({
  site: null,
  named: true,
  person: { honorific, name: '', position: '' },
});

export const emptyRow = (honorific: string, itemId: AgendaItemId | null): RowDraft => ({
  kind: 'speech',
  speechKind: 'discussion',
  speaker: emptyPart(honorific),
  reserve: null,
  itemId,
  minutes: '',
  layout: { is: 'one', sites: [] },
  film: null,
  cue: '',
  note: '',
});

const partOf = (called: SheetRow['speaker'], honorific: string): PartDraft => {
  if (called === null) return emptyPart(honorific);
  const { site, siteId, person } = called;
  return {
    site: { siteId, name: site?.name ?? '', province: site?.province ?? null },
    named: person !== null,
    person: person ?? { honorific, name: '', position: '' },
  };
};

/** Minutes as they are typed: "7", "1,5". */
const showMinutes = (seconds: number | null): string =>
  seconds === null ? '' : String(Math.round((seconds / 60) * 100) / 100).replace('.', ',');

/** Seconds of what was typed; null when empty, undefined when it is no length that a row can have. */
export const readMinutes = (typed: string): number | null | undefined => {
  const text = typed.trim().replace(',', '.');
  if (text === '') return null;
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Math.round(Number(text) * 60) : 0;
  return seconds >= 10 && seconds <= MAX_ROW_SECONDS ? seconds : undefined;
};

export const draftOfRow = (row: SheetRow, honorific: string): RowDraft => ({
  kind: row.kind,
  speechKind: row.speechKind ?? 'discussion',
  speaker: partOf(row.speaker, honorific),
  reserve: row.reserve === null ? null : partOf(row.reserve, honorific),
  itemId: row.itemId,
  minutes: showMinutes(row.seconds),
  layout: draftOfLayout(
    row.layout,
    row.layoutSites.map(({ siteId, site }) => ({ siteId, name: site?.name ?? '', province: site?.province ?? null })),
  ),
  film: row.film?.title ?? null,
  cue: row.cue,
  note: row.note,
});

export type PartTrouble = { readonly site?: boolean; readonly person?: PersonTrouble };
export type RowTrouble = {
  readonly speaker?: PartTrouble;
  readonly reserve?: PartTrouble;
  readonly minutes?: true;
  readonly layout?: true;
  readonly film?: true;
  readonly cue?: true;
  readonly note?: true;
};

export type CheckedRow =
  | {
      readonly ok: true;
      readonly act: RowAct;
      readonly itemId: AgendaItemId | null;
      readonly seconds: number | null;
      readonly layout: Layout | null;
      readonly film: boolean;
      readonly texts: CommandTexts;
    }
  | { readonly ok: false; readonly trouble: RowTrouble };

export type Checking = {
  readonly checkPerson: CheckPerson;
  /** The same person at the same site keeps the id that is known of them: what they spoke counts together. */
  readonly names: Pick<Names, 'speakers'>;
  readonly newId: () => string;
  /** The request that was slotted in, as long as its speaker stays. */
  readonly before: SheetRow | null;
};

type CheckedPart =
  | { readonly ok: true; readonly person: Person; readonly text: SpeakerText | null }
  | { readonly ok: false; readonly trouble: PartTrouble };

const knownAs = ({ names }: Checking, siteId: SiteId, { name }: SpeakerText): SpeakerId | undefined =>
  [...names.speakers.values()].find((known) => known.siteId === siteId && foldText(known.name) === foldText(name))
    ?.speakerId;

const checkPart = ({ site, named, person }: PartDraft, checking: Checking): CheckedPart => {
  const checked = named ? checking.checkPerson(person) : null;
  if (site === null || checked?.ok === false) {
    return {
      ok: false,
      trouble: {
        ...(site === null ? { site: true } : {}),
        ...(checked?.ok === false ? { person: checked.trouble } : {}),
      },
    };
  }
  const text = checked?.ok ? checked.person : null;
  if (text === null) return { ok: true, person: { siteId: site.siteId, speakerId: null }, text };
  const speakerId = knownAs(checking, site.siteId, text) ?? SpeakerId.parse(checking.newId());
  return { ok: true, person: { siteId: site.siteId, speakerId }, text };
};

const same = (a: Person, b: Person): boolean => a.siteId === b.siteId && a.speakerId === b.speakerId;

const actOf = (
  draft: RowDraft,
  speaker: CheckedPart | null,
  reserve: CheckedPart | null,
  before: SheetRow | null,
): RowAct | null => {
  if (draft.kind !== 'speech') return { kind: draft.kind };
  if (!speaker?.ok || reserve?.ok === false) return null;
  const slotted = before?.act.kind === 'speech' && same(before.act.speaker, speaker.person) ? before.requestId : null;
  return {
    kind: 'speech',
    speechKind: draft.speechKind,
    speaker: speaker.person,
    reserve: reserve?.person ?? null,
    requestId: slotted,
  };
};

/** What is sent for a row, or all that is wrong with it. */
export const checkRow = (draft: RowDraft, checking: Checking): CheckedRow => {
  const isSpeech = draft.kind === 'speech';
  const speaker = isSpeech ? checkPart(draft.speaker, checking) : null;
  const reserve = isSpeech && draft.reserve ? checkPart(draft.reserve, checking) : null;
  const seconds = readMinutes(draft.minutes);
  const words = RowText.safeParse({ cue: draft.cue, note: draft.note, filmTitle: draft.film ?? '' });
  const wrong = new Set(words.success ? [] : words.error.issues.map(({ path }) => path[0]));
  const act = actOf(draft, speaker, reserve, checking.before);
  const layout = layoutOf(draft.layout);
  const isFilmWrong = wrong.has('filmTitle') || draft.film?.trim() === '';
  if (act === null || seconds === undefined || layout === undefined || isFilmWrong || !words.success) {
    return {
      ok: false,
      trouble: {
        ...(speaker?.ok === false ? { speaker: speaker.trouble } : {}),
        ...(reserve?.ok === false ? { reserve: reserve.trouble } : {}),
        ...(seconds === undefined ? { minutes: true } : {}),
        ...(layout === undefined ? { layout: true } : {}),
        ...(isFilmWrong ? { film: true } : {}),
        ...(wrong.has('cue') ? { cue: true } : {}),
        ...(wrong.has('note') ? { note: true } : {}),
      },
    };
  }
  const texts: CommandTexts = {
    row: words.data,
    ...(speaker?.ok && speaker.text ? { speaker: speaker.text } : {}),
    ...(reserve?.ok && reserve.text ? { reserve: reserve.text } : {}),
  };
  return { ok: true, act, itemId: draft.itemId, seconds, layout, film: draft.film !== null, texts };
};

/** Which row is written: one that stands, or a new one before another (null: last). */
export type RowTarget =
  | { readonly is: 'old'; readonly row: SheetRow }
  | { readonly is: 'new'; readonly before: RowId | null; readonly itemId: AgendaItemId | null };

/** The row that a draft would become, as far as its words need it. */
export const wordedDraft = (draft: RowDraft, hallId: SiteId | null, known: Names['sites']): WordedRow => {
  const { site, named, person } = draft.speaker;
  const isSpeech = draft.kind === 'speech' && site !== null;
  return {
    kind: draft.kind,
    speechKind: isSpeech ? draft.speechKind : null,
    speaker: isSpeech
      ? {
          siteId: site.siteId,
          person: named && person.name.trim() !== '' ? person : null,
          site: known.get(site.siteId) ?? { siteId: site.siteId, code: '', name: site.name, province: site.province },
          isHall: site.siteId === hallId,
        }
      : null,
    seconds: readMinutes(draft.minutes) ?? null,
    cue: '',
  };
};
