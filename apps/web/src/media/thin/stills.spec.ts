import type { RemoteTrackPublication } from 'livekit-client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Stills } from './stills.ts';

/** A camera of another, of which the browser has decoded so many frames; the rest of it is never asked. */
const camera = () => {
  const got = { frames: 0 };
  const getStats = () =>
    Promise.resolve(
      new Map([
        ['codec', { type: 'codec' }],
        ['video', { type: 'inbound-rtp', framesDecoded: got.frames }],
      ]),
    );
  const publication = { isDesired: true, track: { receiver: { getStats } } };
  return { got, publication, of: publication as unknown as RemoteTrackPublication };
};

let stills: Stills;
let changes: number;
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
  changes = 0;
  stills = new Stills(() => (changes += 1));
});
afterEach(() => {
  stills.stop();
  vi.useRealTimers();
});

describe('M21: still pictures out of moving ones', () => {
  it('M21: a camera is let through at once, until one frame came, and again every five seconds', async () => {
    const { got, of } = camera();
    expect(stills.passes(of)).toBe(true);
    await pass(1000);
    expect([stills.passes(of), changes]).toEqual([true, 0]);
    got.frames = 1;
    await pass(200);
    expect([stills.passes(of), changes]).toEqual([false, 1]);
    await pass(3600);
    expect([stills.passes(of), changes]).toEqual([false, 1]);
    await pass(400);
    expect([stills.passes(of), changes]).toEqual([true, 2]);
    // What came before does not count: it is open until a new one is here.
    await pass(1000);
    expect(stills.passes(of)).toBe(true);
    got.frames = 2;
    await pass(200);
    expect([stills.passes(of), changes]).toEqual([false, 3]);
  });

  it('M21: a picture that does not come is not waited for beyond three seconds: the voice needs the line', async () => {
    const { of } = camera();
    stills.passes(of);
    await pass(2800);
    expect(stills.passes(of)).toBe(true);
    await pass(400);
    expect(stills.passes(of)).toBe(false);
    await pass(2000);
    expect(stills.passes(of)).toBe(true);
  });

  it('M21: each camera has its own time; one that is left and shown again is let through at once', async () => {
    const [first, second] = [camera(), camera()];
    stills.passes(first.of);
    first.got.frames = 1;
    await pass(200);
    expect([stills.passes(first.of), stills.passes(second.of)]).toEqual([false, true]);
    first.publication.isDesired = false;
    await pass(200);
    first.publication.isDesired = true;
    expect(stills.passes(first.of)).toBe(true);
  });

  it('M21: stopped, it tells nothing more', async () => {
    const { got, of } = camera();
    stills.passes(of);
    stills.stop();
    got.frames = 1;
    await pass(10_000);
    expect(changes).toBe(0);
  });
});
