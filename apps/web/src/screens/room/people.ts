import type { Turn } from '@diemcau/domain/floor';
import type { SiteId, SpeakerId } from '@diemcau/domain/kernel';
import type { Live } from '@diemcau/domain/live';
import { honorificInSentence, inSentence, personOf, placeOf, siteOf, upperFirst } from '../../live/naming.ts';
import type { Names } from '../../live/index.ts';

type SiteWords = { readonly hall: string; readonly site: (name: string) => string; readonly ownSite: string };
type PersonWords = { readonly delegate: string };

/** "đồng chí Hoàng Thị Duyên"; "đại biểu" while nobody is named. */
export const whoOf = (names: Names, speakerId: SpeakerId | null, words: PersonWords): string => {
  const person = personOf(names, speakerId);
  return person ? `${honorificInSentence(person.honorific)} ${person.name}` : words.delegate;
};

/** "Điểm cầu xã Ba Bể, tỉnh Thái Nguyên", or the hall. */
export const siteCalled = (names: Names, live: Live, siteId: SiteId, words: SiteWords): string => {
  if (live.conference.status !== 'absent' && live.conference.hallId === siteId) return words.hall;
  const site = siteOf(names, siteId);
  return site ? words.site(inSentence(placeOf(site))) : words.ownSite;
};

/**
 * Who speaks and about what, as a line of its own: "Đồng chí Hoàng Thị Duyên: Đầu mối hỗ trợ các đoàn đại biểu". Without
 * a subject, from where: "Đồng chí Hoàng Thị Duyên, điểm cầu xã Ba Bể, tỉnh Thái Nguyên".
 */
export const speaksOf = (
  names: Names,
  live: Live,
  { requestId, speakerId, siteId }: Pick<Turn, 'requestId' | 'speakerId' | 'siteId'>,
  words: SiteWords & PersonWords,
): string => {
  const who = upperFirst(whoOf(names, speakerId, words));
  const subject = requestId === null ? undefined : names.subjects[requestId];
  const site = siteOf(names, siteId);
  // A site of one person bears the name that was just said.
  if (subject === undefined && site?.personal) return site.province === null ? who : `${who}, ${site.province}`;
  return subject === undefined ? `${who}, ${inSentence(siteCalled(names, live, siteId, words))}` : `${who}: ${subject}`;
};
