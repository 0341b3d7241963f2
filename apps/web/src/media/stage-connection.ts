import { ConnectionQuality, ConnectionState, DisconnectReason, Room, RoomEvent } from 'livekit-client';
import { noteJoining } from './first-offer.ts';
import { adaptPeerConnections } from './peer-connections.ts';

/**
 * The line to the media server. `down`: it is being restored (`since` in ms of the clock given). `elsewhere`: this
 * seat was opened in another page, which has it now; this one does not fight for it.
 */
export type StageState =
  | { readonly status: 'off' }
  | { readonly status: 'connecting' }
  | { readonly status: 'up' }
  | { readonly status: 'down'; readonly since: number }
  | { readonly status: 'elsewhere' };

/** How well this page is reached, by the media server's own measure. */
export type StageLine = 'good' | 'poor' | 'lost' | 'unknown';

export type Ticket = { readonly url: string; readonly token: string };

export type StageOptions = {
  readonly room: Room;
  /** The first attempt, when it was begun before this (`room-ahead.ts`). */
  readonly joined?: Promise<void> | undefined;
  /** A fresh token for each attempt: they live two minutes, and one kept from before may say more than is due now. */
  readonly ticket: () => Promise<Ticket>;
  readonly nowMs: () => number;
  /** 0 to 1. */
  readonly random: () => number;
};

const FIRST_RETRY_MS = 1000;
const RETRY_MS = 10_000;

/**
 * The room of a page: nothing is subscribed unless asked for, nobody's camera is encoded unless shown. One connection
 * for each way: with one for both the page itself would make each offer, and the voice of who is given the floor would come
 * 50 to 80 ms later. LiveKit would also send before the page has taken its answer: the first key frame is lost, and the next
 * may be asked for only after half a second.
 */
export const newRoom = (): Room => {
  adaptPeerConnections();
  const room = new Room({
    adaptiveStream: { pauseVideoInBackground: false },
    dynacast: true,
    stopLocalTrackOnUnpublish: false,
    disconnectOnPageLeave: true,
    singlePeerConnection: false,
  });
  noteJoining(room);
  return room;
};

/** Fails when the gate or the media server does not let it in, or is not there. */
export const joinRoom = (room: Room, { url, token }: Ticket): Promise<void> =>
  room.connect(url, token, { autoSubscribe: false, maxRetries: 0 });

/** LiveKit gives up after about 45 s; a screen that nobody attends does not. This is the loop around it. */
export class StageConnection {
  readonly #options: StageOptions;
  readonly #listeners = new Set<() => void>();
  #state: StageState = { status: 'off' };
  #wanted = false;
  #running = false;
  #attempt = 0;
  #ahead: Promise<void> | undefined;
  #wake: () => void = () => undefined;

  constructor(options: StageOptions) {
    this.#options = options;
    options.room
      .on(RoomEvent.Reconnecting, () => this.#lost())
      .on(RoomEvent.Reconnected, () => this.#set({ status: 'up' }))
      .on(RoomEvent.ConnectionQualityChanged, (_quality, { isLocal }) => isLocal && this.#tell());
    this.#ahead = options.joined;
    if (this.#ahead) this.want(true);
  }

  readonly state = (): StageState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Whether this page should be on the stage now. Said as often as one likes. */
  want(wanted: boolean): void {
    if (wanted === this.#wanted || this.#state.status === 'elsewhere') return;
    this.#wanted = wanted;
    if (wanted && !this.#running) void this.#keep();
    if (!wanted) this.#leave();
  }

  /** Tries at once instead of waiting for the next attempt. */
  readonly hurry = (): void => this.#wake();

  readonly line = (): StageLine => {
    if (this.#state.status === 'down') return 'lost';
    if (this.#state.status !== 'up') return 'unknown';
    switch (this.#options.room.localParticipant.connectionQuality) {
      case ConnectionQuality.Excellent:
      case ConnectionQuality.Good:
        return 'good';
      case ConnectionQuality.Poor:
        return 'poor';
      case ConnectionQuality.Lost:
        return 'lost';
      case ConnectionQuality.Unknown:
        return 'unknown';
    }
  };

  #set(state: StageState): void {
    this.#state = state;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  #lost(): void {
    if (this.#state.status !== 'down') this.#set({ status: 'down', since: this.#options.nowMs() });
  }

  #leave(): void {
    this.#wake();
    void this.#options.room.disconnect(false);
    this.#set({ status: 'off' });
  }

  async #keep(): Promise<void> {
    this.#running = true;
    while (this.#wanted) {
      const reason = await this.#once();
      if (!this.#wanted) break;
      if (reason === DisconnectReason.DUPLICATE_IDENTITY) {
        this.#wanted = false;
        this.#set({ status: 'elsewhere' });
        break;
      }
      this.#lost();
      await this.#pause();
    }
    this.#running = false;
    if (this.#wanted) void this.#keep();
  }

  /** One connection, from its token to its end; why it ended, or undefined when it never came to be. */
  async #once(): Promise<DisconnectReason | undefined> {
    const { room } = this.#options;
    if (this.#state.status === 'off') this.#set({ status: 'connecting' });
    const { promise: over, resolve } = Promise.withResolvers<DisconnectReason | undefined>();
    room.once(RoomEvent.Disconnected, resolve);
    try {
      if (!(await this.#join())) return undefined;
      this.#attempt = 0;
      this.#set({ status: 'up' });
      return await over;
    } catch {
      // The server, its gate or the media server did not let us in, or is not there: the state says `down`, we go on.
      return undefined;
    } finally {
      room.off(RoomEvent.Disconnected, resolve);
    }
  }

  /** Whether it is there now. */
  async #join(): Promise<boolean> {
    const { room, ticket } = this.#options;
    const ahead = this.#ahead;
    this.#ahead = undefined;
    if (ahead) {
      await ahead;
      if (!this.#wanted) {
        // Told to leave before there was anything to leave: its token was still on its way.
        await room.disconnect(false);
        return false;
      }
      // It may have ended before anybody listened.
      return isConnected(room);
    }
    const fresh = await ticket();
    if (!this.#wanted) return false;
    await joinRoom(room, fresh);
    return true;
  }

  async #pause(): Promise<void> {
    const ms = this.#options.random() * (this.#attempt === 0 ? FIRST_RETRY_MS : RETRY_MS);
    this.#attempt += 1;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = () => undefined;
  }
}

/** Whether the room can take commands now; between connections they would be lost. */
export const isConnected = (room: Room): boolean => room.state === ConnectionState.Connected;
