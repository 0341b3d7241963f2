import type { Command } from '@diemcau/domain/live';
import type { CommandTexts, Done } from '@diemcau/domain/wire';

import type { SaidProblem } from '../ui/index.ts';

export type Send = (command: Command, texts?: CommandTexts) => Promise<Done>;
/** Sends a command and says whether it was done; a refusal is shown by the page. */
export type Run = (command: Command, texts?: CommandTexts) => Promise<boolean>;

/** The same act on a turn or request cannot be wanted twice within this time: it is a finger that slipped. */
const SAME_ACT_MS = 1500;
const onceOnly: ReadonlySet<Command['type']> = new Set([
  'floor.next',
  'runSheet.next',
  'floor.grant',
  'floor.grantSite',
  'floor.end',
]);
/** "Tiếp", whatever it does next: one button. */
const next: ReadonlySet<Command['type']> = new Set(['floor.next', 'runSheet.next']);

/**
 * What makes two presses the same act. "Tiếp" is one button whose target moves on with run sheet and queue: a second
 * press just after the first was not meant for what is next by then (F8, R4).
 */
const actOf = (command: Command): string => (next.has(command.type) ? 'next' : JSON.stringify(command));

/**
 * The acts of a desk. The same command is not sent again while its answer is awaited, nor, if it gives or ends the
 * floor, just after it was done: commands name their target, so an equal one is the same act.
 */
export class Acts {
  readonly #send: Send;
  readonly #now: () => number;
  readonly #said: (problem: SaidProblem | null) => void;
  readonly #running = new Map<string, Promise<boolean>>();
  #last: { readonly key: string; readonly at: number } | null = null;

  /** @param said told null when an act begins, and the refusal when one is refused */
  constructor(send: Send, now: () => number, said: (problem: SaidProblem | null) => void) {
    this.#send = send;
    this.#now = now;
    this.#said = said;
  }

  readonly run: Run = (command, texts) => {
    const key = actOf(command);
    const running = this.#running.get(key);
    if (running) return running;
    const again = this.#last?.key === key && this.#now() - this.#last.at < SAME_ACT_MS;
    if (again && onceOnly.has(command.type)) return Promise.resolve(true);
    this.#said(null);
    const outcome = this.#send(command, texts).then((done) => this.#settled(key, done));
    this.#running.set(key, outcome);
    return outcome;
  };

  #settled(key: string, done: Done): boolean {
    this.#running.delete(key);
    if (done.ok) this.#last = { key, at: this.#now() };
    else this.#said({ code: done.code, vi: done.vi, en: done.en });
    return done.ok;
  }
}
