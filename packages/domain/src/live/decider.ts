import { z } from 'zod';
import { conference, ConferenceCommand, type ConferenceCode } from '../conference/index.ts';
import { floor, FloorCommand, type FloorCode } from '../floor/index.ts';
import { ok, type Context, type Result } from '../kernel/index.ts';
import { programme, ProgrammeCommand, type ProgrammeCode } from '../programme/index.ts';
import { followUp } from './policies.ts';
import { evolveLive, floorFacts, programmeFacts, typesOf, type Live, type LiveEvent } from './state.ts';

export const Command = z.discriminatedUnion('type', [
  ...ConferenceCommand.options,
  ...FloorCommand.options,
  ...ProgrammeCommand.options,
]);
export type Command = z.infer<typeof Command>;

export type LiveCode = ConferenceCode | FloorCode | ProgrammeCode;

const conferenceTypes = typesOf(ConferenceCommand);
const floorTypes = typesOf(FloorCommand);
const isConferenceCommand = (command: Command): command is ConferenceCommand => conferenceTypes.has(command.type);
const isFloorCommand = (command: Command): command is FloorCommand => floorTypes.has(command.type);

/** Routes a command to its slice, with that slice's state and facts. */
const route = (
  state: Live,
  command: Command,
  context: Omit<Context<null>, 'facts'>,
): Result<readonly LiveEvent[], LiveCode> => {
  if (isConferenceCommand(command)) return conference.decide(state.conference, command, { ...context, facts: null });
  if (isFloorCommand(command)) return floor.decide(state.floor, command, { ...context, facts: floorFacts(state) });
  return programme.decide(state.programme, command, { ...context, facts: programmeFacts(state) });
};

/** Follow-ups settle in a few rounds; more would be a circle among the policies, which is a bug. */
const MAX_ROUNDS = 8;

/**
 * Decides a command and everything that follows from it, as one batch: giving the floor and cutting to the
 * speaker are one append.
 */
export const decideLive = (
  before: Live,
  command: Command,
  context: Omit<Context<null>, 'facts'>,
): Result<readonly LiveEvent[], LiveCode> => {
  const decided = route(before, command, context);
  if (!decided.ok) return decided;
  const events = [...decided.value];
  const at = context.now;
  let state = events.reduce((s, event) => evolveLive(s, { ...event, at }), before);
  for (let round = 0; ; round++) {
    const more = followUp(state);
    if (more.length === 0) return ok(events);
    if (round === MAX_ROUNDS) throw new Error(`policies do not settle after ${command.type}`);
    events.push(...more);
    state = more.reduce((s, event) => evolveLive(s, { ...event, at }), state);
  }
};
