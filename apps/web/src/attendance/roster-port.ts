import {
  AttendingSitePage,
  Imported,
  RosterPage,
  type AnswerBody,
  type AttendingSite,
  type ContactBody,
  type Delegate,
  type DelegateText,
  type Mark,
  type PastedDelegate,
} from '@diemcau/domain/attendance';
import type { DelegateId, SeatId, SiteId } from '@diemcau/domain/kernel';

import { api } from '../live/api.ts';

type Page = ReturnType<typeof RosterPage.parse>;
/** A whole roster, and how its site stands in the latest roll call. */
export type Roster = Omit<Page, 'items' | 'next' | 'total'> & { readonly delegates: readonly Delegate[] };

type Sent<T> = T & { readonly id: string };
/** What a page may do with one site's attendance. Each change carries the id that its page made. */
export type RosterPort = {
  readonly read: () => Promise<Roster>;
  readonly mark: (body: Sent<{ readonly marks: readonly Mark[] }>) => Promise<void>;
  readonly answer: (body: AnswerBody) => Promise<void>;
  readonly put: (body: Sent<DelegateText & { readonly delegateId: DelegateId }>) => Promise<void>;
  readonly remove: (body: Sent<{ readonly delegateId: DelegateId }>) => Promise<void>;
  readonly import: (body: Sent<{ readonly rows: readonly PastedDelegate[] }>) => Promise<Imported>;
  readonly contact: (body: ContactBody) => Promise<void>;
};

/** As many as the server gives at once: a full roster is two pages. */
const PAGE = 200;

const withPages = async <P extends { readonly items: readonly unknown[]; readonly next: string | null }>(
  read: (query: URLSearchParams) => Promise<P>,
): Promise<{ readonly first: P; readonly items: readonly P['items'][number][] }> => {
  const first = await read(new URLSearchParams({ limit: String(PAGE) }));
  const items: P['items'][number][] = [...first.items];
  for (let { next } = first; next !== null;) {
    const page = await read(new URLSearchParams({ limit: String(PAGE), cursor: next }));
    items.push(...page.items);
    next = page.next;
  }
  return { first, items };
};

/** The attendance of a site, asked for by a seat: its own clerk's, or its province's. */
export const rosterPort = (seatId: SeatId, siteId: SiteId): RosterPort => {
  const path = `/seats/${seatId}/sites/${siteId}`;
  return {
    read: async () => {
      const { first, items } = await withPages((query) => api.get(`${path}/roster?${query}`, RosterPage));
      const { site, contact, summoned, present, answer } = first;
      return { site, contact, summoned, present, answer, delegates: items };
    },
    mark: (body) => api.post(`${path}/marks`, body),
    answer: (body) => api.post(`${path}/answers`, body),
    put: (body) => api.post(`${path}/delegates`, body),
    remove: (body) => api.post(`${path}/delegates/removals`, body),
    import: (body) => api.post(`${path}/delegates/import`, body, Imported),
    contact: (body) => api.post(`${path}/contact`, body),
  };
};

/** The sites of the communes for which a province's clerk may answer; none for any other clerk. */
export const readCommunes = async (seatId: SeatId): Promise<readonly AttendingSite[]> =>
  (await withPages((query) => api.get(`/seats/${seatId}/attendance/province?${query}`, AttendingSitePage))).items;
