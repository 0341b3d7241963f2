// Seats of a demo conference, opened as its start page opens them.
import { z } from 'zod';
import type { SeatKey } from './seat-client.ts';

const Path = z.object({ path: z.string() });
const DemoRead = z.object({
  conferenceId: z.string(),
  seats: z.array(z.object({ role: z.string(), label: z.string(), siteId: z.string().nullable() })),
});

export type DemoSite = { readonly siteId: string; readonly name: string };
export type DemoSeats = {
  readonly conferenceId: string;
  readonly hall: DemoSite;
  readonly sites: readonly DemoSite[];
  /** A browser of its own opens this seat. */
  readonly open: (role: string, siteId?: string) => Promise<SeatKey>;
};

export const demoSeats = async (origin: string): Promise<DemoSeats> => {
  const { conferenceId, seats } = DemoRead.parse(await (await fetch(`${origin}/api/v1/demo`)).json());
  const rooms = seats.flatMap(({ role, label, siteId }) =>
    role === 'room' && siteId !== null ? [{ siteId, name: label }] : [],
  );
  const [hall, ...sites] = rooms;
  if (!hall) throw new Error('the demo has no hall');
  const open = async (role: string, siteId: string | null = null): Promise<SeatKey> => {
    const answer = await fetch(`${origin}/api/v1/demo/seats`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ role, siteId }),
    });
    if (!answer.ok) throw new Error(`no seat ${role}: ${answer.status} ${await answer.text()}`);
    Path.parse(await answer.json());
    const cookie = answer.headers
      .getSetCookie()
      .map((line) => line.split(';', 1)[0])
      .join('; ');
    const seatId = /seat\.([0-9a-f-]{36})=/.exec(cookie)?.[1];
    if (!seatId) throw new Error(`no cookie for the seat ${role}`);
    return { seatId, cookie };
  };
  return { conferenceId, hall, sites, open };
};

/** The media token of a seat, as its page asks for it. Rejects with the status when it is refused. */
export const mediaToken = async (origin: string, { seatId, cookie }: SeatKey): Promise<string> => {
  const answer = await fetch(`${origin}/api/v1/seats/${seatId}/media-token`, { headers: { cookie } });
  if (!answer.ok) throw new Error(`no media token: ${answer.status}`);
  return z.object({ token: z.string() }).parse(await answer.json()).token;
};
