import {
  AsideToken,
  CueBody,
  CueSeenBody,
  HoldBody,
  ReleaseBody,
  type AsideCode,
  type AsideId,
  type AsideNow,
} from '@diemcau/domain/aside';
import { isInvited } from '@diemcau/domain/conference';
import { ok, refuse, type Actor, type Result, type SiteId } from '@diemcau/domain/kernel';
import { desiredAside, identityOf, isScreen, mayBeTakenAside, type DesiredMember } from '@diemcau/domain/live';
import type { Action, Resource } from '@diemcau/domain/organisation';
import { readsOfSeat, type Api } from '../platform/http/index.ts';
import type { MediaPort } from '../platform/media/index.ts';
import { asideRoom, type Asides, type AsideRow, type SeatActor } from './asides.ts';
import type { Cues } from './cues.ts';
import type { Seats } from './ports.ts';
import type { Reconciler } from './reconciler.ts';
import type { LiveStore } from './stream.ts';

/** A room that nobody came to, or that its row was not there to be cleared away with, closes by itself. */
const EMPTY_SECONDS = 30;

export type AsideRoutesDeps = {
  readonly asides: Asides;
  readonly cues: Cues;
  readonly store: LiveStore;
  readonly seats: Seats;
  readonly media: Pick<MediaPort, 'ensureRoom' | 'deleteRoom' | 'token'>;
  readonly reconciler: Pick<Reconciler, 'keep'>;
};

type Code = AsideCode | 'access.not_found';
export type AsideApi = Api<Action, Resource, Code>;

const { as, params, unknown, resource } = readsOfSeat;
const ofSeat = { as, params, unknown, resource } as const;

export const asSeat = async <T>(
  actor: Actor,
  work: (seat: SeatActor) => Promise<Result<T, Code>>,
): Promise<Result<T, Code>> => (actor.kind === 'seat' ? work(actor) : refuse('access.not_found'));

/** What this device is due in the room of an aside now; null when it may not be there. */
export const asideMemberDue = async (
  { store, seats }: Pick<AsideRoutesDeps, 'store' | 'seats'>,
  row: AsideRow | null,
  identity: string,
): Promise<DesiredMember | null> => {
  if (!row?.isHeld) return null;
  const { state } = await store.refresh(row.conferenceId);
  const due = desiredAside(state, row, await seats.seatsOf(row.conferenceId));
  return due.find((member) => member.identity === identity) ?? null;
};

/** Why an aside with this site cannot begin now; null when it can. */
const whyNot = async (
  { store, seats }: AsideRoutesDeps,
  { conferenceId }: SeatActor,
  siteId: SiteId,
): Promise<AsideCode | null> => {
  const { state } = await store.refresh(conferenceId);
  if (!mayBeTakenAside(state, siteId)) return 'aside.not_now';
  const held = await seats.seatsOf(conferenceId);
  return held.some((seat) => isScreen(seat.role) && seat.siteId === siteId) ? null : 'aside.no_screen';
};

/** The room is there before anybody is told of it. False: the media server does not answer. */
const makeRoom = (media: AsideRoutesDeps['media'], asideId: AsideId): Promise<boolean> =>
  media.ensureRoom(asideRoom(asideId), EMPTY_SECONDS).then(
    () => true,
    () => false,
  );

/** A token for this seat's device, or that it is over by now. */
export const tokenFor = async (
  deps: AsideRoutesDeps,
  actor: SeatActor,
  row: AsideRow | null,
): Promise<Result<{ token: string }, Code>> => {
  const holder = await deps.seats.holderOf(actor.conferenceId, actor.seatId);
  const due = holder && (await asideMemberDue(deps, row, identityOf(holder)));
  return row && due ? ok({ token: await deps.media.token(asideRoom(row.asideId), due) }) : refuse('aside.over');
};

/** Begins, or goes on with what was begun. */
export const beginAside = async (
  deps: AsideRoutesDeps,
  seat: SeatActor,
  body: Pick<AsideNow, 'asideId' | 'kind' | 'siteId'> & { readonly again: boolean },
): Promise<Result<undefined, Code>> => {
  const { asides, media, reconciler } = deps;
  if (!body.again) {
    const refusal = await whyNot(deps, seat, body.siteId);
    if (refusal !== null) return refuse(refusal);
    await reconciler.keep(seat.conferenceId);
    if (!(await makeRoom(media, body.asideId))) return refuse('aside.no_media');
  }
  const held = await asides.hold(seat, body);
  if (!held.ok && held.code === 'aside.busy') await media.deleteRoom(asideRoom(body.asideId));
  return held;
};

const holdRoutes = (api: AsideApi, deps: AsideRoutesDeps): void => {
  const { asides } = deps;
  api.route({
    ...ofSeat,
    method: 'POST',
    url: '/seats/:seatId/asides',
    action: 'aside.hold',
    summary: 'Talk or listen to one site beside the programme, for the next three seconds; said again each second',
    body: HoldBody,
    response: AsideToken,
    handler: ({ actor, body }) =>
      asSeat(actor, async (seat) => {
        const begun = await beginAside(deps, seat, body);
        return begun.ok ? tokenFor(deps, seat, await asides.find(body.asideId)) : begun;
      }),
  });
  api.route({
    ...ofSeat,
    method: 'POST',
    url: '/seats/:seatId/asides/endings',
    action: 'aside.release',
    summary: 'The key was released',
    body: ReleaseBody,
    handler: ({ actor, body }) =>
      asSeat(actor, async ({ conferenceId, seatId }) => {
        await asides.release(conferenceId, seatId, body.asideId);
        return ok(undefined);
      }),
  });
  api.route({
    ...ofSeat,
    method: 'GET',
    url: '/seats/:seatId/aside-token',
    action: 'aside.join',
    summary: 'A token for the room in which somebody talks or listens to the own site, or calls it, now',
    response: AsideToken,
    handler: ({ actor }) =>
      asSeat(actor, async (seat) => {
        const rows = await asides.of(seat.conferenceId);
        return tokenFor(deps, seat, rows.find((row) => row.isHeld && row.siteId === seat.siteId) ?? null);
      }),
  });
};

const cueRoutes = (api: AsideApi, { cues, store }: AsideRoutesDeps): void => {
  api.route({
    ...ofSeat,
    method: 'POST',
    url: '/seats/:seatId/cues',
    action: 'cue.send',
    summary: 'A short sentence to one site, shown on its screen for some seconds',
    body: CueBody,
    handler: ({ actor, body }) =>
      asSeat(actor, async (seat) => {
        const { conference } = (await store.refresh(seat.conferenceId)).state;
        if (conference.status === 'closed') return refuse('cue.closed');
        return isInvited(conference, body.siteId) ? cues.send(seat, body) : refuse('access.not_found');
      }),
  });
  api.route({
    ...ofSeat,
    method: 'POST',
    url: '/seats/:seatId/cues/seen',
    action: 'cue.confirm',
    summary: 'The own site has seen this sentence',
    body: CueSeenBody,
    handler: ({ actor, body }) =>
      asSeat(actor, async ({ conferenceId, siteId }) =>
        siteId === null ? refuse('access.not_found') : cues.confirm(conferenceId, siteId, body.cueId),
      ),
  });
};

/** Talkback, private listening and cues: an operator's own, for one site at a time. */
export const registerAsideRoutes = (api: AsideApi, deps: AsideRoutesDeps): void => {
  holdRoutes(api, deps);
  cueRoutes(api, deps);
};
