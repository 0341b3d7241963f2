import type pg from 'pg';
import type { Logger } from 'pino';
import type { ConferenceId } from '@diemcau/domain/kernel';
import type { Database } from '../platform/db/index.ts';

/** First key of our session locks, so that they meet nobody else's. */
const SPACE = 4202;

/**
 * Which conferences this server reconciles: those whose session lock it holds. The locks end with the
 * connection, so a server that dies leaves its conferences to the others. A doubled leader is harmless.
 */
export class Leadership {
  private readonly database: Database;
  private readonly log: Logger;
  private readonly held = new Set<ConferenceId>();
  private client: pg.Client | undefined;

  constructor(database: Database, log: Logger) {
    this.database = database;
    this.log = log;
  }

  async leads(conferenceId: ConferenceId): Promise<boolean> {
    if (this.held.has(conferenceId)) return true;
    const client = await this.connection();
    const { rows } = await client.query<{ locked: boolean }>(
      'select pg_try_advisory_lock($1, hashtext($2)) as locked',
      [SPACE, conferenceId],
    );
    if (rows[0]?.locked) this.held.add(conferenceId);
    return rows[0]?.locked ?? false;
  }

  async release(conferenceId: ConferenceId): Promise<void> {
    if (this.held.delete(conferenceId))
      await this.client?.query('select pg_advisory_unlock($1, hashtext($2))', [SPACE, conferenceId]);
  }

  async stop(): Promise<void> {
    await this.client?.end();
  }

  private async connection(): Promise<pg.Client> {
    if (this.client) return this.client;
    const client = await this.database.connectAlone();
    const lost = () => {
      if (this.client === client) this.client = undefined;
      this.held.clear();
    };
    client.on('error', (error) => {
      this.log.warn({ err: error }, 'the connection of the locks broke');
      lost();
    });
    client.on('end', lost);
    this.client = client;
    return client;
  }
}
