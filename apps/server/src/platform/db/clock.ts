import { sql } from 'kysely';
import type { Db } from './connect.ts';

const EVERY_MS = 30_000;

/** The database's clock, as near as half a round trip: all times of the stream are its times. */
export class DatabaseClock {
  private readonly db: Db;
  private readonly onError: (error: unknown) => void;
  private offsetMs = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(db: Db, onError: (error: unknown) => void) {
    this.db = db;
    this.onError = onError;
  }

  /** Ms since the epoch. */
  now(): number {
    return Date.now() + this.offsetMs;
  }

  async start(): Promise<void> {
    await this.measure();
    this.timer = setInterval(() => void this.measure().catch(this.onError), EVERY_MS);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async measure(): Promise<void> {
    const before = Date.now();
    const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(this.db);
    const after = Date.now();
    if (rows[0]) this.offsetMs = rows[0].now.getTime() - (before + after) / 2;
  }
}
