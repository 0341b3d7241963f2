import type { SiteId } from '@diemcau/domain/kernel';
import type { Live } from '@diemcau/domain/live';

import type { Names } from '../live/index.ts';
import { inSentence, personOf, placeOf, siteOf, upperFirst } from '../live/naming.ts';

/** The two lines under a picture: a speaker with position and site, or the place itself. */
export type LowerThirdLines = {
  readonly honorific: string;
  readonly name: string;
  readonly details: readonly string[];
};

type PlaceWords = { readonly hall: string; readonly siteCalled: (name: string) => string };

/** What lies under the picture of a site, as every room sees it; null when switched off or not known yet. */
export const lowerThirdOf = (live: Live, names: Names, siteId: SiteId, words: PlaceWords): LowerThirdLines | null => {
  const { floor, programme, conference } = live;
  const site = siteOf(names, siteId);
  if (!programme.lowerThird || conference.status === 'absent' || site === null) return null;
  const isHall = conference.hallId === siteId;
  const place = isHall ? words.hall : words.siteCalled(inSentence(placeOf(site)));
  const { turn } = floor;
  const speaker = turn?.siteId === siteId && turn.interruptedAt === null ? personOf(names, turn.speakerId) : null;
  if (speaker) {
    // A site of one person bears the name that stands above.
    const from = site.personal ? (site.province === null ? [] : [upperFirst(site.province)]) : [place];
    return { honorific: upperFirst(speaker.honorific), name: speaker.name, details: [speaker.position, ...from] };
  }
  // A hall that bears no name of its own would say the same twice.
  const details = isHall && site.name !== place ? [placeOf(site)] : [];
  return { honorific: '', name: place, details };
};
