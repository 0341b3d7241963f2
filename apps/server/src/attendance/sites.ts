import { sql } from 'kysely';
import type { AttendanceTotals, AttendingSite } from '@diemcau/domain/attendance';
import type { ConferenceId, RollCallId, SiteId } from '@diemcau/domain/kernel';
import type { Db } from '../platform/db/index.ts';
import { likeText } from '../platform/http/index.ts';
import { tablesIn } from './tables.ts';

export type SiteSearch = {
  readonly conferenceId: ConferenceId;
  /** The latest roll call: answers to others do not count. */
  readonly rollCallId: RollCallId | null;
  readonly q: string;
  /** `noRoster`: those that have named nobody. */
  readonly filter: 'all' | 'answered' | 'unanswered' | 'noRoster';
  /** Only sites of this province; empty: of the centre. */
  readonly province?: string;
  /** Only communes' sites, of this province's site: those that its clerk may act for. */
  readonly below?: SiteId;
};
/** The hall stands first, then by code. */
export type SitePlace = readonly [hall: boolean, code: string];

/** The answer to this roll call, not to one before it. */
const answersTo = (rollCallId: RollCallId | null) =>
  rollCallId === null ? sql<boolean>`false` : sql<boolean>`coalesce(a.roll_call_id = ${rollCallId}, false)`;
/** As `presentNow` of the domain: heads of the answer, with those who came and went by name since (N6). */
const presentNow = (rollCallId: RollCallId | null) =>
  sql<number>`case when ${answersTo(rollCallId)} then greatest(0, a.head_count + a.present - a.named) else coalesce(a.present, 0) end`;
const total = (expression: ReturnType<typeof sql>) => sql<number>`coalesce(sum(${expression}), 0)::int`;

const withAttendance = (db: Db, conferenceId: ConferenceId) =>
  tablesIn(db)
    .selectFrom('conference_site as s')
    .leftJoin('site_attendance as a', (join) =>
      join.onRef('a.conference_id', '=', 's.conference_id').onRef('a.site_id', '=', 's.site_id'),
    )
    .where('s.conference_id', '=', conferenceId);

const searched = (db: Db, { conferenceId, rollCallId, q, filter, province, below }: SiteSearch) => {
  let query = withAttendance(db, conferenceId);
  if (q !== '') query = query.where('s.search', 'like', `%${likeText(q)}%`);
  if (province === '') query = query.where('s.province_code', 'is', null);
  else if (province !== undefined) query = query.where('s.province_code', '=', province);
  if (filter === 'noRoster') query = query.where(sql<boolean>`coalesce(a.summoned, 0) = 0`);
  else if (filter !== 'all') query = query.where(sql<boolean>`${answersTo(rollCallId)} = ${filter === 'answered'}`);
  if (below !== undefined)
    query = query.where(
      sql<boolean>`cardinality(s.unit_path) > 2 and s.unit_path[2] = (
        select above.unit_path[2] from conference_site above
        where above.conference_id = s.conference_id and above.site_id = ${below} and not above.personal and cardinality(above.unit_path) = 2)`,
    );
  return query;
};

/**
 * Of the rows of one page alone. As a join it was made for all sites before the page was cut, and where the database does
 * not know yet how many there are, each site was compared with each.
 */
const enteredBy = sql<string | null>`(
  select e.name from conference_site e where e.conference_id = s.conference_id and e.site_id = a.entered_by_site)`;

const rows = (db: Db, search: SiteSearch) =>
  searched(db, search)
    .select(['s.site_id as siteId', 's.code', 's.name', 's.province', 's.hall', 's.province_name as provinceName'])
    .select(['a.contact_name as contactName', 'a.contact_phone as contactPhone'])
    .select(['a.head_count as headCount', 'a.answered_at as answeredAt', enteredBy.as('enteredBy')])
    .select([
      sql<number>`coalesce(a.summoned, 0)`.as('summoned'),
      presentNow(search.rollCallId).as('present'),
      answersTo(search.rollCallId).as('answered'),
      sql<Date | null>`case when a.reminded_of = ${search.rollCallId} then a.reminded_at end`.as('remindedAt'),
    ]);
export type SiteRow = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number];

/** @param closesAt the deadline of the roll call: an answer after it came late */
export const answerOf = (
  row: Pick<SiteRow, 'answered' | 'headCount' | 'answeredAt' | 'enteredBy'>,
  closesAt: number,
): AttendingSite['answer'] => {
  const { answered, headCount, answeredAt, enteredBy } = row;
  if (!answered || headCount === null || answeredAt === null) return null;
  return { headCount, at: answeredAt.toISOString(), late: answeredAt.getTime() > closesAt, enteredBy };
};

