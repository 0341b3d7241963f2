import { describe, expect, it } from 'vitest';

import { speechTime, type SpeechTiming } from './speech-time.ts';

const start = Date.UTC(2026, 10, 24, 1, 30);
const timing = (over: Partial<SpeechTiming> = {}): SpeechTiming => ({
  startedAt: start,
  stoppedMs: 0,
  interruptedAt: null,
  limitSeconds: 300,
  ...over,
});

describe('speechTime', () => {
  it('waits at zero until the speech has started', () => {
    const time = speechTime(timing({ startedAt: null }), start + 90_000);
    expect(time).toMatchObject({ phase: 'notStarted', elapsedMs: 0, remainingMs: 300_000, overMs: 0 });
  });

  it('counts up and down from the start', () => {
    const time = speechTime(timing(), start + 108_000);
    expect(time).toMatchObject({ phase: 'running', elapsedMs: 108_000, remainingMs: 192_000, used: 0.36 });
  });

  it('says the last minute when exactly 60 s are left', () => {
    expect(speechTime(timing(), start + 239_999).phase).toBe('running');
    expect(speechTime(timing(), start + 240_000).phase).toBe('lastMinute');
  });

  it('goes on counting past the limit: a sign, never a cut-off', () => {
    const time = speechTime(timing(), start + 380_000);
    expect(time).toMatchObject({ phase: 'over', elapsedMs: 380_000, remainingMs: 0, overMs: 80_000, used: 1 });
  });

  it('leaves out interruptions that are over', () => {
    expect(speechTime(timing({ stoppedMs: 20_000 }), start + 60_000).elapsedMs).toBe(40_000);
  });

  it('stands still while an interruption lasts', () => {
    const interrupted = timing({ interruptedAt: start + 30_000, stoppedMs: 10_000 });
    expect(speechTime(interrupted, start + 500_000)).toMatchObject({ phase: 'stopped', elapsedMs: 20_000 });
  });

  it('without a limit has nothing left over and never ends', () => {
    const time = speechTime(timing({ limitSeconds: null }), start + 7_200_000);
    expect(time).toMatchObject({ phase: 'running', remainingMs: null, overMs: 0, used: null });
  });

  it('shows zero, not a negative time, on a clock that is behind the start', () => {
    expect(speechTime(timing(), start - 400).elapsedMs).toBe(0);
  });

  it('a longer limit brings a speech back from over time', () => {
    expect(speechTime(timing({ limitSeconds: 420 }), start + 310_000).phase).toBe('running');
  });
});
