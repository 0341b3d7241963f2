import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { foldText, type AccountId, type UnitId } from '@diemcau/domain/kernel';
import type { Unit, UnitKind } from '@diemcau/domain/organisation';
import type { Db } from '../platform/db/index.ts';
import { likeText } from '../platform/http/index.ts';

type Tables = {
  unit: {
    id: UnitId;
    code: string;
    name: string;
    kind: UnitKind;
    parent_id: UnitId | null;
    path: UnitId[];
    search: string;
  };
  account: { id: AccountId; login: string; name: string; password_hash: string; disabled_at: Date | null };
  account_role: { account_id: AccountId; unit_id: UnitId };
  session: { token_hash: Buffer; account_id: AccountId; expires_at: Date };
};

export type Account = { readonly accountId: AccountId; readonly login: string; readonly name: string };
export type UnitRow = Omit<Unit, 'children'> & { readonly path: readonly UnitId[] };
export type UnitSearch = {
  readonly parentId: UnitId | null;
  readonly within: readonly UnitId[];
  readonly q: string;
  readonly after: string;
  readonly limit: number;
};

/** Only one process may make the first administrator. */
const FIRST_ADMINISTRATOR_LOCK = 4_202_502;

export const createOrganisationStore = (db: Db) => {
  const tables = db.withTables<Tables>();
  const account = () =>
    tables.selectFrom('account').select(['account.id as accountId', 'account.login as login', 'account.name as name']);

  return {
    units: {
      /** Inserts units whose parents are there or come before them. */
      insert: async (trx: Db, units: readonly UnitRow[]): Promise<void> => {
        for (let at = 0; at < units.length; at += 1000) {
          const rows = units.slice(at, at + 1000).map(({ unitId, code, name, kind, parentId, path }) => ({
            id: unitId,
            code,
            name,
            kind,
            parent_id: parentId,
            path: [...path],
            search: foldText(`${name} ${code}`),
          }));
          await trx.withTables<Tables>().insertInto('unit').values(rows).execute();
        }
      },
      isEmpty: async (): Promise<boolean> =>
        (await tables.selectFrom('unit').select('id').limit(1).execute()).length === 0,
      root: async (): Promise<UnitId | undefined> =>
        (await tables.selectFrom('unit').select('id').where('parent_id', 'is', null).executeTakeFirst())?.id,
      pathOf: async (unitId: UnitId): Promise<readonly UnitId[] | undefined> =>
        (await tables.selectFrom('unit').select('path').where('id', '=', unitId).executeTakeFirst())?.path,
      nameOf: async (unitId: UnitId | undefined): Promise<string | undefined> =>
        unitId && (await tables.selectFrom('unit').select('name').where('id', '=', unitId).executeTakeFirst())?.name,
      /** Those of the units that exist within the given subtrees. */
      known: async (unitIds: readonly UnitId[], within: readonly UnitId[]): Promise<readonly UnitId[]> => {
        const rows = await tables
          .selectFrom('unit')
          .select('id')
          .where(sql<boolean>`id = any(${sql.val([...unitIds])}::uuid[])`)
          .where(sql<boolean>`path && ${sql.val([...within])}::uuid[]`)
          .execute();
        return rows.map(({ id }) => id);
      },
      /** By code; those directly below `parentId`, or anywhere within the given subtrees when there is a search. */
      list: async ({ parentId, within, q, after, limit }: UnitSearch): Promise<readonly Unit[]> => {
        let query = tables
          .selectFrom('unit')
          .select(['id as unitId', 'code', 'name', 'kind', 'parent_id as parentId'])
          .select(sql<number>`(select count(*)::int from unit below where below.parent_id = unit.id)`.as('children'))
          .where(sql<boolean>`path && ${sql.val([...within])}::uuid[]`)
          .where('code', '>', after)
          .orderBy('code')
          .limit(limit);
        if (parentId !== null)
          query =
            q === ''
              ? query.where('parent_id', '=', parentId)
              : query.where(sql<boolean>`path @> array[${parentId}]::uuid[]`);
        else if (q === '') query = query.where('id', 'in', [...within]);
        if (q !== '') query = query.where('search', 'like', `%${likeText(q)}%`);
        return query.execute();
      },
    },

    accounts: {
      any: async (): Promise<boolean> =>
        (await tables.selectFrom('account').select('id').limit(1).execute()).length > 0,
      byLogin: async (login: string) =>
        account()
          .select('password_hash as passwordHash')
          .where('login', '=', login)
          .where('disabled_at', 'is', null)
          .executeTakeFirst(),
      /** Makes the first account, over the root; null when there is one already. */
      insertFirst: async (
        trx: Db,
        first: {
          readonly login: string;
          readonly name: string;
          readonly passwordHash: string;
          readonly unitId: UnitId;
        },
      ): Promise<Account | null> => {
        const t = trx.withTables<Tables>();
        await sql`select pg_advisory_xact_lock(${FIRST_ADMINISTRATOR_LOCK})`.execute(trx);
        if ((await t.selectFrom('account').select('id').limit(1).execute()).length > 0) return null;
        const accountId = uuid() as AccountId;
        const { login, name, passwordHash, unitId } = first;
        await t.insertInto('account').values({ id: accountId, login, name, password_hash: passwordHash }).execute();
        await t.insertInto('account_role').values({ account_id: accountId, unit_id: unitId }).execute();
        return { accountId, login, name };
      },
    },

    sessions: {
      insert: async (
        trx: Db,
        session: { readonly tokenHash: Buffer; readonly accountId: AccountId; readonly expiresAt: Date },
      ): Promise<void> => {
        const t = trx.withTables<Tables>();
        await t
          .deleteFrom('session')
          .where('expires_at', '<', sql<Date>`now()`)
          .execute();
        await t
          .insertInto('session')
          .values({ token_hash: session.tokenHash, account_id: session.accountId, expires_at: session.expiresAt })
          .execute();
      },
      delete: async (tokenHash: Buffer): Promise<void> => {
        await tables.deleteFrom('session').where('token_hash', '=', tokenHash).execute();
      },
      accountOf: async (tokenHash: Buffer): Promise<(Account & { readonly unitIds: readonly UnitId[] }) | undefined> =>
        account()
          .innerJoin('session', 'session.account_id', 'account.id')
          .select(sql<UnitId[]>`array(select unit_id from account_role where account_id = account.id)`.as('unitIds'))
          .where('session.token_hash', '=', tokenHash)
          .where('session.expires_at', '>', sql<Date>`now()`)
          .where('account.disabled_at', 'is', null)
          .executeTakeFirst(),
    },
  };
};
export type OrganisationStore = ReturnType<typeof createOrganisationStore>;
