import { sql } from 'kysely';
import { foldText, type SiteId, type UnitId } from '@diemcau/domain/kernel';
import type { Site } from '@diemcau/domain/site';
import type { SiteLabel } from '@diemcau/domain/wire';
import type { Db } from '../platform/db/index.ts';
import { likeText } from '../platform/http/index.ts';

type Tables = {
  site: {
    id: SiteId;
    unit_id: UnitId;
    unit_path: UnitId[];
    code: string;
    name: string;
    province: string | null;
    search: string;
  };
};

export type SiteRow = Site & { readonly unitPath: readonly UnitId[] };
export type SiteSearch = { readonly under: UnitId | null; readonly within: readonly UnitId[]; readonly q: string };

export const createSiteStore = (db: Db) => {
  const tables = db.withTables<Tables>();
  const sites = () =>
    tables.selectFrom('site').select(['id as siteId', 'code', 'name', 'unit_id as unitId', 'province']);
  /** Only sites of these subtrees. */
  const inside = (unitIds: readonly UnitId[]) => sql<boolean>`unit_path && ${sql.val([...unitIds])}::uuid[]`;
  const found = ({ under, within, q }: SiteSearch) => {
    let query = sites().where(inside(within));
    if (under !== null) query = query.where(inside([under]));
    if (q !== '') query = query.where('search', 'like', `%${likeText(q)}%`);
    return query;
  };

  return {
    insert: async (trx: Db, rows: readonly SiteRow[]): Promise<void> => {
      for (let at = 0; at < rows.length; at += 1000) {
        const values = rows.slice(at, at + 1000).map(({ siteId, code, name, unitId, unitPath, province }) => ({
          id: siteId,
          unit_id: unitId,
          unit_path: [...unitPath],
          code,
          name,
          province,
          search: foldText(`${name} ${province ?? ''} ${code}`),
        }));
        await trx.withTables<Tables>().insertInto('site').values(values).execute();
      }
    },
    list: async (search: SiteSearch, after: string, limit: number): Promise<readonly Site[]> =>
      found(search).where('code', '>', after).orderBy('code').limit(limit).execute(),
    count: async (search: SiteSearch): Promise<number> => {
      const row = await found(search)
        .clearSelect()
        .select(sql<number>`count(*)`.as('total'))
        .executeTakeFirst();
      return row?.total ?? 0;
    },
    byCodes: async (codes: readonly string[], within: readonly UnitId[]): Promise<readonly Site[]> =>
      sites()
        .where(sql<boolean>`code = any(${sql.val([...codes])})`)
        .where(inside(within))
        .execute(),
    byIds: async (siteIds: readonly SiteId[], within: readonly UnitId[]): Promise<readonly Site[]> =>
      sites()
        .where(sql<boolean>`id = any(${sql.val([...siteIds])}::uuid[])`)
        .where(inside(within))
        .execute(),
    /** As they stand on screens; unknown ids are left out. */
    labels: async (siteIds: readonly SiteId[]): Promise<readonly SiteLabel[]> =>
      tables
        .selectFrom('site')
        .select(['id as siteId', 'code', 'name', 'province'])
        .where(sql<boolean>`id = any(${sql.val([...siteIds])}::uuid[])`)
        .execute(),
    byCode: async (code: string): Promise<Site | undefined> => sites().where('code', '=', code).executeTakeFirst(),
    /** All sites of these units and of everything below them; for units outside `within`, none. */
    under: async (unitIds: readonly UnitId[], within: readonly UnitId[]): Promise<readonly Site[]> =>
      sites().where(inside(unitIds)).where(inside(within)).execute(),
  };
};
export type SiteStore = ReturnType<typeof createSiteStore>;
