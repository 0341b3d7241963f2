import { type Agenda, type AgendaItem, type AgendaKind, depthOf, leavesOf } from '@diemcau/domain/agenda';
import type { AgendaItemId, SpeakerId } from '@diemcau/domain/kernel';

import { numbersOf } from './numbers.ts';

type Titles = Readonly<Record<string, string>>;

export type ItemState = 'done' | 'now' | 'waiting';

export type ItemRow = {
  readonly itemId: AgendaItemId;
  readonly parentId: AgendaItemId | null;
  readonly number: string;
  /** 1 at the top, 3 at most. */
  readonly depth: number;
  /** Empty while it has not arrived. */
  readonly title: string;
  readonly kind: AgendaKind;
  readonly presenterId: SpeakerId | null;
  readonly hasParts: boolean;
  readonly state: ItemState;
  /** Of its own, whatever its parts take. */
  readonly ownMs: number | null;
  /** As planned, with all its parts; null without a plan. */
  readonly plannedMs: number | null;
  /** When it begins by the plan, ms since the epoch. */
  readonly startsAt: number;
  /** How long it was the current item, without the stretch that runs since `since`. */
  readonly spentMs: number;
  readonly since: number | null;
};

/** Planned starts by item: those of its parts count, one after the other. */
const startsOf = (agenda: Agenda, startsAt: number): ReadonlyMap<AgendaItemId, number> => {
  const leaves = new Set(leavesOf(agenda).map(({ itemId }) => itemId));
  const starts = new Map<AgendaItemId, number>();
  let at = startsAt;
  for (const { itemId, seconds } of agenda.items) {
    starts.set(itemId, at);
    if (leaves.has(itemId)) at += (seconds ?? 0) * 1000;
  }
  return starts;
};

const within = (items: readonly AgendaItem[], item: AgendaItem): readonly AgendaItem[] =>
  items.filter(({ parentId }) => parentId === item.itemId).flatMap((part) => [part, ...within(items, part)]);

const plannedOf = (items: readonly AgendaItem[], item: AgendaItem): number | null => {
  const parts = items.filter(({ parentId }) => parentId === item.itemId);
  if (parts.length === 0) return item.seconds === null ? null : item.seconds * 1000;
  const planned = parts.map((part) => plannedOf(items, part)).filter((ms) => ms !== null);
  return planned.length === 0 ? null : planned.reduce((sum, ms) => sum + ms, 0);
};

const stateOf = ({ items, current }: Agenda, item: AgendaItem): ItemState => {
  const branch = [item, ...within(items, item)];
  if (branch.some(({ itemId }) => itemId === current?.itemId)) return 'now';
  return branch.some(({ beganAt }) => beganAt !== null) ? 'done' : 'waiting';
};

/** The agenda as its pages show it, parts under their items. @param startsAt as invited, ms since the epoch */
export const itemRows = (agenda: Agenda, titles: Titles, startsAt: number): readonly ItemRow[] => {
  const { items, current } = agenda;
  const numbers = numbersOf(items);
  const starts = startsOf(agenda, startsAt);
  return items.map((item) => {
    const { itemId, parentId, kind, presenterId } = item;
    const parts = within(items, item);
    return {
      itemId,
      parentId,
      number: numbers.get(itemId) ?? '',
      depth: depthOf(items, itemId),
      title: titles[itemId] ?? '',
      kind,
      presenterId,
      hasParts: parts.length > 0,
      state: stateOf(agenda, item),
      ownMs: item.seconds === null ? null : item.seconds * 1000,
      plannedMs: plannedOf(items, item),
      startsAt: starts.get(itemId) ?? startsAt,
      spentMs: [item, ...parts].reduce((sum, { spentMs }) => sum + spentMs, 0),
      since: current && [item, ...parts].some((each) => each.itemId === current.itemId) ? current.since : null,
    };
  });
};
