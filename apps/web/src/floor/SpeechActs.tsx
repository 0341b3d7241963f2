import './SpeechActs.css';
import { IconArrowBackUp, IconMicrophone, IconMicrophoneOff, IconPlayerStop } from '@tabler/icons-react';
import { useCallback } from 'react';

import { Button, type NowMs, useTicking, useWords } from '../ui/index.ts';
import type { Run } from './acts.ts';
import { whoText } from './labels.ts';
import { type EndedView, takeBackSeconds, type TurnView } from './turn.ts';
import { floorWords } from './words.ts';

export type EndOrTakeBackProps = {
  turn: TurnView | null;
  ended: EndedView | null;
  nowMs: NowMs;
  run: Run;
  size?: 'normal' | 'big';
  /** The prompter has no keys on its buttons. */
  keys?: boolean;
};

const nothingEnded = 0;

/** Ends the speech; for three seconds after that, takes the ending back (F9). */
export const EndOrTakeBack = ({ turn, ended, nowMs, run, size = 'normal', keys = true }: EndOrTakeBackProps) => {
  const words = useWords(floorWords);
  const read = useCallback((now: number) => (ended ? takeBackSeconds(ended, now) : nothingEnded), [ended]);
  const seconds = useTicking(nowMs, read);
  if (ended && seconds > 0) {
    return (
      <Button
        wide
        size={size}
        icon={IconArrowBackUp}
        {...(keys ? { shortcut: 'Z' } : {})}
        label={`${words.end.takeBack}: ${words.end.ended(whoText(ended.person, ended.site, words))}`}
        onPress={() => run({ type: 'floor.takeBack', turnId: ended.turnId })}
      >
        {words.end.takeBack} <span className="num muted">{words.end.seconds(String(seconds))}</span>
      </Button>
    );
  }
  return (
    <Button
      wide
      size={size}
      icon={IconPlayerStop}
      disabled={turn === null}
      {...(keys ? { shortcut: 'K' } : {})}
      {...(turn ? { onPress: () => run({ type: 'floor.end', turnId: turn.turnId }) } : {})}
    >
      {words.end.button}
    </Button>
  );
};

/** Shuts the microphone of the site that has the floor, or opens it again; its turn stays. */
export const SilenceOne = ({ turn, run }: { turn: TurnView; run: Run }) => {
  const words = useWords(floorWords).silence;
  const { siteId, microphone } = turn;
  // A microphone that waits for its site to come back has nothing to shut.
  if (microphone === 'shut' || microphone === 'unknown') return null;
  const shut = microphone === 'silenced' || microphone === 'closing';
  return (
    <Button
      size="small"
      tone="quiet"
      className="fl-silence-one"
      label={shut ? words.lift : words.one}
      icon={shut ? IconMicrophone : IconMicrophoneOff}
      onPress={() => run(shut ? { type: 'floor.liftSilence', siteId } : { type: 'floor.silence', siteId })}
    >
      {shut ? words.liftShort : words.oneShort}
    </Button>
  );
};

/** Shuts every microphone but the hall's. */
export const SilenceAll = ({ run, disabled = false }: { run: Run; disabled?: boolean }) => {
  const words = useWords(floorWords).silence;
  return (
    <Button wide icon={IconMicrophoneOff} disabled={disabled} onPress={() => run({ type: 'floor.silenceAll' })}>
      {words.all}
    </Button>
  );
};
