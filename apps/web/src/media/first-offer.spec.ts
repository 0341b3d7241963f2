import { Room, RoomEvent } from 'livekit-client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FirstOfferPause, noteJoining } from './first-offer.ts';
import { letIn } from './joining.fixture.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const setUp = () => {
  const room = new Room();
  noteJoining(room);
  const ask = vi.fn<() => void>();
  const pause = new FirstOfferPause(room, ask);
  return { room, ask, pause };
};

describe('M34: the pause between joining and asking', () => {
  it('M34: given a page that just joined, when it would ask, then it asks once, 150 ms after it joined', () => {
    const { room, ask, pause } = setUp();
    expect(pause.holds()).toBe(false);
    letIn(room);
    expect(pause.holds()).toBe(true);
    vi.advanceTimersByTime(20);
    room.emit(RoomEvent.SignalConnected);
    expect(pause.holds()).toBe(true);
    vi.advanceTimersByTime(129);
    expect(pause.holds()).toBe(true);
    expect(ask).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(ask).toHaveBeenCalledOnce();
    expect(pause.holds()).toBe(false);
    vi.advanceTimersByTime(1000);
    expect(ask).toHaveBeenCalledOnce();
  });

  it('M34: given a page that joins again, then it waits again', () => {
    const { room, ask, pause } = setUp();
    letIn(room);
    room.emit(RoomEvent.SignalConnected);
    vi.advanceTimersByTime(60_000);
    room.emit(RoomEvent.SignalConnected);
    expect(pause.holds()).toBe(true);
    vi.advanceTimersByTime(150);
    expect(ask).toHaveBeenCalledOnce();
  });

  it('M34: given a part that is no longer shown, when the pause is over, then it does not ask', () => {
    const { room, ask, pause } = setUp();
    letIn(room);
    expect(pause.holds()).toBe(true);
    pause.drop();
    vi.advanceTimersByTime(1000);
    expect(ask).not.toHaveBeenCalled();
  });
});
