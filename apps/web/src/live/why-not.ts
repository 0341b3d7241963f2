import type { SeatId } from '@diemcau/domain/kernel';
import type { Said } from './state.ts';

const isSaid = (body: unknown): body is Said =>
  typeof body === 'object' &&
  body !== null &&
  'code' in body &&
  'vi' in body &&
  'en' in body &&
  [body.code, body.vi, body.en].every((part) => typeof part === 'string');

/**
 * Why this browser may not hold the seat (revoked, over, not open yet): the server's problem, or null while the server
 * cannot be reached or knows no reason. A socket that is turned away tells its page nothing.
 */
export const whyNot = async (seatId: SeatId): Promise<Said | null> => {
  try {
    const answer = await fetch(`/api/v1/seats/${seatId}`, { headers: { accept: 'application/json' } });
    if (answer.ok || answer.status >= 500 || answer.status === 429) return null;
    const body: unknown = await answer.json();
    return isSaid(body) ? { code: body.code, vi: body.vi, en: body.en } : null;
  } catch {
    // Not reachable, or something else answered: the line keeps trying and the page says that it is lost.
    return null;
  }
};
