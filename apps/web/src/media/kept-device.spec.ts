import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { keepDevice } from './kept-device.ts';

const CONSTRAINTS = { video: { deviceId: { exact: 'camera 2' } }, audio: false };

class FakeTrack extends EventTarget {
  isStopped = false;
  stop(): void {
    this.isStopped = true;
  }
  /** Its cable is pulled. */
  unplug(): void {
    this.dispatchEvent(new Event('ended'));
  }
}

/** The browser's devices alone are replaced: one answer for each opening, in order; null: not there. */
const devices = (...answers: (FakeTrack | null)[]) => {
  const asked: MediaStreamConstraints[] = [];
  const getUserMedia = (constraints: MediaStreamConstraints) => {
    asked.push(constraints);
    const track = answers.shift();
    return track
      ? Promise.resolve({ getTracks: () => [track] })
      : Promise.reject(new DOMException('', 'NotFoundError'));
  };
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia } });
  return asked;
};
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a device that is kept open', () => {
  it('is opened again when its cable was pulled, as soon as it is there', async () => {
    const [first, second] = [new FakeTrack(), new FakeTrack()];
    const asked = devices(first, null, second);
    const told: unknown[] = [];
    keepDevice(CONSTRAINTS, (track) => told.push(track));
    await pass(0);
    expect(told).toEqual([first]);
    first.unplug();
    await pass(2999);
    expect(told).toEqual([first, null]);
    await pass(1);
    expect(told).toEqual([first, null, null]);
    await pass(3000);
    expect(told.at(-1)).toBe(second);
    expect(asked).toEqual([CONSTRAINTS, CONSTRAINTS, CONSTRAINTS]);
  });

  it('is let go when it is wanted no more, also while it is being opened or waited for', async () => {
    const [open, opening] = [new FakeTrack(), new FakeTrack()];
    const asked = devices(open, opening, null);
    const told: unknown[] = [];
    const close = keepDevice(CONSTRAINTS, (track) => told.push(track));
    await pass(0);
    close();
    open.unplug();
    keepDevice(CONSTRAINTS, (track) => told.push(track))();
    const leave = keepDevice(CONSTRAINTS, (track) => told.push(track));
    await pass(0);
    leave();
    await pass(60_000);
    // One that is not there says so to nobody, once nobody waits: another may be in its place.
    keepDevice(CONSTRAINTS, (track) => told.push(track))();
    await pass(60_000);
    expect([open.isStopped, opening.isStopped]).toEqual([true, true]);
    expect(told).toEqual([open, null]);
    expect(asked).toHaveLength(4);
  });
});
