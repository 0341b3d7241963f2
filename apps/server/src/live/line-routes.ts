import { z } from 'zod';
import { isInvited } from '@diemcau/domain/conference';
import { ok, refuse, SeatId, SiteId, type Actor, type Result } from '@diemcau/domain/kernel';
import { desiredLineRun, identityOf, isScreen, lineEndOf, mayRunLine, type DesiredMember } from '@diemcau/domain/live';
import type { Action, Resource } from '@diemcau/domain/organisation';
import {
  AskLineRunBody,
  EndLineRunBody,
  LINE_RUN_LEASE_MS,
  LineRunId,
  LineRunTokens,
  type CheckedBy,
  type SupportCode,
} from '@diemcau/domain/support';
import { readsOfSeat, type Api } from '../platform/http/index.ts';
import type { MediaPort } from '../platform/media/index.ts';
import type { Hub } from './hub.ts';
import { lineRoom, type LineRunRow, type LineRuns, type SeatActor } from './line-runs.ts';
import type { ReadSupport, Seats } from './ports.ts';
import type { LiveStore } from './stream.ts';

export type LineRoutesDeps = {
  readonly lineRuns: LineRuns;
  readonly hub: Pick<Hub, 'control'>;
  readonly store: LiveStore;
  readonly seats: Seats;
  readonly media: Pick<MediaPort, 'ensureRoom' | 'deleteRoom' | 'token'>;
  readonly support: Pick<ReadSupport, 'above' | 'changed'>;
};
type Code = SupportCode | 'access.not_found';
type LineApi = Api<Action, Resource, Code>;

/** A room that nobody came to closes by itself. */
const EMPTY_SECONDS = 30;
const OfSite = z.object({ seatId: SeatId, siteId: SiteId });
const OfRun = z.object({ seatId: SeatId, runId: LineRunId });

const asSeat = async <T>(actor: Actor, work: (seat: SeatActor) => Promise<Result<T, Code>>): Promise<Result<T, Code>> =>
  actor.kind === 'seat' ? work(actor) : refuse('access.not_found');

const actsAs = ({ role, siteId }: SeatActor, of: SiteId): CheckedBy =>
  role === 'technician' ? 'centre' : siteId === of ? 'site' : 'province';

/** What this device is due in the room of a run now; null when it may not be there. */
export const lineMemberDue = async (
  { store, seats }: Pick<LineRoutesDeps, 'store' | 'seats'>,
  row: LineRunRow | null,
  identity: string,
): Promise<DesiredMember | null> => {
  if (!row?.isRunning || row.roomSeat === null) return null;
  const { state } = await store.refresh(row.conferenceId);
  const run = { siteId: row.siteId, seatId: row.roomSeat };
  const due = desiredLineRun(state, run, await seats.seatsOf(row.conferenceId));
  return due.find((member) => member.identity === identity) ?? null;
};

/** The room is there before anybody is let in, and gone when the lease is over, whatever its page does. */
const makeRoom = async (media: LineRoutesDeps['media'], runId: LineRunId): Promise<boolean> => {
  const remove = () => media.deleteRoom(lineRoom(runId)).catch(() => undefined);
  try {
    await media.ensureRoom(lineRoom(runId), EMPTY_SECONDS);
  } catch {
    // The media server does not answer: the page says so.
    return false;
  }
  setTimeout(() => void remove(), LINE_RUN_LEASE_MS).unref();
  return true;
};

const ask = (api: LineApi, { lineRuns, hub, store, seats, support }: LineRoutesDeps): void =>
  api.route({
    as: 'seat',
    method: 'POST',
    url: '/seats/:seatId/sites/:siteId/line-runs',
    action: 'lineRun.ask',
    summary: 'Have the screen of a site try its line against the media server for ten seconds; one at a time is one',
    params: OfSite,
    body: AskLineRunBody,
    unknown: 'access.not_found',
    resource: async ({ actor, params: { siteId } }) => {
      if (actor.kind !== 'seat') return null;
      const { conferenceId } = actor;
      const above = await support.above(conferenceId, siteId);
      return above && { conferenceId, unitPath: [], siteId, above };
    },
    handler: ({ actor, params: { siteId }, body: { runId } }) =>
      asSeat(actor, async (seat) => {
        const { conferenceId } = seat;
        const { state } = await store.refresh(conferenceId);
        if (!isInvited(state.conference, siteId)) return refuse('access.not_found');
        if (state.conference.status === 'closed') return refuse('support.closed');
        if (!mayRunLine(state, siteId)) return refuse('line.on_air');
        const held = await seats.seatsOf(conferenceId);
        if (!held.some((one) => isScreen(one.role) && one.siteId === siteId)) return refuse('line.no_screen');
        const asked = await lineRuns.ask(seat, { runId, conferenceId, siteId, by: actsAs(seat, siteId) });
        await support.changed(conferenceId, siteId);
        await hub.control(conferenceId, siteId, { do: 'runLine', runId: asked });
        return ok(undefined);
      }),
  });

const beginAndEnd = (api: LineApi, deps: LineRoutesDeps): void => {
  const { lineRuns, store, seats, media, support } = deps;
  const { as, unknown, resource } = readsOfSeat;
  const ofRun = { as, unknown, resource, method: 'POST', params: OfRun } as const;
  api.route({
    ...ofRun,
    url: '/seats/:seatId/line-runs/:runId/begin',
    action: 'lineRun.begin',
    summary: 'Tokens for both ends of a run, once there is a place among those that run now',
    response: LineRunTokens,
    handler: ({ actor, params: { runId } }) =>
      asSeat(actor, async ({ conferenceId, seatId, siteId }) => {
        if (siteId === null) return refuse('access.not_found');
        const { state } = await store.refresh(conferenceId);
        if (!mayRunLine(state, siteId)) return refuse('line.on_air');
        const holder = await seats.holderOf(conferenceId, seatId);
        const begun = await lineRuns.begin(runId, { conferenceId, siteId }, seatId);
        if (!begun.ok) return begun;
        const row = await lineRuns.find(runId);
        const send = holder && (await lineMemberDue(deps, row, identityOf(holder)));
        const receive = holder && (await lineMemberDue(deps, row, lineEndOf(holder)));
        if (!send || !receive) return refuse('line.over');
        if (!(await makeRoom(media, runId))) return refuse('line.no_media');
        await support.changed(conferenceId, siteId);
        const room = lineRoom(runId);
        return ok({ send: await media.token(room, send), receive: await media.token(room, receive) });
      }),
  });
  api.route({
    ...ofRun,
    url: '/seats/:seatId/line-runs/:runId/end',
    action: 'lineRun.end',
    summary: 'What a run found, or that it broke off',
    body: EndLineRunBody,
    handler: ({ actor, params: { runId }, body: { found } }) =>
      asSeat(actor, async ({ conferenceId, seatId, siteId }) => {
        if (siteId === null) return refuse('access.not_found');
        if (!(await lineRuns.end(runId, { conferenceId, siteId }, seatId, found))) return refuse('line.over');
        await support.changed(conferenceId, siteId);
        // It goes by itself when nobody is in it.
        await media.deleteRoom(lineRoom(runId)).catch(() => undefined);
        return ok(undefined);
      }),
  });
};

/** A site's line, tried against the media server: asked for by who may check it, run by its screen (H13). */
export const registerLineRoutes = (api: LineApi, deps: LineRoutesDeps): void => {
  ask(api, deps);
  beginAndEnd(api, deps);
};
