/**
 * The clock of one speech, as the floor keeps it. Moments are milliseconds since 1970 on the server's clock.
 * `stoppedMs` sums the interruptions that are over; `interruptedAt` is set while one lasts.
 */
export type SpeechTiming = {
  readonly startedAt: number | null;
  readonly stoppedMs: number;
  readonly interruptedAt: number | null;
  /** null: no limit was set. A limit is a sign to the speaker, never a cut-off. */
  readonly limitSeconds: number | null;
};

/** `lastMinute` begins when 60 s are left; `over` when none are; `stopped` while the site on air is missing. */
export type SpeechPhase = 'notStarted' | 'running' | 'lastMinute' | 'over' | 'stopped';

export type SpeechTime = {
  readonly phase: SpeechPhase;
  readonly elapsedMs: number;
  /** Time left, 0 when over; null without a limit. */
  readonly remainingMs: number | null;
  /** Time past the limit, 0 while within it. */
  readonly overMs: number;
  /** Share of the limit that is used, 0 to 1; null without a limit. */
  readonly used: number | null;
};

const lastMinuteMs = 60_000;

const phaseOf = (timing: SpeechTiming, elapsedMs: number, limitMs: number | null): SpeechPhase => {
  if (timing.startedAt === null) return 'notStarted';
  if (timing.interruptedAt !== null) return 'stopped';
  if (limitMs === null) return 'running';
  if (elapsedMs >= limitMs) return 'over';
  return limitMs - elapsedMs <= lastMinuteMs ? 'lastMinute' : 'running';
};

/** Where a speech stands at `nowMs`. Pure; a clock that is ahead of the start counts as zero, never negative. */
export const speechTime = (timing: SpeechTiming, nowMs: number): SpeechTime => {
  const until = timing.interruptedAt ?? nowMs;
  const elapsedMs = timing.startedAt === null ? 0 : Math.max(0, until - timing.startedAt - timing.stoppedMs);
  const limitMs = timing.limitSeconds === null ? null : timing.limitSeconds * 1000;
  return {
    phase: phaseOf(timing, elapsedMs, limitMs),
    elapsedMs,
    remainingMs: limitMs === null ? null : Math.max(0, limitMs - elapsedMs),
    overMs: limitMs === null ? 0 : Math.max(0, elapsedMs - limitMs),
    used: limitMs === null || limitMs === 0 ? null : Math.min(1, elapsedMs / limitMs),
  };
};
