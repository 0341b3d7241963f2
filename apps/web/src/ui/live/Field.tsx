import './Field.css';
import { IconChevronDown } from '@tabler/icons-react';
import { useId } from 'react';
import type { ReactNode } from 'react';

import { useWords } from '../text/language.tsx';
import { uiWords } from '../text/words.ts';

type FieldProps = {
  label: string;
  /** Under the field: an example, a rule. */
  hint?: string;
  /** Instead of the hint: what is wrong and what to do. */
  error?: string | null;
  required?: boolean;
  disabled?: boolean;
  name?: string;
};

type FrameProps = FieldProps & {
  children: (ids: { id: string; describedBy: string | undefined; invalid: true | undefined }) => ReactNode;
};

/** Label, field, and the line under it, tied together for assistive technology. */
const FieldFrame = ({ label, hint, error, required = false, children }: FrameProps) => {
  const words = useWords(uiWords);
  const id = useId();
  const wrong = error !== undefined && error !== null && error !== '';
  const note = wrong ? error : hint;
  return (
    <div className="ui-field">
      <label className="ui-field-label" htmlFor={id}>
        {label}
        {required && (
          <span className="ui-field-required">
            <span aria-hidden> *</span>
            <span className="hidden-text"> ({words.required})</span>
          </span>
        )}
      </label>
      {children({ id, describedBy: note ? `${id}-note` : undefined, invalid: wrong || undefined })}
      {note && (
        <p id={`${id}-note`} className={wrong ? 'ui-field-error' : 'ui-field-hint'}>
          {note}
        </p>
      )}
    </div>
  );
};

export type TextFieldProps = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  type?: 'text' | 'password' | 'email' | 'tel' | 'number' | 'datetime-local' | 'date' | 'time';
  autoComplete?: string;
  maxLength?: number;
  /** More than one line of text. */
  lines?: number;
  inputMode?: 'text' | 'numeric' | 'tel' | 'none';
  autoFocus?: boolean;
};

/** A line, or lines, of text. */
export const TextField = (props: TextFieldProps) => {
  const { value, onChange, lines, type = 'text', placeholder, autoComplete, maxLength, inputMode, autoFocus } = props;
  return (
    <FieldFrame {...props}>
      {({ id, describedBy, invalid }) => {
        const shared = {
          id,
          className: 'ui-input',
          value,
          placeholder,
          maxLength,
          autoComplete,
          autoFocus,
          name: props.name,
          required: props.required,
          disabled: props.disabled,
          'aria-describedby': describedBy,
          'aria-invalid': invalid,
        };
        return lines === undefined ? (
          <input {...shared} type={type} inputMode={inputMode} onChange={(event) => onChange(event.target.value)} />
        ) : (
          <textarea {...shared} rows={lines} onChange={(event) => onChange(event.target.value)} />
        );
      }}
    </FieldFrame>
  );
};

export type Choice<V extends string> = { readonly value: V; readonly label: string; readonly disabled?: boolean };

export type SelectFieldProps<V extends string> = FieldProps & {
  value: V;
  onChange: (value: V) => void;
  choices: readonly Choice<V>[];
};

/** One of several, on the platform's own list: it works on every phone. */
export const SelectField = <V extends string>(props: SelectFieldProps<V>) => (
  <FieldFrame {...props}>
    {({ id, describedBy, invalid }) => (
      <div className="ui-select">
        <select
          id={id}
          className="ui-input"
          name={props.name}
          value={props.value}
          disabled={props.disabled}
          required={props.required}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          onChange={(event) => {
            const chosen = props.choices.find((choice) => choice.value === event.target.value);
            if (chosen) props.onChange(chosen.value);
          }}
        >
          {props.choices.map((choice) => (
            <option key={choice.value} value={choice.value} disabled={choice.disabled}>
              {choice.label}
            </option>
          ))}
        </select>
        <IconChevronDown size={18} stroke={2} aria-hidden />
      </div>
    )}
  </FieldFrame>
);

export type CheckFieldProps = {
  label: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  hint?: string;
  disabled?: boolean;
};

/** Yes or no; the whole line can be pressed. */
export const CheckField = ({ label, checked, onChange, hint, disabled }: CheckFieldProps) => (
  <label className="ui-check">
    <input type="checkbox" checked={checked} disabled={disabled} onChange={(event) => onChange(event.target.checked)} />
    <span>
      {label}
      {hint !== undefined && <span className="ui-field-hint"> {hint}</span>}
    </span>
  </label>
);
