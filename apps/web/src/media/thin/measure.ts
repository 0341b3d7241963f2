import type { LineStep, SiteLine } from '@diemcau/domain/kernel';
import type { Verdict } from './ladder.ts';

/** One second of one direction of a line, as the browser counted it. */
export type Second = {
  /** Bits, with the headers of all packets. */
  readonly bps: number;
  /** Of the packets of sound and picture, 0 to 1; null: too few to say. */
  readonly lossShare: number | null;
  /** Of the sound that was played, 0 to 1, what had to be made up. */
  readonly concealedShare: number;
  /** What packets wait on the way beyond what they always need, ms; null: not measured lately. */
  readonly queueMs: number | null;
  /** Chromium sends less picture than it should because of the line, and thinks that so much passes; else null. */
  readonly limitedToBps: number | null;
};

/** What waits so long will soon be lost. */
const QUEUE_MS = 400;
/** A queue that is not there by chance. */
const SOME_QUEUE_MS = 120;
/** Five of a hundred are lost on many lines, and made good. */
const LOSS = 0.12;
/** So much is lost only where far too much is sent. */
const HEAVY_LOSS = 0.25;
const CONCEALED = 0.15;
/** Speech of which more is made up is not understood: words alone are better. */
const NOT_UNDERSTOOD = 0.3;
/** Speech with all headers is 28 kbit/s (M23): while no more is sent, a queue is made by others. */
const SPEECH_BPS = 32_000;
/** What the browser must find for a step; a still comes too seldom for it to find more than the voice and a little. */
const LIMITS_BPS: Readonly<Record<SiteLine['up'], number>> = {
  full: 300_000,
  small: 110_000,
  still: 40_000,
  sound: 0,
};

const isCrowded = ({ lossShare, concealedShare, queueMs }: Second): boolean => {
  const loss = lossShare ?? 0;
  if (loss > HEAVY_LOSS) return true;
  const queue = queueMs ?? 0;
  return queue > QUEUE_MS || (queue > SOME_QUEUE_MS && (loss > LOSS || concealedShare > CONCEALED));
};

/** All of it comes, however late. */
const isUntouched = ({ lossShare, concealedShare }: Second): boolean =>
  (lossShare ?? 0) <= LOSS && concealedShare <= CONCEALED;

/** Both ways share one measure of the queue: it is of the way that loses, or else of the one that carries more. */
const makesTheQueue = (up: Second, down: Second): boolean =>
  (up.lossShare ?? 0) > LOSS || up.bps > Math.max(SPEECH_BPS, down.bps);

/** Towards the page. A queue that this page's own sending makes is not held against what it receives. */
export const verdictDown = (down: Second, up: Second, step: LineStep): Verdict => {
  if (down.bps === 0 && down.queueMs === null) return 'unknown';
  if (step === 'sound')
    return down.concealedShare > NOT_UNDERSTOOD || (down.lossShare ?? 0) > NOT_UNDERSTOOD ? 'bad' : 'good';
  if (!isCrowded(down)) return 'good';
  return isUntouched(down) && makesTheQueue(up, down) ? 'unknown' : 'bad';
};

/** From the page. Nothing more is sent into a queue, whoever makes it. */
export const verdictUp = (up: Second, down: Second, step: SiteLine['up']): Verdict => {
  if (up.bps === 0) return 'unknown';
  if (up.limitedToBps !== null && up.limitedToBps < LIMITS_BPS[step]) return 'bad';
  const loss = up.lossShare ?? 0;
  if (loss > HEAVY_LOSS || (loss > LOSS && (up.queueMs ?? 0) > SOME_QUEUE_MS)) return 'bad';
  if ((up.queueMs ?? 0) <= QUEUE_MS) return 'good';
  return isUntouched(down) && makesTheQueue(up, down) ? 'bad' : 'unknown';
};
