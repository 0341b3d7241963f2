import { isScreen } from '@diemcau/domain/live';
import type { LiveState } from './state.ts';

/** So long after somebody was given the floor a room draws nothing new: on a slow machine that would hold up the voice. */
const VOICE_MS = 300;

/** Something that is told of. */
type Source = {
  readonly state: () => Pick<LiveState, 'seat' | 'live'>;
  readonly subscribe: (listener: () => void) => () => void;
};

/**
 * When the parts of a page that are drawn hear of news. On the pages of rooms the picture and the voice of who is
 * given the floor come first, and the words about them just after. Who has the floor is told at once: its microphone
 * is about to be open.
 */
export class Painting {
  readonly #source: Source;
  readonly #now: () => number;
  readonly #listeners = new Set<() => void>();
  /** Of the turn known last; undefined before anything of the conference is known. */
  #turnId: string | null | undefined;
  #calmUntil = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #end: () => void = () => undefined;

  /** @param now in ms, by a clock that runs evenly */
  constructor(source: Source, now: () => number) {
    this.#source = source;
    this.#now = now;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.#listeners.size === 0) this.#end = this.#source.subscribe(this.#heed);
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#end();
    };
  };

  readonly #heed = (): void => {
    const { seat, live } = this.#source.state();
    const turn = live?.floor.turn ?? null;
    const listens = seat !== null && (isScreen(seat.role) || seat.role === 'observer');
    const isComing = this.#turnId !== undefined && turn?.startedAt === null && turn.turnId !== this.#turnId;
    this.#turnId = live === null ? undefined : (turn?.turnId ?? null);
    if (listens && isComing) this.#calmUntil = turn.siteId === seat.siteId ? -Infinity : this.#now() + VOICE_MS;
    const waitMs = this.#calmUntil - this.#now();
    if (waitMs <= 0) return this.#tell();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#tell, waitMs);
  };

  readonly #tell = (): void => {
    clearTimeout(this.#timer);
    for (const listener of this.#listeners) listener();
  };
}
