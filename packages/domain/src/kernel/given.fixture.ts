import type { Actor, ConferenceRole } from './actor.ts';
import type { Decider } from './decider.ts';
import {
  AgendaItemId,
  ConferenceId,
  ContentId,
  FilmId,
  PollingId,
  RequestId,
  RollCallId,
  RowId,
  SeatId,
  SiteId,
  SourceId,
  SpeakerId,
  TurnId,
} from './ids.ts';
import { ok, refuse } from './result.ts';

/** A well-formed id that a reader of a failing test can recognise: its group, its number. */
const uuid = (group: number, n: number): string => `0000000${group}-0000-7000-8000-${String(n).padStart(12, '0')}`;

export const site = (n: number): SiteId => SiteId.parse(uuid(1, n));
export const hall: SiteId = site(0);
export const speaker = (n: number): SpeakerId => SpeakerId.parse(uuid(2, n));
export const requestNo = (n: number): RequestId => RequestId.parse(uuid(3, n));
export const turnNo = (n: number): TurnId => TurnId.parse(uuid(4, n));
export const seatNo = (n: number): SeatId => SeatId.parse(uuid(5, n));
export const itemNo = (n: number): AgendaItemId => AgendaItemId.parse(uuid(7, n));
export const rowNo = (n: number): RowId => RowId.parse(uuid(8, n));
export const pollingNo = (n: number): PollingId => PollingId.parse(uuid(6, 1000 + n));
export const contentNo = (n: number): ContentId => ContentId.parse(uuid(6, 5000 + n));
export const sourceNo = (n: number): SourceId => SourceId.parse(uuid(6, 8000 + n));
export const filmNo = (n: number): FilmId => FilmId.parse(uuid(6, 7000 + n));
/** The n-th id that a decision makes (`newId`), as what it names. */
export const newTurn = (n: number): TurnId => TurnId.parse(uuid(9, n));
export const newRollCall = (n: number): RollCallId => RollCallId.parse(uuid(9, n));
export const counter = (): (() => string) => {
  let made = 0;
  return () => uuid(9, ++made);
};

export const seat = (role: ConferenceRole, siteId: SiteId | null = null): Actor => ({
  kind: 'seat',
  seatId: seatNo(1),
  conferenceId: ConferenceId.parse(uuid(6, 1)),
  role,
  siteId,
});
export const moderator: Actor = seat('moderator');

/** When every story begins, in ms since the epoch. */
export const START = Date.UTC(2026, 1, 26, 1, 0, 0);
/** Time that passes between the events of a story. */
type Later = { readonly laterMs: number };
export const later = (laterMs: number): Later => ({ laterMs });
const isLater = (step: object): step is Later => 'laterMs' in step;

/**
 * Given a story of events, `when` decides a command as of its last moment: `yields(...)` or `refuses(code)`.
 * `state` is what the story folds to, `now` its last moment.
 */
export const given = <State, Command, Event extends { readonly type: string }, Facts, Code extends string>(
  decider: Decider<State, Command, Event, Facts, Code>,
  facts: Facts,
  ...story: readonly (Event | Later)[]
) => {
  let now = START;
  let state = decider.initial;
  for (const step of story) {
    if (isLater(step)) now += step.laterMs;
    else state = decider.evolve(state, { ...step, at: now });
  }
  const when = (command: Command, actor: Actor = moderator) =>
    decider.decide(state, command, { now, newId: counter(), actor, facts });
  return { state, now, when };
};

export const yields = <Event extends { readonly type: string }>(...events: readonly Event[]) => ok(events);
export const refuses = (code: string) => refuse(code);
