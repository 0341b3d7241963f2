import { ok, refuse, RollCallId, type Context, type Decider, type Recorded, type Result } from '../kernel/index.ts';
import type { AttendanceCommand, AttendanceEvent } from './messages.ts';
import type { AttendanceCode } from './problems.ts';

/** Times in ms since the epoch. `closesAt`: the deadline, as all were told. */
export type RollCall = { readonly rollCallId: RollCallId; readonly openedAt: number; readonly closesAt: number } & (
  | { readonly status: 'open' }
  | { readonly status: 'closed'; readonly closedAt: number }
);

/** The latest roll call; who is there stands in tables. */
export type Attendance = { readonly rollCall: RollCall | null };

/** What roll calls may know of the rest of the conference. */
export type AttendanceFacts = { readonly phase: 'absent' | 'prepared' | 'open' | 'paused' | 'closed' };

type Decision = Result<readonly AttendanceEvent[], AttendanceCode>;

const decide = (
  { rollCall }: Attendance,
  command: AttendanceCommand,
  { facts, now, newId }: Context<AttendanceFacts>,
): Decision => {
  if (facts.phase === 'absent' || facts.phase === 'closed') return refuse('attendance.closed');
  if (command.type !== 'attendance.closeRollCall' && command.closesAt <= now) return refuse('attendance.deadline_past');
  if (command.type === 'attendance.openRollCall') {
    if (rollCall?.status === 'open') return refuse('attendance.roll_call_exists');
    const { closesAt } = command;
    return ok([{ type: 'rollCallOpened', rollCallId: RollCallId.parse(newId()), closesAt }]);
  }
  const { rollCallId } = command;
  if (rollCall?.status !== 'open' || rollCall.rollCallId !== rollCallId) return refuse('attendance.no_roll_call');
  if (command.type === 'attendance.closeRollCall') return ok([{ type: 'rollCallClosed', rollCallId }]);
  const { closesAt } = command;
  return ok(closesAt === rollCall.closesAt ? [] : [{ type: 'rollCallDeadlineSet', rollCallId, closesAt }]);
};

export const noAttendance: Attendance = { rollCall: null };

export const evolveAttendance = (state: Attendance, event: Recorded<AttendanceEvent>): Attendance => {
  const { rollCallId, at } = event;
  if (event.type === 'rollCallOpened')
    return { rollCall: { status: 'open', rollCallId, openedAt: at, closesAt: event.closesAt } };
  const { rollCall } = state;
  if (rollCall?.rollCallId !== rollCallId) return state;
  if (event.type === 'rollCallDeadlineSet') return { rollCall: { ...rollCall, closesAt: event.closesAt } };
  return { rollCall: { ...rollCall, status: 'closed', closedAt: at } };
};

/** When sites are asked who is there. Numbered rules: docs/spec/attendance.md. */
export const attendance: Decider<Attendance, AttendanceCommand, AttendanceEvent, AttendanceFacts, AttendanceCode> = {
  initial: noAttendance,
  decide,
  evolve: evolveAttendance,
};
