import { MessageId } from '@diemcau/domain/message';
import { z } from 'zod';

import { asProblem, Problem } from '../live/api.ts';
import { isUnheard, sendUntilHeard } from '../live/heard.ts';
import type { SaidProblem } from '../ui/index.ts';

/** What stands in a thread: messages, or announcements with how many have seen them. */
export type Numbered = { readonly messageId: MessageId; readonly no: number };
export type ThreadPage<M extends Numbered> = { readonly items: readonly M[]; readonly next: string | null };
/** What a page may do in one thread. */
export type ThreadPort<M extends Numbered> = {
  /** The newest first; `cursor` leads to older ones. */
  readonly read: (cursor: string | null) => Promise<ThreadPage<M>>;
  readonly write: (message: { readonly id: MessageId; readonly text: string }) => Promise<void>;
  readonly markRead: ((no: number) => Promise<void>) | null;
};
/** Outlives the page, so that a killed one loses nothing; null: nothing kept. */
export type Keep = { readonly read: () => string | null; readonly write: (text: string | null) => void };

const Kept = z.object({
  draft: z.string(),
  outgoing: z.array(z.object({ id: MessageId, text: z.string() })),
});
type Kept = z.infer<typeof Kept>;

/** Written here and not yet on the server, as far as this page knows. */
export type Outgoing = Kept['outgoing'][number];

export type ThreadState<M extends Numbered> = {
  readonly isRead: boolean;
  /** The oldest first. */
  readonly messages: readonly M[];
  readonly hasOlder: boolean;
  readonly outgoing: readonly Outgoing[];
  /** Nobody answered: it waits until the line is back or somebody presses. */
  readonly isStuck: boolean;
  readonly draft: string;
  readonly problem: SaidProblem | null;
};

export type ThreadPorts<M extends Numbered> = {
  readonly port: ThreadPort<M>;
  readonly keep: Keep;
  readonly newId: () => string;
  readonly pause: (ms: number) => Promise<void>;
  /** How long after it was told the page reads, so that pages told at one moment do not all ask at once. */
  readonly readAfterMs: () => number;
};

const parsed = (text: string | null): Kept => {
  const nothing: Kept = { draft: '', outgoing: [] };
  if (text === null) return nothing;
  try {
    return Kept.catch(nothing).parse(JSON.parse(text));
  } catch {
    // Not ours: somebody wrote something else there.
    return nothing;
  }
};

/**
 * One thread on a page: what was read of it, what is being written, and what is on its way. Messages go one after
 * another, each again with its own id until it is answered; one that was refused comes back into the field.
 */
export class ThreadModel<M extends Numbered> {
  readonly #ports: ThreadPorts<M>;
  readonly #listeners = new Set<() => void>();
  readonly #known = new Map<number, M>();
  #older: string | null = null;
  #isRead = false;
  #kept: Kept;
  #isStuck = false;
  #problem: SaidProblem | null = null;
  #state: ThreadState<M>;
  #reading: Promise<void> | null = null;
  #readAgain = false;
  #sending: Promise<void> | null = null;
  #isHearing = false;
  #marked = 0;

  constructor(ports: ThreadPorts<M>) {
    this.#ports = ports;
    this.#kept = parsed(ports.keep.read());
    this.#state = this.#now();
  }

  readonly state = (): ThreadState<M> => this.#state;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Reads the newest; while that runs, further wishes are one more reading. */
  readonly load = (): Promise<void> => {
    this.#readAgain = this.#reading !== null;
    this.#reading ??= this.#readNewest();
    return this.#reading;
  };

