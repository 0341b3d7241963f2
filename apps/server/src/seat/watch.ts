import { v5 as uuidOf } from 'uuid';
import { ok, refuse, SeatId, type Actor, type ConferenceId, type Result } from '@diemcau/domain/kernel';
import {
  DEFAULT_WATCHERS,
  whenOpen,
  whyShut,
  type SeatCode,
  type WatchBody,
  type WatchLinkBody,
} from '@diemcau/domain/seat';
import { audit } from '../platform/audit/index.ts';
import type { Transaction } from '../platform/db/index.ts';
import { deriveSecret, hashSecret, seatActor } from '../platform/identity/index.ts';
import type { Guesses } from './guesses.ts';
import type { ConferenceFacts } from './ports.ts';
import type { Redeemed } from './redeem.ts';
import type { SeatParts, Seats } from './seats.ts';
import type { WatchStore } from './watch-store.ts';

/** Who was not seen for so long gives up its place to the next one, once all places are taken. */
const ABSENT_MS = 2 * 60 * 1000;

type Parts = SeatParts & {
  readonly seats: Seats;
  readonly watch: WatchStore;
  readonly guesses: Guesses;
  /** Key of the installation. */
  readonly key: string;
  readonly now: () => number;
  /** Seats of observers that were connected within the last so many ms. */
  readonly observersHere: (conferenceId: ConferenceId, withinMs: number) => Promise<ReadonlySet<SeatId>>;
};
type Device = { readonly label: string; readonly address: string; readonly tokens: readonly string[] };
/** The link in force; `secret` null while watching is not allowed. */
export type WatchLinkState = {
  readonly linkId: string | null;
  readonly secret: string | null;
  readonly most: number;
  readonly watching: number;
};

/** The public watch link of a conference (S18, S19): whoever has it may watch, as one of so many, and do nothing else. */
export const createWatch = (parts: Parts) => {
  const { db, store, holds, conferences, seats, watch, guesses, key, now, observersHere } = parts;
  const secretOf = (linkId: string) => deriveSecret(key, 'watch-link', linkId);

  const state = async (conferenceId: ConferenceId): Promise<WatchLinkState> => {
    const link = await watch.current(db, conferenceId);
    if (!link) return { linkId: null, secret: null, most: DEFAULT_WATCHERS, watching: 0 };
    const here = await observersHere(conferenceId, 0);
    const watching = (await watch.seatsOf(db, link.linkId, ABSENT_MS)).filter(({ seatId }) => here.has(seatId)).length;
    return { linkId: link.linkId, secret: secretOf(link.linkId), most: link.most, watching };
  };

  const allow = async (
    actor: Actor,
    { conferenceId, status }: ConferenceFacts,
    { linkId, most }: WatchLinkBody,
  ): Promise<Result<WatchLinkState, SeatCode>> => {
    if (status === 'closed') return refuse('seat.over');
    const allowed = await db.transaction().execute(async (trx) => {
      await watch.lock(trx, conferenceId);
      const current = await watch.current(trx, conferenceId);
      if (current?.linkId === linkId) await watch.setMost(trx, linkId, most);
      else if (current || (await watch.known(trx, linkId))) return false;
      else await watch.insert(trx, { linkId, conferenceId, secretHash: hashSecret(secretOf(linkId)), most });
      await audit(trx, { action: 'watch.allow', actor, subject: { conferenceId }, change: { linkId, most } });
      return true;
    });
    return allowed ? ok(await state(conferenceId)) : refuse('watch.exists');
  };

  /** Ends the link and, at once, everybody who watches by it. */
  const withdraw = (actor: Actor, conferenceId: ConferenceId): Promise<void> =>
    seats.changing(conferenceId, async (trx, changed) => {
      await watch.lock(trx, conferenceId);
      const link = await watch.current(trx, conferenceId);
      if (!link) return;
      await watch.end(trx, link.linkId);
      const seatIds = (await watch.seatsOf(trx, link.linkId, 0)).map(({ seatId }) => seatId);
      await seats.end(trx, seatIds, 'revoked');
      changed.push(...seatIds);
      const change = { linkId: link.linkId, watchers: seatIds.length };
      await audit(trx, { action: 'watch.withdraw', actor, subject: { conferenceId }, change });
    });

  /** Whether there is a place, if need be that of somebody who has gone. */
  const makeRoom = async (
    trx: Transaction,
    { conferenceId, linkId, most }: { conferenceId: ConferenceId; linkId: string; most: number },
    changed: SeatId[],
  ): Promise<boolean> => {
    const taken = await watch.seatsOf(trx, linkId, ABSENT_MS);
    if (taken.length < most) return true;
    const here = await observersHere(conferenceId, ABSENT_MS);
    const gone = taken.filter(({ seatId, isOld }) => isOld && !here.has(seatId)).map(({ seatId }) => seatId);
    await seats.end(trx, gone, 'revoked');
    changed.push(...gone);
    return taken.length - gone.length < most;
  };

  const open = async (
    { secret, deviceKey }: WatchBody,
    { label, address, tokens }: Device,
  ): Promise<Result<Redeemed, SeatCode>> => {
    if (guesses.areTooMany(address)) return refuse('seat.throttled');
    const link = await watch.bySecret(hashSecret(secret));
    if (!link) return guesses.wrong(address);
    const { linkId, conferenceId } = link;
    if (link.endedAt !== null) return refuse('seat.link_revoked');
    const conference = await conferences.facts(conferenceId);
    if (!conference) throw new Error('a watch link without a conference');
    // A rehearsal is not for the public (S18).
    const { startsAt, status } = conference;
    const shut = whyShut({ startsAt, status: status === 'rehearsal' ? 'prepared' : status }, now());
    if (shut !== null) return refuse(shut, shut === 'seat.too_early' ? whenOpen(conference) : undefined);
    const role = 'observer' as const;
    const held = await watch.heldBy(linkId, tokens.map(hashSecret));
    if (held !== null) return ok({ seatId: held, conferenceId, role, token: null });
    // Both follow from the page's own key: an answer that was lost is had again by asking again.
    const seatId = SeatId.parse(uuidOf(deviceKey, linkId));
    const token = deriveSecret(key, 'watch-seat', `${linkId}:${deviceKey}`);
    return seats.changing<Result<Redeemed, SeatCode>>(conferenceId, async (trx, changed) => {
      await watch.lock(trx, conferenceId);
      const now = await watch.current(trx, conferenceId);
      if (now?.linkId !== linkId) return refuse('seat.link_revoked');
      const opened = ok({ seatId, conferenceId, role, token });
      if ((await store.known(trx, [seatId])).has(seatId)) return opened;
      if (!(await makeRoom(trx, now, changed))) return refuse('watch.full');
      const place = { seatId, conferenceId, role, siteId: null, siteName: null, personName: null };
      await store.insert(trx, { ...place, watchLinkId: linkId });
      await holds.insertDevice(trx, { seatId, tokenHash: hashSecret(token), label });
      changed.push(seatId);
      await audit(trx, { action: 'seat.open', actor: seatActor(place), subject: { conferenceId, seatId } });
      return opened;
    });
  };

  return { state, allow, withdraw, open };
};
export type Watch = ReturnType<typeof createWatch>;
