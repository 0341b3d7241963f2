import './Field.css';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';

import { useWords } from '../text/language.tsx';
import { uiWords } from '../text/words.ts';
import { Kbd } from './Kbd.tsx';
import { inTextField } from './shortcuts.ts';

export type SearchFieldProps = {
  value: string;
  onChange: (value: string) => void;
  /** Names the field; also its placeholder unless one is given. */
  label: string;
  placeholder?: string;
  /** A key that puts the cursor here from anywhere on the page, such as "/". */
  shortcut?: string;
};

/** Typing to find. Match with `matching` and the domain's `foldText`: without accents is enough. */
export const SearchField = ({ value, onChange, label, placeholder, shortcut }: SearchFieldProps) => {
  const words = useWords(uiWords);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (shortcut === undefined) return;
    const jump = (event: KeyboardEvent) => {
      if (event.key !== shortcut || inTextField(event.target)) return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener('keydown', jump);
    return () => document.removeEventListener('keydown', jump);
  }, [shortcut]);
  return (
    <div className="ui-search" role="search" aria-label={label}>
      <IconSearch size={18} stroke={2} aria-hidden />
      <input
        ref={field}
        className="ui-input"
        type="search"
        value={value}
        aria-label={label}
        aria-keyshortcuts={shortcut}
        placeholder={placeholder ?? label}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
      />
      <span className="ui-search-end">
        {value !== '' ? (
          <button type="button" className="ui-search-clear" aria-label={words.clear} onClick={() => onChange('')}>
            <IconX size={16} stroke={2} aria-hidden />
          </button>
        ) : (
          shortcut !== undefined && <Kbd>{shortcut}</Kbd>
        )}
      </span>
    </div>
  );
};
