import { DelegateText, type Delegate, type DelegateKind } from '@diemcau/domain/attendance';
import type { DelegateId } from '@diemcau/domain/kernel';

import { DEFAULT_HONORIFIC } from '../live/honorifics.ts';

/** What is typed about a delegate, before it is checked. */
export type DelegateDraft = {
  readonly honorific: string;
  readonly name: string;
  readonly position: string;
  readonly unit: string;
  readonly kind: DelegateKind;
  readonly substituteFor: DelegateId | null;
  readonly phone: string;
  readonly rank: string;
};

export const blankDraft: DelegateDraft = {
  honorific: DEFAULT_HONORIFIC,
  name: '',
  position: '',
  unit: '',
  kind: 'official',
  substituteFor: null,
  phone: '',
  rank: '',
};

export const draftOf = (delegate: Delegate): DelegateDraft => ({
  honorific: delegate.honorific,
  name: delegate.name,
  position: delegate.position ?? '',
  unit: delegate.unit ?? '',
  kind: delegate.kind,
  substituteFor: delegate.substituteFor,
  phone: delegate.phone ?? '',
  rank: delegate.rank === null ? '' : String(delegate.rank),
});

/** Someone who takes the place of one who does not come: of the same unit and place in the delegation. */
export const substituteDraft = ({ delegateId, unit, rank }: Delegate): DelegateDraft => ({
  ...blankDraft,
  unit: unit ?? '',
  kind: 'substitute',
  substituteFor: delegateId,
  rank: rank === null ? '' : String(rank),
});

/** Longest text of each field in characters, as the domain's schema has them. */
export const LONGEST = { honorific: 40, name: 80, position: 200, unit: 200, phone: 30 } as const;

type TypedField = 'honorific' | 'name' | 'position' | 'unit' | 'phone' | 'rank';
export type FieldTrouble = 'missing' | 'tooLong' | 'wrong';
export type DraftTrouble = Partial<Readonly<Record<TypedField, FieldTrouble>>>;
export type CheckedDraft =
  | { readonly ok: true; readonly text: DelegateText }
  | { readonly ok: false; readonly trouble: DraftTrouble };

const FIELDS: readonly TypedField[] = ['honorific', 'name', 'position', 'unit', 'phone', 'rank'];
const orNothing = (typed: string): string | null => (typed.trim() === '' ? null : typed);

const troubleOf = (field: TypedField, typed: string): FieldTrouble => {
  if (typed.trim() === '') return 'missing';
  return field !== 'rank' && typed.trim().length > LONGEST[field] ? 'tooLong' : 'wrong';
};

/** Checks with the schema that the server uses, and says per field what is wrong. */
export const checkDraft = (draft: DelegateDraft): CheckedDraft => {
  const rank = orNothing(draft.rank);
  const parsed = DelegateText.safeParse({
    honorific: draft.honorific,
    name: draft.name,
    position: orNothing(draft.position),
    unit: orNothing(draft.unit),
    kind: draft.kind,
    substituteFor: draft.kind === 'substitute' ? draft.substituteFor : null,
    phone: orNothing(draft.phone),
    rank: rank === null ? null : Number(rank),
  });
  if (parsed.success) return { ok: true, text: parsed.data };
  const wrong = new Set(parsed.error.issues.map(({ path }) => path[0]));
  const fields = FIELDS.filter((field) => wrong.has(field));
  return { ok: false, trouble: Object.fromEntries(fields.map((field) => [field, troubleOf(field, draft[field])])) };
};
