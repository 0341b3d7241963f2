import {
  DeskProvinces,
  DeskSitePage,
  type DeskProvince,
  type DeskSite,
  type DeskSiteFilter,
} from '@diemcau/domain/conference';
import type { SeatId } from '@diemcau/domain/kernel';
import type { z } from 'zod';

import { api } from '../live/api.ts';

export type DeskSites = z.infer<typeof DeskSitePage>;
export type { DeskProvince, DeskSite, DeskSiteFilter };

export type DeskSitesAsked = {
  readonly seatId: SeatId;
  /** Typed with or without accents; empty finds all. */
  readonly q: string;
  readonly filter: DeskSiteFilter;
  /** By its code, empty the centre; null: everywhere. */
  readonly province: string | null;
  readonly cursor: string | null;
  readonly limit: number;
};

/** The sites of the conference as a desk may read them, a page at a time. Throws a `Problem`. */
export const fetchDeskSites = (asked: DeskSitesAsked, signal?: AbortSignal): Promise<DeskSites> => {
  const query = new URLSearchParams({ limit: String(asked.limit), filter: asked.filter });
  if (asked.q.trim() !== '') query.set('q', asked.q.trim());
  if (asked.province !== null) query.set('province', asked.province);
  if (asked.cursor !== null) query.set('cursor', asked.cursor);
  return api.get(`/seats/${asked.seatId}/sites?${query.toString()}`, DeskSitePage, { signal });
};

/** The provinces of which sites are invited. Throws a `Problem`. */
export const fetchDeskProvinces = async (seatId: SeatId, signal?: AbortSignal): Promise<readonly DeskProvince[]> =>
  (await api.get(`/seats/${seatId}/provinces`, DeskProvinces, { signal })).items;
