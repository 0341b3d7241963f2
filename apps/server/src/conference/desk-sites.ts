import { sql } from 'kysely';
import type { ConferenceId, SiteId } from '@diemcau/domain/kernel';
import type { DeskProvince } from '@diemcau/domain/conference';
import type { Db } from '../platform/db/index.ts';
import { likeWords } from '../platform/http/index.ts';

type Tables = {
  /** A view of the invited sites with their place in the tree of units. */
  conference_site: {
    conference_id: ConferenceId;
    site_id: SiteId;
    hall: boolean;
    code: string;
    name: string;
    province: string | null;
    search: string;
    province_code: string | null;
    province_name: string | null;
    personal: boolean;
  };
};

export type DeskSearch = {
  readonly conferenceId: ConferenceId;
  readonly q: string;
  /** By its code; empty: the sites of the centre; left out: everywhere. */
  readonly province?: string | undefined;
  /** Only these sites, or all but these. */
  readonly only?: readonly SiteId[];
  readonly except?: readonly SiteId[];
};

/** The hall, then as the tree of units has them: those of the centre, then province by province, its own before its communes'. */
export type DeskPlace = readonly [hall: boolean, province: string, isBelow: boolean, code: string];

const PROVINCE = sql<string>`coalesce(province_code, '')`;
const IS_BELOW = sql<boolean>`(cardinality(unit_path) > 2)`;

/** The sites of a conference as its desks see them. Reads only. */
export const createDeskSites = (db: Db) => {
  const tables = db.withTables<Tables>();
  const found = ({ conferenceId, q, province, only, except }: DeskSearch) => {
    let query = tables.selectFrom('conference_site').where('conference_id', '=', conferenceId);
    for (const pattern of likeWords(q)) query = query.where('search', 'like', pattern);
    if (province !== undefined) query = query.where(PROVINCE, '=', province);
    if (only) query = query.where(sql<boolean>`site_id = any(${sql.val([...only])}::uuid[])`);
    if (except) query = query.where(sql<boolean>`not site_id = any(${sql.val([...except])}::uuid[])`);
    return query;
  };
  return {
    list: async (search: DeskSearch, after: DeskPlace | null, limit: number) => {
      let query = found(search)
        .select(['site_id as siteId', 'code', 'name', 'province', 'hall', 'personal'])
        .select([PROVINCE.as('of'), IS_BELOW.as('isBelow')]);
      // false < true, and the hall (true) comes first: "not hall" makes the order ascending throughout.
      if (after)
        query = query.where(
          sql<boolean>`(not hall, ${PROVINCE}, ${IS_BELOW}, code) > (${!after[0]}::boolean, ${after[1]}::text, ${after[2]}::boolean, ${after[3]}::text)`,
        );
      return query.orderBy('hall', 'desc').orderBy('of').orderBy('isBelow').orderBy('code').limit(limit).execute();
    },
    count: async (search: DeskSearch): Promise<number> =>
      (
        await found(search)
          .select(sql<number>`count(*)`.as('total'))
          .executeTakeFirst()
      )?.total ?? 0,
    /** Those of which sites are invited. */
    provinces: async (conferenceId: ConferenceId): Promise<DeskProvince[]> =>
      found({ conferenceId, q: '' })
        .select([PROVINCE.as('code'), 'province_name as name'])
        .groupBy([PROVINCE, 'province_name'])
        .orderBy('code')
        .execute(),
  };
};
export type DeskSites = ReturnType<typeof createDeskSites>;
