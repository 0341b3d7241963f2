import { z } from 'zod';
import { AgendaEvent } from '../agenda/index.ts';
import { AttendanceEvent } from '../attendance/index.ts';
import { ConferenceEvent } from '../conference/index.ts';
import { FloorEvent } from '../floor/index.ts';
import { ProgrammeEvent } from '../programme/index.ts';
import { RunSheetEvent } from '../run-sheet/index.ts';

export const LiveEvent = z.discriminatedUnion('type', [
  ...ConferenceEvent.options,
  ...AgendaEvent.options,
  ...RunSheetEvent.options,
  ...AttendanceEvent.options,
  ...FloorEvent.options,
  ...ProgrammeEvent.options,
]);
export type LiveEvent = z.infer<typeof LiveEvent>;