export const contactOf = ({ contactName: name, contactPhone: phone }: Pick<SiteRow, 'contactName' | 'contactPhone'>) =>
  phone === null ? null : { name, phone };

/** The sites of a conference with what they answered. Reads only. */
export const createAttendingSites = (db: Db) => ({
  list: async (search: SiteSearch, after: SitePlace | null, limit: number): Promise<readonly SiteRow[]> => {
    let query = rows(db, search);
    // false < true, and the hall (true) comes first: "not hall" makes the order ascending throughout.
    if (after) query = query.where(sql<boolean>`(not s.hall, s.code) > (${!after[0]}::boolean, ${after[1]}::text)`);
    return query.orderBy('s.hall', 'desc').orderBy('s.code').limit(limit).execute();
  },

  count: async (search: SiteSearch): Promise<number> =>
    (
      await searched(db, search)
        .select(sql<number>`count(*)`.as('total'))
        .executeTakeFirst()
    )?.total ?? 0,

  one: async (conferenceId: ConferenceId, rollCallId: RollCallId | null, siteId: SiteId) =>
    rows(db, { conferenceId, rollCallId, q: '', filter: 'all' }).where('s.site_id', '=', siteId).executeTakeFirst(),

  /** Sites of the province above a commune's site; null when the site takes no part in the conference. */
  above: async (conferenceId: ConferenceId, siteId: SiteId): Promise<readonly SiteId[] | null> => {
    const { rows: found } = await sql<{ above: SiteId[] | null }>`
      select array(
        select p.site_id from conference_site p
        where cardinality(s.unit_path) > 2 and p.conference_id = s.conference_id and not p.personal and p.unit_id = s.unit_path[2]) as above
      from conference_site s where s.conference_id = ${conferenceId} and s.site_id = ${siteId}`.execute(db);
    return found[0]?.above ?? null;
  },

  /** All sites in numbers. One query, of one short row a site, however many sites, names and marks there are. */
  totals: async (conferenceId: ConferenceId, rollCallId: RollCallId | null): Promise<AttendanceTotals> => {
    const provinces = await withAttendance(db, conferenceId)
      .select(['s.province_code as code', 's.province_name as name'])
      .select([
        sql<number>`count(*)::int`.as('invited'),
        sql<number>`(count(*) filter (where ${answersTo(rollCallId)}))::int`.as('answered'),
        total(sql`a.summoned`).as('summoned'),
        total(presentNow(rollCallId)).as('present'),
      ])
      .groupBy(['s.province_code', 's.province_name'])
      .orderBy(sql`s.province_code nulls first`)
      .execute();
    const sum = (of: 'invited' | 'answered' | 'summoned' | 'present') =>
      provinces.reduce((all, province) => all + province[of], 0);
    const all = { answered: sum('answered'), invited: sum('invited') };
    return { rollCallId, ...all, present: sum('present'), summoned: sum('summoned'), provinces };
  },

  /** Whom to call at these sites, as far as it is known. One query. */
  contacts: async (conferenceId: ConferenceId, siteIds: readonly SiteId[]) => {
    const found = await withAttendance(db, conferenceId)
      .select(['s.site_id as siteId', 'a.contact_name as contactName', 'a.contact_phone as contactPhone'])
      .where(sql<boolean>`s.site_id = any(${sql.val([...siteIds])}::uuid[])`)
      .execute();
    return new Map(
      found.flatMap((row) => {
        const contact = contactOf(row);
        return contact ? [[row.siteId, contact] as const] : [];
      }),
    );
  },

  /** These sites as their own pages show them. One query. */
  own: async (conferenceId: ConferenceId, rollCallId: RollCallId, siteIds: readonly SiteId[]) => {
    const found = await rows(db, { conferenceId, rollCallId, q: '', filter: 'all' })
      .where(sql<boolean>`s.site_id = any(${sql.val([...siteIds])}::uuid[])`)
      .execute();
    return new Map(
      found.map(({ siteId, answered, headCount, enteredBy, present, summoned, remindedAt }) => [
        siteId,
        {
          answered,
          headCount: answered ? headCount : null,
          enteredByProvince: answered && enteredBy !== null,
          present,
          summoned,
          remindedAt: remindedAt?.getTime() ?? null,
        },
      ]),
    );
  },
});
export type AttendingSites = ReturnType<typeof createAttendingSites>;
