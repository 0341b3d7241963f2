import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import type { Logger } from 'pino';
import type { Database } from '../db/index.ts';

/** What processes tell one another through PostgreSQL; a payload is at most 8,000 bytes. */
const CHANNELS = [
  'stream',
  'seats',
  'media',
  'reconcile',
  'watch',
  'control',
  'screen',
  'attendance',
  'message',
  'aside',
  'support',
  'lines',
] as const;
export type Channel = (typeof CHANNELS)[number];

const RETRY_MS = 500;

/**
 * LISTEN on a connection of its own that comes back by itself. A notification only wakes: what was missed
 * while the connection was down is found by those who poll.
 */
export class Notifications {
  private readonly database: Database;
  private readonly log: Logger;
  private readonly handlers = new Map<string, ((payload: string) => void)[]>();
  private client: pg.Client | undefined;
  private stopped = false;

  constructor(database: Database, log: Logger) {
    this.database = database;
    this.log = log;
  }

  on(channel: Channel, handler: (payload: string) => void): void {
    this.handlers.set(channel, [...(this.handlers.get(channel) ?? []), handler]);
  }

  /** Tells every process, this one included. Lost when the database is away: callers repeat what must arrive. */
  async notify(channel: Channel, payload: string): Promise<void> {
    try {
      await this.database.pool.query('select pg_notify($1, $2)', [channel, payload]);
    } catch (error) {
      this.log.warn({ err: error, channel }, 'notification not sent');
    }
  }

  async start(): Promise<void> {
    await this.listen();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.client?.end();
  }

  private async listen(): Promise<void> {
    const client = await this.database.connectAlone();
    client.on('notification', ({ channel, payload }) => this.tell(channel, payload ?? ''));
    // A connection that ends before it listens is `again`'s to replace: two loops would listen twice for ever.
    await client.query(CHANNELS.map((channel) => `listen ${channel}`).join(';')).catch((error: unknown) => {
      void client.end();
      throw error;
    });
    client.on('end', () => void this.again());
    this.client = client;
    if (this.stopped) await client.end();
  }

  /** What another program said, perhaps a newer one: whoever cannot read it must not fall over. */
  private tell(channel: string, payload: string): void {
    for (const handler of this.handlers.get(channel) ?? []) {
      try {
        handler(payload);
      } catch (error) {
        this.log.warn({ err: error, channel }, 'a notification was not understood');
      }
    }
  }

  private async again(): Promise<void> {
    while (!this.stopped) {
      await delay(RETRY_MS);
      try {
        await this.listen();
        return;
      } catch (error) {
        this.log.warn({ err: error }, 'the database is away');
      }
    }
  }
}
