import './sound.css';

import { Button, StatusLine, type Icon } from '../ui/index.ts';
import { useAsked } from './use-asked.ts';

export type TrialWords = {
  readonly title: string;
  readonly start: string;
  readonly hint: string;
  /** It was asked for, and nothing is known of it yet. */
  readonly asked: string;
  readonly failed: string;
  readonly later: string;
};

/** What the room told last. */
export type ToldTrial = {
  /** Ms since the epoch. */
  readonly at: number;
  readonly isOver: boolean;
  readonly text: string;
  readonly tone: 'good' | 'heard' | null;
};

export type TrialPartProps = {
  icon: Icon;
  words: TrialWords;
  told: ToldTrial | null;
  /** So long the room has for it; ms. */
  waitMs: number;
  /** False while the conference goes on. */
  isPossible: boolean;
  start: () => Promise<void>;
};

/** A trial of the sound in a room: one button, and one line that says how far it is or what came of it. */
export const TrialPart = ({ icon, words, told, waitMs, isPossible, start }: TrialPartProps) => {
  const { status, press, problem, dismiss } = useAsked(told?.isOver ? told.at : null, start, waitMs);
  const running = told?.isOver === false ? told.text : words.asked;
  const said = { told: told?.text ?? null, running, failed: words.failed }[status];
  const tone = { told: told?.tone ?? '', running: '', failed: 'heard' }[status];
  return (
    <div className="sound-trial" role="group" aria-label={words.title}>
      <div>
        <Button
          size="small"
          icon={icon}
          disabled={!isPossible}
          pending={status === 'running'}
          onPress={() => void press()}
        >
          {words.start}
        </Button>
      </div>
      <p className={`small ${said === null ? 'muted' : tone}`} role="status">
        {said ?? (isPossible ? words.hint : words.later)}
      </p>
      <StatusLine problem={problem} onDismiss={dismiss} />
    </div>
  );
};
