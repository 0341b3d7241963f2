import { CommandId } from '@diemcau/domain/kernel';
import type { Command } from '@diemcau/domain/live';
import { wireProblems, type CommandTexts, type Done } from '@diemcau/domain/wire';
import type { Said } from './state.ts';

type Waiting = { readonly text: string; readonly settle: (done: Done) => void; tries: number };

/** A busy server is asked again so many times, further apart each time, before the person is told. */
const BUSY_TRIES = 6;
const BUSY_STEP_MS = 500;

/**
 * Commands that the server has not answered. Each keeps its id, so it can be sent again after a reconnect and is done
 * once; it leaves when its answer is here, whatever happened to the line in between.
 */
export class Outbox {
  readonly #waiting = new Map<string, Waiting>();
  readonly #transmit: (text: string) => boolean;
  readonly #newId: () => string;

  /** @param transmit sends if the line is up, and says whether it did */
  constructor(transmit: (text: string) => boolean, newId: () => string) {
    this.#transmit = transmit;
    this.#newId = newId;
  }

  /** Settles with the server's answer. Never rejects. */
  send(command: Command, texts: CommandTexts | undefined): Promise<Done> {
    const id = CommandId.parse(this.#newId());
    const text = JSON.stringify({ type: 'command', id, command, ...(texts ? { texts } : {}) });
    return new Promise((settle) => {
      this.#waiting.set(id, { text, settle, tries: 0 });
      this.#transmit(text);
    });
  }

  answered(done: Done): void {
    const waiting = this.#waiting.get(done.id);
    if (!waiting) return;
    const busy = !done.ok && done.code === 'wire.unavailable';
    if (busy && waiting.tries < BUSY_TRIES) {
      waiting.tries += 1;
      setTimeout(() => this.#again(done.id), BUSY_STEP_MS * waiting.tries);
      return;
    }
    this.#waiting.delete(done.id);
    // The server's own sentence promises that the page will send it again.
    waiting.settle(busy ? { ...done, ...notStored } : done);
  }

  /** Sends all that wait, in the order in which they were given: the line is up again. */
  resend(): void {
    for (const { text } of this.#waiting.values()) this.#transmit(text);
  }

  /** Nothing will be answered any more; each command settles as refused for this reason. */
  abandon(reason: Said): void {
    for (const [id, { settle }] of this.#waiting) settle({ type: 'done', id, ok: false, ...reason });
    this.#waiting.clear();
  }

  #again(id: string): void {
    const waiting = this.#waiting.get(id);
    if (waiting) this.#transmit(waiting.text);
  }
}

const notStored: Said = {
  code: 'wire.not_stored',
  vi: wireProblems['wire.not_stored'].vi,
  en: wireProblems['wire.not_stored'].en,
};

/** The answer to commands of a page that goes away before the server could answer. */
export const goneAway: Said = {
  code: 'wire.unavailable',
  vi: wireProblems['wire.unavailable'].vi,
  en: wireProblems['wire.unavailable'].en,
};
