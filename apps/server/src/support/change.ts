import { sql } from 'kysely';
import { refuse, type Actor, type ConferenceId, type Result, type SiteId } from '@diemcau/domain/kernel';
import type { CheckedBy, SupportCode } from '@diemcau/domain/support';
import type { Db, Transaction } from '../platform/db/index.ts';
import { tablesIn } from './tables.ts';

export type SeatActor = Extract<Actor, { readonly kind: 'seat' }>;
export type SitePlace = { readonly conferenceId: ConferenceId; readonly siteId: SiteId };
export type Done = Result<undefined, SupportCode>;

export const NOW = sql<Date>`clock_timestamp()`;

/** In whose name a seat acts for a site. */
export const actsAs = ({ role, siteId }: SeatActor, place: SitePlace): CheckedBy => {
  if (role === 'technician') return 'centre';
  return siteId === place.siteId ? 'site' : 'province';
};

/** Tells every process, with the commit, that something of these sites changed; none: of the provinces alone. */
export const announce = async (trx: Transaction, conferenceId: ConferenceId, siteIds: readonly SiteId[]) => {
  await sql`select pg_notify('support', ${JSON.stringify({ conferenceId, siteIds })})`.execute(trx);
};

/** The site of the province above a commune's site, which looks after it. */
export const sitesAbove = async (db: Db, { conferenceId, siteId }: SitePlace): Promise<readonly SiteId[] | null> => {
  const { rows } = await sql<{ above: SiteId[] }>`
    select array(
      select p.site_id from conference_site p
      where cardinality(s.unit_path) > 2 and p.conference_id = s.conference_id and not p.personal and p.unit_id = s.unit_path[2]) as above
    from conference_site s where s.conference_id = ${conferenceId} and s.site_id = ${siteId}`.execute(db);
  return rows[0]?.above ?? null;
};

/** Makes the row of the site when there is none, and locks it: one change of a site at a time. */
export const lockSite = (trx: Transaction, { conferenceId, siteId }: SitePlace) =>
  tablesIn(trx)
    .insertInto('support_site')
    .values({
      conference_id: conferenceId,
      site_id: siteId,
      confirmed_by: null,
      confirmed_seat: null,
      confirmed_at: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['conference_id', 'site_id']).doUpdateSet({ version: sql`support_site.version` }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();

/** Says that something of the site is new, to its own page and to that of its province. */
export const bump = async (trx: Transaction, place: SitePlace, more: { readonly check?: true } = {}) => {
  const { conferenceId, siteId } = place;
  await tablesIn(trx)
    .updateTable('support_site')
    .set({ version: sql`version + 1`, ...(more.check && { check_version: sql`check_version + 1` }) })
    .where('conference_id', '=', conferenceId)
    .where('site_id', '=', siteId)
    .execute();
  await announce(trx, conferenceId, [siteId, ...((await sitesAbove(trx, place)) ?? [])]);
};

/** Ends a transaction whose work was refused. */
class Refused extends Error {
  readonly code: SupportCode;
  constructor(code: SupportCode) {
    super(code);
    this.code = code;
  }
}

/** One transaction; a refusal stores nothing. */
export const change = async (db: Db, work: (trx: Transaction) => Promise<Done>): Promise<Done> => {
  try {
    return await db.transaction().execute(async (trx) => {
      const done = await work(trx);
      if (!done.ok) throw new Refused(done.code);
      return done;
    });
  } catch (error) {
    if (error instanceof Refused) return refuse(error.code);
    throw error;
  }
};
