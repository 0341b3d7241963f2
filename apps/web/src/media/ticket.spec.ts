import { SeatId } from '@diemcau/domain/kernel';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { askTicketAhead } from './ticket-ahead.ts';
import { fetchTicket } from './ticket.ts';

const ORIGIN = 'http://127.0.0.1';
const seatId = SeatId.parse('01990000-0009-7000-8000-000000000001');
const otherSeat = SeatId.parse('01990000-0009-7000-8000-000000000002');
const path = `/api/v1/seats/${seatId}/media-token`;

const token = (text: string): Response => Response.json({ token: text });
const refused = (): Response =>
  Response.json({ code: 'seat.revoked', vi: 'Đã thu hồi.', en: 'Revoked.' }, { status: 403 });
/** The line falls within the answer. */
const torn = (): Response => new Response('{"token": "a');

/** The network alone is replaced: one answer or failure for each request, in order; returns what was asked for. */
const network = (...answers: (Response | Error)[]): string[] => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url);
    const next = answers.shift() ?? new Error('no more answers');
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
  });
  return asked;
};

beforeEach(() => {
  vi.stubGlobal('location', { origin: ORIGIN });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the token that a room asks for before its page is read', () => {
  it('is used once; the next is asked for', async () => {
    const asked = network(token('early'), token('later'));
    askTicketAhead(`?seat=${seatId}`);
    expect(asked).toEqual([path]);
    expect(await fetchTicket(seatId)).toEqual({ url: ORIGIN, token: 'early' });
    expect(asked).toHaveLength(1);
    expect(await fetchTicket(seatId)).toEqual({ url: ORIGIN, token: 'later' });
    expect(asked).toEqual([path, path]);
  });

  it.each([
    ['refused', refused()],
    ['lost with its line', new Error('no line')],
    ['torn', torn()],
  ])('is asked for again when it was %s', async (_how, early) => {
    const asked = network(early, token('later'));
    askTicketAhead(`?seat=${seatId}`);
    expect(await fetchTicket(seatId)).toEqual({ url: ORIGIN, token: 'later' });
    expect(asked).toEqual([path, path]);
  });

  it('refused twice, says why', async () => {
    network(refused(), refused());
    askTicketAhead(`?seat=${seatId}`);
    await expect(fetchTicket(seatId)).rejects.toMatchObject({ code: 'seat.revoked', status: 403 });
  });

  it('serves no other seat, and is not asked for without one', async () => {
    const asked = network(token('early'), token('own'));
    askTicketAhead('?seat=phong-hop');
    expect(asked).toEqual([]);
    askTicketAhead(`?seat=${otherSeat}`);
    expect(await fetchTicket(seatId)).toEqual({ url: ORIGIN, token: 'own' });
  });
});
