import { sql } from 'kysely';
import type { Delegate, DelegateText, Mark, MarkedBy } from '@diemcau/domain/attendance';
import { foldText, type ConferenceId, type DelegateId, type SiteId } from '@diemcau/domain/kernel';
import type { Db, Transaction } from '../platform/db/index.ts';
import { likeText } from '../platform/http/index.ts';
import type { SitePlace } from './change.ts';
import { ofNoRehearsal } from './rehearsals.ts';
import { tablesIn } from './tables.ts';

/** By rank, those without one last, then by given name. */
export type DelegatePlace = readonly [rank: number, sortKey: string, delegateId: DelegateId];
const SORT_KEY_LENGTH = 80;
/** Behind every rank. */
const NO_RANK = 1000;
const rankOrder = sql<number>`coalesce(rank, ${NO_RANK})`;
export const placeOf = ({ rank, name, delegateId }: DelegateRow): DelegatePlace => [
  rank ?? NO_RANK,
  sortKeyOf(name),
  delegateId,
];
/** People are listed by their given name, the last word; then by the whole. Short enough for a cursor. */
const sortKeyOf = (name: string): string =>
  foldText(`${name.split(' ').at(-1)} ${name}`)
    .slice(0, SORT_KEY_LENGTH)
    .toWellFormed();

const delegates = (db: Db) =>
  tablesIn(db)
    .selectFrom('delegate')
    .select(['id as delegateId', 'honorific', 'name', 'position', 'unit', 'kind', 'phone', 'rank', 'status', 'reason'])
    .select(['substitute_for as substituteFor', 'arrived_at as arrivedAt', 'left_at as leftAt'])
    .where('removed_at', 'is', null);
export type DelegateRow = Awaited<ReturnType<ReturnType<typeof delegates>['execute']>>[number];

const ofSite = (db: Db, { conferenceId, siteId }: SitePlace) =>
  delegates(db).where('conference_id', '=', conferenceId).where('site_id', '=', siteId);

/** Who noted a mark. `site`: the province's, when it acted in place of the site itself. */
export type Noter = { readonly by: MarkedBy; readonly site: SiteId | null };

