import { sql } from 'kysely';
import { LINE_RUN_WAITS_MS, LINE_RUNS_KEPT, LineFound, type LineRun } from '@diemcau/domain/support';
import type { Db } from '../platform/db/index.ts';
import type { SitePlace } from './change.ts';

type Row = Omit<LineRun, 'at' | 'found'> & { readonly at: Date; readonly found: string | null };

/** Runs of the line of a site, the latest first. Written by the live conference; read here with the check. */
export const lineRunsOf = async (db: Db, { conferenceId, siteId }: SitePlace): Promise<LineRun[]> => {
  const { rows } = await sql<Row>`
    select r.id as "runId", r.asked_at as at, r.asked_by as by, coalesce(s.person_name, s.site_name) as name, r.found,
      case when r.found is not null then 'done'
        when r.ended_at is null and r.until > now() then 'running'
        when r.ended_at is null and r.until is null and r.asked_at > now() - make_interval(secs => ${LINE_RUN_WAITS_MS / 1000})
          then 'waiting'
        else 'failed' end as status
    from line_run r join seat s on s.id = r.seat_id
    where r.conference_id = ${conferenceId} and r.site_id = ${siteId}
    order by r.asked_at desc limit ${LINE_RUNS_KEPT}`.execute(db);
  return rows.map(({ at, found, ...row }) => ({
    ...row,
    at: at.getTime(),
    found: found === null ? null : LineFound.parse(JSON.parse(found)),
  }));
};
