import { AsideToken, CallBody, ReleaseBody, type AsideCode } from '@diemcau/domain/aside';
import { ok, refuse, type SiteId } from '@diemcau/domain/kernel';
import { aboutSite } from '../platform/http/index.ts';
import { asSeat, beginAside, tokenFor, type AsideApi, type AsideRoutesDeps } from './aside-routes.ts';
import type { SeatActor } from './asides.ts';
import type { ReadSupport } from './ports.ts';

export type CallRoutesDeps = AsideRoutesDeps & { readonly support: Pick<ReadSupport, 'above' | 'hasTaken'> };

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
  const base = { ...aboutSite(support.above), method: 'POST' } as const;
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
