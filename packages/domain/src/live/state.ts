import { agendaAnew, emptyAgenda, evolveAgenda, itemOf, type Agenda, type AgendaFacts } from '../agenda/index.ts';
import { evolveAttendance, noAttendance, type Attendance } from '../attendance/index.ts';
import { evolveConference, isInvited, noConference, type Conference } from '../conference/index.ts';
import { emptyFloor, evolveFloor, type Floor, type FloorFacts } from '../floor/index.ts';
import type { Recorded } from '../kernel/index.ts';
import { emptyProgramme, evolveProgramme, type Programme, type ProgrammeFacts } from '../programme/index.ts';
import { emptyRunSheet, evolveRunSheet, runSheetAnew, type RunSheet, type RunSheetFacts } from '../run-sheet/index.ts';
import type { LiveEvent } from './events.ts';
import { isAgendaEvent, isAttendanceEvent, isConferenceEvent, isFloorEvent, isRunSheetEvent } from './slices.ts';

/** One conference, folded by the server and by every page with the same code. */
export type Live = {
  readonly conference: Conference;
  readonly agenda: Agenda;
  readonly runSheet: RunSheet;
  readonly attendance: Attendance;
  readonly floor: Floor;
  readonly programme: Programme;
  /** As all was when the rehearsal that goes on began, and will be after it (C20); null: none goes on. */
  readonly beforeRehearsal: BeforeRehearsal | null;
};

/** What a rehearsal leaves as it was. */
export type BeforeRehearsal = Pick<Live, 'agenda' | 'runSheet' | 'attendance' | 'floor' | 'programme'>;

export const initialLive: Live = {
  conference: noConference,
  agenda: emptyAgenda,
  runSheet: emptyRunSheet,
  attendance: noAttendance,
  floor: emptyFloor,
  programme: emptyProgramme,
  beforeRehearsal: null,
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

const rehearse = (state: Live): Live => {
  const { agenda, runSheet, attendance, floor, programme } = state;
  return { ...state, beforeRehearsal: { agenda, runSheet, attendance, floor, programme } };
};

/** What was planned meanwhile stays; what was done is as it was before (C20). */
const afterRehearsal = (state: Live): Live => {
  const { beforeRehearsal: before } = state;
  if (!before) return state;
  const { attendance, floor, programme } = before;
  const { loaded, sources, mainShut } = state.programme;
  const agenda = agendaAnew(state.agenda, before.agenda);
  const runSheet = runSheetAnew(state.runSheet, before.runSheet);
  return {
    ...state,
    agenda,
    runSheet,
    attendance,
    floor,
    // What stands ready in a room or on a computer still does.
    programme: { ...programme, polling: null, loaded, sources, mainShut },
    beforeRehearsal: null,
  };
};

/** Total: takes any event of a conference. Pages fold and do not decide: the deciders stay out of what they load. */
export const evolveLive = (state: Live, event: Recorded<LiveEvent>): Live => {
  const { at } = event;
  if (isConferenceEvent(event)) {
    const next = { ...state, conference: evolveConference(state.conference, { ...event, at }) };
    if (event.type === 'rehearsalBegun') return rehearse(next);
    return event.type === 'rehearsalEnded' ? afterRehearsal(next) : next;
  }
  if (isAgendaEvent(event)) return { ...state, agenda: evolveAgenda(state.agenda, { ...event, at }) };
  if (isRunSheetEvent(event)) return { ...state, runSheet: evolveRunSheet(state.runSheet, { ...event, at }) };
  if (isAttendanceEvent(event)) return { ...state, attendance: evolveAttendance(state.attendance, { ...event, at }) };
  if (isFloorEvent(event)) return { ...state, floor: evolveFloor(state.floor, { ...event, at }) };
  return { ...state, programme: evolveProgramme(state.programme, { ...event, at }) };
};
