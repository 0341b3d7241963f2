import { sql } from 'kysely';
import { ok, refuse, type ConferenceId, type SiteId } from '@diemcau/domain/kernel';
import { CHECK_PARTS, isChecked, type EnterChecksBody, type SiteChecks } from '@diemcau/domain/support';
import { audit } from '../platform/audit/index.ts';
import type { Db, Transaction } from '../platform/db/index.ts';
import { actsAs, announce, bump, change, lockSite, NOW, type Done, type SeatActor, type SitePlace } from './change.ts';
import type { SupportPorts } from './ports.ts';
import { lineRunsOf } from './line-runs.ts';
import { samplesOf } from './line-samples.ts';
import { tablesIn } from './tables.ts';

type Parts = { readonly db: Db; readonly ports: Pick<SupportPorts, 'isClosed'> };

const nameOf = sql<string | null>`coalesce(seat.person_name, seat.site_name)`;

const ofSite = (db: Db, { conferenceId, siteId }: SitePlace) =>
  tablesIn(db)
    .selectFrom('site_check')
    .where('site_check.conference_id', '=', conferenceId)
    .where('site_check.site_id', '=', siteId);

/** The code of the province whose own site this is; null for the hall, communes and personal sites. */
export const provinceOf = async (db: Db, conferenceId: ConferenceId, siteId: SiteId): Promise<string | null> =>
  (
    await tablesIn(db)
      .selectFrom('conference_site')
      .select('province_code as code')
      .where('conference_id', '=', conferenceId)
      .where('site_id', '=', siteId)
      .where('personal', '=', false)
      .where(sql<boolean>`cardinality(unit_path) = 2`)
      .executeTakeFirst()
  )?.code ?? null;

const missingIn = async (trx: Transaction, conferenceId: ConferenceId, province: string): Promise<number> => {
  const { missing } = await tablesIn(trx)
    .selectFrom('conference_site as s')
    .leftJoin('support_site as v', (join) =>
      join.onRef('v.conference_id', '=', 's.conference_id').onRef('v.site_id', '=', 's.site_id'),
    )
    .select(
      sql<number>`(count(*) filter (where coalesce(v.right_parts, 0) < ${CHECK_PARTS.length}))::int`.as('missing'),
    )
    .where('s.conference_id', '=', conferenceId)
    .where('s.province_code', '=', province)
    .executeTakeFirstOrThrow();
  return missing;
};