  /** The page was told that the thread has grown to this number. */
  readonly hear = async (no: number): Promise<void> => {
    if (this.#isHearing || (this.#isRead && no <= this.#lastNo())) return;
    this.#isHearing = true;
    // The first time it is somebody who opens it: they do not wait.
    await this.#ports.pause(this.#isRead ? this.#ports.readAfterMs() : 0);
    this.#isHearing = false;
    await this.load();
  };

  readonly loadOlder = async (): Promise<void> => {
    if (this.#older === null) return;
    try {
      this.#take(await this.#ports.port.read(this.#older));
    } catch (thrown) {
      this.#problem = asProblem(thrown);
    }
    this.#tell();
  };

  readonly type = (draft: string): void => this.#keep({ ...this.#kept, draft });

  /** Cleared at once: what is typed while this one is on its way is the next one. */
  readonly send = (): Promise<void> => {
    const text = this.#kept.draft.trim();
    if (text === '') return Promise.resolve();
    const id = MessageId.parse(this.#ports.newId());
    this.#problem = null;
    this.#keep({ draft: '', outgoing: [...this.#kept.outgoing, { id, text }] });
    return this.resend();
  };

  /** Sends all that waits: the line is back, or the page was opened again. */
  readonly resend = (): Promise<void> => {
    if (this.#kept.outgoing.length === 0) return Promise.resolve();
    this.#sending ??= this.#sendAll().finally(() => {
      this.#sending = null;
    });
    return this.#sending;
  };

  /** Everything up to this message was seen. */
  readonly markRead = async (no: number): Promise<void> => {
    if (this.#ports.port.markRead === null || no <= this.#marked) return;
    const before = this.#marked;
    this.#marked = no;
    try {
      await this.#ports.port.markRead(no);
    } catch {
      // Nobody is told: the next message, or the next look, marks it again.
      this.#marked = before;
    }
  };

  readonly dismiss = (): void => {
    this.#problem = null;
    this.#tell();
  };

  #lastNo(): number {
    return Math.max(0, ...this.#known.keys());
  }

  async #readNewest(): Promise<void> {
    do {
      this.#readAgain = false;
      try {
        const page = await this.#ports.port.read(null);
        this.#forgetBeforeGap(page);
        this.#take(page);
        this.#isRead = true;
      } catch (thrown) {
        // A thread that is shown stays: the next reading brings what is new.
        if (!this.#isRead) this.#problem = asProblem(thrown);
      }
      this.#tell();
    } while (this.#readAgain);
    this.#reading = null;
  }

  /** More came than a page holds: what is known stands apart, and is read again by whoever goes back so far. */
  #forgetBeforeGap({ items }: ThreadPage<M>): void {
    const oldest = items.at(-1)?.no ?? 0;
    if (this.#known.size > 0 && oldest > this.#lastNo() + 1) this.#known.clear();
  }

  #take({ items, next }: ThreadPage<M>): void {
    const before = Math.min(Infinity, ...this.#known.keys());
    for (const message of items) this.#known.set(message.no, message);
    if ((items.at(-1)?.no ?? Infinity) < before) this.#older = next;
    const arrived = new Set(items.map(({ messageId }) => messageId));
    const outgoing = this.#kept.outgoing.filter(({ id }) => !arrived.has(id));
    // What is read has been stored, whatever became of its answer.
    if (outgoing.length < this.#kept.outgoing.length) this.#keep({ ...this.#kept, outgoing });
  }

  async #sendAll(): Promise<void> {
    this.#isStuck = false;
    for (let [first] = this.#kept.outgoing; first !== undefined; [first] = this.#kept.outgoing) {
      const { id, text } = first;
      try {
        await sendUntilHeard(() => this.#ports.port.write({ id, text }), this.#ports.pause);
        await this.load();
        this.#leave(id);
      } catch (thrown) {
        const problem = asProblem(thrown);
        if (!this.#kept.outgoing.some((one) => one.id === id)) continue;
        if (problem instanceof Problem && isUnheard(problem)) {
          this.#isStuck = true;
          this.#tell();
          return;
        }
        this.#problem = problem;
        this.#leave(id, text);
      }
    }
  }

  /** @param back text that the server did not take, before whatever was typed since */
  #leave(id: MessageId, back = ''): void {
    const draft = [back, this.#kept.draft].filter((part) => part !== '').join('\n');
    this.#keep({ draft, outgoing: this.#kept.outgoing.filter((one) => one.id !== id) });
  }

  #keep(kept: Kept): void {
    this.#kept = kept;
    const isEmpty = kept.draft === '' && kept.outgoing.length === 0;
    this.#ports.keep.write(isEmpty ? null : JSON.stringify(kept));
    this.#tell();
  }

  #now(): ThreadState<M> {
    const { draft, outgoing } = this.#kept;
    return {
      isRead: this.#isRead,
      messages: [...this.#known.values()].toSorted((a, b) => a.no - b.no),
      hasOlder: this.#older !== null,
      outgoing,
      isStuck: this.#isStuck && outgoing.length > 0,
      draft,
      problem: this.#problem,
    };
  }

  #tell(): void {
    this.#state = this.#now();
    for (const listener of this.#listeners) listener();
  }
}
