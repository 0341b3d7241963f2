// Two servers on one database and a conference that meets on both: what a page sends to one is told by the other.
import { startHouse } from './house.ts';
import { prepareConference, type ConferenceOptions } from './people.ts';
import { SeatClient, type SeatKey } from './seat-client.ts';

export type ServerNo = 0 | 1;

export const startTwoServers = async (sites: ConferenceOptions['sites']) => {
  const house = await startHouse({ servers: 2 });
  const conference = await prepareConference(house.servers[0]!, { sites });
  const pages: SeatClient[] = [];
  const addressOf = (server: ServerNo, { seatId }: SeatKey, path: string) =>
    `${house.servers[server]!.origin}/api/v1/seats/${seatId}/${path}`;
  return {
    house,
    conference,
    /** A page of this seat on that server; it is closed with the house. */
    page: async (server: ServerNo, seat: SeatKey): Promise<SeatClient> => {
      const page = await SeatClient.open(house.servers[server]!.origin, seat);
      pages.push(page);
      return page;
    },
    /** To an address of the seat. */
    post: (server: ServerNo, seat: SeatKey, path: string, body?: object): Promise<Response> =>
      fetch(addressOf(server, seat, path), {
        method: 'POST',
        headers: { cookie: seat.cookie, ...(body && { 'content-type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
      }),
    read: async <T>(
      server: ServerNo,
      seat: SeatKey,
      path: string,
      schema: { readonly parse: (answer: unknown) => T },
    ): Promise<T> => {
      const answer = await fetch(addressOf(server, seat, path), { headers: { cookie: seat.cookie } });
      return schema.parse(await answer.json());
    },
    stop: async (): Promise<void> => {
      for (const page of pages) page.close();
      await house.stop();
    },
  };
};
export type TwoServers = Awaited<ReturnType<typeof startTwoServers>>;
