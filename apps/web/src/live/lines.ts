import type { SeatId } from '@diemcau/domain/kernel';
import { LiveConnection } from './connection.ts';
import { reloadOnce, tabMemory } from './reload-once.ts';
import { whyNot } from './why-not.ts';
import { openSocket, socketUrl } from './wire.ts';

type Shared = { readonly connection: LiveConnection; users: number; ending: ReturnType<typeof setTimeout> | undefined };

/** One connection per seat and page, however many components read it. */
const shared = new Map<SeatId, Shared>();

/** A page that moves from one screen to another keeps its line for so long. */
const LINGER_MS = 1000;

const connect = (seatId: SeatId): LiveConnection =>
  new LiveConnection({
    seatId,
    url: socketUrl(seatId, location.href),
    open: openSocket,
    random: Math.random,
    newId: () => crypto.randomUUID(),
    reload: () => reloadOnce(Date.now(), tabMemory(), () => location.reload()),
    whyNot: () => whyNot(seatId),
  });

export const sharedFor = (seatId: SeatId): Shared => {
  const found = shared.get(seatId);
  if (found) return found;
  const made: Shared = { connection: connect(seatId), users: 0, ending: undefined };
  shared.set(seatId, made);
  return made;
};

/** Up until what it returns is called. */
export const enter = (seatId: SeatId): (() => void) => {
  const entry = sharedFor(seatId);
  clearTimeout(entry.ending);
  if (entry.users === 0 && entry.ending === undefined) entry.connection.start();
  entry.ending = undefined;
  entry.users += 1;
  return () => {
    entry.users -= 1;
    if (entry.users > 0) return;
    entry.ending = setTimeout(() => {
      shared.delete(seatId);
      entry.connection.stop();
    }, LINGER_MS);
  };
};
