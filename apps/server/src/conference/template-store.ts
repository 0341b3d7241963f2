import { sql } from 'kysely';
import type { ConferenceKind } from '@diemcau/domain/conference';
import type { Template } from '@diemcau/domain/snapshot';
import { foldText, type TemplateId, type UnitId } from '@diemcau/domain/kernel';
import { ConferenceSnapshot } from '@diemcau/domain/snapshot';
import type { Db } from '../platform/db/index.ts';
import { likeWords } from '../platform/http/index.ts';

type Tables = {
  conference_template: {
    id: TemplateId;
    unit_id: UnitId;
    unit_path: UnitId[];
    name: string;
    search: string;
    kind: ConferenceKind;
    hall_name: string | null;
    sites: number;
    items: number;
    sheet_rows: number;
    snapshot: string;
    made_at: Date;
    removed_at: Date | null;
  };
};

export type NewTemplate = {
  readonly templateId: TemplateId;
  readonly unitId: UnitId;
  readonly unitPath: readonly UnitId[];
  readonly name: string;
  readonly snapshot: ConferenceSnapshot;
  readonly madeAt: Date;
};
export type TemplatePlace = readonly [search: string, templateId: TemplateId];
type TemplateSearch = { readonly within: readonly UnitId[]; readonly q: string };

export const createTemplateStore = (db: Db) => {
  const tables = db.withTables<Tables>();
  const matching = ({ within, q }: TemplateSearch) => {
    return sql<boolean>`removed_at is null and unit_path && ${sql.val([...within])}::uuid[]
      and search like all(${sql.val(likeWords(q))}::text[])`;
  };
  const listed = () =>
    tables
      .selectFrom('conference_template')
      .select(['id', 'name', 'kind', 'hall_name', 'sites', 'items', 'sheet_rows', 'made_at']);
  type Row = Awaited<ReturnType<ReturnType<typeof listed>['execute']>>[number];
  const toTemplate = ({ id, name, kind, hall_name, sites, items, sheet_rows, made_at }: Row): Template => ({
    templateId: id,
    name,
    builtIn: false,
    kind,
    hallName: hall_name,
    sites,
    items,
    rows: sheet_rows,
    madeAt: made_at.toISOString(),
  });
  return {
    insert: async (
      trx: Db,
      { templateId, unitId, unitPath, name, snapshot, madeAt }: NewTemplate,
    ): Promise<boolean> => {
      const { kind, hall, sites, items, rows } = snapshot;
      const values = {
        id: templateId,
        unit_id: unitId,
        unit_path: [...unitPath],
        name,
        search: foldText(name),
        kind,
        hall_name: hall?.name ?? null,
        sites: sites.length,
        items: items.length,
        sheet_rows: rows.length,
        snapshot: JSON.stringify(snapshot),
        made_at: madeAt,
        removed_at: null,
      };
      const made = await trx
        .withTables<Tables>()
        .insertInto('conference_template')
        .values(values)
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst();
      return made !== undefined;
    },
    /** Also one that was removed, so that removing it again is answered as the first time. */
    find: async (templateId: TemplateId) =>
      tables
        .selectFrom('conference_template')
        .select(['id as templateId', 'unit_id as unitId', 'unit_path as unitPath', 'name', 'removed_at as removedAt'])
        .where('id', '=', templateId)
        .executeTakeFirst(),
    snapshot: async (templateId: TemplateId): Promise<ConferenceSnapshot | null> => {
      const row = await tables
        .selectFrom('conference_template')
        .select('snapshot')
        .where('id', '=', templateId)
        .where('removed_at', 'is', null)
        .executeTakeFirst();
      return row ? ConferenceSnapshot.parse(JSON.parse(row.snapshot)) : null;
    },
    countOf: async (unitId: UnitId): Promise<number> =>
      (
        await tables
          .selectFrom('conference_template')
          .select(sql<number>`count(*)`.as('total'))
          .where('unit_id', '=', unitId)
          .where('removed_at', 'is', null)
          .executeTakeFirst()
      )?.total ?? 0,
    count: async (search: TemplateSearch): Promise<number> =>
      (
        await tables
          .selectFrom('conference_template')
          .select(sql<number>`count(*)`.as('total'))
          .where(matching(search))
          .executeTakeFirst()
      )?.total ?? 0,
    one: async (templateId: TemplateId): Promise<Template | null> => {
      const row = await listed().where('id', '=', templateId).where('removed_at', 'is', null).executeTakeFirst();
      return row ? toTemplate(row) : null;
    },
    list: async (search: TemplateSearch, after: TemplatePlace | null, limit: number): Promise<readonly Template[]> => {
      let query = listed().where(matching(search));
      if (after) query = query.where(sql<boolean>`(search, id) > (${after[0]}::text, ${after[1]}::uuid)`);
      const rows = await query.orderBy('search').orderBy('id').limit(limit).execute();
      return rows.map(toTemplate);
    },
    rename: async (trx: Db, templateId: TemplateId, name: string): Promise<void> => {
      await trx
        .withTables<Tables>()
        .updateTable('conference_template')
        .set({ name, search: foldText(name) })
        .where('id', '=', templateId)
        .where('removed_at', 'is', null)
        .execute();
    },
    /** Its words go with it: they name people. */
    remove: async (trx: Db, templateId: TemplateId, at: Date): Promise<void> => {
      await trx
        .withTables<Tables>()
        .updateTable('conference_template')
        .set({ removed_at: at, snapshot: '', name: '', search: '' })
        .where('id', '=', templateId)
        .where('removed_at', 'is', null)
        .execute();
    },
  };
};
export type TemplateStore = ReturnType<typeof createTemplateStore>;
