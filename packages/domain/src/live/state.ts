import { z } from 'zod';
import { AgendaEvent, emptyAgenda, evolveAgenda, itemOf, type Agenda, type AgendaFacts } from '../agenda/index.ts';
import { attendance, AttendanceEvent, type Attendance } from '../attendance/index.ts';
import { conference, isInvited, ConferenceEvent, type Conference } from '../conference/index.ts';
import { emptyFloor, evolveFloor, FloorEvent, type Floor, type FloorFacts } from '../floor/index.ts';
import type { Recorded } from '../kernel/index.ts';
import {
  emptyProgramme,
  evolveProgramme,
  ProgrammeEvent,
  type Programme,
  type ProgrammeFacts,
} from '../programme/index.ts';
import { emptyRunSheet, evolveRunSheet, RunSheetEvent, type RunSheet, type RunSheetFacts } from '../run-sheet/index.ts';

export const LiveEvent = z.discriminatedUnion('type', [
  ...ConferenceEvent.options,
  ...AgendaEvent.options,
  ...RunSheetEvent.options,
  ...AttendanceEvent.options,
  ...FloorEvent.options,
  ...ProgrammeEvent.options,
]);
export type LiveEvent = z.infer<typeof LiveEvent>;

/** One conference, folded by the server and by every page with the same code. */
export type Live = {
  readonly conference: Conference;
  readonly agenda: Agenda;
  readonly runSheet: RunSheet;
  readonly attendance: Attendance;
  readonly floor: Floor;
  readonly programme: Programme;
};

export const initialLive: Live = {
  conference: conference.initial,
  agenda: emptyAgenda,
  runSheet: emptyRunSheet,
  attendance: attendance.initial,
  floor: emptyFloor,
  programme: emptyProgramme,
};

export const floorFacts = ({ conference: c, programme: p }: Live): FloorFacts => ({
  phase: c.status,
  hallId: c.status === 'absent' ? null : c.hallId,
  isInvited: (siteId) => isInvited(c, siteId),
  isLost: (siteId) => p.lost.includes(siteId),
});

/** Of the agenda and of the roll calls. */
export const phaseFacts = ({ conference: c }: Live): AgendaFacts => ({ phase: c.status });

export const runSheetFacts = (state: Live): RunSheetFacts => {
  const { phase, isInvited: invited } = floorFacts(state);
  return {
    phase,
    turnId: state.floor.turn?.turnId ?? null,
    isInvited: invited,
    hasItem: (itemId) => itemOf(state.agenda, itemId) !== undefined,
  };
};

export const programmeFacts = (state: Live): ProgrammeFacts => {
  const { turn } = state.floor;
  const { phase, hallId, isInvited } = floorFacts(state);
  return {
    phase,
    hallId,
    isInvited,
    speakingSiteId: turn && turn.interruptedAt === null ? turn.siteId : null,
    hasTurn: turn !== null,
    isRollCallOpen: state.attendance.rollCall?.status === 'open',
  };
};

type Typed = { readonly shape: { readonly type: z.ZodLiteral<string> } };

/** The `type` literals of a union of messages: which slice a message belongs to. */
export const typesOf = (union: { readonly options: readonly Typed[] }): ReadonlySet<string> =>
  new Set(union.options.flatMap(({ shape }) => [...shape.type.values]));

const conferenceTypes = typesOf(ConferenceEvent);
const agendaTypes = typesOf(AgendaEvent);
const runSheetTypes = typesOf(RunSheetEvent);
const attendanceTypes = typesOf(AttendanceEvent);
const floorTypes = typesOf(FloorEvent);

export const isConferenceEvent = (event: LiveEvent): event is ConferenceEvent => conferenceTypes.has(event.type);
export const isAgendaEvent = (event: LiveEvent): event is AgendaEvent => agendaTypes.has(event.type);
export const isRunSheetEvent = (event: LiveEvent): event is RunSheetEvent => runSheetTypes.has(event.type);
export const isAttendanceEvent = (event: LiveEvent): event is AttendanceEvent => attendanceTypes.has(event.type);
export const isFloorEvent = (event: LiveEvent): event is FloorEvent => floorTypes.has(event.type);

/** Total: takes any event of a conference. Pages fold and do not decide: the deciders stay out of what they load. */
export const evolveLive = (state: Live, event: Recorded<LiveEvent>): Live => {
  const { at } = event;
  if (isConferenceEvent(event)) return { ...state, conference: conference.evolve(state.conference, { ...event, at }) };
  if (isAgendaEvent(event)) return { ...state, agenda: evolveAgenda(state.agenda, { ...event, at }) };
  if (isRunSheetEvent(event)) return { ...state, runSheet: evolveRunSheet(state.runSheet, { ...event, at }) };
  if (isAttendanceEvent(event)) return { ...state, attendance: attendance.evolve(state.attendance, { ...event, at }) };
  if (isFloorEvent(event)) return { ...state, floor: evolveFloor(state.floor, { ...event, at }) };
  return { ...state, programme: evolveProgramme(state.programme, { ...event, at }) };
};
