import type { SpeakerText } from '@diemcau/domain/floor';
import type { SiteLabel } from '@diemcau/domain/wire';

import { honorificInSentence, placeOf } from '../live/naming.ts';

type Unnamed = { readonly unnamedSite: string; readonly unnamedPerson: string };

/** "Đồng chí Hoàng Thị Duyên"; the name stands last, so that it can be set apart. */
export const addressed = (person: SpeakerText): string => `${person.honorific} ${person.name}`;

/** The same inside a sentence: "đồng chí Hoàng Thị Duyên". */
export const addressedInSentence = (person: SpeakerText): string =>
  `${honorificInSentence(person.honorific)} ${person.name}`;

export const siteText = (site: SiteLabel | null, words: Unnamed): string => site?.name ?? words.unnamedSite;

export const placeText = (site: SiteLabel | null, words: Unnamed): string =>
  site === null ? words.unnamedSite : placeOf(site);

/** Who it is, in one piece: the person addressed, or the site when nobody is named. */
export const whoText = (person: SpeakerText | null, site: SiteLabel | null, words: Unnamed): string =>
  person === null ? siteText(site, words) : addressed(person);
