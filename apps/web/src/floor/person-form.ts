import { SpeakerText, Subject } from '@diemcau/domain/floor';

/** What is typed about a person, before it is checked. */
export type PersonDraft = { readonly honorific: string; readonly name: string; readonly position: string };

export type FieldTrouble = 'missing' | 'tooLong' | 'badCharacters';
export type PersonTrouble = Partial<Readonly<Record<keyof PersonDraft, FieldTrouble>>>;

/** Longest text of each field in characters, as the domain's schema has them. */
export const LONGEST = { honorific: 40, name: 80, position: 200, subject: 200 } as const;

export const emptyPerson: PersonDraft = { honorific: '', name: '', position: '' };

const troubleOf = (text: string, longest: number): FieldTrouble => {
  if (text.trim() === '') return 'missing';
  return text.trim().length > longest ? 'tooLong' : 'badCharacters';
};

const fields = ['honorific', 'name', 'position'] as const;

export type CheckedPerson =
  | { readonly ok: true; readonly person: SpeakerText }
  | { readonly ok: false; readonly trouble: PersonTrouble };

/** Checks with the schema that the server uses, and says per field what is wrong. */
export const checkPerson = (draft: PersonDraft): CheckedPerson => {
  const parsed = SpeakerText.safeParse(draft);
  if (parsed.success) return { ok: true, person: parsed.data };
  const wrong = new Set(parsed.error.issues.map((issue) => issue.path[0]));
  const trouble = Object.fromEntries(
    fields.filter((field) => wrong.has(field)).map((field) => [field, troubleOf(draft[field], LONGEST[field])]),
  );
  return { ok: false, trouble };
};

/** The subject as it will be stored: undefined when left empty, or what is wrong with it. */
export const checkSubject = (typed: string): { readonly subject?: string; readonly trouble?: FieldTrouble } => {
  if (typed.trim() === '') return {};
  const parsed = Subject.safeParse(typed);
  return parsed.success ? { subject: parsed.data } : { trouble: troubleOf(typed, LONGEST.subject) };
};
