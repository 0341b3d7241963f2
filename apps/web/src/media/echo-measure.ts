/**
 * Short tones, none like the one before: noise suppression takes a long one for noise, and a room's own hum is no tone of
 * these. By the first ones echo cancellation learns the room; the others are counted.
 */
const TONES_HZ = [700, 1100, 900, 1500, 1300, 1900, 1700, 2300] as const;
const LEARNING = 3;
const FIRST_MS = 400;
const EVERY_MS = 350;
export const TONE_MS = 180;
/** Longest way through the loudspeaker, the room and the computer. */
const WAY_MS = 500;
export const TRIAL_MS = FIRST_MS + EVERY_MS * TONES_HZ.length + WAY_MS;

/** A tone came back when it is so far above what was there without it, and not far below what can be heard at all. */
const ABOVE_DB = 12;
const LEAST_DB = -65;
/** So many of those that are counted, for a voice may have one of them. */
const ENOUGH = 3;

/** When each tone sounds, in ms from the beginning. */
export const schedule: readonly { readonly hz: number; readonly atMs: number }[] = TONES_HZ.map((hz, i) => ({
  hz,
  atMs: FIRST_MS + EVERY_MS * i,
}));

/** How strong a tone is in samples (-1 to 1), in dB below full scale (Goertzel). */
export const toneDb = (samples: ArrayLike<number>, hz: number, rateHz: number): number => {
  const turn = 2 * Math.cos((2 * Math.PI * hz) / rateHz);
  let [before, last] = [0, 0];
  for (let i = 0; i < samples.length; i++) [before, last] = [last, (samples[i] ?? 0) + turn * last - before];
  const power = last * last + before * before - turn * last * before;
  const amplitude = (2 * Math.sqrt(Math.max(0, power))) / Math.max(1, samples.length);
  return 20 * Math.log10(Math.max(amplitude, 1e-6));
};

/** What the microphone heard at one moment of the trial: each tone in dB, in the order of `schedule`. */
export type Window = { readonly atMs: number; readonly db: readonly number[] };

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const aboveOf = (windows: readonly Window[], tone: number): number => {
  const { atMs } = schedule[tone] ?? { atMs: 0 };
  const isDuring = (at: number) => at >= atMs && at <= atMs + TONE_MS + WAY_MS;
  const db = (those: readonly Window[]) => those.map((window) => window.db[tone] ?? -120);
  const during = Math.max(-120, ...db(windows.filter((window) => isDuring(window.atMs))));
  const around = median(db(windows.filter((window) => !isDuring(window.atMs))));
  return during < LEAST_DB ? 0 : Math.max(0, during - around);
};

/** Whether the tones came back, and how far above the room they were. */
export const judge = (windows: readonly Window[]): { readonly heard: boolean; readonly aboveDb: number } => {
  const above = schedule.map((_, tone) => aboveOf(windows, tone)).slice(LEARNING);
  const loud = above.filter((db) => db >= ABOVE_DB);
  const heard = loud.length >= ENOUGH;
  return { heard, aboveDb: heard ? Math.min(120, Math.round(median(loud))) : 0 };
};
