import { z } from 'zod';
import { agenda, AgendaCommand, type AgendaCode } from '../agenda/index.ts';
import { attendance, AttendanceCommand, type AttendanceCode } from '../attendance/index.ts';
import { conference, ConferenceCommand, type ConferenceCode } from '../conference/index.ts';
import { floor, FloorCommand, type FloorCode } from '../floor/index.ts';
import { ok, type Context, type Result } from '../kernel/index.ts';
import { programme, ProgrammeCommand, type ProgrammeCode } from '../programme/index.ts';
import { runSheet, RunSheetCommand, type RunSheetCode } from '../run-sheet/index.ts';
import { actsOfRow, actsOfTakingBack } from './acts.ts';
import type { LiveEvent } from './events.ts';
import { followUp } from './policies.ts';
import { evolveLive, floorFacts, phaseFacts, programmeFacts, runSheetFacts, type Live } from './state.ts';

export const Command = z.discriminatedUnion('type', [
  ...ConferenceCommand.options,
  ...AgendaCommand.options,
  ...RunSheetCommand.options,
  ...AttendanceCommand.options,
  ...FloorCommand.options,
  ...ProgrammeCommand.options,
]);
export type Command = z.infer<typeof Command>;

export type LiveCode = ConferenceCode | AgendaCode | RunSheetCode | AttendanceCode | FloorCode | ProgrammeCode;

type Typed = { readonly shape: { readonly type: z.ZodLiteral<string> } };

/** The `type` literals of a union of messages: which slice a message belongs to. */
export const typesOf = (union: { readonly options: readonly Typed[] }): ReadonlySet<string> =>
  new Set(union.options.flatMap(({ shape }) => [...shape.type.values]));

const conferenceTypes = typesOf(ConferenceCommand);
const agendaTypes = typesOf(AgendaCommand);
const runSheetTypes = typesOf(RunSheetCommand);
const attendanceTypes = typesOf(AttendanceCommand);
const floorTypes = typesOf(FloorCommand);
const isConferenceCommand = (command: Command): command is ConferenceCommand => conferenceTypes.has(command.type);
const isAgendaCommand = (command: Command): command is AgendaCommand => agendaTypes.has(command.type);
const isRunSheetCommand = (command: Command): command is RunSheetCommand => runSheetTypes.has(command.type);
const isAttendanceCommand = (command: Command): command is AttendanceCommand => attendanceTypes.has(command.type);
const isFloorCommand = (command: Command): command is FloorCommand => floorTypes.has(command.type);

type LiveContext = Omit<Context<null>, 'facts'>;
type Decision = Result<readonly LiveEvent[], LiveCode>;

/** Routes a command to its slice, with that slice's state and facts. */
const route = (state: Live, command: Command, context: LiveContext): Decision => {
  if (isConferenceCommand(command)) return conference.decide(state.conference, command, { ...context, facts: null });
  if (isAgendaCommand(command)) return agenda.decide(state.agenda, command, { ...context, facts: phaseFacts(state) });
  if (isRunSheetCommand(command))
    return runSheet.decide(state.runSheet, command, { ...context, facts: runSheetFacts(state) });
  if (isAttendanceCommand(command))
    return attendance.decide(state.attendance, command, { ...context, facts: phaseFacts(state) });
  if (isFloorCommand(command)) return floor.decide(state.floor, command, { ...context, facts: floorFacts(state) });
  return programme.decide(state.programme, command, { ...context, facts: programmeFacts(state) });
};

/** What other slices do because of a command: decided in the same append, all or nothing. */
const actsOf = (before: Live, command: Command, now: number): Result<readonly Command[], LiveCode> => {
  if (command.type === 'runSheet.next') return ok(actsOfRow(before, command.rowId, now));
  return command.type === 'runSheet.takeBack' ? actsOfTakingBack(before) : ok([]);
};

/** Follow-ups settle in a few rounds; more would be a circle among the policies, which is a bug. */
const MAX_ROUNDS = 8;

/**
 * Decides a command and everything that follows from it, as one batch: giving the floor and cutting to the
 * speaker are one append.
 */
export const decideLive = (before: Live, command: Command, context: LiveContext): Decision => {
  const at = context.now;
  const events: LiveEvent[] = [];
  let state = before;
  const append = (more: readonly LiveEvent[]) => {
    events.push(...more);
    state = more.reduce((s, event) => evolveLive(s, { ...event, at }), state);
  };
  const acts = actsOf(before, command, at);
  if (!acts.ok) return acts;
  for (const each of [command, ...acts.value]) {
    const decided = route(state, each, context);
    if (!decided.ok) return decided;
    append(decided.value);
  }
  for (let round = 0; ; round++) {
    const more = followUp(state);
    if (more.length === 0) return ok(events);
    if (round === MAX_ROUNDS) throw new Error(`policies do not settle after ${command.type}`);
    append(more);
  }
};
