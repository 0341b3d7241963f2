import { sql, type Generated } from 'kysely';
import { foldText, type ConferenceId, type SiteId, type UnitId } from '@diemcau/domain/kernel';
import type { ConferenceKind, ConferencePhase, ConferenceTime, Preparation } from '@diemcau/domain/conference';
import type { Site } from '@diemcau/domain/site';
import type { Db } from '../platform/db/index.ts';
import { likeWords } from '../platform/http/index.ts';

type Tables = {
  conference: {
    id: ConferenceId;
    unit_id: UnitId;
    unit_path: UnitId[];
    kind: ConferenceKind;
    name: string;
    starts_at: Date;
    hall_site_id: SiteId;
    site_limit: number;
    support_phone: string | null;
    demo: boolean;
    created_at: Generated<Date>;
    search: string;
  };
  conference_preparation: {
    conference_id: ConferenceId;
    clerks: number;
    chairs: number;
    items: number;
    sheet_rows: number;
    rosters: number;
    checked: number;
    ready: number;
    signed: number;
  };
  invited_site: {
    conference_id: ConferenceId;
    site_id: SiteId;
    hall: boolean;
    code: string;
    name: string;
    province: string | null;
    search: string;
    personal: Generated<boolean>;
  };
};

export type NewConference = {
  readonly conferenceId: ConferenceId;
  readonly unitId: UnitId;
  readonly unitPath: readonly UnitId[];
  readonly kind: ConferenceKind;
  readonly name: string;
  readonly startsAt: Date;
  readonly siteLimit: number;
  readonly supportPhone: string | null;
  readonly demo: boolean;
};

export type SiteSearch = {
  readonly conferenceId: ConferenceId;
  readonly q: string;
  /** Only these sites, or all but these. */
  readonly only?: readonly SiteId[];
  readonly except?: readonly SiteId[];
};
export type ConferenceSearch = {
  readonly within: readonly UnitId[];
  readonly q: string;
  /** ms since the epoch. */
  readonly now: number;
};
/** The hall stands first, then by code. */
export type SitePlace = readonly [hall: boolean, code: string];
export type ConferencePlace = readonly [startsAt: string, conferenceId: ConferenceId];

const PHASES: Readonly<Record<string, ConferencePhase>> = {
  conferencePrepared: 'prepared',
  conferenceOpened: 'open',
  conferencePaused: 'paused',
  conferenceResumed: 'open',
  conferenceClosed: 'closed',
  rehearsalBegun: 'rehearsal',
  rehearsalEnded: 'prepared',
};

const phaseOf = (event: string): ConferencePhase => {
  const phase = PHASES[event];
  if (!phase) throw new Error(`${event} is no phase`);
  return phase;
};

// Written out, so that the partial index `event_phase` serves it.
const PHASE_EVENTS = sql`e.type in ('conferencePrepared', 'conferenceOpened', 'conferencePaused', 'conferenceResumed', 'conferenceClosed', 'rehearsalBegun', 'rehearsalEnded')`;
/** The last event of a phase; of a rehearsal that goes on its beginning, whatever pauses there are in it. */
const phaseEvents = (of: string) =>
  sql`(select case when r.type = 'rehearsalBegun' then r.type else l.type end
    from (select e.type from event e where e.stream_id = ${sql.ref(of)} and ${PHASE_EVENTS} order by e.seq desc limit 1) l
    left join lateral (select e.type from event e where e.stream_id = ${sql.ref(of)} and ${PHASE_EVENTS} and e.type like 'rehearsal%' order by e.seq desc limit 1) r on true)`;
const firstAt = (type: 'conferenceOpened' | 'conferenceClosed') =>
  sql<Date | null>`(select e.at from event e where e.stream_id = conference.id and ${PHASE_EVENTS} and e.type = ${type} order by e.seq limit 1)`;

/** What is still being made from another one is hidden (C14). */
const isWhole = sql<boolean>`not exists (
  select from conference_making m where m.conference_id = conference.id and m.ended_at is null)`;

const DAY_MS = 24 * 60 * 60 * 1000;
/** Viet Nam keeps one offset all year. */
const OFFSET_MS = 7 * 60 * 60 * 1000;

