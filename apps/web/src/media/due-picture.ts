import type { SiteId } from '@diemcau/domain/kernel';
import { pictureOnAir, type Live } from '@diemcau/domain/live';
import type { Picture } from './cut.ts';

const TITLE: Picture = { kind: 'title' };

/**
 * What this page shows of the programme, under the pictures of several sites if such lie over it. A room does not look at itself: while it is on air it sees the hall, and the
 * hall sees its own camera directly, without the way round.
 * @param own the site of a room screen; null for desks and observers, who see the programme as it is
 */
export const duePicture = (live: Live, own: SiteId | null): Picture => {
  const { programme, conference } = live;
  const { onAir, lost } = programme;
  if (onAir.kind === 'title' || conference.status === 'absent') return TITLE;
  if (pictureOnAir(live).kind === 'title') return TITLE;
  if (onAir.siteId !== own) return { kind: 'site', siteId: onAir.siteId };
  const { hallId } = conference;
  const seesHall = own !== hallId && !lost.includes(hallId);
  return seesHall ? { kind: 'site', siteId: hallId } : { kind: 'own' };
};

/** Cameras that may be next: who stands by, and the hall, to which the picture goes back after each speech. */
export const warmSites = ({ conference, floor }: Live, own: SiteId | null): readonly SiteId[] => {
  if (conference.status !== 'open' && conference.status !== 'paused') return [];
  const sites = [...floor.standby.map(({ siteId }) => siteId), conference.hallId];
  return [...new Set(sites)].filter((siteId) => siteId !== own);
};

/** Whether the one on air was given the floor and is not heard yet. */
export const isVoiceComing = ({ floor: { turn }, programme: { onAir } }: Live): boolean =>
  turn !== null && turn.startedAt === null && onAir.kind === 'site' && onAir.siteId === turn.siteId;
