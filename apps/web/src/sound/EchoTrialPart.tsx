import type { EchoTrial } from '@diemcau/domain/live';
import { IconWaveSine } from '@tabler/icons-react';

import { useFormats, useWords } from '../ui/index.ts';
import { TrialPart, type ToldTrial } from './TrialPart.tsx';
import { soundWords } from './words.ts';

/** The tones last four seconds, and the way there and back takes its time. */
const WAIT_MS = 12_000;

export type EchoTrialPartProps = {
  /** The latest trial with the devices in use. */
  echo: EchoTrial | null;
  /** False while the conference goes on. */
  isPossible: boolean;
  start: () => Promise<void>;
};

/** Trying a room for echo: with its loudspeakers on, before the opening or in a break. */
export const EchoTrialPart = ({ echo, isPossible, start }: EchoTrialPartProps) => {
  const words = useWords(soundWords).trial;
  const { timeWithSeconds } = useFormats();
  const toldOf = ({ at, heard, aboveDb }: EchoTrial): ToldTrial => {
    const time = timeWithSeconds(at);
    const said = heard
      ? ({ tone: 'heard', text: words.heard(time, String(aboveDb)) } as const)
      : ({ tone: 'good', text: words.good(time) } as const);
    return { at, isOver: true, ...said };
  };
  const told = echo && toldOf(echo);
  return <TrialPart icon={IconWaveSine} waitMs={WAIT_MS} {...{ words, told, isPossible, start }} />;
};
