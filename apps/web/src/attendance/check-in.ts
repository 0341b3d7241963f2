import { CheckInNames } from '@diemcau/domain/attendance';
import type { DelegateId } from '@diemcau/domain/kernel';

import { api } from '../live/api.ts';

type Page = ReturnType<typeof CheckInNames.parse>;
export type NamedDelegate = Page['items'][number];
/** The delegates of a site as a phone may know them. */
export type SiteNames = Pick<Page, 'siteName'> & { readonly delegates: readonly NamedDelegate[] };

/** Opens the code: the room screen shows the next one from now on. */
export const openCode = async (secret: string): Promise<SiteNames> => {
  const read = (cursor?: string) => api.post('/check-in/names', { secret, ...(cursor && { cursor }) }, CheckInNames);
  const first = await read();
  const delegates = [...first.items];
  for (let { next } = first; next !== null;) {
    const page = await read(next);
    delegates.push(...page.items);
    next = page.next;
  }
  return { siteName: first.siteName, delegates };
};

/** @param id of this act: sent again, it is done once */
export const checkIn = (id: string, secret: string, delegateId: DelegateId): Promise<void> =>
  api.post('/check-in', { id, secret, delegateId });

/** What of the page's address is the code: chats and scanners put signs around it. Null: nothing of it is left. */
export const codeOf = (fragment: string): string | null => /[A-Za-z0-9_-]{16,}/.exec(fragment)?.[0] ?? null;

export type Refusal = 'wrong' | 'used' | 'expired' | 'closed' | 'present' | 'throttled' | 'other';
const refusals: Readonly<Record<string, Refusal>> = {
  'check_in.wrong': 'wrong',
  'check_in.used': 'used',
  'check_in.expired': 'expired',
  'check_in.closed': 'closed',
  'check_in.present': 'present',
  'check_in.throttled': 'throttled',
};
export const refusalOf = (code: string): Refusal => refusals[code] ?? 'other';

/** What may be done after a refusal: choose another name, send the same again, or nothing with this code. */
export const afterRefusal = (refusal: Refusal): 'choose' | 'retry' | 'over' => {
  if (refusal === 'present') return 'choose';
  return refusal === 'other' ? 'retry' : 'over';
};
