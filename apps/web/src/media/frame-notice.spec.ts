import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FrameNotice, type Framed } from './frame-notice.ts';

/** A video of which `present` shows a frame; `asked`: how often the page wanted to know of one. */
const moving = () => {
  const state = { asked: 0, seen: [] as number[], isPicture: true };
  let wanted: ((now: number) => void) | null = null;
  const metadata = {
    expectedDisplayTime: 0,
    height: 720,
    width: 1280,
    mediaTime: 0,
    presentationTime: 0,
    presentedFrames: 1,
  };
  const video: Framed = {
    requestVideoFrameCallback: (callback) => {
      wanted = (now) => callback(now, { ...metadata, presentationTime: now });
      state.asked += 1;
      return state.asked;
    },
    cancelVideoFrameCallback: () => (wanted = null),
  };
  const notice = new FrameNotice(video, {
    isPicture: () => state.isPicture,
    onFrame: (atMs) => state.seen.push(atMs),
  });
  const present = (now: number): void => {
    const told = wanted;
    wanted = null;
    told?.(now);
  };
  return { state, notice, present };
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('tells of the first frame at once, and then seldom while frames come', () => {
  const { state, present } = moving();
  for (let frame = 0; frame < 25; frame += 1) {
    present(frame * 40);
    vi.advanceTimersByTime(40);
  }
  expect(state.seen[0]).toBe(0);
  expect(state.seen.length).toBeGreaterThan(4);
  expect(state.seen.length).toBeLessThan(9);
  expect(state.asked).toBeLessThan(9);
});

it('tells of the first frame of another track at once', () => {
  const { state, notice, present } = moving();
  present(0);
  notice.atOnce();
  present(40);
  expect(state.seen).toEqual([0, 40]);
});

it('takes the black frame of a track that ended for no picture, and waits for the next', () => {
  const { state, present } = moving();
  state.isPicture = false;
  present(0);
  state.isPicture = true;
  present(40);
  expect(state.seen).toEqual([40]);
});

it('tells nothing once it was stopped', () => {
  const { state, notice, present } = moving();
  present(0);
  notice.stop();
  vi.advanceTimersByTime(1000);
  present(1000);
  expect(state.seen).toEqual([0]);
});
