import { sql } from 'kysely';
import type { ConferenceId, SiteId } from '@diemcau/domain/kernel';
import { isWeak, LINE_SAMPLES_KEPT, type LineNow } from '@diemcau/domain/support';
import type { Db } from '../platform/db/index.ts';

type Told = { readonly conferenceId: ConferenceId; readonly siteId: SiteId; readonly line: LineNow };

/** What people are told of a line in words; its numbers change with every sample. */
const sayingOf = ({ quality, steps: { down, up } }: LineNow): string => `${quality} ${down} ${up}`;

/** The lines of room screens, whoever looks: a row a site and its last minutes, written in batches once a second. */
export class LineReports {
  private readonly db: Db;
  private readonly waiting = new Map<string, Told>();

  constructor(db: Db) {
    this.db = db;
  }

  put(told: Told): void {
    this.waiting.set(`${told.conferenceId}/${told.siteId}`, told);
  }

  /** Writes what came since the last time; answers with the conferences of which a line is another now. */
  async flush(): Promise<readonly ConferenceId[]> {
    const rows = [...this.waiting.values()];
    this.waiting.clear();
    if (rows.length === 0) return [];
    const { rows: changed } = await sql<{ conferenceId: ConferenceId }>`
      with told as (
        select x.*, json_build_object('at', (extract(epoch from now()) * 1000)::bigint, 'line', x.line::json)::text as sample
        from unnest(${rows.map((r) => r.conferenceId)}::uuid[], ${rows.map((r) => r.siteId)}::uuid[],
                    ${rows.map((r) => isWeak(r.line))}::boolean[], ${rows.map((r) => sayingOf(r.line))}::text[],
                    ${rows.map((r) => JSON.stringify(r.line))}::text[]) as x(c, s, weak, saying, line)),
      before as (
        select r.conference_id, r.site_id, r.saying from line_report r join told on c = conference_id and s = site_id),
      written as (
        insert into line_report as r (conference_id, site_id, weak, saying, at, samples)
        select c, s, weak, saying, now(), array[sample] from told
        on conflict (conference_id, site_id) do update
        set weak = excluded.weak, saying = excluded.saying, at = excluded.at,
            changes = r.changes + (r.saying <> excluded.saying)::int,
            samples = (excluded.samples || r.samples)[1:${sql.lit(LINE_SAMPLES_KEPT)}])
      select distinct told.c as "conferenceId" from told
      left join before on before.conference_id = told.c and before.site_id = told.s
      where before.saying is distinct from told.saying`.execute(this.db);
    return changed.map(({ conferenceId }) => conferenceId);
  }
}
