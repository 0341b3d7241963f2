import { v5 as uuidOf } from 'uuid';
import { ok, refuse, SeatId, type Actor, type ConferenceId, type Result, type SiteId } from '@diemcau/domain/kernel';
import type { ClerkLinks, ClerkLinksBody, SeatCode } from '@diemcau/domain/seat';
import { auditAll } from '../platform/audit/index.ts';
import type { Transaction } from '../platform/db/index.ts';
import { deriveSecret, hashSecret } from '../platform/identity/index.ts';
import type { ConferenceFacts } from './ports.ts';
import type { SeatParts, Seats } from './seats.ts';
import type { NewSeat } from './store.ts';

type Parts = SeatParts & {
  readonly seats: Seats;
  /** Key of the installation. */
  readonly key: string;
};
/** A clerk's seat as its batch names it, whether it is there already or not. */
type Wanted = NewSeat & { readonly siteId: SiteId; readonly secret: string; readonly secretHash: Buffer };
type Made = { readonly links: readonly Wanted[]; readonly refused: ClerkLinks['refused'] };

/**
 * Links for the clerks of many sites (S17). Seats and secrets follow from the batch, which is stored nowhere: an answer
 * that was lost is had again by asking again, although the server keeps nothing but hashes.
 */
export const createClerkLinks = ({ store, holds, conferences, seats, key }: Parts) => {
  const wantedOf = (
    conferenceId: ConferenceId,
    { batchId, siteIds }: ClerkLinksBody,
    names: ReadonlyMap<SiteId, string>,
  ): readonly Wanted[] =>
    [...new Set(siteIds)].flatMap((siteId) => {
      const siteName = names.get(siteId);
      if (siteName === undefined) return [];
      const seatId = SeatId.parse(uuidOf(`${conferenceId}:${siteId}`, batchId));
      const secret = deriveSecret(key, 'clerk-link', `${batchId}:${conferenceId}:${siteId}`);
      const place = { seatId, conferenceId, role: 'clerk', siteId, siteName, personName: null } as const;
      return [{ ...place, secret, secretHash: hashSecret(secret) }];
    });

  const make = async (
    trx: Transaction,
    actor: Actor,
    conferenceId: ConferenceId,
    wanted: readonly Wanted[],
  ): Promise<Made> => {
    const siteIds = wanted.map(({ siteId }) => siteId);
    await store.lockSites(trx, conferenceId, siteIds);
    const clerks = (await store.ofSites(trx, conferenceId, siteIds)).filter(({ role }) => role === 'clerk');
    const bySite = new Map(clerks.map((seat) => [seat.siteId, seat]));
    // The links that can still be given out: in force, and opened by nobody.
    const waiting = await holds.unusedLinks(
      trx,
      clerks.map(({ seatId }) => seatId),
    );
    const withdrawn = await store.known(
      trx,
      wanted.filter(({ siteId }) => !bySite.has(siteId)).map(({ seatId }) => seatId),
    );
    const fresh = wanted.filter(({ siteId, seatId }) => !bySite.has(siteId) && !withdrawn.has(seatId));
    const again = wanted.filter(({ secretHash }) => waiting.some((hash) => hash.equals(secretHash)));
    const links = new Set([...fresh, ...again]);
    if (fresh.length > 0) await insert(trx, actor, fresh);
    return {
      links: wanted.filter((one) => links.has(one)),
      refused: wanted
        .filter((one) => !links.has(one))
        .map(({ siteId }) => ({ siteId, code: bySite.has(siteId) ? 'seat.clerk_exists' : 'seat.exists' })),
    };
  };

  const insert = async (trx: Transaction, actor: Actor, fresh: readonly Wanted[]): Promise<void> => {
    await store.insertAll(trx, fresh);
    await holds.insertLinks(trx, fresh);
    await auditAll(
      trx,
      fresh.map(({ conferenceId, seatId, role, siteId }) => ({
        action: 'seat.issue',
        actor,
        subject: { conferenceId, seatId, role },
        change: { siteId },
      })),
    );
  };

  return async (
    actor: Actor,
    { conferenceId, status }: ConferenceFacts,
    body: ClerkLinksBody,
    linkOf: (secret: string) => string,
  ): Promise<Result<ClerkLinks, SeatCode>> => {
    if (status === 'closed') return refuse('seat.over');
    const names = await conferences.siteNames(conferenceId, body.siteIds);
    const wanted = wantedOf(conferenceId, body, names);
    const { links, refused } = await seats.changing(conferenceId, (trx) => make(trx, actor, conferenceId, wanted));
    const strangers = [...new Set(body.siteIds)].filter((siteId) => !names.has(siteId));
    return ok({
      links: links.map(({ siteId, seatId, secret }) => ({ siteId, seatId, link: linkOf(secret) })),
      refused: [...refused, ...strangers.map((siteId) => ({ siteId, code: 'seat.site_needed' as const }))],
    });
  };
};
export type IssueClerkLinks = ReturnType<typeof createClerkLinks>;
