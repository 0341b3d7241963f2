import {
  readPasted,
  ROSTER_LIMIT,
  type AttendanceCode,
  type ContactBody,
  type DelegateText,
  type Imported,
  type PastedDelegate,
  type PutDelegateBody,
} from '@diemcau/domain/attendance';
import { ok, refuse, type Actor, type DelegateId, type Result } from '@diemcau/domain/kernel';
import { audit } from '../platform/audit/index.ts';
import type { Db, Transaction } from '../platform/db/index.ts';
import { announce, changeSite, lock, recount, type SitePlace } from './change.ts';
import type { RosterStore } from './roster-store.ts';
import { tablesIn } from './tables.ts';

type Person = DelegateText & { readonly delegateId: DelegateId };
type Parts = { readonly db: Db; readonly store: RosterStore };
const nothing = () => undefined;

/** Rosters of sites: who is expected, by hand or from a spreadsheet (N2, N3). The audit names people by their ids. */
export const createRosters = ({ db, store }: Parts) => {
  /** Why these people cannot stand on the roster; null when they can. */
  const whyNot = async (
    trx: Transaction,
    place: SitePlace,
    people: readonly Person[],
  ): Promise<AttendanceCode | null> => {
    const roster = await store.all(trx, place);
    const ids = people.map(({ delegateId }) => delegateId);
    const isOfSite = (row: SitePlace) => row.conferenceId === place.conferenceId && row.siteId === place.siteId;
    if (!(await store.known(trx, ids)).every(isOfSite)) return 'attendance.delegate_exists';
    const all = new Set([...roster.map(({ delegateId }) => delegateId), ...ids]);
    if (all.size > ROSTER_LIMIT) return 'attendance.roster_full';
    const isKnown = ({ delegateId, kind, substituteFor }: Person) =>
      substituteFor === null || (kind === 'substitute' && substituteFor !== delegateId && all.has(substituteFor));
    return people.every(isKnown) ? null : 'attendance.substitute_unknown';
  };

  const put = async (
    trx: Transaction,
    actor: Actor,
    place: SitePlace,
    people: readonly Person[],
    action: 'roster.put' | 'roster.import',
  ): Promise<Result<undefined, AttendanceCode>> => {
    if (people.length === 0) return ok(undefined);
    const code = await whyNot(trx, place, people);
    if (code !== null) return refuse(code);
    await store.put(trx, place, people);
    await recount(trx, place);
    const delegateIds = people.map(({ delegateId }) => delegateId);
    await audit(trx, { action, actor, subject: { ...place }, change: { delegateIds } });
    return ok(undefined);
  };

  return {
    /** Whether no delegate has this id yet. */
    isFree: async (delegateId: DelegateId): Promise<boolean> => (await store.known(db, [delegateId])).length === 0,

    /** Puts the only delegate of a new site on its roster, in the transaction that makes the site. */
    enrol: async (
      trx: Transaction,
      actor: Actor,
      place: SitePlace,
      person: Pick<Person, 'delegateId' | 'honorific' | 'name' | 'position' | 'unit'>,
    ): Promise<void> => {
      await lock(trx, place);
      const alone = { ...person, kind: 'official', substituteFor: null, phone: null, rank: null } as const;
      const done = await put(trx, actor, place, [alone], 'roster.put');
      if (!done.ok) throw new Error(`the only delegate of a site is not put on its roster: ${done.code}`);
      await announce(trx, place.conferenceId, [place.siteId]);
    },

    put: (actor: Actor, place: SitePlace, { id, ...person }: PutDelegateBody) =>
      changeSite<undefined, AttendanceCode>(db, place, {
        id,
        repeated: nothing,
        work: (trx) => put(trx, actor, place, [person], 'roster.put'),
      }),

    remove: (actor: Actor, place: SitePlace, id: string, delegateId: DelegateId) =>
      changeSite<undefined, AttendanceCode>(db, place, {
        id,
        repeated: nothing,
        work: async (trx) => {
          const roster = await store.all(trx, place);
          if (!roster.some((row) => row.delegateId === delegateId)) return refuse('attendance.delegate_not_found');
          await store.remove(trx, delegateId);
          await recount(trx, place);
          const subject = { ...place, delegateId };
          await audit(trx, { action: 'roster.remove', actor, subject });
          return ok(undefined);
        },
      }),

    /** Stores the lines that are understood and names all others; above the limit nothing is stored. */
    import: (actor: Actor, place: SitePlace, id: string, rows: readonly PastedDelegate[]) => {
      const answer = (read: ReturnType<typeof readPasted>): Imported => ({
        stored: read.filter((one) => 'text' in one).length,
        notUnderstood: read.flatMap((one) => ('fields' in one ? [{ row: one.row, fields: [...one.fields] }] : [])),
      });
      return changeSite<Imported, AttendanceCode>(db, place, {
        id,
        // What a line says does not depend on what was stored meanwhile, but whom it stands in for may.
        repeated: () => answer(readPasted(rows, [])),
        work: async (trx) => {
          const read = readPasted(rows, await store.all(trx, place));
          const people = read.flatMap((one) => ('text' in one ? [{ delegateId: one.delegateId, ...one.text }] : []));
          const done = await put(trx, actor, place, people, 'roster.import');
          return done.ok ? ok(answer(read)) : done;
        },
      });
    },

    /** Whom to call at the site. */
    contact: (actor: Actor, place: SitePlace, { id, name, phone }: ContactBody) =>
      changeSite<undefined, AttendanceCode>(db, place, {
        id,
        repeated: nothing,
        work: async (trx) => {
          await tablesIn(trx)
            .updateTable('site_attendance')
            .set({ contact_name: name, contact_phone: phone })
            .where('conference_id', '=', place.conferenceId)
            .where('site_id', '=', place.siteId)
            .execute();
          await audit(trx, { action: 'roster.contact', actor, subject: { ...place } });
          return ok(undefined);
        },
      }),
  };
};
export type Rosters = ReturnType<typeof createRosters>;
