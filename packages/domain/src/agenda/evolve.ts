import type { AgendaItemId, Recorded } from '../kernel/index.ts';
import type { AgendaEvent } from './messages.ts';
import { branchOf, type Agenda, type AgendaItem } from './state.ts';

type Place = { readonly parentId: AgendaItemId | null; readonly before: AgendaItemId | null };

/** Puts a branch where it belongs in the depth-first list: before a part, or after all that its parent holds. */
const placed = (
  items: readonly AgendaItem[],
  branch: readonly AgendaItem[],
  { parentId, before }: Place,
): readonly AgendaItem[] => {
  const next = before === null ? -1 : items.findIndex(({ itemId }) => itemId === before);
  const within = parentId === null ? items : branchOf(items, parentId);
  const last = within.at(-1);
  const end = last ? items.indexOf(last) + 1 : items.length;
  const at = next < 0 ? end : next;
  return [...items.slice(0, at), ...branch, ...items.slice(at)];
};

const moved = (items: readonly AgendaItem[], itemId: AgendaItemId, place: Place): readonly AgendaItem[] => {
  const branch = branchOf(items, itemId).map((item) =>
    item.itemId === itemId ? { ...item, parentId: place.parentId } : item,
  );
  const gone = new Set(branch.map((item) => item.itemId));
  return placed(
    items.filter((item) => !gone.has(item.itemId)),
    branch,
    place,
  );
};

/** The stretch of the current item ends: its time is counted. */
const counted = ({ items, current }: Agenda, at: number): readonly AgendaItem[] =>
  items.map((item) =>
    item.itemId === current?.itemId ? { ...item, spentMs: item.spentMs + Math.max(0, at - current.since) } : item,
  );

const stepped = (state: Agenda, to: AgendaItemId | null, at: number): Agenda => ({
  ...state,
  items: counted(state, at).map((item) => (item.itemId === to ? { ...item, beganAt: item.beganAt ?? at } : item)),
  current: to === null ? null : { itemId: to, since: at },
  last: { at, before: state.current, items: state.items },
});

/** The times of before the step; what was added or changed since stays. */
const takenBack = (state: Agenda): Agenda => {
  if (!state.last) return state;
  const before = new Map(state.last.items.map((item) => [item.itemId, item]));
  return {
    ...state,
    items: state.items.map((item) => {
      const { beganAt, spentMs } = before.get(item.itemId) ?? item;
      return { ...item, beganAt, spentMs };
    }),
    current: state.last.before,
    last: null,
  };
};

export const evolve = (state: Agenda, event: Recorded<AgendaEvent>): Agenda => {
  switch (event.type) {
    case 'agendaItemAdded': {
      const { itemId, parentId, kind, seconds, presenterId } = event;
      const item = { itemId, parentId, kind, seconds, presenterId, beganAt: null, spentMs: 0 };
      return { ...state, items: placed(state.items, [item], event), version: state.version + 1 };
    }
    case 'agendaItemChanged': {
      const { itemId, kind, seconds, presenterId } = event;
      const items = state.items.map((item) =>
        item.itemId === itemId ? { ...item, kind, seconds, presenterId } : item,
      );
      return { ...state, items };
    }
    case 'agendaItemMoved':
      return { ...state, items: moved(state.items, event.itemId, event), version: state.version + 1 };
    case 'agendaItemRemoved': {
      const gone = new Set(branchOf(state.items, event.itemId).map(({ itemId }) => itemId));
      const items = state.items.filter(({ itemId }) => !gone.has(itemId));
      return { ...state, items, version: state.version + 1, last: null };
    }
    case 'agendaItemBegun':
      return stepped(state, event.itemId, event.at);
    case 'agendaItemFinished':
      return stepped(state, null, event.at);
    case 'agendaItemTakenBack':
      return takenBack(state);
  }
};
