import type { Actor, ConferenceId, Result } from '@diemcau/domain/kernel';
import type { LiveCode } from '@diemcau/domain/live';
import type { CommandBody } from '@diemcau/domain/wire';
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
