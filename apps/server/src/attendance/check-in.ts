import { sql } from 'kysely';
import { v7 } from 'uuid';
import { CHECK_IN_MS, checkInPath, type AttendanceCode, type CheckInBody } from '@diemcau/domain/attendance';
import {
  ok,
  refuse,
  type Actor,
  type ConferenceId,
  type Result,
  type RollCallId,
  type SiteId,
} from '@diemcau/domain/kernel';
import { audit } from '../platform/audit/index.ts';
import type { Db } from '../platform/db/index.ts';
import { Failures } from '../platform/http/index.ts';
import { deriveSecret, hashSecret } from '../platform/identity/index.ts';
import { announce, changeSite, recount, type SitePlace } from './change.ts';
import type { Conferences, Meeting } from './ports.ts';
import type { RosterStore } from './roster-store.ts';
import { tablesIn } from './tables.ts';

/** Codes that never were, of one address: a whole province may stand behind one. */
const GUESSES = { limit: 30, windowMs: 10 * 60 * 1000 };
const NOBODY: Actor = { kind: 'nobody' };
const NOW = sql<Date>`clock_timestamp()`;

type Parts = {
  readonly db: Db;
  readonly store: RosterStore;
  readonly conferences: Conferences;
  /** Key of the installation. */
  readonly key: string;
  readonly now: () => number;
};

/** Self check-in by the QR on the room screen: a code is shown, opened by one phone, used by one delegate (N8). */
export const createCheckIn = ({ db, store, conferences, key, now }: Parts) => {
  const guesses = new Failures(GUESSES);
  const secretOf = (id: string) => deriveSecret(key, 'check-in', id);

  const codes = (trx: Db) =>
    tablesIn(trx)
      .selectFrom('check_in_code')
      .select(['id', 'conference_id as conferenceId', 'site_id as siteId', 'roll_call_id as rollCallId'])
      .select(['used_at as usedAt', 'opened_at as openedAt'])
      .select(sql<boolean>`opened_at < clock_timestamp() - make_interval(secs => ${CHECK_IN_MS / 1000})`.as('isOld'));
  type Code = Awaited<ReturnType<ReturnType<typeof codes>['execute']>>[number];

  const find = async (secret: string, address: string): Promise<Result<Code, AttendanceCode>> => {
    if (guesses.areTooMany(address, now())) return refuse('check_in.throttled');
    const code = await codes(db).where('secret_hash', '=', hashSecret(secret)).executeTakeFirst();
    if (code) return ok(code);
    guesses.add(address, now());
    return refuse('check_in.wrong');
  };

  const whyShut = ({ rollCallId, usedAt, isOld }: Code, { rollCall }: Meeting): AttendanceCode | null => {
    if (usedAt !== null) return 'check_in.used';
    if (rollCall?.status !== 'open' || rollCall.rollCallId !== rollCallId) return 'check_in.closed';
    return isOld ? 'check_in.expired' : null;
  };

  return {
    /** Opens a code: from now on the room screen shows the next one. */
    open: async (secret: string, address: string): Promise<Result<SitePlace, AttendanceCode>> => {
      const found = await find(secret, address);
      if (!found.ok) return found;
      const { id, conferenceId, siteId, rollCallId } = found.value;
      const shut = whyShut(found.value, await conferences.meeting(conferenceId, rollCallId));
      if (shut !== null) return refuse(shut);
      await db.transaction().execute(async (trx) => {
        const opened = await tablesIn(trx)
          .updateTable('check_in_code')
          .set({ opened_at: NOW })
          .where('id', '=', id)
          .where('opened_at', 'is', null)
          .executeTakeFirst();
        if (opened.numUpdatedRows === 1n) await announce(trx, conferenceId, [siteId]);
      });
      return ok({ conferenceId, siteId });
    },

    enter: async (
      { id, secret, delegateId }: CheckInBody,
      address: string,
    ): Promise<Result<undefined, AttendanceCode>> => {
      const found = await find(secret, address);
      if (!found.ok) return found;
      const { conferenceId, siteId, rollCallId } = found.value;
      // Not within the change: it would need a second connection while it holds one.
      const meeting = await conferences.meeting(conferenceId, rollCallId);
      return changeSite<undefined, AttendanceCode>(db, found.value, {
        id,
        repeated: () => undefined,
        work: async (trx) => {
          const code = await codes(trx).where('id', '=', found.value.id).forUpdate().executeTakeFirstOrThrow();
          const shut = whyShut(code, meeting);
          if (shut !== null) return refuse(shut);
          const delegate = (await store.all(trx, { conferenceId, siteId })).find(
            (row) => row.delegateId === delegateId,
          );
          if (!delegate) return refuse('attendance.delegate_not_found');
          if (delegate.status === 'present') return refuse('check_in.present');
          await store.mark(trx, conferenceId, [{ delegateId, status: 'present', reason: null }], {
            by: 'self',
            site: null,
          });
          await recount(trx, { conferenceId, siteId });
          await tablesIn(trx)
            .updateTable('check_in_code')
            .set({ opened_at: code.openedAt ?? NOW, used_at: NOW })
            .where('id', '=', code.id)
            .execute();
          const subject = { conferenceId, siteId, delegateId };
          await audit(trx, { action: 'checkIn.enter', actor: NOBODY, subject, change: { codeId: code.id } });
          return ok(undefined);
        },
      });
    },

    /** The page that each of these sites' room screens shows as a QR now; makes what is missing, in three queries. */
    shown: async (
      conferenceId: ConferenceId,
      rollCallId: RollCallId,
      siteIds: readonly SiteId[],
    ): Promise<ReadonlyMap<SiteId, string>> => {
      const current = () =>
        tablesIn(db)
          .selectFrom('check_in_code')
          .select(['id', 'site_id as siteId'])
          .where('conference_id', '=', conferenceId)
          .where('roll_call_id', '=', rollCallId)
          .where('opened_at', 'is', null)
          .where(sql<boolean>`site_id = any(${sql.val([...siteIds])}::uuid[])`)
          .execute();
      let shown = await current();
      const known = new Set(shown.map(({ siteId }) => siteId));
      const missing = siteIds.filter((siteId) => !known.has(siteId));
      if (missing.length > 0) {
        const ids = missing.map(() => v7());
        await sql`
          insert into check_in_code (id, secret_hash, conference_id, roll_call_id, site_id)
          select i, h, ${conferenceId}::uuid, ${rollCallId}::uuid, s
          from unnest(${ids}::uuid[], ${ids.map((id) => hashSecret(secretOf(id)))}::bytea[], ${missing}::uuid[]) as c(i, h, s)
          on conflict do nothing`.execute(db);
        shown = await current();
      }
      return new Map(shown.map(({ id, siteId }) => [siteId, checkInPath(secretOf(id))]));
    },
  };
};
export type CheckIn = ReturnType<typeof createCheckIn>;
