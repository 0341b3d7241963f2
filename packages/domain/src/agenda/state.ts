import type { AgendaItemId, SpeakerId } from '../kernel/index.ts';
import type { AgendaKind } from './messages.ts';

/** Times in ms since the epoch. */
export type AgendaItem = {
  readonly itemId: AgendaItemId;
  readonly parentId: AgendaItemId | null;
  readonly kind: AgendaKind;
  readonly seconds: number | null;
  readonly presenterId: SpeakerId | null;
  /** When it became the current one for the first time. */
  readonly beganAt: number | null;
  /** How long it was the current one, without the stretch that runs. */
  readonly spentMs: number;
};

export type Agenda = {
  /** The tree, depth first: parts follow their parent. */
  readonly items: readonly AgendaItem[];
  /** Grows with each item that is added, moved or removed; a move carries the one that it saw. */
  readonly version: number;
  readonly current: { readonly itemId: AgendaItemId; readonly since: number } | null;
  /** The last step, which may be taken back for a moment: what was current before it, and the item as it was. */
  readonly last: {
    readonly at: number;
    readonly before: Agenda['current'];
    readonly items: readonly AgendaItem[];
  } | null;
};

export const emptyAgenda: Agenda = { items: [], version: 0, current: null, last: null };

/** What is planned as it is now, and what was done of it as it was before (C20). */
export const agendaAnew = (now: Agenda, before: Agenda): Agenda => ({
  items: now.items.map((item) => {
    const was = itemOf(before, item.itemId);
    return { ...item, beganAt: was?.beganAt ?? null, spentMs: was?.spentMs ?? 0 };
  }),
  version: now.version,
  current: before.current && itemOf(now, before.current.itemId) ? before.current : null,
  last: null,
});

export const itemOf = (agenda: Agenda, itemId: AgendaItemId | null): AgendaItem | undefined =>
  agenda.items.find((item) => item.itemId === itemId);

/** An item and all its parts, which follow it in the list. */
export const branchOf = (items: readonly AgendaItem[], itemId: AgendaItemId): readonly AgendaItem[] => {
  const branch = new Set<AgendaItemId>([itemId]);
  return items.filter((item) => {
    const within = item.itemId === itemId || (item.parentId !== null && branch.has(item.parentId));
    if (within) branch.add(item.itemId);
    return within;
  });
};

/** 1 at the top; 0 for what is not there. */
export const depthOf = (items: readonly AgendaItem[], itemId: AgendaItemId | null): number => {
  const item = items.find((each) => each.itemId === itemId);
  return item ? 1 + depthOf(items, item.parentId) : 0;
};

/** Items without parts: what takes time. */
export const leavesOf = ({ items }: Agenda): readonly AgendaItem[] => {
  const parents = new Set(items.map(({ parentId }) => parentId));
  return items.filter(({ itemId }) => !parents.has(itemId));
};
