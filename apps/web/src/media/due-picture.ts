import type { LineStep, SiteId } from '@diemcau/domain/kernel';
import { pictureOnAir, sitesOnAir, type Live } from '@diemcau/domain/live';
import type { Picture } from './cut.ts';

const TITLE: Picture = { kind: 'title' };

/**
 * What this page shows of the programme, under the pictures of several sites if such lie over it. A room does not look at itself: while it is on air it sees the hall, and the
 * hall sees its own camera directly, without the way round.
 * @param own the site of a room screen; null for desks and observers, who see the programme as it is
 * @param carried what the line of this page carries: of several sites a thin one brings one, and the thinnest none
 */
export const duePicture = (live: Live, own: SiteId | null, carried: LineStep = 'full'): Picture => {
  const wanted = seenOf(live, own, carried === 'full' ? null : speakingAmong(live));
  if (wanted.kind !== 'site') return wanted;
  const isSent = live.programme.lines[wanted.siteId]?.up !== 'sound';
  return isSent && carriesPicture(carried) ? wanted : TITLE;
};

const carriesPicture = (carried: LineStep): boolean => carried !== 'sound' && carried !== 'text';

/** Of a picture of several sites the one that speaks, or the first that is there. */
const speakingAmong = (live: Live): SiteId | null => {
  const sites = sitesOnAir(live).filter((siteId) => !live.programme.lost.includes(siteId));
  return sites.find((siteId) => siteId === live.floor.turn?.siteId) ?? sites[0] ?? null;
};

const seenOf = (live: Live, own: SiteId | null, insteadOfSeveral: SiteId | null): Picture => {
  const { programme, conference } = live;
  const { onAir, lost } = programme;
  if (onAir.kind === 'title' || conference.status === 'absent') return TITLE;
  if (pictureOnAir(live).kind === 'title') return TITLE;
  const siteId = insteadOfSeveral ?? onAir.siteId;
  const camera = siteId === onAir.siteId && onAir.sourceId !== undefined ? { sourceId: onAir.sourceId } : {};
  if (siteId !== own) return { kind: 'site', siteId, ...camera };
  const { hallId } = conference;
  const seesHall = own !== hallId && !lost.includes(hallId);
  return seesHall ? { kind: 'site', siteId: hallId } : { kind: 'own', ...camera };
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
