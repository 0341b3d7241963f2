import type { SeatId, SiteId } from '@diemcau/domain/kernel';
import {
  HelpPage,
  OwnProvincePage,
  SiteChecks,
  SupportedSitePage,
  type AskHelpBody,
  type EnterChecksBody,
  type HelpId,
  type LineRunId,
  type SupportedSiteFilter,
} from '@diemcau/domain/support';

import { api } from '../live/api.ts';

const PAGE = 60;

const query = (more: Readonly<Record<string, string | null>>): string => {
  const given = Object.entries(more).flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
  return String(new URLSearchParams([['limit', String(PAGE)], ...given]));
};
const paged = (cursor: string, q = ''): Readonly<Record<string, string>> => ({
  ...(cursor !== '' && { cursor }),
  ...(q !== '' && { q }),
});

export type SitesAsked = { readonly q: string; readonly filter: SupportedSiteFilter };

/** What a seat reads and does of help and readiness. Acts may be sent again: each is done once. */
export const supportPort = (seatId: SeatId) => {
  const seat = `/seats/${seatId}`;
  const site = (siteId: SiteId) => `${seat}/sites/${siteId}`;
  const help = (siteId: SiteId, helpId: HelpId) => `${site(siteId)}/help/${helpId}`;
  return {
    ask: (siteId: SiteId, body: AskHelpBody) => api.post(`${site(siteId)}/help`, body),
    withdraw: (siteId: SiteId, helpId: HelpId) => api.post(`${help(siteId, helpId)}/withdraw`),
    pass: (siteId: SiteId, helpId: HelpId) => api.post(`${help(siteId, helpId)}/pass`),
    take: (siteId: SiteId, helpId: HelpId, from: SeatId | null) => api.post(`${help(siteId, helpId)}/take`, { from }),
    answer: (siteId: SiteId, helpId: HelpId, text: string) => api.post(`${help(siteId, helpId)}/answer`, { text }),
    solve: (siteId: SiteId, helpId: HelpId) => api.post(`${help(siteId, helpId)}/solve`),
    helps: (isCentre: boolean, cursor: string, signal?: AbortSignal) =>
      api.get(`${seat}/help${isCentre ? '' : '/province'}?${query(paged(cursor))}`, HelpPage, { signal }),

    checks: (siteId: SiteId, signal?: AbortSignal) => api.get(`${site(siteId)}/checks`, SiteChecks, { signal }),
    enter: (siteId: SiteId, results: EnterChecksBody['results']) => api.post(`${site(siteId)}/checks`, { results }),
    runLine: (siteId: SiteId, runId: LineRunId) => api.post(`${site(siteId)}/line-runs`, { runId }),
    confirm: (siteId: SiteId) => api.post(`${site(siteId)}/checks/confirm`),
    sites: (province: string | null, { q, filter }: SitesAsked, cursor: string, signal?: AbortSignal) =>
      api.get(`${seat}/readiness/sites?${query({ province, filter, ...paged(cursor, q) })}`, SupportedSitePage, {
        signal,
      }),
    ownProvince: ({ q, filter }: SitesAsked, cursor: string, signal?: AbortSignal) =>
      api.get(`${seat}/readiness/province?${query({ filter, ...paged(cursor, q) })}`, OwnProvincePage, { signal }),
    signOff: (missing: number) => api.post(`${seat}/readiness/sign-off`, { missing }),
  };
};
export type SupportPort = ReturnType<typeof supportPort>;
