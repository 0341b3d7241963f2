import './SpeechClock.css';
import { IconAlarm, IconPlayerPause } from '@tabler/icons-react';
import { useCallback } from 'react';

import { formatLength } from '../text/format.ts';
import { useWords } from '../text/language.tsx';
import { uiWords } from '../text/words.ts';
import { type SpeechPhase, speechTime, type SpeechTiming } from './speech-time.ts';
import { type NowMs, useTicking } from './ticking.ts';

export type SpeechClockProps = {
  timing: SpeechTiming;
  nowMs: NowMs;
  /** `remaining` falls back to `elapsed` when no limit is set. */
  show?: 'remaining' | 'elapsed';
  /** `inline`: digits in the text around; `normal` for a panel; `big` for prompter and band. */
  size?: 'inline' | 'normal' | 'big';
  /** The bar of time used, for desks. */
  bar?: boolean;
  /** Words above the digits: "Thời gian còn lại". */
  caption?: boolean;
};

type Face = { phase: SpeechPhase; digits: string; remaining: boolean; used: string };

const faceAt = (timing: SpeechTiming, now: number, show: 'remaining' | 'elapsed'): Face => {
  const time = speechTime(timing, now);
  const remaining = show === 'remaining' && time.remainingMs !== null;
  // What is left is rounded up and what has passed down, so that both reach 00:00 at the true moment.
  const left = Math.ceil((time.remainingMs ?? 0) / 1000) * 1000;
  const digits = time.overMs > 0 ? formatLength(time.overMs) : formatLength(remaining ? left : time.elapsedMs);
  return { phase: time.phase, digits, remaining, used: (time.used ?? 0).toFixed(3) };
};

/** The clock of a speech. Past the limit it says so in amber and goes on; it never stops anybody. */
export const SpeechClock = (props: SpeechClockProps) => {
  const { timing, nowMs, show = 'remaining', size = 'normal', bar = false, caption = true } = props;
  const words = useWords(uiWords).speech;
  const read = useCallback((now: number) => JSON.stringify(faceAt(timing, now, show)), [timing, show]);
  const face = JSON.parse(useTicking(nowMs, read)) as Face;
  const over = face.phase === 'over';
  const name = face.phase === 'notStarted' ? words.notStarted : face.remaining ? words.remaining : words.elapsed;
  return (
    <div className={`ui-speech ${size} ${face.phase}`} role="timer" aria-live="off">
      {caption && size !== 'inline' && (
        <span className="ui-speech-name">{face.phase === 'stopped' ? words.stopped : name}</span>
      )}
      <span className="ui-speech-digits num">
        {over && <IconAlarm size="0.85em" stroke={2} aria-hidden />}
        {face.phase === 'stopped' && <IconPlayerPause size="0.85em" stroke={2} aria-hidden />}
        {over ? words.over(face.digits) : face.digits}
      </span>
      {bar && timing.limitSeconds !== null && (
        <span className="ui-speech-bar" aria-hidden>
          <span style={{ transform: `scaleX(${face.used})` }} />
        </span>
      )}
    </div>
  );
};
