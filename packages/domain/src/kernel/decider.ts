import type { Result } from './result.ts';
import type { Actor } from './actor.ts';

/** What a decision may know besides its own state. Times in ms since the epoch, of the database's clock. */
export type Context<Facts> = {
  readonly now: number;
  readonly newId: () => string;
  readonly actor: Actor;
  readonly facts: Facts;
};

/** A fact of the past with its place in the stream. `at` in ms since the epoch, the database's clock. */
export type Recorded<Event> = Event & { readonly at: number };

/**
 * A pure slice of a conference. `decide` yields events or a refusal's code; `evolve` is total:
 * it takes any event of the conference and ignores what is not its own.
 */
export type Decider<State, Command, Event, Facts, Code extends string> = {
  readonly initial: State;
  readonly decide: (state: State, command: Command, context: Context<Facts>) => Result<readonly Event[], Code>;
  readonly evolve: (state: State, event: Recorded<Event>) => State;
};
