import type { Playback } from '@diemcau/domain/live';
import { IconMicrophone } from '@tabler/icons-react';

import { useFormats, useWords } from '../ui/index.ts';
import { TrialPart, type ToldTrial } from './TrialPart.tsx';
import { soundWords } from './words.ts';

/** Two seconds before, three and three; the way there and back takes its time. */
const WAIT_MS = 15_000;
const ENDED: ReadonlySet<Playback['status']> = new Set(['played', 'silent', 'failed']);

export type PlaybackPartProps = {
  /** As the room told it last. */
  playback: Playback | null;
  /** False while the conference goes on. */
  isPossible: boolean;
  start: () => Promise<void>;
};

/** Three seconds of the room, recorded and played back in it: who is there says whether they were clear (M28). */
export const PlaybackPart = ({ playback, isPossible, start }: PlaybackPartProps) => {
  const words = useWords(soundWords).playback;
  const { timeWithSeconds } = useFormats();
  const toldOf = ({ at, status }: Playback): ToldTrial => {
    const isOver = ENDED.has(status);
    const tone = isOver && status !== 'played' ? 'heard' : null;
    return { at, isOver, tone, text: words.status[status](timeWithSeconds(at)) };
  };
  const trial = { ...words, failed: words.status.failed() };
  const told = playback && toldOf(playback);
  return <TrialPart icon={IconMicrophone} words={trial} waitMs={WAIT_MS} {...{ told, isPossible, start }} />;
};
