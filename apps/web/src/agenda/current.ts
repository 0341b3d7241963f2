import type { Live } from '@diemcau/domain/live';

import { numbersOf } from './numbers.ts';

/** The item that the conference is at: "3", of 7 at the top, "Thảo luận". */
export type CurrentItem = { readonly number: string; readonly of: number; readonly title: string };

/** Null before the first item, between two, or while its title has not arrived. */
export const currentItem = ({ agenda }: Live, titles: Readonly<Record<string, string>>): CurrentItem | null => {
  const { current, items } = agenda;
  const title = current === null ? undefined : titles[current.itemId];
  if (current === null || title === undefined) return null;
  const of = items.filter(({ parentId }) => parentId === null).length;
  return { number: numbersOf(items).get(current.itemId) ?? '', of, title };
};
