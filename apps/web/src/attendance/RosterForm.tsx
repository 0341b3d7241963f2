import type { Delegate, DelegateKind, DelegateText } from '@diemcau/domain/attendance';
import { DelegateId } from '@diemcau/domain/kernel';
import { useState } from 'react';

import { honorifics } from '../live/honorifics.ts';
import { CheckField, FormDialog, type SaidProblem, SelectField, StatusLine, TextField, useWords } from '../ui/index.ts';
import { checkDraft, LONGEST, type DelegateDraft, type DraftTrouble } from './roster-draft.ts';
import { calledOf } from './roster-view.ts';
import { rosterWords } from './site-words.ts';

const OTHER = 'other';
const NOBODY = 'nobody';

const useSay = (trouble: DraftTrouble) => {
  const words = useWords(rosterWords).form;
  return (field: keyof DraftTrouble): string | null => {
    const wrong = trouble[field];
    if (wrong === undefined) return null;
    if (field === 'phone') return words.wrongPhone;
    if (field === 'rank') return words.wrongRank;
    if (wrong === 'tooLong') return words.tooLong(String(LONGEST[field]));
    return wrong === 'missing' && (field === 'honorific' || field === 'name') ? words.missing[field] : words.wrong;
  };
};

type FieldsProps = {
  draft: DelegateDraft;
  trouble: DraftTrouble;
  onChange: (draft: DelegateDraft) => void;
};

const HonorificField = ({ draft, trouble, onChange }: FieldsProps) => {
  const words = useWords(rosterWords).form;
  const say = useSay(trouble);
  const listed = honorifics.some((one) => one === draft.honorific);
  const choices = [
    ...honorifics.map((one) => ({ value: one as string, label: one as string })),
    { value: OTHER, label: words.other },
  ];
  return (
    <>
      <SelectField
        label={words.honorific}
        value={listed ? draft.honorific : OTHER}
        choices={choices}
        onChange={(chosen) => onChange({ ...draft, honorific: chosen === OTHER ? '' : chosen })}
      />
      {!listed && (
        <TextField
          label={words.otherHonorific}
          value={draft.honorific}
          error={say('honorific')}
          onChange={(honorific) => onChange({ ...draft, honorific })}
        />
      )}
    </>
  );
};

type KindProps = Omit<FieldsProps, 'trouble'> & { others: readonly Delegate[] };

const KindFields = ({ draft, onChange, others }: KindProps) => {
  const words = useWords(rosterWords);
  const kinds: readonly DelegateKind[] = ['official', 'guest', 'substitute'];
  return (
    <>
      <SelectField
        label={words.form.kind}
        value={draft.kind}
        choices={kinds.map((value) => ({ value, label: words.kind[value] }))}
        onChange={(kind) => onChange({ ...draft, kind })}
      />
      {draft.kind === 'substitute' && (
        <SelectField
          label={words.form.substituteFor}
          value={draft.substituteFor ?? NOBODY}
          choices={[
            { value: NOBODY, label: words.form.substituteNobody },
            ...others.map((one) => ({ value: one.delegateId as string, label: calledOf(one) })),
          ]}
          onChange={(chosen) =>
            onChange({ ...draft, substituteFor: chosen === NOBODY ? null : DelegateId.parse(chosen) })
          }
        />
      )}
    </>
  );
};

const Fields = ({ draft, trouble, onChange, others }: FieldsProps & { others: readonly Delegate[] }) => {
  const words = useWords(rosterWords).form;
  const say = useSay(trouble);
  return (
    <>
      <HonorificField draft={draft} trouble={trouble} onChange={onChange} />
      <TextField
        label={words.name}
        required
        autoFocus
        value={draft.name}
        error={say('name')}
        autoComplete="off"
        onChange={(name) => onChange({ ...draft, name })}
      />
      <TextField
        label={words.position}
        hint={words.positionHint}
        value={draft.position}
        error={say('position')}
        autoComplete="off"
        onChange={(position) => onChange({ ...draft, position })}
      />
      <TextField
        label={words.unit}
        value={draft.unit}
        error={say('unit')}
        autoComplete="off"
        onChange={(unit) => onChange({ ...draft, unit })}
      />
      <KindFields draft={draft} onChange={onChange} others={others} />
      <TextField
        label={words.phone}
        type="tel"
        value={draft.phone}
        error={say('phone')}
        autoComplete="off"
        onChange={(phone) => onChange({ ...draft, phone })}
      />
      <TextField
        label={words.rank}
        hint={words.rankHint}
        inputMode="numeric"
        value={draft.rank}
        error={say('rank')}
        autoComplete="off"
        onChange={(rank) => onChange({ ...draft, rank })}
      />
    </>
  );
};

/** Which delegate is written down, and what is known to begin with. */
export type FormSubject = {
  /** Made by the page for a new one, so that a form sent twice makes one person. */
  readonly delegateId: DelegateId;
  readonly draft: DelegateDraft;
  readonly title: string;
  readonly isNew: boolean;
  /** A new one is noted as present along with it. */
  readonly presentNow: boolean;
};

export type RosterFormProps = {
  subject: FormSubject;
  /** The rest of the roster, for whom a substitute may stand in. */
  others: readonly Delegate[];
  problem: SaidProblem | null;
  onSave: (text: DelegateText, presentNow: boolean) => Promise<unknown>;
  onClose: () => void;
};

/** Everything that a roster says of one delegate. */
export const RosterForm = ({ subject, others, problem, onSave, onClose }: RosterFormProps) => {
  const words = useWords(rosterWords).form;
  const [draft, setDraft] = useState(subject.draft);
  const [presentNow, setPresentNow] = useState(subject.presentNow);
  const [trouble, setTrouble] = useState<DraftTrouble>({});
  const save = () => {
    const checked = checkDraft(draft);
    setTrouble(checked.ok ? {} : checked.trouble);
    return checked.ok ? onSave(checked.text, presentNow) : undefined;
  };
  return (
    <FormDialog title={subject.title} close={words.close} save={words.save} onClose={onClose} onSave={save}>
      <Fields draft={draft} trouble={trouble} onChange={setDraft} others={others} />
      {subject.isNew && <CheckField label={words.presentNow} checked={presentNow} onChange={setPresentNow} />}
      <StatusLine problem={problem} />
    </FormDialog>
  );
};
