import type { Actor, ConferenceId, Result } from '@diemcau/domain/kernel';
import type { LiveCode } from '@diemcau/domain/live';
import type { CommandBody, Plan } from '@diemcau/domain/wire';
import type { Transaction } from './db/index.ts';

/** How slices append to the stream of a conference. Implemented by `live`, wired in the composition root. */
export type LiveCommands = {
  /**
   * Decides and appends one command; sent twice it is done once. `conference.prepare` makes the stream.
   * @param alongside written in the transaction of the events, only when the command is accepted for the first time
   */
  readonly submit: (
    conferenceId: ConferenceId,
    actor: Actor,
    body: CommandBody,
    alongside?: (trx: Transaction) => Promise<void>,
  ) => Promise<Result<void, LiveCode>>;
};

/** Agenda and run sheet with their words, as the stream and the tables hold them now. */
export type ReadPlan = (conferenceId: ConferenceId) => Promise<Plan>;