/** What is checked at each site, its confirmation and the sign-off of provinces (H8 to H10). */
export const createChecking = ({ db, ports }: Parts) => {
  const changing = async (place: SitePlace, work: (trx: Transaction) => Promise<Done>): Promise<Done> =>
    (await ports.isClosed(place.conferenceId)) ? refuse('support.closed') : change(db, work);

  return {
    read: async (place: SitePlace): Promise<SiteChecks | null> => {
      const { conferenceId, siteId } = place;
      const [site, results, row, lineRuns, line] = await Promise.all([
        tablesIn(db)
          .selectFrom('conference_site')
          .select(['site_id as siteId', 'code', 'name', 'province'])
          .where('conference_id', '=', conferenceId)
          .where('site_id', '=', siteId)
          .executeTakeFirst(),
        ofSite(db, place)
          .innerJoin('seat', 'seat.id', 'site_check.seat_id')
          .select(['part', 'is_right as right', 'entered_by as by', 'at', nameOf.as('name')])
          .execute(),
        tablesIn(db)
          .selectFrom('support_site')
          .innerJoin('seat', 'seat.id', 'support_site.confirmed_seat')
          .select(['confirmed_by as by', 'confirmed_at as at', nameOf.as('name')])
          .where('support_site.conference_id', '=', conferenceId)
          .where('support_site.site_id', '=', siteId)
          .executeTakeFirst(),
        lineRunsOf(db, place),
        samplesOf(db, place),
      ]);
      if (!site) return null;
      const inOrder = results.toSorted((a, b) => CHECK_PARTS.indexOf(a.part) - CHECK_PARTS.indexOf(b.part));
      return {
        site,
        results: inOrder.map(({ at, ...result }) => ({ ...result, at: at.getTime() })),
        confirmed: row?.by && row.at ? { by: row.by, name: row.name, at: row.at.getTime() } : null,
        lineRuns,
        line,
      };
    },

    /** The latest result of each part counts; a result that differs takes the confirmation away. */
    enter: (actor: SeatActor, place: SitePlace, { results }: EnterChecksBody): Promise<Done> =>
      changing(place, async (trx) => {
        const { conferenceId, siteId } = place;
        await lockSite(trx, place);
        const known = await ofSite(trx, place).select(['part', 'is_right', 'seat_id']).execute();
        const before = new Map(known.map((one) => [one.part, one]));
        const news = results.filter(
          ({ part, right }) => before.get(part)?.is_right !== right || before.get(part)?.seat_id !== actor.seatId,
        );
        if (news.length === 0) return ok(undefined);
        const entered = { is_right: sql<boolean>`excluded.is_right`, at: NOW };
        await tablesIn(trx)
          .insertInto('site_check')
          .values(
            news.map(({ part, right }) => ({
              conference_id: conferenceId,
              site_id: siteId,
              part,
              is_right: right,
              entered_by: actsAs(actor, place),
              seat_id: actor.seatId,
            })),
          )
          .onConflict((conflict) =>
            conflict.columns(['conference_id', 'site_id', 'part']).doUpdateSet({
              ...entered,
              entered_by: actsAs(actor, place),
              seat_id: actor.seatId,
            }),
          )
          .execute();
        const isOther = news.some(({ part, right }) => before.get(part)?.is_right !== right);
        await sql`
          update support_site v set right_parts = c.right_parts, wrong_parts = c.wrong_parts
          from (select count(*) filter (where is_right) as right_parts, count(*) filter (where not is_right) as wrong_parts
                from site_check where conference_id = ${conferenceId} and site_id = ${siteId}) c
          where v.conference_id = ${conferenceId} and v.site_id = ${siteId}`.execute(trx);
        if (isOther)
          await tablesIn(trx)
            .updateTable('support_site')
            .set({ confirmed_by: null, confirmed_seat: null, confirmed_at: null })
            .where('conference_id', '=', conferenceId)
            .where('site_id', '=', siteId)
            .execute();
        await audit(trx, { action: 'readiness.enter', actor, subject: { ...place }, change: { results: news } });
        await bump(trx, place, { check: true });
        return ok(undefined);
      }),

    /** The province or the centre says that the results are true. */
    confirm: (actor: SeatActor, place: SitePlace): Promise<Done> =>
      changing(place, async (trx) => {
        const row = await lockSite(trx, place);
        if (row.confirmed_seat === actor.seatId) return ok(undefined);
        if (!isChecked({ right: row.right_parts, wrong: row.wrong_parts })) return refuse('support.check_incomplete');
        await tablesIn(trx)
          .updateTable('support_site')
          .set({ confirmed_by: actsAs(actor, place), confirmed_seat: actor.seatId, confirmed_at: NOW })
          .where('conference_id', '=', place.conferenceId)
          .where('site_id', '=', place.siteId)
          .execute();
        await audit(trx, { action: 'readiness.confirm', actor, subject: { ...place } });
        await bump(trx, place, { check: true });
        return ok(undefined);
      }),

    /** @param missing sites that are not ready, as the page showed: what has changed since is looked at first */
    signOff: async (actor: SeatActor, place: SitePlace, missing: number): Promise<Done> => {
      const { conferenceId, siteId } = place;
      const province = await provinceOf(db, conferenceId, siteId);
      if (province === null) return refuse('support.not_a_province');
      return changing(place, async (trx) => {
        await lockSite(trx, place);
        if ((await missingIn(trx, conferenceId, province)) !== missing) return refuse('support.missing_changed');
        const { rows } = await sql`
          insert into province_sign_off as o (conference_id, province_code, seat_id, missing)
          values (${conferenceId}, ${province}, ${actor.seatId}, ${missing})
          on conflict (conference_id, province_code) do update
          set seat_id = excluded.seat_id, missing = excluded.missing, at = clock_timestamp()
          where (o.seat_id, o.missing) is distinct from (excluded.seat_id, excluded.missing)
          returning 1`.execute(trx);
        if (rows.length === 0) return ok(undefined);
        await audit(trx, { action: 'readiness.signOff', actor, subject: { ...place, province }, change: { missing } });
        await announce(trx, conferenceId, [siteId]);
        return ok(undefined);
      });
    },
  };
};
export type Checking = ReturnType<typeof createChecking>;
