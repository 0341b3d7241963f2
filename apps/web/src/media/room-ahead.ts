import { RoomEvent, type Room } from 'livekit-client';
import { joinRoom, newRoom } from './stage-connection.ts';
import type { TicketAhead } from './ticket-ahead.ts';

/** A room that is being joined; `joined` fails as joining does. */
export type RoomAhead = { readonly room: Room; readonly joined: Promise<void> };

/** A line that takes longer than this holds nothing up: the rest of the page is read meanwhile. */
const HEAD_START_MS = 100;

let ahead: (RoomAhead & { readonly seatId: string }) | null = null;

/** By hand: the library of schemas is not loaded yet, by intent, for the room would join later by the time that takes. */
const tokenOf = async (answer: Response): Promise<string> => {
  const body: unknown = answer.ok ? await answer.json() : null;
  if (typeof body === 'object' && body !== null && 'token' in body && typeof body.token === 'string') return body.token;
  throw new Error(`no token: ${answer.status}`);
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Joins the stage before the code that follows the conference is read. Only the line is made: nothing is sent and nothing
 * asked for until a `Stage` takes it over. Resolves once LiveKit has answered, so that this is heard at once, or takes longer.
 */
export const joinAhead = async ({ seatId, answer }: TicketAhead, room = newRoom()): Promise<void> => {
  const token = answer.then(tokenOf);
  const joined = token.then((each) => joinRoom(room, { url: location.origin, token: each }));
  ahead = { seatId, room, joined };
  const { promise: answered, resolve } = Promise.withResolvers<void>();
  room.once(RoomEvent.SignalConnected, () => resolve());
  joined.catch(resolve);
  await Promise.race([answered, pause(HEAD_START_MS)]);
};

/** The room that is being joined with this seat, once; null when there is none. */
export const takeRoomAhead = (seatId: string): RoomAhead | null => {
  const taken = ahead;
  ahead = null;
  return taken?.seatId === seatId ? taken : null;
};
