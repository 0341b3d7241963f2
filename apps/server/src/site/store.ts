import { sql, type Generated } from 'kysely';
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
    personal: Generated<boolean>;
  };
};

export type SiteRow = Site & { readonly unitPath: readonly UnitId[] };
export type NewPersonalSite = Omit<SiteRow, 'province' | 'code'>;
export type SiteSearch = { readonly under: UnitId | null; readonly within: readonly UnitId[]; readonly q: string };

/** "CN-0F3A…": told apart by chance, for nobody types it. */
const personalCode = (siteId: SiteId): string => `CN-${siteId.replaceAll('-', '').slice(-12).toUpperCase()}`;

export const createSiteStore = (db: Db) => {
  const tables = db.withTables<Tables>();
  const sites = () =>
    tables.selectFrom('site').select(['id as siteId', 'code', 'name', 'unit_id as unitId', 'province']);
  /** Those that are chosen for conferences: a personal one is made for its own. */
  const rooms = () => sites().where('personal', '=', false);
  /** Only sites of these subtrees. */
  const inside = (unitIds: readonly UnitId[]) => sql<boolean>`unit_path && ${sql.val([...unitIds])}::uuid[]`;
  const found = ({ under, within, q }: SiteSearch) => {
    let query = rooms().where(inside(within));
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
    /** A site of one person, named as it stands after "Điểm cầu"; its province is that of the unit's other sites. */
    insertPersonal: async (trx: Db, { siteId, unitId, unitPath, name }: NewPersonalSite): Promise<Site> => {
      const { rows } = await sql<{ province: string | null }>`
        select province from site
        where not personal and province is not null and unit_path[2] = ${unitPath[1] ?? null}::uuid limit 1`.execute(
        trx,
      );
      const code = personalCode(siteId);
      const province = rows[0]?.province ?? null;
      const search = foldText(`${name} ${province ?? ''} ${code}`);
      const values = { id: siteId, unit_id: unitId, unit_path: [...unitPath], code, name, province, search };
      await trx
        .withTables<Tables>()
        .insertInto('site')
        .values({ ...values, personal: true })
        .execute();
      return { siteId, code, name, unitId, province };
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
      rooms()
        .where(sql<boolean>`code = any(${sql.val([...codes])})`)
        .where(inside(within))
        .execute(),
    byIds: async (siteIds: readonly SiteId[], within: readonly UnitId[]): Promise<readonly Site[]> =>
      rooms()
        .where(sql<boolean>`id = any(${sql.val([...siteIds])}::uuid[])`)
        .where(inside(within))
        .execute(),
    /** As they stand on screens; unknown ids are left out. */
    labels: async (siteIds: readonly SiteId[]): Promise<readonly SiteLabel[]> => {
      const found = await tables
        .selectFrom('site')
        .select(['id as siteId', 'code', 'name', 'province', 'personal'])
        .where(sql<boolean>`id = any(${sql.val([...siteIds])}::uuid[])`)
        .execute();
      return found.map(({ personal, ...label }) => (personal ? { ...label, personal: true } : label));
    },
    byCode: async (code: string): Promise<Site | undefined> => rooms().where('code', '=', code).executeTakeFirst(),
    /** All sites of these units and of everything below them; for units outside `within`, none. */
    under: async (unitIds: readonly UnitId[], within: readonly UnitId[]): Promise<readonly Site[]> =>
      rooms().where(inside(unitIds)).where(inside(within)).execute(),
  };
};
export type SiteStore = ReturnType<typeof createSiteStore>;
