import { z } from 'zod';

/** What a speech is; the interface's words stand in `floor/words`. */
export const SpeechKind = z.enum([
  'report',
  'paper',
  'discussion',
  'response',
  'directive',
  'conclusion',
  'pointOfOrder',
]);
export type SpeechKind = z.infer<typeof SpeechKind>;
