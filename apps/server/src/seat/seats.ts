import {
  ok,
  refuse,
  type Actor,
  type ConferenceId,
  type Result,
  type SeatId,
  type SiteId,
} from '@diemcau/domain/kernel';
import { MAX_SEATS_OF_ROLE, type IssueBody, type SeatCode } from '@diemcau/domain/seat';
import { audit } from '../platform/audit/index.ts';
import type { Db, Transaction } from '../platform/db/index.ts';
import { hashSecret, newSecret, type SeatRegistry } from '../platform/identity/index.ts';
import type { ConferenceFacts, Conferences } from './ports.ts';
import type { HoldStore, NewSeat, SeatStore, StoredSeat } from './store.ts';
import type { EndReason } from './tables.ts';

export type SeatParts = {
  readonly db: Db;
  readonly store: SeatStore;
  readonly holds: HoldStore;
  readonly conferences: Conferences;
  readonly registry: SeatRegistry;
};

/** Changes of seats: each in one transaction with its audit row, told to every process, visible here when it returns. */
export const createSeats = ({ db, store, holds, conferences, registry }: SeatParts) => {
  const changing = async <T>(
    conferenceId: ConferenceId,
    work: (trx: Transaction, changed: SeatId[]) => Promise<T>,
  ): Promise<T> => {
    const changed: SeatId[] = [];
    const answer = await db.transaction().execute(async (trx) => {
      const done = await work(trx, changed);
      await store.announce(trx, conferenceId, changed);
      return done;
    });
    await Promise.all(changed.map((seatId) => registry.refresh({ conferenceId, seatId })));
    return answer;
  };

  /** Ends seats in a transaction of the caller's, who tells of it by `announce`. */
  const end = async (trx: Transaction, seatIds: readonly SeatId[], because: EndReason): Promise<void> => {
    await store.revoke(trx, seatIds);
    await holds.endLinks(trx, seatIds);
    await holds.endDevices(trx, seatIds, because);
  };

  const newLink = async (trx: Transaction, seatId: SeatId): Promise<string> => {
    const secret = newSecret();
    await holds.insertLink(trx, seatId, hashSecret(secret));
    return secret;
  };

  const relink = (actor: Actor, seat: StoredSeat): Promise<string> =>
    changing(seat.conferenceId, async (trx, changed) => {
      await holds.endLinks(trx, [seat.seatId]);
      await holds.endDevices(trx, [seat.seatId], 'revoked');
      changed.push(seat.seatId);
      await audit(trx, {
        action: 'seat.reissue',
        actor,
        subject: { conferenceId: seat.conferenceId, seatId: seat.seatId },
      });
      return newLink(trx, seat.seatId);
    });

  const placeOf = async (
    conferenceId: ConferenceId,
    body: IssueBody,
  ): Promise<Result<{ siteId: SiteId | null; siteName: string | null }, SeatCode>> => {
    if (body.role !== 'clerk' && body.role !== 'delegate') return ok({ siteId: null, siteName: null });
    const siteId = body.siteId ?? null;
    const site = siteId === null ? null : await conferences.site(conferenceId, siteId);
    if (site === null) return refuse('seat.site_needed');
    // A room has its clerk and its screen; two devices of one site would sound at once.
    if (site.personal !== (body.role === 'delegate')) return refuse('seat.personal_site');
    return ok({ siteId, siteName: site.name });
  };

  const whyNoMore = async (trx: Transaction, seat: NewSeat): Promise<SeatCode | null> => {
    if (seat.siteId !== null) {
      const others = await store.ofSites(trx, seat.conferenceId, [seat.siteId]);
      return others.some(({ role }) => role === seat.role) ? 'seat.clerk_exists' : null;
    }
    return (await store.countOfRole(trx, seat.conferenceId, seat.role)) >= MAX_SEATS_OF_ROLE ? 'seat.too_many' : null;
  };

  return {
    changing,
    end,

    /** Makes a seat with its link's secret. Sent again before the link was used, it gives a new link of the same seat (S3). */
    issue: async (
      actor: Actor,
      { conferenceId, status }: ConferenceFacts,
      body: IssueBody,
    ): Promise<Result<string, SeatCode>> => {
      if (status === 'closed') return refuse('seat.over');
      const before = await store.find(body.seatId);
      if (before) {
        const isRepeat =
          before.conferenceId === conferenceId &&
          before.role === body.role &&
          before.revokedAt === null &&
          before.openedAt === null;
        return isRepeat ? ok(await relink(actor, before)) : refuse('seat.exists');
      }
      const place = await placeOf(conferenceId, body);
      if (!place.ok) return place;
      const seat: NewSeat = {
        seatId: body.seatId,
        conferenceId,
        role: body.role,
        personName: body.personName ?? null,
        ...place.value,
      };
      return changing<Result<string, SeatCode>>(conferenceId, async (trx) => {
        await store.lockSite(trx, conferenceId, seat.siteId);
        const refusal = await whyNoMore(trx, seat);
        if (refusal !== null) return refuse(refusal);
        await store.insert(trx, seat);
        const subject = { conferenceId, seatId: seat.seatId, role: seat.role };
        await audit(trx, { action: 'seat.issue', actor, subject, change: { siteId: seat.siteId } });
        return ok(await newLink(trx, seat.seatId));
      });
    },

    /** A new link; the old one and the device that holds the seat end at once (S7). */
    reissue: async (actor: Actor, seat: StoredSeat): Promise<Result<string, SeatCode>> =>
      seat.role === 'room' || seat.revokedAt !== null ? refuse('seat.not_found') : ok(await relink(actor, seat)),

    revoke: (actor: Actor, { conferenceId, seatId }: StoredSeat): Promise<void> =>
      changing(conferenceId, async (trx, changed) => {
        await end(trx, [seatId], 'revoked');
        changed.push(seatId);
        await audit(trx, { action: 'seat.revoke', actor, subject: { conferenceId, seatId } });
      }),

    /** Ends the seats of sites that leave the conference, in the transaction in which they leave. */
    endOfSites: async (
      trx: Transaction,
      actor: Actor,
      conferenceId: ConferenceId,
      siteIds: readonly SiteId[],
    ): Promise<void> => {
      const seatIds = (await store.ofSites(trx, conferenceId, siteIds)).map(({ seatId }) => seatId);
      await end(trx, seatIds, 'revoked');
      await store.announce(trx, conferenceId, seatIds);
      if (seatIds.length > 0)
        await audit(trx, { action: 'seat.revoke', actor, subject: { conferenceId }, change: { seatIds } });
    },

    /** Gives the seat to a device at once, in place of the one that held it; answers with its token. */
    bind: (seat: Pick<NewSeat, 'conferenceId' | 'seatId'>, label: string): Promise<string> =>
      changing(seat.conferenceId, async (trx, changed) => {
        const token = newSecret();
        await holds.endDevices(trx, [seat.seatId], 'replaced');
        await holds.insertDevice(trx, { seatId: seat.seatId, tokenHash: hashSecret(token), label });
        changed.push(seat.seatId);
        return token;
      }),
  };
};
export type Seats = ReturnType<typeof createSeats>;
