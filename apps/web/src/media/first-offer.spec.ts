import { Room, RoomEvent } from 'livekit-client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { noteJoining, restOfFirstOffer } from './first-offer.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('M34: a page asks for nothing within 150 ms of joining, whenever it joins', () => {
  const room = new Room();
  noteJoining(room);
  expect(restOfFirstOffer(room)).toBe(0);
  // As LiveKit's engine does; what the answer holds is of no matter here.
  const [told] = room.engine.listeners('joined').slice(-1);
  if (told) Reflect.apply(told, room.engine, []);
  expect(restOfFirstOffer(room)).toBe(150);
  vi.advanceTimersByTime(20);
  room.emit(RoomEvent.SignalConnected);
  expect(restOfFirstOffer(room)).toBe(130);
  vi.advanceTimersByTime(130);
  expect(restOfFirstOffer(room)).toBe(0);

  vi.advanceTimersByTime(60_000);
  room.emit(RoomEvent.SignalConnected);
  expect(restOfFirstOffer(room)).toBe(150);
});
