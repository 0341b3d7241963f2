import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SeatId, SiteId } from '@diemcau/domain/kernel';
import { initialLive, type Live } from '@diemcau/domain/live';
import { Painting } from './painting.ts';
import type { LiveState } from './state.ts';

const siteId = SiteId.parse('0190aaaa-0000-7000-8000-000000000003');
const own = SiteId.parse('0190aaaa-0000-7000-8000-000000000004');
type Turn = NonNullable<Live['floor']['turn']>;
/** @param startedAt ms since 1970; null until its voice is heard */
const turn = (n: number, startedAt: number | null = null, at = siteId): Turn =>
  ({
    turnId: `0190aaaa-0000-7000-8000-00000000001${n}` as Turn['turnId'],
    siteId: at,
    speakerId: null,
    kind: 'discussion',
    grantedAt: 0,
    startedAt,
    interruptedAt: null,
  }) as Turn;

/** A page of this role at the site `own`; `say` brings news, `drawn` counts how often what is drawn heard of any. */
const page = (role: 'room' | 'moderator') => {
  const seat = { seatId: SeatId.parse('0190aaaa-0000-7000-8000-000000000009'), role, siteId: own } as LiveState['seat'];
  let live: Live = initialLive;
  const listeners = new Set<() => void>();
  const painting = new Painting(
    {
      state: () => ({ seat, live }),
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    () => Date.now(),
  );
  const seen = { drawn: 0 };
  const stop = painting.subscribe(() => (seen.drawn += 1));
  const say = (given: Live['floor']['turn']): void => {
    live = { ...live, floor: { ...live.floor, turn: given } };
    for (const listener of listeners) listener();
  };
  return { seen, say, stop, listeners };
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('M32: the voice of who is given the floor goes before the words about it', () => {
  it('M32: a room draws the news of a turn, and what comes meanwhile, 300 ms later and once', () => {
    const { seen, say } = page('room');
    say(null);
    expect(seen.drawn).toBe(1);
    say(turn(1));
    vi.advanceTimersByTime(200);
    say(turn(1));
    vi.advanceTimersByTime(99);
    expect(seen.drawn).toBe(1);
    vi.advanceTimersByTime(1);
    expect(seen.drawn).toBe(2);
    vi.advanceTimersByTime(5000);
    say(turn(1));
    expect(seen.drawn).toBe(3);
  });

  it('M32: the room that is given the floor is told at once', () => {
    const { seen, say } = page('room');
    say(null);
    say(turn(1, null, own));
    expect(seen.drawn).toBe(2);
    say(turn(2));
    say(turn(3, null, own));
    expect(seen.drawn).toBe(3);
  });

  it('M32: a page that comes in a turn that is not yet heard draws it at once', () => {
    const { seen, say } = page('room');
    say(turn(1));
    expect(seen.drawn).toBe(1);
  });

  it('M32: a turn that is heard already, and the end of one, are drawn at once', () => {
    const { seen, say } = page('room');
    say(turn(1, 5));
    say(null);
    expect(seen.drawn).toBe(2);
  });

  it('M32: a desk draws at once', () => {
    const { seen, say } = page('moderator');
    say(turn(1));
    expect(seen.drawn).toBe(1);
  });

  it('M32: who left is told nothing more', () => {
    const { seen, say, stop, listeners } = page('room');
    say(null);
    say(turn(1));
    stop();
    vi.advanceTimersByTime(1000);
    expect(seen.drawn).toBe(1);
    expect(listeners.size).toBe(0);
  });
});
