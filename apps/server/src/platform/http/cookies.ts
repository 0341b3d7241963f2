import type { FastifyReply, FastifyRequest } from 'fastify';
import { ownOrigin } from './origin.ts';

const DAY_SECONDS = 24 * 60 * 60;
const SEAT = /^seat\.([0-9a-f-]{36})$/;

/** Unattended screens come back with it after weeks; seats end with their conference anyway. */
const SEAT_SECONDS = 60 * DAY_SECONDS;

/** Cookies of a browser: one for the administrator, one for each seat, so that several can be open in tabs. */
export const createCookies = (publicUrl: string | undefined) => {
  const set = (request: FastifyRequest, reply: FastifyReply, name: string, value: string, maxAge: number) =>
    void reply.setCookie(name, value, {
      httpOnly: true,
      // Lax: a personal link is opened from a chat, and the seats that the browser holds already have to be there then.
      sameSite: 'lax',
      path: '/',
      secure: ownOrigin(request, publicUrl).startsWith('https:'),
      maxAge,
    });
  return {
    setSession: (request: FastifyRequest, reply: FastifyReply, token: string, maxAgeSeconds: number) =>
      set(request, reply, 'session', token, maxAgeSeconds),
    clearSession: (reply: FastifyReply) => void reply.clearCookie('session', { path: '/' }),
    setSeat: (request: FastifyRequest, reply: FastifyReply, seatId: string, token: string) =>
      set(request, reply, `seat.${seatId}`, token, SEAT_SECONDS),
  };
};
export type Cookies = ReturnType<typeof createCookies>;

export const sessionToken = (request: FastifyRequest): string | undefined => request.cookies['session'];
export const seatToken = (request: FastifyRequest, seatId: string): string | undefined =>
  request.cookies[`seat.${seatId}`];

/** All seats whose cookies this browser sent. */
export const seatTokens = (request: FastifyRequest): readonly { readonly seatId: string; readonly token: string }[] =>
  Object.entries(request.cookies).flatMap(([name, token]) => {
    const seatId = SEAT.exec(name)?.[1];
    return seatId !== undefined && token !== undefined ? [{ seatId, token }] : [];
  });
