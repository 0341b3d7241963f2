import { Counter } from 'prom-client';
import { refuse, type Result } from '@diemcau/domain/kernel';
import type { SeatCode } from '@diemcau/domain/seat';
import { audit } from '../platform/audit/index.ts';
import type { Db } from '../platform/db/index.ts';
import { Failures } from '../platform/http/index.ts';
import { metrics } from '../platform/metrics/index.ts';

/** Wrong links that an address may try in this time; honest people mistype a link once or twice. */
const GUESSES = { limit: 30, windowMs: 10 * 60 * 1000 };

const wrongLinks = new Counter({
  name: 'diemcau_seat_link_failures_total',
  help: 'Links that do not exist, personal ones and those to watch',
  registers: [metrics],
});

/** Links that never were, counted by address for all kinds of links together (S8). */
export const createGuesses = (db: Db, now: () => number) => {
  const guesses = new Failures(GUESSES);
  return {
    areTooMany: (address: string): boolean => guesses.areTooMany(address, now()),
    wrong: async (address: string): Promise<Result<never, SeatCode>> => {
      guesses.add(address, now());
      wrongLinks.inc();
      await audit(db, { action: 'seat.redeemFailed', actor: { kind: 'nobody' }, subject: { address } });
      return refuse('seat.link_wrong');
    },
  };
};
export type Guesses = ReturnType<typeof createGuesses>;
