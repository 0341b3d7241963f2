import type { FloorCommand, SpeakerText } from '@diemcau/domain/floor';
import type { RequestId, SiteId } from '@diemcau/domain/kernel';
import type { Live } from '@diemcau/domain/live';
import type { Presence, SiteLabel } from '@diemcau/domain/wire';

import type { Names } from '../live/index.ts';
import { personOf, siteOf } from '../live/naming.ts';

/**
 * Whether a site can be called now. `away`: nobody opened its room screen; `lost`: it was here and is missing;
 * `poor`: here, on a weak line; `unknown`: not reported yet.
 */
export type Readiness = 'ready' | 'poor' | 'away' | 'lost' | 'unknown';

/** What the server told of the sites that this desk asked about; `answered`: asked long enough (`useWatch`). */
export type Watched = { readonly presence: Presence | null; readonly answered: ReadonlySet<SiteId> };

export const readinessOf = (live: Live, { presence, answered }: Watched, siteId: SiteId): Readiness => {
  if (live.programme.lost.includes(siteId)) return 'lost';
  const site = presence?.sites.find((s) => s.siteId === siteId);
  if (!site) return presence !== null && answered.has(siteId) ? 'away' : 'unknown';
  if (!site.room) return site.lostAt === null ? 'away' : 'lost';
  if (site.line === 'lost') return 'lost';
  return site.line === 'poor' ? 'poor' : 'ready';
};

export type StandbyRow = {
  readonly siteId: SiteId;
  readonly requestId: RequestId | null;
  readonly place: number;
  readonly person: SpeakerText | null;
  readonly site: SiteLabel | null;
  readonly readiness: Readiness;
};

/** Who prepares to speak; after the end nobody does. */
export const standingBy = ({ conference, floor }: Live): Live['floor']['standby'] =>
  conference.status === 'closed' ? [] : floor.standby;

/** The sites that prepare to speak, first the one that is called next. */
export const standbyRows = (live: Live, names: Names, watched: Watched): readonly StandbyRow[] =>
  standingBy(live).map(({ siteId, requestId, speakerId }, index) => ({
    siteId,
    requestId,
    place: index + 1,
    person: personOf(names, speakerId),
    site: siteOf(names, siteId),
    readiness: readinessOf(live, watched, siteId),
  }));

type SetStandby = Extract<FloorCommand, { type: 'floor.setStandby' }>;

/** Puts a site first on stand-by; the one that was first becomes the second. */
export const standFirst = ({ floor }: Live, siteId: SiteId): SetStandby => {
  const others = floor.standby.map((s) => s.siteId).filter((id) => id !== siteId);
  return { type: 'floor.setStandby', siteIds: [siteId, ...others].slice(0, 2) };
};

/** Takes a site off stand-by, by hand. */
export const standDown = ({ floor }: Live, siteId: SiteId): SetStandby => ({
  type: 'floor.setStandby',
  siteIds: floor.standby.map((s) => s.siteId).filter((id) => id !== siteId),
});
