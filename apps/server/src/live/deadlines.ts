import { sql } from 'kysely';
import type { Logger } from 'pino';
import { Command } from '@diemcau/domain/live';
import { ConferenceId } from '@diemcau/domain/kernel';
import type { Db } from '../platform/db/index.ts';
import { storeTables } from '../platform/event-store/index.ts';
import type { Commands } from './commands.ts';

const EVERY_MS = 500;
const AT_ONCE = 20;

/** A command as of the moment in which it is due: what its deadline could not know yet is read. */
type ReadWhenDue = (conferenceId: ConferenceId, command: Command) => Promise<Command>;

/** Submits what is due. Any number of processes may run it: a row is claimed by one, and its command's id is its own. */
export class Deadlines {
  private readonly db: Db;
  private readonly commands: Commands;
  private readonly log: Logger;
  private readonly read: ReadWhenDue;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(db: Db, commands: Commands, read: ReadWhenDue, log: Logger) {
    this.db = db;
    this.commands = commands;
    this.read = read;
    this.log = log;
  }

  start(): void {
    this.timer = setInterval(() => {
      this.running = this.running
        .then(() => this.run())
        .catch((error: unknown) => this.log.warn({ err: error }, 'deadlines wait'));
    }, EVERY_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Claims rows in one transaction and keeps them locked until their commands are answered. */
  private async run(): Promise<void> {
    await this.db.transaction().execute(async (trx) => {
      const rows = await storeTables(trx)
        .selectFrom('deadline')
        .selectAll()
        .where('due_at', '<=', sql<Date>`clock_timestamp()`)
        .orderBy('due_at')
        .limit(AT_ONCE)
        .forUpdate()
        .skipLocked()
        .execute();
      for (const { stream_id, key, command } of rows) {
        const conferenceId = ConferenceId.parse(stream_id);
        const due = await this.read(conferenceId, Command.parse(JSON.parse(command)));
        const answer = await this.commands.bySystem(conferenceId, 'deadline', key, due);
        if (!answer.ok && answer.code === 'wire.unavailable') continue;
        await storeTables(trx)
          .deleteFrom('deadline')
          .where('stream_id', '=', stream_id)
          .where('key', '=', key)
          .execute();
      }
    });
  }
}