export const createRosterStore = (db: Db) => ({
  list: async (place: SitePlace, q: string, after: DelegatePlace | null, limit: number) => {
    let query = ofSite(db, place);
    if (q !== '') query = query.where('search', 'like', `%${likeText(q)}%`);
    if (after)
      query = query.where(
        sql<boolean>`(${rankOrder}, sort_key, id) > (${after[0]}::int, ${after[1]}::text, ${after[2]}::uuid)`,
      );
    return query.orderBy(rankOrder).orderBy('sort_key').orderBy('id').limit(limit).execute();
  },

  count: async (place: SitePlace, q: string): Promise<number> => {
    let query = ofSite(db, place);
    if (q !== '') query = query.where('search', 'like', `%${likeText(q)}%`);
    return (
      (
        await query
          .clearSelect()
          .select(sql<number>`count(*)`.as('total'))
          .executeTakeFirst()
      )?.total ?? 0
    );
  },

  /** Marks of these delegates, the latest first. */
  marksOf: async (delegateIds: readonly DelegateId[]): Promise<ReadonlyMap<DelegateId, Delegate['marks']>> => {
    if (delegateIds.length === 0) return new Map();
    const rows = await tablesIn(db)
      .selectFrom('attendance_mark as m')
      .select(['m.delegate_id as delegateId', 'm.status', 'm.at', 'm.noted_by as by'])
      .where('m.delegate_id', 'in', delegateIds)
      .where(ofNoRehearsal)
      .orderBy('m.id', 'desc')
      .execute();
    const marks = rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
    return new Map(
      [...Map.groupBy(marks, ({ delegateId }) => delegateId)].map(([id, all]) => [
        id,
        all.map(({ status, at, by }) => ({ status, at, by })),
      ]),
    );
  },

  /** The whole roster of a site, at most 300, in a change of it. */
  all: async (trx: Transaction, place: SitePlace): Promise<readonly DelegateRow[]> => ofSite(trx, place).execute(),

  /** Which of these ids stand anywhere, whose and whether removed. */
  known: async (db: Db, ids: readonly DelegateId[]) =>
    tablesIn(db)
      .selectFrom('delegate')
      .select(['id as delegateId', 'conference_id as conferenceId', 'site_id as siteId'])
      .where('id', 'in', ids)
      .execute(),

  put: async (
    trx: Transaction,
    { conferenceId, siteId }: SitePlace,
    people: readonly (DelegateText & { readonly delegateId: DelegateId })[],
  ): Promise<void> => {
    const values = people.map(({ delegateId, substituteFor, ...text }) => ({
      id: delegateId,
      conference_id: conferenceId,
      site_id: siteId,
      substitute_for: substituteFor,
      ...text,
      search: foldText([text.honorific, text.name, text.position, text.unit].join(' ')),
      sort_key: sortKeyOf(text.name),
      arrived_at: null,
      left_at: null,
      reason: null,
      removed_at: null,
    }));
    await tablesIn(trx)
      .insertInto('delegate')
      .values(values)
      .onConflict((conflict) =>
        conflict
          .column('id')
          .doUpdateSet((eb) => ({
            honorific: eb.ref('excluded.honorific'),
            name: eb.ref('excluded.name'),
            position: eb.ref('excluded.position'),
            unit: eb.ref('excluded.unit'),
            kind: eb.ref('excluded.kind'),
            substitute_for: eb.ref('excluded.substitute_for'),
            phone: eb.ref('excluded.phone'),
            rank: eb.ref('excluded.rank'),
            search: eb.ref('excluded.search'),
            sort_key: eb.ref('excluded.sort_key'),
            removed_at: null,
          }))
          // Of another site since it was looked up: not ours to change.
          .whereRef('delegate.site_id', '=', 'excluded.site_id'),
      )
      .execute();
  },

  remove: async (trx: Transaction, delegateId: DelegateId): Promise<void> => {
    await tablesIn(trx)
      .updateTable('delegate')
      .set({ removed_at: sql<Date>`clock_timestamp()` })
      .where('id', '=', delegateId)
      .execute();
  },

  /** Marks in their order, each kept, and what they make of their delegates. */
  mark: async (
    trx: Transaction,
    conferenceId: ConferenceId,
    marks: readonly Mark[],
    { by, site }: Noter,
  ): Promise<void> => {
    const ids = sql.val(marks.map(({ delegateId }) => delegateId));
    const statuses = sql.val(marks.map(({ status }) => status));
    const times = sql.val(marks.map(({ at }) => at ?? null));
    const reasons = sql.val(marks.map(({ status, reason }) => (status === 'absent' ? reason : null)));
    await sql`
      insert into attendance_mark (conference_id, delegate_id, status, at, noted_by, entered_by_site)
      select ${conferenceId}::uuid, d, s, coalesce(t, clock_timestamp()), ${by}::text, ${site}::uuid
      from unnest(${ids}::uuid[], ${statuses}::text[], ${times}::timestamptz[]) as m(d, s, t)`.execute(trx);
    // Whoever came stays to have come then: coming back after leaving is another mark, not another arrival.
    await sql`
      update delegate set status = s, reason = r,
        arrived_at = case s when 'present' then coalesce(arrived_at, t, clock_timestamp()) when 'left' then arrived_at end,
        left_at = case s when 'left' then coalesce(t, clock_timestamp()) end
      from unnest(${ids}::uuid[], ${statuses}::text[], ${times}::timestamptz[], ${reasons}::text[]) as m(d, s, t, r)
      where id = d`.execute(trx);
  },
});
export type RosterStore = ReturnType<typeof createRosterStore>;
