import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import type { SiteId, UnitId } from '@diemcau/domain/kernel';
import type { Unit } from '@diemcau/domain/organisation';
import type { Site } from '@diemcau/domain/site';

/** Units of Viet Nam since 2025-07-01: 34 provinces, 3,321 communes, wards and special zones. */
const FILE = join(import.meta.dirname, 'units-vn.csv');
const Row = z.object({ code: z.string(), name: z.string(), kind: z.string(), parent_code: z.string() });

/** Code of the centre and of the main hall: the statistics office gives numbers only, so it meets none of them. */
export const CENTRE_CODE = 'TW';

type TreeUnit = Omit<Unit, 'children'> & { readonly path: readonly UnitId[] };
type TreeSite = Site & { readonly unitPath: readonly UnitId[] };

/** "Tỉnh Thái Nguyên" as it stands after the name of one of its communes. */
const afterName = (name: string) => `${name.charAt(0).toLowerCase()}${name.slice(1)}`;

/** The tree of the Front's committees with one site for each unit; parents come before their children. */
export const readTree = async (): Promise<{
  readonly units: readonly TreeUnit[];
  readonly sites: readonly TreeSite[];
}> => {
  const rows = z.array(Row).parse(parse(await readFile(FILE), { columns: true, bom: true }));
  const root = uuid() as UnitId;
  const centre: TreeUnit = {
    unitId: root,
    code: CENTRE_CODE,
    name: 'Cơ quan Trung ương MTTQ Việt Nam',
    kind: 'centre',
    parentId: null,
    path: [root],
  };
  const provinces = rows
    .filter((row) => row.parent_code === '')
    .map(({ code, name }): TreeUnit => {
      const unitId = uuid() as UnitId;
      return { unitId, code, name, kind: 'province', parentId: root, path: [root, unitId] };
    });
  const byCode = new Map(provinces.map((province) => [province.code, province]));
  const communes = rows.flatMap(({ code, name, parent_code }): readonly TreeUnit[] => {
    const parent = byCode.get(parent_code);
    const unitId = uuid() as UnitId;
    return parent
      ? [{ unitId, code, name, kind: 'commune', parentId: parent.unitId, path: [...parent.path, unitId] }]
      : [];
  });
  const units = [centre, ...provinces, ...communes];
  const names = new Map(provinces.map(({ unitId, name }) => [unitId, name]));
  const sites = units.map(({ unitId, code, name, parentId, path }): TreeSite => {
    const province = parentId === null ? undefined : names.get(parentId);
    return {
      siteId: uuid() as SiteId,
      code,
      name: code === CENTRE_CODE ? 'Hội trường chính' : name,
      unitId,
      unitPath: path,
      province: province === undefined ? null : afterName(province),
    };
  });
  return { units, sites };
};
