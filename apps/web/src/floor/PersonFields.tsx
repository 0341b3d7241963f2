import './PersonFields.css';
import { type SpeechKind, SpeechKind as Kinds } from '@diemcau/domain/kernel';

import { SelectField, TextField, useWords } from '../ui/index.ts';
import { askWords } from './ask-words.ts';
import { honorifics } from '../live/honorifics.ts';
import { speechKindWords } from '../live/speech-kinds.ts';
import { type FieldTrouble, LONGEST, type PersonDraft, type PersonTrouble } from './person-form.ts';

const OTHER = 'other';

const useSay = () => {
  const words = useWords(askWords).person;
  return (field: keyof PersonDraft, trouble: FieldTrouble | undefined): string | null => {
    if (trouble === undefined) return null;
    if (trouble === 'tooLong') return words.tooLong(String(LONGEST[field]));
    if (trouble === 'badCharacters') return words.badCharacters;
    return { honorific: words.honorificMissing, name: words.nameMissing, position: words.positionMissing }[field];
  };
};

const isListed = (honorific: string): boolean => honorifics.some((listed) => listed === honorific);

type HonorificProps = { value: string; error: string | null; onChange: (honorific: string) => void };

/** One of the usual forms of address, or another one typed. */
const HonorificField = ({ value, error, onChange }: HonorificProps) => {
  const words = useWords(askWords).person;
  const listed = isListed(value);
  const choices = [
    ...honorifics.map((honorific) => ({ value: honorific as string, label: honorific as string })),
    { value: OTHER, label: words.other },
  ];
  return (
    <div className="fl-honorific">
      <SelectField
        label={words.honorific}
        value={listed ? value : OTHER}
        choices={choices}
        onChange={(chosen) => onChange(chosen === OTHER ? '' : chosen)}
      />
      {!listed && <TextField label={words.otherHonorific} value={value} error={error} onChange={onChange} autoFocus />}
    </div>
  );
};

export type PersonFieldsProps = {
  draft: PersonDraft;
  trouble: PersonTrouble;
  onChange: (draft: PersonDraft) => void;
};

/** How a person is addressed and presented. */
export const PersonFields = ({ draft, trouble, onChange }: PersonFieldsProps) => {
  const words = useWords(askWords).person;
  const say = useSay();
  return (
    <div className="fl-person">
      <HonorificField
        value={draft.honorific}
        error={say('honorific', trouble.honorific)}
        onChange={(honorific) => onChange({ ...draft, honorific })}
      />
      <TextField
        label={words.name}
        required
        value={draft.name}
        error={say('name', trouble.name)}
        autoComplete="off"
        onChange={(name) => onChange({ ...draft, name })}
      />
      <TextField
        label={words.position}
        required
        value={draft.position}
        error={say('position', trouble.position)}
        hint={words.positionHint}
        autoComplete="off"
        onChange={(position) => onChange({ ...draft, position })}
      />
    </div>
  );
};

export type KindFieldProps = {
  kind: SpeechKind;
  onChange: (kind: SpeechKind) => void;
  without?: readonly SpeechKind[];
};

export const KindField = ({ kind, onChange, without = [] }: KindFieldProps) => {
  const words = useWords(askWords).person;
  const labels = useWords(speechKindWords).label;
  const order: readonly SpeechKind[] = ['discussion', ...Kinds.options.filter((option) => option !== 'discussion')];
  const choices = order.filter((k) => !without.includes(k)).map((value) => ({ value, label: labels[value] }));
  return <SelectField label={words.kind} value={kind} choices={choices} onChange={onChange} />;
};
