import type { FastifyInstance } from 'fastify';
import type { Db } from '../platform/db/index.ts';
import type { FileStore } from '../platform/files/index.ts';
import { createExports } from './exports.ts';
import { createNotes } from './notes.ts';
import type { RecordPorts } from './ports.ts';
import { createReads } from './reads.ts';
import { createRecords } from './records.ts';
import { minutesRoutes, type MinutesApi } from './routes.ts';
import { stillRoutes, type StillApiIn } from './still-routes.ts';
import { createStills } from './stills.ts';

export type MinutesParts = {
  readonly db: Db;
  readonly files: FileStore;
  readonly ports: RecordPorts;
  readonly now: () => number;
};

/** The record of a conference, the notes and the stills beside it. Numbered rules: docs/spec/minutes.md. */
export const createMinutesSlice = ({ db, files, ports, now }: MinutesParts) => {
  const readRecord = createRecords(db);
  const notes = createNotes({ db, takesPart: ports.takesPart, now });
  const stills = createStills({ db, files, takesPart: ports.takesPart, readRecord, now });
  const reads = createReads({ readRecord, notes, stills, ports });
  const exports = createExports({ readRecord, notes, ports });
  return {
    routes: async (app: FastifyInstance, api: MinutesApi, apiIn: StillApiIn): Promise<void> => {
      minutesRoutes(api, { reads, notes, ports, exports });
      await stillRoutes(app, api, apiIn, { stills, ports });
    },
  };
};
