import './SpeechActs.css';
import { IconArrowBackUp, IconMicrophone, IconMicrophoneOff, IconPlayerStop } from '@tabler/icons-react';
import { useCallback } from 'react';

import { Button, type NowMs, useTicking, useWords } from '../ui/index.ts';
import type { Run } from '../live/acts.ts';
import { backSeconds, type Back } from './take-back.ts';
import type { TurnView } from './turn.ts';
import { floorWords } from './words.ts';

export type EndOrTakeBackProps = {
  turn: TurnView | null;
  /** What may be taken back for a moment. */
  back: Back | null;
  nowMs: NowMs;
  run: Run;
  size?: 'normal' | 'big';
  /** The prompter has no keys on its buttons. */
  keys?: boolean;
};

/** Ends the speech; for three seconds after an ending or a "Tiếp", takes that back (F9, R6). */
export const EndOrTakeBack = ({ turn, back, nowMs, run, size = 'normal', keys = true }: EndOrTakeBackProps) => {
  const words = useWords(floorWords);
  const read = useCallback((now: number) => backSeconds(back, now), [back]);
  const seconds = useTicking(nowMs, read);
  if (back && seconds > 0) {
    const word = back.of === 'end' ? words.end.takeBack : words.end.takeBackStep;
    return (
      <Button
        wide
        size={size}
        icon={IconArrowBackUp}
        {...(keys ? { shortcut: 'Z' } : {})}
        onPress={() => run(back.command)}
      >
        {word} <span className="num muted">{words.end.seconds(String(seconds))}</span>
        <span className="hidden-text">: {back.said}</span>
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
