import { randomInt } from 'node:crypto';
import { Counter } from 'prom-client';
import { v7 } from 'uuid';
import { ok, refuse, type Actor, type ConferenceId, type Result, type SeatId } from '@diemcau/domain/kernel';
import { POLL_SECONDS, USER_CODE_ALPHABET, USER_CODE_LENGTH, readUserCode, type SeatCode } from '@diemcau/domain/seat';
import { audit } from '../platform/audit/index.ts';
import type { Transaction } from '../platform/db/index.ts';
import { Failures } from '../platform/http/index.ts';
import { deriveSecret, hashSecret, newSecret } from '../platform/identity/index.ts';
import { metrics } from '../platform/metrics/index.ts';
import type { CodeStore } from './code-store.ts';
import type { SeatParts, Seats } from './seats.ts';
import type { NewSeat } from './store.ts';

/** A screen that keeps to its interval is never told to slow down, whatever the way does to its requests. */
const POLL_TOLERANCE_MS = 500;
/** Wrong codes that one clerk may enter in this time. */
const GUESSES = { limit: 10, windowMs: 10 * 60 * 1000 };

const wrongCodes = new Counter({
  name: 'diemcau_room_code_failures_total',
  help: 'Room codes that do not exist',
  registers: [metrics],
});

export type ClerkActor = Extract<Actor, { kind: 'seat' }>;
export type Polled = { readonly seatId: SeatId; readonly conferenceId: ConferenceId; readonly token: string };

type Parts = SeatParts & {
  readonly codes: CodeStore;
  readonly seats: Seats;
  readonly key: string;
  readonly now: () => number;
};

const randomUserCode = () =>
  Array.from({ length: USER_CODE_LENGTH }, () => USER_CODE_ALPHABET[randomInt(USER_CODE_ALPHABET.length)]).join('');

/** Room screens join by a code that they show and their clerk confirms (RFC 8628; S9 to S13). */
export const createRoomScreens = ({ db, store, holds, conferences, codes, seats, registry, key, now }: Parts) => {
  const guesses = new Failures(GUESSES);
  /** The screen's seat token follows from its device code, so that asking twice gives the same seat to the same screen. */
  const tokenOf = (deviceCode: string) => deriveSecret(key, 'room-screen', deviceCode);

  const unknown = async (actor: ClerkActor): Promise<SeatCode> => {
    guesses.add(actor.seatId, now());
    wrongCodes.inc();
    await audit(db, {
      action: 'roomScreen.confirmFailed',
      actor,
      subject: { conferenceId: actor.conferenceId, seatId: actor.seatId },
    });
    return 'room_code.unknown';
  };

  const currentScreen = async (trx: Transaction, { conferenceId, siteId }: ClerkActor) => {
    if (siteId === null) return undefined;
    return (await store.ofSites(trx, conferenceId, [siteId])).find(({ role }) => role === 'room');
  };

  const confirmIn = async (
    trx: Transaction,
    changed: SeatId[],
    actor: ClerkActor,
    seat: NewSeat,
    userCode: string,
    replace: boolean,
  ): Promise<SeatCode | null> => {
    await store.lockSite(trx, actor.conferenceId, actor.siteId);
    const code = await codes.byUserCode(trx, userCode);
    if (!code) return 'room_code.unknown';
    if (code.seatId !== null) return 'room_code.used';
    if (code.isExpired) return 'room_code.expired';
    const old = await currentScreen(trx, actor);
    if (old && !replace) return 'seat.screen_exists';
    if (old) await seats.end(trx, [old.seatId], 'replaced');
    await store.insert(trx, seat);
    await holds.insertDevice(trx, { seatId: seat.seatId, tokenHash: code.tokenHash, label: code.label });
    await codes.confirm(trx, code.deviceHash, seat.seatId);
    changed.push(seat.seatId, ...(old ? [old.seatId] : []));
    const subject = { conferenceId: actor.conferenceId, seatId: seat.seatId };
    await audit(trx, { action: 'roomScreen.confirm', actor, subject, change: { replaced: old?.seatId ?? null } });
    return null;
  };

  return {
    ask: async (label: string): Promise<{ readonly deviceCode: string; readonly userCode: string }> => {
      const deviceCode = newSecret();
      for (let attempt = 0; attempt < 5; attempt++) {
        const userCode = randomUserCode();
        const code = {
          deviceHash: hashSecret(deviceCode),
          tokenHash: hashSecret(tokenOf(deviceCode)),
          userCode,
          label,
        };
        if (await codes.insert(code)) return { deviceCode, userCode };
      }
      throw new Error('five random codes of eight letters were all in use');
    },

    poll: async (deviceCode: string): Promise<Result<Polled, SeatCode>> => {
      const deviceHash = hashSecret(deviceCode);
      const code = await codes.byDevice(deviceHash);
      if (!code) return refuse('room_code.expired');
      if (code.seatId === null) {
        if (code.isExpired) return refuse('room_code.expired');
        const waited = await codes.notePoll(deviceHash, POLL_SECONDS * 1000 - POLL_TOLERANCE_MS);
        return refuse(waited ? 'room_code.pending' : 'room_code.slow_down');
      }
      const token = tokenOf(deviceCode);
      const holder = await registry.verify(code.seatId, token);
      return holder
        ? ok({ seatId: holder.seatId, conferenceId: holder.conferenceId, token })
        : refuse('room_code.expired');
    },

    /** The clerk confirms the code that the screen of its own site shows. */
    confirm: async (actor: ClerkActor, typed: string, replace: boolean): Promise<Result<SeatId, SeatCode>> => {
      if (guesses.areTooMany(actor.seatId, now())) return refuse('room_code.throttled');
      const { conferenceId, siteId } = actor;
      const [conference, site] = await Promise.all([
        conferences.facts(conferenceId),
        siteId === null ? null : conferences.site(conferenceId, siteId),
      ]);
      if (!conference || conference.status === 'closed') return refuse('seat.over');
      if (site === null) return refuse('seat.site_needed');
      const siteName = site.name;
      const userCode = readUserCode(typed);
      if (userCode === null) return refuse(await unknown(actor));
      const seat: NewSeat = { seatId: v7() as SeatId, conferenceId, role: 'room', siteId, siteName, personName: null };
      const refusal = await seats.changing(conferenceId, (trx, changed) =>
        confirmIn(trx, changed, actor, seat, userCode, replace),
      );
      if (refusal === 'room_code.unknown') return refuse(await unknown(actor));
      return refusal === null ? ok(seat.seatId) : refuse(refusal);
    },

    remove: (actor: ClerkActor): Promise<Result<undefined, SeatCode>> =>
      seats.changing<Result<undefined, SeatCode>>(actor.conferenceId, async (trx, changed) => {
        const screen = await currentScreen(trx, actor);
        if (!screen) return refuse('seat.no_screen');
        await seats.end(trx, [screen.seatId], 'revoked');
        changed.push(screen.seatId);
        await audit(trx, {
          action: 'roomScreen.remove',
          actor,
          subject: { conferenceId: actor.conferenceId, seatId: screen.seatId },
        });
        return ok(undefined);
      }),
  };
};
export type RoomScreens = ReturnType<typeof createRoomScreens>;
