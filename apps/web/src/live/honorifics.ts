/**
 * Forms of address, the most frequent first. They are how a person is called, in Vietnamese in every interface; another
 * one can be typed. Clergy have their own: "đồng chí" before a monk is an incident.
 */
export const honorifics = [
  'Đồng chí',
  'Ông',
  'Bà',
  'Hòa thượng',
  'Thượng tọa',
  'Đại đức',
  'Ni trưởng',
  'Ni sư',
  'Giám mục',
  'Linh mục',
  'Mục sư',
  'Già làng',
  'Nghệ nhân',
  'Giáo sư',
  'Bác',
  'Anh',
  'Chị',
] as const;

export const DEFAULT_HONORIFIC = honorifics[0];
