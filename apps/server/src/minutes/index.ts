import type { Db } from '../platform/db/index.ts';
import { createExports } from './exports.ts';
import { createNotes } from './notes.ts';
import type { RecordPorts } from './ports.ts';
import { createReads } from './reads.ts';
import { createRecords } from './records.ts';
import { minutesRoutes, type MinutesApi } from './routes.ts';

export type MinutesParts = { readonly db: Db; readonly ports: RecordPorts; readonly now: () => number };

/** The record of a conference, and the notes beside it. Numbered rules: docs/spec/minutes.md. */
export const createMinutesSlice = ({ db, ports, now }: MinutesParts) => {
  const readRecord = createRecords(db);
  const notes = createNotes({ db, takesPart: ports.takesPart, now });
  const reads = createReads({ readRecord, notes, ports });
  const exports = createExports({ readRecord, notes, ports });
  return { routes: (api: MinutesApi): void => minutesRoutes(api, { reads, notes, ports, exports }) };
};
