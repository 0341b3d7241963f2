import type { SiteId } from '@diemcau/domain/kernel';
import { initialLive, type Live } from '@diemcau/domain/live';

export const hallId = '0190aaaa-0000-7000-8000-000000000003' as SiteId;

/** A conference that has begun, with its hall. */
export const meeting = (status: 'open' | 'paused' = 'open'): Live => ({
  ...initialLive,
  conference: {
    status,
    kind: 'conference',
    startsAt: 0,
    hallId,
    siteLimit: 10,
    sites: new Set(),
    invited: 2,
    openedAt: 0,
    closedAt: null,
    returnsAt: null,
    rehearsal: null,
    rehearsals: 0,
  },
});
