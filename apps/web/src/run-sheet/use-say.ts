import { useMemo } from 'react';

import { speechKindWords } from '../live/speech-kinds.ts';
import { useFormats, useWords } from '../ui/index.ts';
import { cueTemplates } from './cue-words.ts';
import type { Say } from './cue.ts';

/** The chair's sentences in the language of the interface. */
export const useSay = (): Say => {
  const cue = useWords(cueTemplates);
  const { act: acts } = useWords(speechKindWords);
  const { time } = useFormats();
  return useMemo(() => ({ cue, acts, time }), [cue, acts, time]);
};
