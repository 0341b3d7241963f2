import { Room } from 'livekit-client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { joinAhead, takeRoomAhead } from './room-ahead.ts';
import { askTicketAhead, type TicketAhead } from './ticket-ahead.ts';

const ORIGIN = 'http://127.0.0.1';
const SEAT = '01990000-0009-7000-8000-000000000001';
const OTHER_SEAT = '01990000-0009-7000-8000-000000000002';

const token = (): Response => Response.json({ token: 'early' });
const refused = (): Response =>
  Response.json({ code: 'seat.revoked', vi: 'Đã thu hồi.', en: 'Revoked.' }, { status: 403 });
/** The line falls within the answer. */
const torn = (): Response => new Response('{"token": "a');

const connect = vi.fn<Room['connect']>();

/** LiveKit's own room, without a wire. */
const roomOf = (): Room => Object.assign(new Room(), { connect });

/** What goes over the wire alone is replaced; returns what was asked for. */
const network = (answer: Promise<Response>): string[] => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url);
    return answer;
  });
  return asked;
};

const asked = (): TicketAhead => {
  const ticket = askTicketAhead(`?seat=${SEAT}`);
  if (ticket === null) throw new Error('the address names a seat');
  return ticket;
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('location', { origin: ORIGIN });
  connect.mockReset().mockResolvedValue();
  takeRoomAhead(SEAT);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('M34: the stage that a room joins before its page is read', () => {
  it('is joined with the token asked for first, subscribes to nothing, and is taken over once', async () => {
    const urls = network(Promise.resolve(token()));
    const room = roomOf();
    const joining = joinAhead(asked(), room);
    await vi.advanceTimersByTimeAsync(100);
    await joining;
    expect(urls).toEqual([`/api/v1/seats/${SEAT}/media-token`]);
    expect(connect.mock.calls).toEqual([[ORIGIN, 'early', { autoSubscribe: false, maxRetries: 0 }]]);
    const ahead = takeRoomAhead(SEAT);
    await expect(ahead?.joined).resolves.toBeUndefined();
    expect(ahead?.room).toBe(room);
    expect(takeRoomAhead(SEAT)).toBeNull();
  });

  it.each([
    ['refused', Promise.resolve(refused()), 'no token: 403'],
    ['torn', Promise.resolve(torn()), 'JSON'],
  ])('is not joined with a token that was %s: whoever takes it hears of that', async (_how, answer, why) => {
    network(answer);
    await joinAhead(asked(), roomOf());
    expect(connect).not.toHaveBeenCalled();
    await expect(takeRoomAhead(SEAT)?.joined).rejects.toThrow(why);
  });

  it('holds nothing up for longer than a tenth of a second', async () => {
    network(new Promise(() => undefined));
    const isRead = vi.fn<() => void>();
    void joinAhead(asked(), roomOf()).then(isRead);
    await vi.advanceTimersByTimeAsync(99);
    expect(isRead).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(isRead).toHaveBeenCalled();
  });

  it('serves no other seat, and is not joined without one', async () => {
    const urls = network(Promise.resolve(token()));
    expect(askTicketAhead('?seat=phong-hop')).toBeNull();
    expect(urls).toEqual([]);
    const joining = joinAhead(asked(), roomOf());
    await vi.advanceTimersByTimeAsync(100);
    await joining;
    expect(takeRoomAhead(OTHER_SEAT)).toBeNull();
  });
});
