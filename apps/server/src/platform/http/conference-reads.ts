import { z } from 'zod';
import { ConferenceId, SeatId, type Actor, type UnitId } from '@diemcau/domain/kernel';
import type { As } from './api.ts';

/** What a route about a whole conference is about, as far as rights depend on it. */
type About = {
  readonly conferenceId: ConferenceId;
  readonly unitPath: readonly UnitId[];
  readonly siteId: Extract<Actor, { kind: 'seat' }>['siteId'];
};

/** Where the same reads of a conference stand: under a seat of it, and under its id for administrators. */
export type ConferenceReads<P extends z.ZodType> = {
  readonly as: As;
  readonly prefix: string;
  readonly params: P;
  readonly unknown: 'access.not_found' | 'conference.not_found';
  readonly resource: (input: { readonly actor: Actor; readonly params: z.output<P> }) => Promise<About | null>;
  readonly conferenceOf: (actor: Actor, params: z.output<P>) => ConferenceId | null;
};

const OfSeat = z.object({ seatId: SeatId });
const OfConference = z.object({ conferenceId: ConferenceId });

/** A seat names no conference: it reads the one that it belongs to. */
export const conferenceOfSeat = (actor: Actor): ConferenceId | null =>
  actor.kind === 'seat' ? actor.conferenceId : null;

export const readsOfSeat = {
  as: 'seat',
  prefix: '/seats/:seatId',
  params: OfSeat,
  unknown: 'access.not_found',
  resource: async ({ actor }: { readonly actor: Actor }) =>
    actor.kind === 'seat' ? { conferenceId: actor.conferenceId, unitPath: [], siteId: actor.siteId } : null,
  conferenceOf: conferenceOfSeat,
} as const satisfies ConferenceReads<typeof OfSeat>;

/** @param unitPathOf from the root down to the unit that holds the conference; null when there is none such */
export const readsOfAdministrator = (
  unitPathOf: (conferenceId: ConferenceId) => Promise<readonly UnitId[] | null | undefined>,
): ConferenceReads<typeof OfConference> => ({
  as: 'administrator',
  prefix: '/conferences/:conferenceId',
  params: OfConference,
  unknown: 'conference.not_found',
  resource: async ({ params: { conferenceId } }) => {
    const unitPath = await unitPathOf(conferenceId);
    return unitPath ? { conferenceId, unitPath, siteId: null } : null;
  },
  conferenceOf: (_actor, { conferenceId }) => conferenceId,
});
