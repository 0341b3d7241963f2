import type { Actor, CommandId, Recorded, Result } from '@diemcau/domain/kernel';
import type { Transaction } from '../db/index.ts';

/** How one kind of stream is decided, folded and stored. */
export type StreamKind<State, Command, Event extends { readonly type: string }, Code extends string> = {
  readonly kind: string;
  readonly version: number;
  readonly initial: State;
  readonly decide: (
    state: State,
    command: Command,
    context: { readonly now: number; readonly newId: () => string; readonly actor: Actor },
  ) => Result<readonly Event[], Code>;
  readonly evolve: (state: State, event: Recorded<Event>) => State;
  /** Throws for an event that this program does not know. */
  readonly read: (type: string, version: number, data: unknown) => Event;
  /** Work that an event makes due; `command` is submitted by the system then. */
  readonly deadlines: (event: Event) => readonly Deadline<Command>[];
};

export type Deadline<Command> = { readonly key: string; readonly inMs: number; readonly command: Command };

/** An event with its place in the stream. `at` in ms since the epoch, the database's clock. */
export type Stored<Event> = Recorded<Event> & { readonly seq: number };

export type Submission<State, Command, Code extends string> = {
  readonly commandId: CommandId;
  readonly actor: Actor;
  readonly command: Command;
  /** Checked before the decision, in its transaction: a refusal or nothing. */
  readonly check?: (trx: Transaction) => Promise<Result<void, Code>>;
  /**
   * Written with the events, in their transaction; only when the command is accepted for the first time.
   * `after` makes the state that the events lead to.
   */
  readonly alongside?: (trx: Transaction, after: () => State) => Promise<void>;
};

export type Advance<State, Event> = {
  readonly streamId: string;
  readonly before: State;
  readonly state: State;
  readonly seq: number;
  readonly events: readonly Stored<Event>[];
};

/** The database could not be asked, or its answer was lost: send the same command again. */
export class StoreUnavailable extends Error {
  /** By which the HTTP layer knows it: it does not know this module. */
  override name = 'StoreUnavailable';
}
