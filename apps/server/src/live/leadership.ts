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
  private client: Promise<pg.Client> | undefined;

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
      await (await this.client)?.query('select pg_advisory_unlock($1, hashtext($2))', [SPACE, conferenceId]);
  }

  async stop(): Promise<void> {
    await (await this.client)?.end();
  }

  /** One for all who ask at once: a lock on a connection that nobody knows would never be given back. */
  private connection(): Promise<pg.Client> {
    this.client ??= this.connect();
    return this.client;
  }

  private async connect(): Promise<pg.Client> {
    try {
      const client = await this.database.connectAlone();
      client.on('end', () => {
        this.log.warn('the connection of the locks ended');
        this.lost();
      });
      return client;
    } catch (error) {
      this.lost();
      throw error;
    }
  }

  private lost(): void {
    this.client = undefined;
    this.held.clear();
  }
}
