import type { AgendaCommand } from '@diemcau/domain/agenda';
import type { AgendaItemId } from '@diemcau/domain/kernel';

type Placed = { readonly itemId: AgendaItemId; readonly parentId: AgendaItemId | null };
type Move = Extract<AgendaCommand, { type: 'agenda.move' }>;

export type Way = 'up' | 'down' | 'in' | 'out';

/** Where an item goes, one step: among its neighbours, into the one before it, or out of what holds it. Null: nowhere. */
export const moveItemCommand = (
  items: readonly Placed[],
  itemId: AgendaItemId,
  way: Way,
  agendaVersion: number,
): Move | null => {
  const item = items.find((each) => each.itemId === itemId);
  if (!item) return null;
  const around = items.filter(({ parentId }) => parentId === item.parentId);
  const at = around.indexOf(item);
  const to = (parentId: AgendaItemId | null, before: AgendaItemId | null): Move => ({
    type: 'agenda.move',
    itemId,
    parentId,
    before,
    agendaVersion,
  });
  const previous = around[at - 1];
  switch (way) {
    case 'up':
      return previous ? to(item.parentId, previous.itemId) : null;
    case 'down':
      return at + 1 < around.length ? to(item.parentId, around[at + 2]?.itemId ?? null) : null;
    case 'in':
      return previous ? to(previous.itemId, null) : null;
    case 'out': {
      const holder = items.find((each) => each.itemId === item.parentId);
      if (!holder) return null;
      const beside = items.filter(({ parentId }) => parentId === holder.parentId);
      return to(holder.parentId, beside[beside.indexOf(holder) + 1]?.itemId ?? null);
    }
  }
};
