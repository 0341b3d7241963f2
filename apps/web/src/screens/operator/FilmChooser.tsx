import { IconMovie } from '@tabler/icons-react';
import { useRef, type ReactNode } from 'react';

import { programmeWords } from '../../programme/index.ts';
import { Button, useWords } from '../../ui/index.ts';

export type FilmChooserProps = {
  onChoose: (file: File) => void;
  isDisabled?: boolean;
  /** What is chosen, where it is for a row of the run sheet. */
  label?: string;
  children?: ReactNode;
};

/** Takes a film or music from this computer; it goes nowhere by that. */
export const FilmChooser = ({ onChoose, isDisabled = false, label, children }: FilmChooserProps) => {
  const words = useWords(programmeWords).film;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        size="small"
        icon={IconMovie}
        label={label ?? words.choose}
        disabled={isDisabled}
        onPress={() => input.current?.click()}
      >
        {children ?? <span className="pg-film-word">{words.title}</span>}
      </Button>
      <input
        ref={input}
        type="file"
        accept="video/*,audio/*"
        hidden
        aria-label={label ?? words.choose}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) onChoose(file);
          target.value = '';
        }}
      />
    </>
  );
};
