import { sql } from 'kysely';
import type { Absentee, AbsenteeQuery } from '@diemcau/domain/attendance';
import type { ConferenceId } from '@diemcau/domain/kernel';
import type { Db } from '../platform/db/index.ts';
import { likeWords } from '../platform/http/index.ts';

export type AbsenteeSearch = Pick<AbsenteeQuery, 'status' | 'province'> & {
  readonly conferenceId: ConferenceId;
  readonly q: string;
};
/** The hall stands first, then by code of the site, place in the delegation and given name. */
export type AbsenteePlace = readonly [hall: boolean, code: string, place: number, sortKey: string, delegateId: string];
export type AbsenteeRow = Absentee & {
  readonly hall: boolean;
  readonly code: string;
  readonly place: number;
  readonly sortKey: string;
};

const PAGE = 1000;

const from = ({ conferenceId, q, status, province }: AbsenteeSearch) => {
  const code = province === '' ? null : province;
  return sql`
    from conference_site s
    join delegate d on d.conference_id = s.conference_id and d.site_id = s.site_id and d.removed_at is null
    where s.conference_id = ${conferenceId} and d.kind <> 'substitute' and d.status = ${status}
      and (${province === undefined}::boolean or s.province_code is not distinct from ${code ?? null}::text)
      and d.search || ' ' || s.search like all(${sql.val(likeWords(q))}::text[])`;
};

/** Delegates who were summoned and are marked as absent, or were never marked (N16). Reads only. */
export const createAbsentees = (db: Db) => {
  const list = async (
    search: AbsenteeSearch,
    after: AbsenteePlace | null,
    limit: number,
  ): Promise<readonly AbsenteeRow[]> => {
    const [hall, code, place, sortKey, id] = after ?? [true, '', 0, '', '00000000-0000-0000-0000-000000000000'];
    const { rows } = await sql<AbsenteeRow>`
      select d.id as "delegateId", d.honorific, d.name, d.position, d.unit, d.kind, d.reason,
        s.site_id as "siteId", s.name as site, s.province_name as province,
        s.hall, s.code, coalesce(d.rank, 1000) as place, d.sort_key as "sortKey",
        (select o.honorific || ' ' || o.name from delegate o
          where o.conference_id = d.conference_id and o.site_id = d.site_id and o.substitute_for = d.id
            and o.removed_at is null
          order by o.sort_key limit 1) as substitute
      ${from(search)}
        and (not s.hall, s.code, coalesce(d.rank, 1000), d.sort_key, d.id)
          > (${!hall}::boolean, ${code}::text, ${place}::int, ${sortKey}::text, ${id}::uuid)
      order by not s.hall, s.code, coalesce(d.rank, 1000), d.sort_key, d.id
      limit ${limit}`.execute(db);
    return rows;
  };
  return {
    list,
    count: async (search: AbsenteeSearch): Promise<number> =>
      (await sql<{ total: number }>`select count(*) as total ${from(search)}`.execute(db)).rows[0]?.total ?? 0,
    /** All who are marked as absent, for files. */
    pages: async function* (conferenceId: ConferenceId): AsyncGenerator<readonly AbsenteeRow[]> {
      const search = { conferenceId, q: '', status: 'absent' } as const;
      let last: AbsenteeRow | undefined;
      for (;;) {
        const after = last ? placeOf(last) : null;
        const rows: readonly AbsenteeRow[] = await list(search, after, PAGE);
        if (rows.length > 0) yield rows;
        last = rows.at(-1);
        if (rows.length < PAGE) return;
      }
    },
  };
};
export type Absentees = ReturnType<typeof createAbsentees>;

export const placeOf = ({ hall, code, place, sortKey, delegateId }: AbsenteeRow): AbsenteePlace => [
  hall,
  code,
  place,
  sortKey,
  delegateId,
];
