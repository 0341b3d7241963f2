import type { LineStep } from '@diemcau/domain/kernel';
import { lineStepWords } from '../../../live/line-step-words.ts';
import { useAnnounceChange, useWords } from '../../../ui/index.ts';
import { weakWords, type Weak } from './words.ts';

/** In the foot: how much the line of this screen carries. */
export const CarriedStep = ({ step }: { step: Exclude<LineStep, 'full'> }) => {
  const words = useWords(lineStepWords);
  const said = words.weak(words.step[step]);
  useAnnounceChange(said);
  return <b className="room-carried">{said}</b>;
};

/** On the title card: which line it is that carries no picture. */
export const WeakSentence = ({ weak }: { weak: Weak }) => <p>{useWords(weakWords)[weak]}</p>;
