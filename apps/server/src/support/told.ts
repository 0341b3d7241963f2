import { sql } from 'kysely';
import type { ConferenceId, SeatId, SiteId } from '@diemcau/domain/kernel';
import {
  CHECK_PARTS,
  type Help,
  type OwnSupport,
  type ProvinceReadiness,
  type SupportState,
} from '@diemcau/domain/support';
import type { Db } from '../platform/db/index.ts';
import { bump, lockSite, sitesAbove } from './change.ts';
import { atCentre, helpOf, helpRows } from './help-rows.ts';
import { IS_KNOWN } from './line-samples.ts';
import { tablesIn } from './tables.ts';

type Totals = Omit<ProvinceReadiness, 'signedOff'> & {
  readonly signedAt: Date | null;
  readonly missing: number | null;
  readonly version: number;
  /** Until the next untaken request comes to the centre. */
  readonly dueInMs: number | null;
};

export type ToldSupport = { readonly state: SupportState; readonly dueInMs: number | null };

/** What the pages' frames hold, and the same numbers for who asks (H7, H11). */
export const createTold = (db: Db) => {
  /** A row a province, of one short row a site. @param only the province of this code alone */
  const totals = async (conferenceId: ConferenceId, only?: string): Promise<readonly Totals[]> => {
    const { rows } = await sql<Totals>`
      select s.province_code as code, s.province_name as name, count(*)::int as sites,
        (count(*) filter (where v.right_parts = ${CHECK_PARTS.length}))::int as ready,
        (count(*) filter (where v.wrong_parts > 0))::int as wrong,
        (count(*) filter (where p.screen_seen is null))::int as absent,
        (count(*) filter (where not p.screen and p.screen_seen is not null))::int as lost,
        (count(*) filter (where p.screen and r.weak and ${IS_KNOWN}))::int as weak,
        count(h.id)::int as help,
        (count(h.id) filter (where ${atCentre}))::int as "helpAtCentre",
        (coalesce(sum(v.version), 0) + coalesce(sum(r.changes), 0))::bigint as version,
        o.at as "signedAt", o.missing,
        (extract(epoch from min(h.due_at) filter (where h.taken_seat is null and h.passed_at is null and h.due_at > now()) - now()) * 1000)::float8 as "dueInMs"
      from conference_site s
      left join support_site v on v.conference_id = s.conference_id and v.site_id = s.site_id
      left join site_connection p on p.conference_id = s.conference_id and p.site_id = s.site_id
      left join help_request h on h.conference_id = s.conference_id and h.site_id = s.site_id and h.ended_at is null
      left join line_report r on r.conference_id = s.conference_id and r.site_id = s.site_id
      left join province_sign_off o on o.conference_id = s.conference_id and o.province_code = s.province_code
      where s.conference_id = ${conferenceId} and (${only ?? null}::text is null or s.province_code = ${only ?? null})
      group by s.province_code, s.province_name, o.at, o.missing
      order by s.province_code nulls first`.execute(db);
    return rows;
  };

  const readinessOf = ({
    version: _version,
    dueInMs: _due,
    signedAt,
    missing,
    ...numbers
  }: Totals): ProvinceReadiness => ({
    ...numbers,
    signedOff: signedAt && missing !== null ? { at: signedAt.getTime(), missing } : null,
  });

  /** Sites of provinces among these, with what is open at their communes. */
  const below = async (conferenceId: ConferenceId, siteIds: readonly SiteId[]) => {
    const { rows } = await sql<{ siteId: SiteId; open: number; version: number }>`
      select p.site_id as "siteId", count(h.id)::int as open, coalesce(sum(v.version), 0)::bigint as version
      from conference_site p
      left join conference_site s on s.conference_id = p.conference_id and s.province_code = p.province_code
      left join support_site v on v.conference_id = s.conference_id and v.site_id = s.site_id
      left join help_request h on h.conference_id = s.conference_id and h.site_id = s.site_id and h.ended_at is null
        and s.site_id <> p.site_id
      where p.conference_id = ${conferenceId} and p.site_id = any(${[...siteIds]}::uuid[])
        and not p.personal and cardinality(p.unit_path) = 2
      group by p.site_id`.execute(db);
    return new Map(rows.map(({ siteId, ...numbers }) => [siteId, numbers]));
  };

  return {
    all: async (conferenceId: ConferenceId): Promise<ToldSupport> => {
      const rows = await totals(conferenceId);
      const dues = rows.flatMap(({ dueInMs }) => dueInMs ?? []);
      return {
        state: {
          provinces: rows.map(readinessOf),
          version: rows.reduce((sum, { version }) => sum + version, 0),
        },
        dueInMs: dues.length === 0 ? null : Math.min(...dues),
      };
    },

    provinces: async (conferenceId: ConferenceId, only?: string): Promise<readonly ProvinceReadiness[]> =>
      (await totals(conferenceId, only)).map(readinessOf),

    changed: (conferenceId: ConferenceId, siteId: SiteId): Promise<void> =>
      db.transaction().execute(async (trx) => {
        const place = { conferenceId, siteId };
        await lockSite(trx, place);
        await bump(trx, place, { check: true });
      }),

    above: (conferenceId: ConferenceId, siteId: SiteId) => sitesAbove(db, { conferenceId, siteId }),

    hasTaken: async (seatId: SeatId, siteId: SiteId): Promise<boolean> => {
      const { rows } = await sql`
        select from help_request where site_id = ${siteId} and taken_seat = ${seatId} and ended_at is null`.execute(db);
      return rows.length > 0;
    },

    /** These sites as their own pages are told. Three queries, however many sites. */
    own: async (conferenceId: ConferenceId, siteIds: readonly SiteId[]): Promise<ReadonlyMap<SiteId, OwnSupport>> => {
      const [checks, helps, provinces] = await Promise.all([
        tablesIn(db)
          .selectFrom('support_site')
          .selectAll()
          .where('conference_id', '=', conferenceId)
          .where(sql<boolean>`site_id = any(${sql.val([...siteIds])}::uuid[])`)
          .execute(),
        helpRows(db)
          .distinctOn('h.site_id')
          .where('h.conference_id', '=', conferenceId)
          .where(sql<boolean>`h.site_id = any(${sql.val([...siteIds])}::uuid[])`)
          .orderBy('h.site_id')
          .orderBy('h.opened_at', 'desc')
          .execute(),
        below(conferenceId, siteIds),
      ]);
      const checkOf = new Map(checks.map((row) => [row.site_id, row]));
      const helpAt = new Map<SiteId, Help>(helps.map((row) => [row.siteId, helpOf(row)]));
      return new Map(
        siteIds.map((siteId) => {
          const check = checkOf.get(siteId);
          return [
            siteId,
            {
              help: helpAt.get(siteId) ?? null,
              readiness: {
                right: check?.right_parts ?? 0,
                wrong: check?.wrong_parts ?? 0,
                confirmed: check?.confirmed_at != null,
              },
              checkVersion: check?.check_version ?? 0,
              below: provinces.get(siteId) ?? null,
            },
          ];
        }),
      );
    },
  };
};
export type Told = ReturnType<typeof createTold>;
