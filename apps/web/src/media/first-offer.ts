import { RoomEvent, type Room } from 'livekit-client';

/** Between two offers that LiveKit makes (`negotiationFrequency` of v1.13.5). */
const PAUSE_MS = 150;

const joinedAt = new WeakMap<Room, number>();

/** Of a room that is about to be joined. */
export const noteJoining = (room: Room): void => {
  const note = () => joinedAt.set(room, performance.now());
  let isFirst = true;
  // Told before the connections are made, 20 ms earlier; but only of the first engine: each serves one joining.
  room.engine.once('joined', note);
  room.on(RoomEvent.SignalConnected, () => {
    if (!isFirst) note();
    isFirst = false;
  });
};

/**
 * Ms until a page that has just joined asks for what it shows and plays. LiveKit makes it an offer of nothing at once, and
 * lets what is asked for within the pause wait a whole pause from then on; what is asked for after it comes at once.
 */
export const restOfFirstOffer = (room: Room): number =>
  Math.max(0, (joinedAt.get(room) ?? -Infinity) + PAUSE_MS - performance.now());
