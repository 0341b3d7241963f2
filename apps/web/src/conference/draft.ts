import { ConferenceId, SiteId, UnitId } from '@diemcau/domain/kernel';
import { ConferenceKind } from '@diemcau/domain/conference';
import { z } from 'zod';

import { readDate, readTime } from './when.ts';

/** Viet Nam keeps one offset all year. */
const offset = '+07:00';

const Chosen = z.object({
  siteId: SiteId,
  code: z.string(),
  name: z.string(),
  province: z.string().nullable().optional(),
  unitId: UnitId.optional(),
});

/** A conference that is being written. It keeps its id, so that sending it twice makes one conference. */
export const Draft = z.object({
  conferenceId: ConferenceId,
  kind: ConferenceKind,
  name: z.string(),
  /** As they were typed, in the time of Viet Nam. */
  date: z.string(),
  time: z.string(),
  hall: Chosen.nullable(),
  siteLimit: z.number(),
  supportPhone: z.string(),
  sites: z.array(Chosen),
  /** Pasted codes that were not added yet. */
  codesText: z.string(),
});
export type Draft = z.infer<typeof Draft>;

export const emptyDraft = (newId: string): Draft => ({
  conferenceId: ConferenceId.parse(newId),
  kind: 'conference',
  name: '',
  date: '',
  time: '08:00',
  hall: null,
  siteLimit: 100,
  supportPhone: '',
  sites: [],
  codesText: '',
});

/** The start as a moment with its offset; null while date or time is missing or impossible. */
export const startOf = ({ date, time }: Pick<Draft, 'date' | 'time'>): string | null => {
  const [day, hour] = [readDate(date), readTime(time)];
  return day === null || hour === null ? null : `${day}T${hour}:00${offset}`;
};

export type DraftField = 'name' | 'date' | 'time' | 'past' | 'hall' | 'limit' | 'phone';

const phoneRule = /^[+(]?[0-9][0-9 ().-]{0,29}$/;
const nameLength = 200;
const mostSites = 10_000;

/** What is wrong with name and start, in the order of the form. `now` in ms since the epoch. */
export const wrongInStart = (
  draft: Pick<Draft, 'name' | 'date' | 'time'>,
  now: number,
): readonly ('name' | 'date' | 'time' | 'past')[] => {
  const name = draft.name.normalize('NFC').trim();
  const startsAt = startOf(draft);
  return [
    ...(name.length === 0 || name.length > nameLength ? (['name'] as const) : []),
    ...(readDate(draft.date) === null ? (['date'] as const) : []),
    ...(readTime(draft.time) === null ? (['time'] as const) : []),
    ...(startsAt !== null && Date.parse(startsAt) < now - 60_000 ? (['past'] as const) : []),
  ];
};

/** What keeps the draft from being sent, in the order of the form. `now` in ms since the epoch. */
export const wrongInDraft = (draft: Draft, now: number): readonly DraftField[] => {
  const wrong: DraftField[] = [...wrongInStart(draft, now)];
  if (draft.hall === null) wrong.push('hall');
  if (!Number.isInteger(draft.siteLimit) || draft.siteLimit < 1 || draft.siteLimit > mostSites) wrong.push('limit');
  const phone = draft.supportPhone.trim();
  if (phone !== '' && !phoneRule.test(phone)) wrong.push('phone');
  return wrong;
};

/** What is sent; only for a draft with nothing wrong in it. The sites are named one by one: exactly those that were seen. */
export const bodyOf = (draft: Draft) => ({
  conferenceId: draft.conferenceId,
  kind: draft.kind,
  name: draft.name.trim(),
  startsAt: startOf(draft),
  hallSiteId: draft.hall?.siteId,
  siteLimit: draft.siteLimit,
  supportPhone: draft.supportPhone.trim() === '' ? null : draft.supportPhone.trim(),
  siteIds: draft.sites.map(({ siteId }) => siteId),
});
