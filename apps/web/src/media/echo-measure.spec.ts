import { describe, expect, it } from 'vitest';

import { judge, schedule, toneDb, TONE_MS, TRIAL_MS, type Window } from './echo-measure.ts';

const RATE_HZ = 48_000;
const SAMPLES = 4096;
const EVERY_MS = 40;

/** What a microphone hears at a moment: tones that come back after `delayMs`, so loud, and the noise of a room. */
const heardAt = (atMs: number, { gain, delayMs, noise }: Room): Float32Array => {
  let seed = Math.round(atMs * 7919) % 2_147_483_647 || 1;
  const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647 - 0.5;
  return Float32Array.from({ length: SAMPLES }, (_, i) => {
    const t = atMs - ((SAMPLES - i) / RATE_HZ) * 1000;
    const tone = schedule.find((one) => t >= one.atMs + delayMs && t < one.atMs + delayMs + TONE_MS);
    return (tone ? gain * Math.sin((2 * Math.PI * tone.hz * t) / 1000) : 0) + noise * random();
  });
};
type Room = { readonly gain: number; readonly delayMs: number; readonly noise: number };

const trial = (room: Room) => {
  const windows: Window[] = [];
  for (let atMs = EVERY_MS; atMs < TRIAL_MS; atMs += EVERY_MS) {
    const samples = heardAt(atMs, room);
    windows.push({ atMs, db: schedule.map(({ hz }) => toneDb(samples, hz, RATE_HZ)) });
  }
  return judge(windows);
};

describe('M20: what comes back of the tones', () => {
  it('a tone is as strong as it is, and others are weak', () => {
    const samples = Float32Array.from({ length: SAMPLES }, (_, i) => 0.1 * Math.sin((2 * Math.PI * 900 * i) / RATE_HZ));
    expect(toneDb(samples, 900, RATE_HZ)).toBeCloseTo(-20, 0);
    expect(toneDb(samples, 1500, RATE_HZ)).toBeLessThan(-50);
  });

  it.each([
    ['a loudspeaker near the microphone', { gain: 0.1, delayMs: 20, noise: 0.001 }, true],
    ['an amplifier at the other end of a hall', { gain: 0.02, delayMs: 250, noise: 0.004 }, true],
    ['a headset', { gain: 0, delayMs: 0, noise: 0.002 }, false],
    ['a canceller that leaves a whisper', { gain: 0.0002, delayMs: 40, noise: 0.002 }, false],
    ['a noisy room without an echo', { gain: 0, delayMs: 0, noise: 0.2 }, false],
  ] as const)('%s', (_what, room, heard) => {
    expect(trial(room).heard).toBe(heard);
  });

  it('how far above the room they are is told with them', () => {
    expect(trial({ gain: 0.1, delayMs: 20, noise: 0.001 }).aboveDb).toBeGreaterThan(30);
    expect(trial({ gain: 0, delayMs: 0, noise: 0.001 }).aboveDb).toBe(0);
  });
});
