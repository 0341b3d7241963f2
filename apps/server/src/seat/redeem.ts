import { Counter } from 'prom-client';
import { ok, refuse, type ConferenceId, type ConferenceRole, type Result, type SeatId } from '@diemcau/domain/kernel';
import { whenOpen, whyShut, type SeatCode } from '@diemcau/domain/seat';
import { audit } from '../platform/audit/index.ts';
import { Failures } from '../platform/http/index.ts';
import { hashSecret, newSecret, seatActor } from '../platform/identity/index.ts';
import { metrics } from '../platform/metrics/index.ts';
import type { SeatParts, Seats } from './seats.ts';

/** Wrong links that an address may try in this time; honest people mistype a link once or twice. */
const GUESSES = { limit: 30, windowMs: 10 * 60 * 1000 };

const wrongLinks = new Counter({
  name: 'diemcau_seat_link_failures_total',
  help: 'Personal links that do not exist',
  registers: [metrics],
});

/** `token` is new and goes into the cookie; null when this device holds the seat already. */
export type Redeemed = {
  readonly seatId: SeatId;
  readonly conferenceId: ConferenceId;
  readonly role: ConferenceRole;
  readonly token: string | null;
};

export type RedeemRequest = {
  readonly secret: string;
  readonly label: string;
  readonly address: string;
  /** The token that this browser holds for a seat, if any. */
  readonly tokenOf: (seatId: SeatId) => string | undefined;
};

type Parts = SeatParts & { readonly seats: Seats; readonly now: () => number };

/** Opening a personal link (S4 to S8): once, on one device, not too early, and each failure with its own sentence. */
export const createRedeem = ({ db, holds, conferences, registry, seats, now }: Parts) => {
  const guesses = new Failures(GUESSES);

  const wrong = async (address: string): Promise<Result<never, SeatCode>> => {
    guesses.add(address, now());
    wrongLinks.inc();
    await audit(db, { action: 'seat.redeemFailed', actor: { kind: 'nobody' }, subject: { address } });
    return refuse('seat.link_wrong');
  };

  const holdsAlready = async (seatId: SeatId, token: string | undefined) =>
    token !== undefined && (await registry.verify(seatId, token)) !== null;

  return async ({ secret, label, address, tokenOf }: RedeemRequest): Promise<Result<Redeemed, SeatCode>> => {
    if (guesses.areTooMany(address, now())) return refuse('seat.throttled');
    const secretHash = hashSecret(secret);
    const link = await holds.findLink(secretHash);
    if (!link) return wrong(address);
    const { seatId, conferenceId, role, siteId } = link;
    if (link.revokedAt !== null || link.endedAt !== null) return refuse('seat.link_revoked');
    const conference = await conferences.facts(conferenceId);
    if (!conference) throw new Error('a seat without a conference');
    const shut = whyShut(conference, now());
    if (shut !== null) return refuse(shut, shut === 'seat.too_early' ? whenOpen(conference) : undefined);
    const opened = { seatId, conferenceId, role };
    if (link.usedAt !== null)
      return (await holdsAlready(seatId, tokenOf(seatId))) ? ok({ ...opened, token: null }) : refuse('seat.link_used');
    return seats.changing<Result<Redeemed, SeatCode>>(conferenceId, async (trx, changed) => {
      if (!(await holds.useLink(trx, secretHash))) return refuse('seat.link_used');
      const token = newSecret();
      await holds.insertDevice(trx, { seatId, tokenHash: hashSecret(token), label });
      changed.push(seatId);
      await audit(trx, {
        action: 'seat.open',
        actor: seatActor({ ...opened, siteId }),
        subject: { conferenceId, seatId },
      });
      return ok({ ...opened, token });
    });
  };
};
export type Redeem = ReturnType<typeof createRedeem>;
