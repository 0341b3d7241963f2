import { RoomCode, RoomOpened } from '@diemcau/domain/seat';
import type { z } from 'zod';
import { api, asProblem } from '../live/api.ts';
import type { Said } from '../live/index.ts';

/** `opened`: the clerk has confirmed; the screen goes to `path`. `failed`: the server is not there; it tries again. */
export type Pairing =
  | { readonly status: 'asking' }
  | { readonly status: 'showing'; readonly userCode: string; readonly until: number }
  | { readonly status: 'failed'; readonly problem: Said }
  | { readonly status: 'opened'; readonly path: string };

/** The server of a pairing; tests give their own. Rejects with a `Problem`. */
export type PairingPort = {
  readonly ask: () => Promise<z.infer<typeof RoomCode>>;
  readonly poll: (deviceCode: string) => Promise<z.infer<typeof RoomOpened>>;
};

const pairingApi: PairingPort = {
  ask: () => api.post('/room-codes', {}, RoomCode),
  poll: (deviceCode) => api.post('/room-codes/token', { deviceCode }, RoomOpened),
};

/** Asked too often: from then on so much slower (RFC 8628, 3.5). */
const SLOW_DOWN_MS = 5000;
const AGAIN_MS = 5000;
/** A new code is shown so long before the old one ends, that nobody types one that is just expiring. */
const MARGIN_MS = 5000;

/**
 * A screen asks for its place (RFC 8628): shows a code of ten minutes, asks whether the clerk has confirmed it, and
 * shows a new code by itself, for as long as it takes.
 */
export class RoomPairing {
  readonly #port: PairingPort;
  readonly #listeners = new Set<() => void>();
  #state: Pairing = { status: 'asking' };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;

  constructor(port: PairingPort = pairingApi) {
    this.#port = port;
  }

  readonly state = (): Pairing => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  start(): void {
    this.#stopped = false;
    void this.#ask();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  #set(state: Pairing): void {
    if (this.#stopped) return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }

  #later(ms: number, act: () => Promise<void>): void {
    if (!this.#stopped) this.#timer = setTimeout(() => void act(), ms);
  }

  async #ask(): Promise<void> {
    try {
      const { deviceCode, userCode, expiresInSeconds, intervalSeconds } = await this.#port.ask();
      const until = Date.now() + expiresInSeconds * 1000;
      this.#set({ status: 'showing', userCode, until });
      this.#later(intervalSeconds * 1000, () => this.#poll(deviceCode, until, intervalSeconds * 1000));
    } catch (thrown) {
      const { code, vi, en } = asProblem(thrown);
      this.#set({ status: 'failed', problem: { code, vi, en } });
      this.#later(AGAIN_MS, () => this.#ask());
    }
  }

  async #poll(deviceCode: string, until: number, intervalMs: number): Promise<void> {
    if (Date.now() > until - MARGIN_MS) return this.#ask();
    try {
      const { path } = await this.#port.poll(deviceCode);
      this.#set({ status: 'opened', path });
    } catch (thrown) {
      const { code } = asProblem(thrown);
      if (isOver(code)) return this.#ask();
      const next = code === 'room_code.slow_down' ? intervalMs + SLOW_DOWN_MS : intervalMs;
      this.#later(next, () => this.#poll(deviceCode, until, next));
    }
  }
}

/** The code will not be confirmed any more. Pending, too fast, or out of reach: it may still be. */
const isOver = (code: string): boolean =>
  code === 'room_code.expired' || code === 'room_code.used' || code === 'room_code.unknown';
