import type { Logger } from 'pino';
import type { Db } from '../platform/db/index.ts';
import type { MessagePorts } from './ports.ts';
import { createReads } from './reads.ts';
import { createRetention } from './retention.ts';
import { messageRoutes, type MessageApi } from './routes.ts';
import { createTold } from './told.ts';
import { createWrites } from './writes.ts';

export type MessageParts = { readonly db: Db; readonly ports: MessagePorts; readonly log: Logger };

/** Messages between sites and the secretary. Numbered rules: docs/spec/message.md. */
export const createMessageSlice = ({ db, ports, log }: MessageParts) => ({
  /** What the pages' frames hold. */
  told: createTold(db),
  retention: createRetention(db, log),
  routes: (api: MessageApi): void =>
    messageRoutes(api, { db, reads: createReads({ db, ports }), writes: createWrites({ db, ports }) }),
});
