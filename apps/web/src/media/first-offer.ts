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
 * Between joining and asking for what a page shows and plays. LiveKit makes it an offer of nothing at once, and lets what is
 * asked for within the pause wait a whole pause from then on, whoever asked; what is asked for after it comes at once.
 */
export class FirstOfferPause {
  readonly #room: Room;
  readonly #ask: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(room: Room, ask: () => void) {
    this.#room = room;
    this.#ask = ask;
  }

  /** Whether nothing may be asked for yet; `ask` is called when it may. */
  holds(): boolean {
    this.drop();
    const restMs = (joinedAt.get(this.#room) ?? -Infinity) + PAUSE_MS - performance.now();
    if (restMs <= 0) return false;
    this.#timer = setTimeout(this.#ask, restMs);
    return true;
  }

  /** Nobody asks any more. */
  drop(): void {
    clearTimeout(this.#timer);
  }
}
