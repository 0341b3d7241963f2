import { z } from 'zod';
import { RollCallId } from '../kernel/index.ts';

/** Ms since the epoch; sites may answer later all the same, until the roll call is closed. */
const closesAt = z.number().int();

export const AttendanceCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('attendance.openRollCall'), closesAt }),
  z.strictObject({ type: z.literal('attendance.setDeadline'), rollCallId: RollCallId, closesAt }),
  z.strictObject({ type: z.literal('attendance.closeRollCall'), rollCallId: RollCallId }),
]);
export type AttendanceCommand = z.infer<typeof AttendanceCommand>;

export const AttendanceEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('rollCallOpened'), rollCallId: RollCallId, closesAt }),
  z.object({ type: z.literal('rollCallDeadlineSet'), rollCallId: RollCallId, closesAt }),
  z.object({ type: z.literal('rollCallClosed'), rollCallId: RollCallId }),
]);
export type AttendanceEvent = z.infer<typeof AttendanceEvent>;
