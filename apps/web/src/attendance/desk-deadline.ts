const MINUTE_MS = 60_000;
/** Longest time that a roll call may be given here. */
const MOST_MINUTES = 240;
const USUAL_MINUTES = 10;
const EXTENSION_MINUTES = 5;
/** Sites are asked to answer "trước 07:55": five minutes before the full hour. */
const BEFORE_THE_HOUR = 55;
const SOONEST_MINUTES = 5;
const LATEST_MINUTES = 30;

const minutesOf = (ms: number): number => Math.floor(ms / MINUTE_MS);

/** The deadline so many minutes from `now` (ms since the epoch): a full minute by the clock, as a person says it. */
export const deadlineIn = (minutes: number, now: number): number => (minutesOf(now) + minutes) * MINUTE_MS;

/** Minutes until the coming :55 when that is neither too soon nor too far, else ten. */
export const usualMinutes = (now: number): number => {
  const left = (BEFORE_THE_HOUR - (minutesOf(now) % 60) + 60) % 60;
  return left >= SOONEST_MINUTES && left <= LATEST_MINUTES ? left : USUAL_MINUTES;
};

/** Minutes from `now` that put the deadline five minutes off, counted from `now` when it has passed. */
export const extendedMinutes = (closesAt: number, now: number): number =>
  Math.max(0, Math.ceil(closesAt / MINUTE_MS) - minutesOf(now)) + EXTENSION_MINUTES;

/** Minutes as they are typed; null when they are none, or too many. */
export const readMinutes = (typed: string): number | null => {
  const text = typed.trim();
  const minutes = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return minutes >= 1 && minutes <= MOST_MINUTES ? minutes : null;
};