const timeAt = (now: number) => {
  const day = Math.floor((now + OFFSET_MS) / DAY_MS) * DAY_MS - OFFSET_MS;
  const [from, until] = [new Date(day), new Date(day + DAY_MS)];
  return sql<ConferenceTime>`case
    when ${phaseEvents('conference.id')} in ('conferenceOpened', 'conferencePaused', 'conferenceResumed', 'rehearsalBegun') then 'today'
    when conference.starts_at < ${from}::timestamptz then 'past'
    when conference.starts_at >= ${until}::timestamptz then 'coming'
    else 'today' end`;
};

const searchOf = ({ name, province, code }: Pick<Site, 'name' | 'province' | 'code'>) =>
  foldText(`${name} ${province ?? ''} ${code}`);

export const createConferenceStore = (db: Db) => {
  const tables = db.withTables<Tables>();
  const conferences = () =>
    tables
      .selectFrom('conference')
      .innerJoin('invited_site as hall', (join) =>
        join.onRef('hall.conference_id', '=', 'conference.id').on('hall.hall', '=', true),
      )
      .select([
        'conference.id as conferenceId',
        'conference.name',
        'conference.kind',
        'conference.starts_at as startsAt',
        'conference.unit_path as unitPath',
      ])
      .select(['hall.site_id as hallSiteId', 'hall.name as hallName'])
      .select(
        sql<number>`(select count(*) from invited_site s where s.conference_id = conference.id and not s.hall)`.as(
          'invited',
        ),
      )
      .select(phaseEvents('conference.id').$castTo<string>().as('phaseEvent'));
  type Row = Awaited<ReturnType<ReturnType<typeof conferences>['execute']>>[number];
  const conference = <R extends Row>({ phaseEvent, ...row }: R) => ({ ...row, status: phaseOf(phaseEvent) });

  const matching = ({ within, q }: ConferenceSearch) => {
    return sql<boolean>`${isWhole} and conference.unit_path && ${sql.val([...within])}::uuid[]
      and conference.search like all(${sql.val(likeWords(q))}::text[])`;
  };

  const one = (conferenceId: ConferenceId) =>
    conferences()
      .select(['conference.site_limit as siteLimit', 'conference.support_phone as supportPhone', 'conference.demo'])
      .select([firstAt('conferenceOpened').as('openedAt'), firstAt('conferenceClosed').as('closedAt')])
      .select(
        sql<number>`(select count(*)::int from event e where e.stream_id = conference.id and ${PHASE_EVENTS} and e.type = 'rehearsalBegun')`.as(
          'rehearsals',
        ),
      )
      .where('conference.id', '=', conferenceId);

  const sites = ({ conferenceId, q, only, except }: SiteSearch) => {
    let query = tables
      .selectFrom('invited_site')
      .select(['site_id as siteId', 'code', 'name', 'province', 'hall', 'personal'])
      .where('conference_id', '=', conferenceId);
    for (const pattern of likeWords(q)) query = query.where('search', 'like', pattern);
    if (only) query = query.where(sql<boolean>`site_id = any(${sql.val([...only])}::uuid[])`);
    if (except) query = query.where(sql<boolean>`not site_id = any(${sql.val([...except])}::uuid[])`);
    return query;
  };

  return {
    insert: async (trx: Db, one: NewConference, hall: Site): Promise<void> => {
      const t = trx.withTables<Tables>();
      const { conferenceId: id, unitId: unit_id, unitPath, kind, name, startsAt, siteLimit, supportPhone, demo } = one;
      const values = {
        id,
        unit_id,
        kind,
        name,
        demo,
        unit_path: [...unitPath],
        starts_at: startsAt,
        hall_site_id: hall.siteId,
        site_limit: siteLimit,
        search: foldText(name),
      };
      await t
        .insertInto('conference')
        .values({ ...values, support_phone: supportPhone })
        .execute();
      const { siteId: site_id, code, name: hallName, province } = hall;
      await t
        .insertInto('invited_site')
        .values({ conference_id: id, site_id, hall: true, code, name: hallName, province, search: searchOf(hall) })
        .execute();
    },
    insertSites: async (
      trx: Db,
      conferenceId: ConferenceId,
      invited: readonly Site[],
      personal = false,
    ): Promise<void> => {
      const values = invited.map((site) => {
        const { siteId: site_id, code, name, province } = site;
        const row = { conference_id: conferenceId, site_id, hall: false, code, name, province, personal };
        return { ...row, search: searchOf(site) };
      });
      await trx
        .withTables<Tables>()
        .insertInto('invited_site')
        .values(values)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    deleteSites: async (trx: Db, conferenceId: ConferenceId, siteIds: readonly SiteId[]): Promise<void> => {
      await trx
        .withTables<Tables>()
        .deleteFrom('invited_site')
        .where('conference_id', '=', conferenceId)
        .where('hall', '=', false)
        .where('site_id', 'in', siteIds)
        .execute();
    },
    find: async (conferenceId: ConferenceId) => {
      const row = await one(conferenceId).where(isWhole).executeTakeFirst();
      return row && conference(row);
    },
    /** Also one of which a part is still to be made (C14). */
    findAny: async (conferenceId: ConferenceId) => {
      const row = await one(conferenceId).executeTakeFirst();
      return row && conference(row);
    },
    /** What is past, and all together, the latest first; what is to come, the next first. */
    list: async (
      search: ConferenceSearch & { readonly when?: ConferenceTime | undefined },
      after: ConferencePlace | null,
      limit: number,
    ) => {
      const isForward = search.when === 'today' || search.when === 'coming';
      const order = isForward ? 'asc' : 'desc';
      let query = conferences()
        .innerJoin('conference_preparation as done', 'done.conference_id', 'conference.id')
        .select(['done.clerks', 'done.chairs', 'done.items', 'done.sheet_rows as rows', 'done.rosters'])
        .select(['done.checked', 'done.ready', 'done.signed'])
        .where(matching(search));
      if (search.when) query = query.where(timeAt(search.now), '=', search.when);
      if (after)
        query = query.where(
          sql<boolean>`(conference.starts_at, conference.id) ${sql.raw(isForward ? '>' : '<')} (${after[0]}::timestamptz, ${after[1]}::uuid)`,
        );
      const rows = await query
        .orderBy('conference.starts_at', order)
        .orderBy('conference.id', order)
        .limit(limit)
        .execute();
      return rows.map(({ clerks, chairs, items, rows: sheetRows, rosters, checked, ready, signed, ...row }) => ({
        ...conference(row),
        preparation: { clerks, chairs, items, rows: sheetRows, rosters, checked, ready, signed },
      }));
    },
    preparation: async (conferenceId: ConferenceId): Promise<Preparation> =>
      tables
        .selectFrom('conference_preparation')
        .select(['clerks', 'chairs', 'items', 'sheet_rows as rows', 'rosters', 'checked', 'ready', 'signed'])
        .where('conference_id', '=', conferenceId)
        .executeTakeFirstOrThrow(),
    countByTime: async (search: ConferenceSearch): Promise<Record<ConferenceTime, number>> => {
      const rows = await tables
        .selectFrom('conference')
        .select([timeAt(search.now).as('time'), sql<number>`count(*)`.as('count')])
        .where(matching(search))
        .groupBy(sql`1`)
        .execute();
      return { today: 0, coming: 0, past: 0, ...Object.fromEntries(rows.map(({ time, count }) => [time, count])) };
    },
    demo: async (): Promise<readonly ConferenceId[]> =>
      (
        await tables
          .selectFrom('conference')
          .select('id')
          .where('demo', '=', true)
          .orderBy('created_at', 'desc')
          .execute()
      ).map(({ id }) => id),
    sites: async (search: SiteSearch, after: SitePlace | null, limit: number) => {
      let query = sites(search);
      // false < true, and the hall (true) comes first: "not hall" makes the order ascending throughout.
      if (after) query = query.where(sql<boolean>`(not hall, code) > (${!after[0]}::boolean, ${after[1]}::text)`);
      return query.orderBy('hall', 'desc').orderBy('code').limit(limit).execute();
    },
    countSites: async (search: SiteSearch): Promise<number> =>
      (
        await sites(search)
          .clearSelect()
          .select(sql<number>`count(*)`.as('total'))
          .executeTakeFirst()
      )?.total ?? 0,
    site: async (conferenceId: ConferenceId, siteId: SiteId) =>
      (await sites({ conferenceId, q: '', only: [siteId] }).executeTakeFirst()) ?? null,
  };
};
export type ConferenceStore = ReturnType<typeof createConferenceStore>;
export type StoredConference = NonNullable<Awaited<ReturnType<ConferenceStore['find']>>>;
