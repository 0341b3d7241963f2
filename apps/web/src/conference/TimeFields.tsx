import { useFormats, useWords } from '../ui/index.ts';
import { TextInput } from '../ui/office/index.ts';
import { DateField } from './DateField.tsx';
import { startOf, type DraftField } from './draft.ts';
import { officeConferenceWords } from './office-words.ts';

type When = { readonly date: string; readonly time: string };
export type TimeFieldsProps = {
  when: When;
  onChange: (part: Partial<When>) => void;
  /** The fields to mark. */
  wrong: readonly DraftField[];
};

/** Date and time of a start in Viet Nam, and how they were understood. */
export const TimeFields = ({ when, onChange, wrong }: TimeFieldsProps) => {
  const { fields } = useWords(officeConferenceWords);
  const { weekday, dateTime } = useFormats();
  const startsAt = startOf(when);
  const errorOf = (field: 'date' | 'past' | 'time') => (wrong.includes(field) ? fields.errors[field] : null);
  return (
    <>
      <DateField value={when.date} onChange={(date) => onChange({ date })} error={errorOf('date') ?? errorOf('past')} />
      <TextInput
        className="cf-short"
        label={fields.time}
        placeholder={fields.timeExample}
        value={when.time}
        onChange={(event) => onChange({ time: event.currentTarget.value })}
        error={errorOf('time')}
        required
        name="time"
        autoComplete="off"
      />
      {startsAt !== null && (
        <p className="cf-wide small muted num" role="status">
          {fields.when(weekday(startsAt), dateTime(startsAt))}
        </p>
      )}
    </>
  );
};
