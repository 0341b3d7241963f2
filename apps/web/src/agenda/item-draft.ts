import { type AgendaKind, ItemTitle, MAX_ITEM_SECONDS } from '@diemcau/domain/agenda';
import type { SpeakerText } from '@diemcau/domain/floor';
import { foldText, SpeakerId } from '@diemcau/domain/kernel';
import type { CommandTexts } from '@diemcau/domain/wire';

import type { Names } from '../live/index.ts';
import { personOf } from '../live/index.ts';
import type { ItemRow } from './items.ts';

export type PersonDraft = { readonly honorific: string; readonly name: string; readonly position: string };
export type PersonTrouble = Partial<Readonly<Record<keyof PersonDraft, 'missing' | 'tooLong' | 'badCharacters'>>>;
export type CheckPerson = (
  draft: PersonDraft,
) => { readonly ok: true; readonly person: SpeakerText } | { readonly ok: false; readonly trouble: PersonTrouble };

export type ItemDraft = {
  readonly title: string;
  readonly kind: AgendaKind;
  /** As typed. */
  readonly minutes: string;
  readonly presenter: PersonDraft | null;
};

export const emptyItem: ItemDraft = { title: '', kind: 'other', minutes: '', presenter: null };

export const draftOfItem = ({ title, kind, presenterId, ownMs }: ItemRow, names: Names): ItemDraft => ({
  title,
  kind,
  minutes: ownMs === null ? '' : String(Math.round(ownMs / 600) / 100).replace('.', ','),
  presenter: personOf(names, presenterId),
});

export type ItemTrouble = { readonly title?: true; readonly minutes?: true; readonly presenter?: PersonTrouble };
export type CheckedItem =
  | {
      readonly ok: true;
      readonly kind: AgendaKind;
      readonly seconds: number | null;
      readonly presenterId: SpeakerId | null;
      readonly texts: CommandTexts;
    }
  | { readonly ok: false; readonly trouble: ItemTrouble };

/** Seconds of typed minutes; null when empty, undefined when it is no length. */
const secondsOf = (typed: string): number | null | undefined => {
  const text = typed.trim().replace(',', '.');
  if (text === '') return null;
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Math.round(Number(text) * 60) : -1;
  return seconds >= 0 && seconds <= MAX_ITEM_SECONDS ? seconds : undefined;
};

const presenterOf = (person: SpeakerText, names: Names, newId: () => string): SpeakerId =>
  [...names.speakers.values()].find(
    (known) => foldText(known.name) === foldText(person.name) && known.position === person.position,
  )?.speakerId ?? SpeakerId.parse(newId());

/** What is sent for an item, or what is wrong with it. */
export const checkItem = (
  draft: ItemDraft,
  { checkPerson, names, newId }: { checkPerson: CheckPerson; names: Names; newId: () => string },
): CheckedItem => {
  const title = ItemTitle.safeParse(draft.title);
  const seconds = secondsOf(draft.minutes);
  const person = draft.presenter && checkPerson(draft.presenter);
  if (!title.success || seconds === undefined || person?.ok === false) {
    return {
      ok: false,
      trouble: {
        ...(title.success ? {} : { title: true }),
        ...(seconds === undefined ? { minutes: true } : {}),
        ...(person?.ok === false ? { presenter: person.trouble } : {}),
      },
    };
  }
  return {
    ok: true,
    kind: draft.kind,
    seconds,
    presenterId: person ? presenterOf(person.person, names, newId) : null,
    texts: { title: title.data, ...(person ? { speaker: person.person } : {}) },
  };
};
