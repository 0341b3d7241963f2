import { SpeakerText } from '@diemcau/domain/floor';
import { foldText, SpeakerId } from '@diemcau/domain/kernel';
import { z } from 'zod';

import type { PersonDraft } from './person-form.ts';

/** A person for whom this site asked before: the same id again, so that the conference knows it is the same person. */
const Remembered = z.object({ speakerId: SpeakerId, ...SpeakerText.shape });
export type Remembered = z.infer<typeof Remembered>;
const List = z.array(Remembered);

/** So many people are remembered on the clerk's device, the last asked-for first. */
export const MOST_REMEMBERED = 30;

/** Reads what was kept; nothing when it is not readable any more. */
export const readRemembered = (stored: string | null): readonly Remembered[] => {
  if (stored === null) return [];
  try {
    return List.parse(JSON.parse(stored));
  } catch {
    // Written by another version, or damaged: the clerk types the names once more.
    return [];
  }
};

const samePerson = (a: SpeakerText, b: SpeakerText): boolean =>
  foldText(`${a.name} ${a.position}`) === foldText(`${b.name} ${b.position}`);

/** The id under which this person is known here, if they are. */
export const knownAs = (list: readonly Remembered[], person: SpeakerText): SpeakerId | null =>
  list.find((known) => samePerson(known, person))?.speakerId ?? null;

/** Somebody who may be chosen for a request; the position of one of the roster may be empty. */
export type Choosable = PersonDraft & { readonly key: string };

/** Those asked for before, the last one first, then the others of the roster, in its order. */
export const choosable = (list: readonly Remembered[], roster: readonly PersonDraft[]): readonly Choosable[] => [
  ...list.map((person) => ({ key: person.speakerId as string, ...person })),
  ...roster
    .filter((person) => !list.some((known) => samePerson(known, person)))
    .map((person, place) => ({ key: `roster ${place}`, ...person })),
];

/** Puts a person first in the list. */
export const remember = (list: readonly Remembered[], person: Remembered): readonly Remembered[] =>
  [person, ...list.filter((known) => known.speakerId !== person.speakerId && !samePerson(known, person))].slice(
    0,
    MOST_REMEMBERED,
  );
