import { z } from 'zod';
import { ConferenceId, ok, refuse } from '@diemcau/domain/kernel';
import type { Action, Resource } from '@diemcau/domain/organisation';
import { Opened, WatchBody, WatchLink, WatchLinkBody, pathOf } from '@diemcau/domain/seat';
import { deviceLabel, ownOrigin, seatTokens, type Api, type Cookies } from '../platform/http/index.ts';
import type { AdminCode } from './admin-routes.ts';
import type { Conferences } from './ports.ts';
import type { Watch, WatchLinkState } from './watch.ts';

type Parts = {
  readonly watch: Watch;
  readonly conferences: Conferences;
  readonly cookies: Cookies;
  readonly publicUrl: string | undefined;
};

/** Allowing, withdrawing and opening the public watch link. */
export const watchRoutes = (
  api: Api<Action, Resource, AdminCode>,
  { watch, conferences, cookies, publicUrl }: Parts,
): void => {
  const common = {
    as: 'administrator',
    unknown: 'conference.not_found',
    params: z.object({ conferenceId: ConferenceId }),
    resource: async (input: { readonly params: { readonly conferenceId: ConferenceId } }): Promise<Resource | null> => {
      const facts = await conferences.facts(input.params.conferenceId);
      return facts && { conferenceId: facts.conferenceId, unitPath: facts.unitPath, siteId: null };
    },
  } as const;
  const url = '/conferences/:conferenceId/watch-link';
  // Behind #, so that it never reaches a log or a proxy.
  const toLink = (request: Parameters<typeof ownOrigin>[0], { secret, ...state }: WatchLinkState): WatchLink => ({
    ...state,
    link: secret === null ? null : `${ownOrigin(request, publicUrl)}/xem#${secret}`,
  });

  api.route({
    ...common,
    method: 'GET',
    url,
    action: 'watch.read',
    summary: 'The public watch link of a conference, and how many watch by it now',
    response: WatchLink,
    handler: async ({ params, request }) => ok(toLink(request, await watch.state(params.conferenceId))),
  });
  api.route({
    ...common,
    method: 'POST',
    url,
    action: 'watch.allow',
    summary: 'Allow watching by a public link, or change how many devices may',
    body: WatchLinkBody,
    response: WatchLink,
    handler: async ({ actor, params, body, request }) => {
      const facts = await conferences.facts(params.conferenceId);
      if (!facts) return refuse('conference.not_found');
      const allowed = await watch.allow(actor, facts, body);
      return allowed.ok ? ok(toLink(request, allowed.value)) : allowed;
    },
  });
  api.route({
    ...common,
    method: 'DELETE',
    url,
    action: 'watch.withdraw',
    summary: 'Withdraw the public watch link; all who watch by it leave at once',
    handler: async ({ actor, params }) => {
      await watch.withdraw(actor, params.conferenceId);
      return ok(undefined);
    },
  });
  api.route({
    method: 'POST',
    url: '/watch',
    as: 'anyone',
    action: 'watch.open',
    summary: 'Open a public watch link on this device, with no right but to watch',
    options: { config: { rateLimit: { max: 300, timeWindow: '1 minute' } } },
    body: WatchBody,
    response: Opened,
    handler: async ({ body, request, reply }) => {
      const label = deviceLabel(request.headers['user-agent']);
      const tokens = seatTokens(request).map(({ token }) => token);
      const opened = await watch.open(body, { label, address: request.ip, tokens });
      if (!opened.ok) return opened;
      const { token, ...seat } = opened.value;
      if (token !== null) cookies.setSeat(request, reply, seat.seatId, token);
      return ok({ ...seat, path: pathOf(seat) });
    },
  });
};
