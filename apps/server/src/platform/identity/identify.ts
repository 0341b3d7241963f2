import type { FastifyRequest } from 'fastify';
import { SeatId, type Actor } from '@diemcau/domain/kernel';
import { seatToken, sessionToken, type As, type Identified } from '../http/index.ts';
import type { SeatHolder } from './seat-rows.ts';
import type { SeatRegistry } from './seats.ts';

export const seatActor = ({
  seatId,
  conferenceId,
  role,
  siteId,
}: Pick<SeatHolder, 'seatId' | 'conferenceId' | 'role' | 'siteId'>): Actor => ({
  kind: 'seat',
  seatId,
  conferenceId,
  role,
  siteId,
});

export type IdentityParts = {
  readonly seats: SeatRegistry;
  /** The account that a session's token belongs to; null when it is over or never was. */
  readonly administratorOf: (token: string) => Promise<Actor | null>;
};

const NOBODY: Identified = { actor: { kind: 'nobody' } };

const seatInPath = (request: FastifyRequest): SeatId | null => {
  const { params } = request;
  if (typeof params !== 'object' || params === null || !('seatId' in params)) return null;
  const seatId = SeatId.safeParse(params.seatId);
  return seatId.success ? seatId.data : null;
};

/** Who a request comes from, by its cookies: the account of its session, or the seat that its path names. */
export const createIdentify = ({ seats, administratorOf }: IdentityParts) => {
  const bySeat = async (request: FastifyRequest): Promise<Identified> => {
    const seatId = seatInPath(request);
    const token = seatId === null ? undefined : seatToken(request, seatId);
    if (seatId === null || token === undefined) return NOBODY;
    const holder = await seats.verify(seatId, token);
    if (holder) return { actor: seatActor(holder) };
    const ended = await seats.whyEnded(seatId, token);
    return ended === null ? NOBODY : { ...NOBODY, because: `seat.${ended}` };
  };
  return async (request: FastifyRequest, as: As): Promise<Identified> => {
    if (as === 'seat') return bySeat(request);
    const token = as === 'administrator' ? sessionToken(request) : undefined;
    const actor = token === undefined ? null : await administratorOf(token);
    return actor ? { actor } : NOBODY;
  };
};
