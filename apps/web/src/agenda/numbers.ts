import type { AgendaItem } from '@diemcau/domain/agenda';
import type { AgendaItemId } from '@diemcau/domain/kernel';

/** "2", "2.1", "2.1.3": as an agenda is numbered on paper. */
export const numbersOf = (items: readonly AgendaItem[]): ReadonlyMap<AgendaItemId, string> => {
  const numbers = new Map<AgendaItemId, string>();
  const counted = new Map<AgendaItemId | null, number>();
  for (const { itemId, parentId } of items) {
    const place = (counted.get(parentId) ?? 0) + 1;
    counted.set(parentId, place);
    const above = parentId === null ? undefined : numbers.get(parentId);
    numbers.set(itemId, above === undefined ? String(place) : `${above}.${place}`);
  }
  return numbers;
};
