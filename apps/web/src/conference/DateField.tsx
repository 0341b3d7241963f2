import { IconCalendar } from '@tabler/icons-react';
import { useRef } from 'react';

import { useWords } from '../ui/index.ts';
import { TextInput } from '../ui/office/index.ts';
import { officeConferenceWords } from './office-words.ts';
import { readDate, showDate } from './when.ts';

export type DateFieldProps = { value: string; onChange: (typed: string) => void; error: string | null };

/**
 * A date, typed as 28/12/2026 whatever language the browser speaks, or taken from the browser's own calendar (whose
 * field would show it in the form of the browser's language).
 */
export const DateField = ({ value, onChange, error }: DateFieldProps) => {
  const words = useWords(officeConferenceWords).fields;
  const calendar = useRef<HTMLInputElement>(null);
  return (
    <div className="cf-short cf-date">
      <TextInput
        label={words.date}
        placeholder={words.dateExample}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={error}
        required
        name="date"
        autoComplete="off"
        rightSection={
          <button
            type="button"
            className="cf-calendar"
            aria-label={words.calendar}
            onClick={() => calendar.current?.showPicker()}
          >
            <IconCalendar size={18} stroke={2} aria-hidden />
          </button>
        }
      />
      <input
        ref={calendar}
        type="date"
        className="cf-calendar-source"
        tabIndex={-1}
        aria-hidden
        value={readDate(value) ?? ''}
        onChange={(event) => onChange(showDate(event.currentTarget.value))}
      />
    </div>
  );
};
