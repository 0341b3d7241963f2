import type { Command } from '@diemcau/domain/live';

import type { Run } from './acts.ts';

/** A row that is to stand at a place, 0 = first. */
export type Move<Id> = { readonly id: Id; readonly index: number };

export type MovesOptions<Row, Id> = {
  readonly idOf: (row: Row) => Id;
  /** `version`: of the order as it was seen; null when the row stands there already, or is gone. */
  readonly commandOf: (rows: readonly Row[], move: Move<Id>, version: number) => Command | null;
};

type Wanted<Id> = Move<Id> & { readonly settle: (done: boolean) => void };

/** The order that moves will make; rows that are gone stay away. */
export const moved = <Row, Id>(
  rows: readonly Row[],
  moves: readonly Move<Id>[],
  idOf: (row: Row) => Id,
): readonly Row[] =>
  moves.reduce((order, { id, index }) => {
    const row = order.find((each) => idOf(each) === id);
    if (row === undefined) return order;
    const rest = order.filter((each) => each !== row);
    return [...rest.slice(0, index), row, ...rest.slice(index)];
  }, rows);

/**
 * Moves of the rows of one list, on one desk. They are sent one after the other, each with the order that the one
 * before it made: a key pressed twice moves by two. One that is refused takes those after it along.
 */
export class Moves<Row, Id> {
  readonly #options: MovesOptions<Row, Id>;
  readonly #listeners = new Set<() => void>();
  #seen: { readonly rows: readonly Row[]; readonly version: number; readonly run: Run } | null = null;
  #wanted: readonly Wanted<Id>[] = [];
  #sent: { readonly version: number; done: boolean } | null = null;

  constructor(options: MovesOptions<Row, Id>) {
    this.#options = options;
  }

  /** Those that the list does not show yet. */
  readonly wanted = (): readonly Move<Id>[] => this.#wanted;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The list as it is now. */
  see(rows: readonly Row[], version: number, run: Run): void {
    this.#seen = { rows, version, run };
    this.#advance();
  }

  /** Whether it was done. */
  readonly moveTo = (id: Id, index: number): Promise<boolean> => {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    this.#set([...this.#wanted, { id, index, settle: resolve }]);
    this.#advance();
    return promise;
  };

  #set(wanted: readonly Wanted<Id>[]): void {
    this.#wanted = wanted;
    for (const listener of this.#listeners) listener();
  }

  #settle(howMany: number, done: boolean): void {
    const settled = this.#wanted.slice(0, howMany);
    this.#sent = null;
    this.#set(this.#wanted.slice(howMany));
    for (const { settle } of settled) settle(done);
  }

  #advance(): void {
    const [first] = this.#wanted;
    if (!first || !this.#seen) return;
    const { rows, version, run } = this.#seen;
    if (this.#sent) {
      const isShown = this.#sent.done && this.#sent.version !== version;
      if (!isShown) return;
      this.#settle(1, true);
      return this.#advance();
    }
    const command = this.#options.commandOf(rows, first, version);
    if (!command) {
      this.#settle(1, false);
      return this.#advance();
    }
    const sent = { version, done: false };
    this.#sent = sent;
    void run(command).then((done) => {
      sent.done = done;
      if (done) this.#advance();
      else this.#settle(this.#wanted.length, false);
    });
  }
}
