import type { SpeakerText } from '@diemcau/domain/floor';
import { foldText, type SiteId, type SpeakerId } from '@diemcau/domain/kernel';
import type { SiteLabel } from '@diemcau/domain/wire';

import { siteNamed, speakerNamed } from './select.ts';
import type { Names } from './state.ts';

/** How a person is addressed; null while a turn has no named speaker, or the name has not arrived yet. */
export const personOf = (names: Names, speakerId: SpeakerId | null): SpeakerText | null => {
  const speaker = speakerNamed(names, speakerId);
  return speaker ? { honorific: speaker.honorific, name: speaker.name, position: speaker.position } : null;
};

export const siteOf = (names: Names, siteId: SiteId): SiteLabel | null => siteNamed(names, siteId) ?? null;

/** "Xã Ba Bể, tỉnh Thái Nguyên"; a provincial site is not followed by its own name. */
export const placeOf = (site: SiteLabel): string => {
  if (site.province === null || foldText(site.name).includes(foldText(site.province))) return site.name;
  return `${site.name}, ${site.province}`;
};

/** Kinds of place whose first letter is small inside a sentence; proper names and abbreviations keep theirs. */
const commonNouns = [
  'Xã',
  'Phường',
  'Đặc khu',
  'Tỉnh',
  'Thành phố',
  'Hội trường',
  'Cơ quan',
  'Trung tâm',
  'Trụ sở',
  'Ủy ban',
  'Uỷ ban',
  'Điểm cầu',
  'Cá nhân',
];

/** A place as it stands inside a sentence: "xã Ba Bể, tỉnh Thái Nguyên". */
export const inSentence = (place: string): string => {
  const noun = commonNouns.find((start) => place === start || place.startsWith(`${start} `));
  return noun === undefined ? place : place.charAt(0).toLowerCase() + place.slice(1);
};

export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Everyday forms of address; titles of the clergy and of learning keep their capital. */
const smallHonorifics = new Set(['Đồng chí', 'Ông', 'Bà', 'Bác', 'Anh', 'Chị']);
/** "đồng chí" inside a sentence, "Hòa thượng" as it is. */
export const honorificInSentence = (honorific: string): string =>
  smallHonorifics.has(honorific) ? honorific.toLowerCase() : honorific;
