import { sql } from 'kysely';
import {
  ok,
  refuse,
  type Actor,
  type ConferenceId,
  type Result,
  type SeatId,
  type SiteId,
} from '@diemcau/domain/kernel';
import {
  LINE_RUN_LEASE_MS,
  LINE_RUN_WAITS_MS,
  LINE_RUNS_KEPT,
  MOST_LINE_RUNS,
  type CheckedBy,
  type LineFound,
  type LineRunId,
  type SupportCode,
} from '@diemcau/domain/support';
import { audit } from '../platform/audit/index.ts';
import type { Db, Transaction } from '../platform/db/index.ts';

export type SeatActor = Extract<Actor, { readonly kind: 'seat' }>;
export type LineRunRow = {
  readonly runId: LineRunId;
  readonly conferenceId: ConferenceId;
  readonly siteId: SiteId;
  /** The screen that was let begin; null: none was. */
  readonly roomSeat: SeatId | null;
  readonly isRunning: boolean;
};

/** The room of a run on the media server. */
export const lineRoom = (runId: LineRunId): string => `line-${runId}`;
export const runOfRoom = (room: string): string | null =>
  room.startsWith('line-') ? room.slice('line-'.length) : null;

/** Runs are counted by one at a time. */
const COUNT_LOCK = 4_202_541;
const seconds = (ms: number) => sql`make_interval(secs => ${ms / 1000})`;
const WAITS = sql<boolean>`(until is null and ended_at is null and asked_at > now() - ${seconds(LINE_RUN_WAITS_MS)})`;
const RUNS = sql<boolean>`(ended_at is null and until > now())`;

type Site = { readonly conferenceId: ConferenceId; readonly siteId: SiteId };
type Asked = Site & { readonly runId: LineRunId; readonly by: CheckedBy };

/** Runs of lines on any server: a few at once, one of each site, each for seconds (H13). */
export class LineRuns {
  private readonly db: Db;
  constructor(db: Db) {
    this.db = db;
  }

  async find(runId: LineRunId): Promise<LineRunRow | null> {
    const { rows } = await sql<LineRunRow>`
      select id as "runId", conference_id as "conferenceId", site_id as "siteId", room_seat as "roomSeat", ${RUNS} as "isRunning"
      from line_run where id = ${runId}`.execute(this.db);
    return rows[0] ?? null;
  }

  /** Asked while one of this site waits or runs it is that one. Answers with the run that the screen is to be told of. */
  ask(actor: SeatActor, { runId, conferenceId, siteId, by }: Asked): Promise<LineRunId> {
    return this.db.transaction().execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(hashtext(${`line ${conferenceId} ${siteId}`}))`.execute(trx);
      const { rows } = await sql<{ id: LineRunId }>`
        select id from line_run where conference_id = ${conferenceId} and site_id = ${siteId} and (id = ${runId} or ${WAITS} or ${RUNS})
        order by asked_at limit 1`.execute(trx);
      if (rows[0]) return rows[0].id;
      await sql`
        insert into line_run (id, conference_id, site_id, seat_id, asked_by)
        values (${runId}, ${conferenceId}, ${siteId}, ${actor.seatId}, ${by}) on conflict (id) do nothing`.execute(trx);
      await this.forgetOld(trx, { conferenceId, siteId });
      await audit(trx, { action: 'lineRun.ask', actor, subject: { conferenceId, siteId } });
      return runId;
    });
  }

  /** A place among those that run now. Said again by the same screen it is the same place. */
  begin(runId: LineRunId, { conferenceId, siteId }: Site, seatId: SeatId): Promise<Result<undefined, SupportCode>> {
    return this.db.transaction().execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(${COUNT_LOCK})`.execute(trx);
      const { rows } = await sql<{ waits: boolean; runs: boolean; seat: SeatId | null; now: number }>`
        select ${WAITS} as waits, ${RUNS} as runs, room_seat as seat,
          (select count(*)::int from line_run where ended_at is null and until > now()) as now
        from line_run where id = ${runId} and conference_id = ${conferenceId} and site_id = ${siteId}`.execute(trx);
      const [row] = rows;
      if (row?.runs && row.seat === seatId) return ok(undefined);
      if (!row?.waits) return refuse('line.over');
      if (row.now >= MOST_LINE_RUNS) return refuse('line.busy');
      await sql`
        update line_run set room_seat = ${seatId}, until = now() + ${seconds(LINE_RUN_LEASE_MS)} where id = ${runId}`.execute(
        trx,
      );
      return ok(undefined);
    });
  }

  /** False: it was over already. */
  async end(runId: LineRunId, site: Site, seatId: SeatId, found: LineFound | null): Promise<boolean> {
    const ended = await sql`
      update line_run set ended_at = clock_timestamp(), found = ${found && JSON.stringify(found)}
      where id = ${runId} and conference_id = ${site.conferenceId} and site_id = ${site.siteId} and ended_at is null
        and (${RUNS} and room_seat = ${seatId} or ${WAITS} and ${found === null})`.execute(this.db);
    return ended.numAffectedRows === 1n;
  }

  private async forgetOld(trx: Transaction, { conferenceId, siteId }: Site): Promise<void> {
    await sql`
      delete from line_run where conference_id = ${conferenceId} and site_id = ${siteId} and id not in (
        select id from line_run where conference_id = ${conferenceId} and site_id = ${siteId}
        order by asked_at desc limit ${LINE_RUNS_KEPT})`.execute(trx);
  }
}
