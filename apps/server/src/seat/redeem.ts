import { ok, refuse, type ConferenceId, type ConferenceRole, type Result, type SeatId } from '@diemcau/domain/kernel';
import { whenOpen, whyShut, type SeatCode } from '@diemcau/domain/seat';
import { audit } from '../platform/audit/index.ts';
import { hashSecret, newSecret, seatActor } from '../platform/identity/index.ts';
import type { Guesses } from './guesses.ts';
import type { SeatParts, Seats } from './seats.ts';

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

type Parts = SeatParts & { readonly seats: Seats; readonly guesses: Guesses; readonly now: () => number };

/** Opening a personal link (S4 to S8): once, on one device, not too early, and each failure with its own sentence. */
export const createRedeem = ({ holds, conferences, registry, seats, guesses, now }: Parts) => {
  const holdsAlready = async (seatId: SeatId, token: string | undefined) =>
    token !== undefined && (await registry.verify(seatId, token)) !== null;

  return async ({ secret, label, address, tokenOf }: RedeemRequest): Promise<Result<Redeemed, SeatCode>> => {
    if (guesses.areTooMany(address)) return refuse('seat.throttled');
    const secretHash = hashSecret(secret);
    const link = await holds.findLink(secretHash);
    if (!link) return guesses.wrong(address);
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
