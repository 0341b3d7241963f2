import { AsideToken, CallBody, ReleaseBody, type AsideCode } from '@diemcau/domain/aside';
import { SeatId, SiteId, ok, refuse, type Actor } from '@diemcau/domain/kernel';
import { z } from 'zod';
import { asSeat, beginAside, tokenFor, type AsideApi, type AsideRoutesDeps } from './aside-routes.ts';
import type { SeatActor } from './asides.ts';
import type { ReadSupport } from './ports.ts';

export type CallRoutesDeps = AsideRoutesDeps & { readonly support: Pick<ReadSupport, 'above' | 'hasTaken'> };

const OfSite = z.object({ seatId: SeatId, siteId: SiteId });

/** The technical desk calls any site; the clerk of a province one whose request for help they have taken (Q9). */
const whyNotCall = async (
  { support }: CallRoutesDeps,
  { role, seatId }: SeatActor,
  siteId: SiteId,
): Promise<AsideCode | null> =>
  role === 'technician' || (await support.hasTaken(seatId, siteId)) ? null : 'call.not_yours';

/** Test calls: who helps a site and the site hear one another, and nobody else. */
export const registerCallRoutes = (api: AsideApi, deps: CallRoutesDeps): void => {
  const { asides, support } = deps;
  const base = {
    as: 'seat',
    method: 'POST',
    params: OfSite,
    unknown: 'access.not_found',
    resource: async ({
      actor,
      params: { siteId },
    }: {
      readonly actor: Actor;
      readonly params: z.output<typeof OfSite>;
    }) => {
      if (actor.kind !== 'seat') return null;
      const { conferenceId } = actor;
      const above = await support.above(conferenceId, siteId);
      return above && { conferenceId, unitPath: [], siteId, above };
    },
  } as const;
  api.route({
    ...base,
    url: '/seats/:seatId/sites/:siteId/test-call',
    action: 'testCall.hold',
    summary:
      'Hear and see one site beside the programme and be heard by it, for the next three seconds; said again each second',
    body: CallBody,
    response: AsideToken,
    handler: ({ actor, params: { siteId }, body }) =>
      asSeat(actor, async (seat) => {
        const refusal = await whyNotCall(deps, seat, siteId);
        if (refusal !== null) return refuse(refusal);
        const begun = await beginAside(deps, seat, { ...body, kind: 'call', siteId });
        return begun.ok ? tokenFor(deps, seat, await asides.find(body.asideId)) : begun;
      }),
  });
  api.route({
    ...base,
    url: '/seats/:seatId/sites/:siteId/test-call/end',
    action: 'testCall.end',
    summary: 'Either end hangs up',
    body: ReleaseBody,
    handler: ({ actor, params: { siteId }, body: { asideId } }) =>
      asSeat(actor, async (seat) => {
        if (seat.siteId === siteId) await asides.endCall({ conferenceId: seat.conferenceId, siteId, asideId });
        else await asides.release(seat.conferenceId, seat.seatId, asideId);
        return ok(undefined);
      }),
  });
};
