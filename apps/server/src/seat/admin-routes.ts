import { z } from 'zod';
import { ConferenceId, SeatId, ok, refuse } from '@diemcau/domain/kernel';
import type { Action, Resource } from '@diemcau/domain/organisation';
import {
  ClerkLinks,
  ClerkLinksBody,
  IssueBody,
  Issued,
  Reissued,
  SeatPage,
  SeatQuery,
  type Seat,
  type SeatCode,
} from '@diemcau/domain/seat';
import { cutPage, ownOrigin, readCursor, type Api } from '../platform/http/index.ts';
import type { IssueClerkLinks } from './clerk-links.ts';
import type { Conferences } from './ports.ts';
import type { Seats } from './seats.ts';
import type { SeatStore, StoredSeat } from './store.ts';

export type AdminCode = SeatCode | 'conference.not_found';
export type AdminParts = {
  readonly store: SeatStore;
  readonly seats: Seats;
  readonly issueClerkLinks: IssueClerkLinks;
  readonly conferences: Conferences;
  readonly publicUrl: string | undefined;
};

const InConference = z.object({ conferenceId: ConferenceId });
const OfConference = z.object({ conferenceId: ConferenceId, seatId: SeatId });

const toSeat = ({
  seatId,
  role,
  siteId,
  siteName,
  personName,
  deviceLabel,
  issuedAt,
  openedAt,
  revokedAt,
}: StoredSeat): Seat => ({
  seatId,
  role,
  siteId,
  siteName,
  personName,
  state: revokedAt !== null ? 'revoked' : openedAt !== null ? 'opened' : 'issued',
  deviceLabel,
  issuedAt: issuedAt.toISOString(),
  openedAt: openedAt?.toISOString() ?? null,
});

/** Seats as the administrators of the conference's unit see and change them. */
export const adminSeatRoutes = (
  api: Api<Action, Resource, AdminCode>,
  { store, seats, issueClerkLinks, conferences, publicUrl }: AdminParts,
): void => {
  const resource = async (input: {
    readonly params: { readonly conferenceId: ConferenceId };
  }): Promise<Resource | null> => {
    const facts = await conferences.facts(input.params.conferenceId);
    return facts && { conferenceId: facts.conferenceId, unitPath: facts.unitPath, siteId: null };
  };
  const common = { as: 'administrator', unknown: 'conference.not_found', resource } as const;
  // Behind #, so that it never reaches a log or a proxy.
  const linkOf = (request: Parameters<typeof ownOrigin>[0], secret: string) =>
    `${ownOrigin(request, publicUrl)}/l#${secret}`;
  const seatIn = async ({ conferenceId, seatId }: z.output<typeof OfConference>) => {
    const seat = await store.find(seatId);
    // Who watches by the public link has no link of its own to issue or to withdraw.
    return seat?.conferenceId === conferenceId && seat.watchLinkId === null ? seat : undefined;
  };

  api.route({
    ...common,
    method: 'GET',
    url: '/conferences/:conferenceId/seats',
    action: 'seat.list',
    summary: 'The seats of a conference, the latest first',
    params: InConference,
    query: SeatQuery,
    response: SeatPage,
    handler: async ({ params, query }) => {
      const search = { conferenceId: params.conferenceId, role: query.role ?? null, q: query.q ?? '' };
      const rows = await store.list(
        search,
        readCursor(z.tuple([z.iso.datetime(), SeatId]), query.cursor),
        query.limit + 1,
      );
      const page = cutPage(rows, query.limit, ({ issuedAt, seatId }) => [issuedAt.toISOString(), seatId]);
      return ok({ items: page.rows.map(toSeat), next: page.next });
    },
  });
  api.route({
    ...common,
    method: 'POST',
    url: '/conferences/:conferenceId/seats',
    action: 'seat.issue',
    summary: 'Make a seat; its personal link is shown this once',
    params: InConference,
    body: IssueBody,
    response: Issued,
    status: 201,
    handler: async ({ actor, params, body, request }) => {
      const facts = await conferences.facts(params.conferenceId);
      if (!facts) return refuse('conference.not_found');
      const issued = await seats.issue(actor, facts, body);
      return issued.ok ? ok({ seatId: body.seatId, link: linkOf(request, issued.value) }) : issued;
    },
  });
  api.route({
    ...common,
    method: 'POST',
    url: '/conferences/:conferenceId/clerk-links',
    action: 'seat.issue',
    summary: 'Links for the clerks of up to 100 sites; the same request again gives the same links',
    options: { config: { rateLimit: { max: 120, timeWindow: '1 minute' } } },
    params: InConference,
    body: ClerkLinksBody,
    response: ClerkLinks,
    handler: async ({ actor, params, body, request }) => {
      const facts = await conferences.facts(params.conferenceId);
      if (!facts) return refuse('conference.not_found');
      return issueClerkLinks(actor, facts, body, (secret) => linkOf(request, secret));
    },
  });
  api.route({
    ...common,
    method: 'POST',
    url: '/conferences/:conferenceId/seats/:seatId/reissue',
    action: 'seat.reissue',
    summary: 'A new link; the old one and the device that holds the seat end at once',
    params: OfConference,
    response: Reissued,
    handler: async ({ actor, params, request }) => {
      const seat = await seatIn(params);
      if (!seat) return refuse('seat.not_found');
      const secret = await seats.reissue(actor, seat);
      return secret.ok ? ok({ link: linkOf(request, secret.value) }) : secret;
    },
  });
  api.route({
    ...common,
    method: 'DELETE',
    url: '/conferences/:conferenceId/seats/:seatId',
    action: 'seat.revoke',
    summary: 'Withdraw a seat at once',
    params: OfConference,
    handler: async ({ actor, params }) => {
      const seat = await seatIn(params);
      if (!seat) return refuse('seat.not_found');
      if (seat.revokedAt === null) await seats.revoke(actor, seat);
      return ok(undefined);
    },
  });
};
