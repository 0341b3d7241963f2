// Tones that tell who is heard: tone n is 500 + 150 · n Hz, n from 0 to 19 (clips and test pages alike).

export const TONES = 20;
export const SAMPLE_RATE_HZ = 48_000;
/** Samples of one window of 100 ms: each tone makes a whole number of waves in it. */
export const WINDOW_SAMPLES = 4800;
/** The same of 20 ms, to tell when a tone begins. */
export const SHORT_WINDOW_SAMPLES = 960;

/** A tone counts when it is this far over the median of the other tones' bins. */
const OVER_MEDIAN_DB = 20;
/** A coder adds quiet shadows beside a loud tone; voices that are mixed are about equally loud. */
const UNDER_LOUDEST_DB = 15;
/** Below this a tone is rounding noise of the decoder, not sound (dB of full scale). */
const AUDIBLE_DB = -60;

export const toneHz = (tone: number): number => 500 + 150 * tone;

const hannOf = (length: number): Float32Array =>
  Float32Array.from({ length }, (_, index) => 0.5 - 0.5 * Math.cos((2 * Math.PI * index) / length));

const HANN = new Map([WINDOW_SAMPLES, SHORT_WINDOW_SAMPLES].map((length) => [length, hannOf(length)]));
/** What the Hann window leaves of an amplitude. */
const HANN_GAIN = 0.5;

/** Amplitude of one frequency in a window of samples (Goertzel), in dB of full scale. */
const levelDb = (samples: Float32Array, hann: Float32Array, hertz: number): number => {
  const turn = 2 * Math.cos((2 * Math.PI * hertz) / SAMPLE_RATE_HZ);
  let before = 0;
  let last = 0;
  for (let index = 0; index < hann.length; index += 1) {
    const now = (samples[index] ?? 0) * (hann[index] ?? 0) + turn * last - before;
    before = last;
    last = now;
  }
  const power = last * last + before * before - turn * last * before;
  const amplitude = (2 * Math.sqrt(Math.max(0, power))) / hann.length / HANN_GAIN;
  return 20 * Math.log10(Math.max(amplitude, 1e-9));
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** The tones in a window of mono samples, of either length; more than one when voices are mixed. */
export const tonesIn = (samples: Float32Array): readonly number[] => {
  const hann = HANN.get(samples.length);
  if (!hann) throw new RangeError(`no window has ${samples.length} samples`);
  const levels = Array.from({ length: TONES }, (_, tone) => levelDb(samples, hann, toneHz(tone)));
  const least = Math.max(AUDIBLE_DB, Math.max(...levels) - UNDER_LOUDEST_DB);
  return levels.flatMap((level, tone) => {
    const others = median(levels.toSpliced(tone, 1));
    return level >= least && level - others >= OVER_MEDIAN_DB ? [tone] : [];
  });
};
