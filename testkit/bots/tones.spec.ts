import { describe, expect, test } from 'vitest';
import { SAMPLE_RATE_HZ, SHORT_WINDOW_SAMPLES, TONES, tonesIn, toneHz, WINDOW_SAMPLES } from './tones.ts';

const sound = (amplitude: number, ...hertz: readonly number[]): Float32Array =>
  Float32Array.from({ length: WINDOW_SAMPLES }, (_, index) =>
    hertz.reduce((sum, each) => sum + amplitude * Math.sin((2 * Math.PI * each * index) / SAMPLE_RATE_HZ), 0),
  );

describe('tones in a window of sound', () => {
  test('each tone is told from all others', () => {
    for (let tone = 0; tone < TONES; tone += 1) expect(tonesIn(sound(0.05, toneHz(tone)))).toEqual([tone]);
  });

  test('each tone is told from all others within 20 ms', () => {
    for (let tone = 0; tone < TONES; tone += 1)
      expect(tonesIn(sound(0.05, toneHz(tone)).subarray(0, SHORT_WINDOW_SAMPLES))).toEqual([tone]);
  });

  test('two voices at once are both named', () => {
    expect(tonesIn(sound(0.05, toneHz(3), toneHz(11)))).toEqual([3, 11]);
  });

  test('silence, noise and a hum beside the tones name nobody', () => {
    expect(tonesIn(new Float32Array(WINDOW_SAMPLES))).toEqual([]);
    expect(tonesIn(sound(0.3, 50))).toEqual([]);
    let seed = 1;
    const noise = Float32Array.from({ length: WINDOW_SAMPLES }, () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647 - 0.5;
    });
    expect(tonesIn(noise)).toEqual([]);
  });
});
