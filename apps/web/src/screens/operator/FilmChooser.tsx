import { IconMovie } from '@tabler/icons-react';
import { useRef } from 'react';

import { programmeWords } from '../../programme/index.ts';
import { Button, useWords } from '../../ui/index.ts';

/** Takes a film or music from this computer; it goes nowhere by that. */
export const FilmChooser = ({ onChoose, isDisabled }: { onChoose: (file: File) => void; isDisabled: boolean }) => {
  const words = useWords(programmeWords).film;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        size="small"
        icon={IconMovie}
        label={words.choose}
        disabled={isDisabled}
        onPress={() => input.current?.click()}
      >
        {null}
      </Button>
      <input
        ref={input}
        type="file"
        accept="video/*,audio/*"
        hidden
        aria-label={words.choose}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) onChoose(file);
          target.value = '';
        }}
      />
    </>
  );
};
