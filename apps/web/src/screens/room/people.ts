import type { SiteId, SpeakerId } from '@diemcau/domain/kernel';
import type { Live } from '@diemcau/domain/live';
import { inSentence, personOf, placeOf, siteOf, upperFirst } from '../../floor/names.ts';
import type { Names } from '../../live/index.ts';

type SiteWords = { readonly hall: string; readonly site: (name: string) => string; readonly ownSite: string };
type PersonWords = { readonly delegate: string };

/** "đồng chí Hoàng Thị Duyên"; "đại biểu" while nobody is named. */
export const whoOf = (names: Names, speakerId: SpeakerId | null, words: PersonWords): string => {
  const person = personOf(names, speakerId);
  return person ? `${person.honorific} ${person.name}` : words.delegate;
};

/** "Điểm cầu xã Ba Bể, tỉnh Thái Nguyên", or the hall. */
export const siteCalled = (names: Names, live: Live, siteId: SiteId, words: SiteWords): string => {
  if (live.conference.status !== 'absent' && live.conference.hallId === siteId) return words.hall;
  const site = siteOf(names, siteId);
  return site ? words.site(inSentence(placeOf(site))) : words.ownSite;
};

/** "Đồng chí Hoàng Thị Duyên, điểm cầu xã Ba Bể, tỉnh Thái Nguyên": who speaks and where, as a line of its own. */
export const speaksOf = (
  names: Names,
  live: Live,
  { speakerId, siteId }: { readonly speakerId: SpeakerId | null; readonly siteId: SiteId },
  words: SiteWords & PersonWords,
): string => `${upperFirst(whoOf(names, speakerId, words))}, ${inSentence(siteCalled(names, live, siteId, words))}`;
