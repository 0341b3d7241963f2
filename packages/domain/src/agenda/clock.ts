import { itemOf, leavesOf, type Agenda, type AgendaItem } from './state.ts';

/** How long an item has been the current one by `now`, in ms. */
export const spentMs = (agenda: Agenda, item: AgendaItem, now: number): number =>
  item.spentMs + (agenda.current?.itemId === item.itemId ? Math.max(0, now - agenda.current.since) : 0);

const plannedMs = (item: AgendaItem): number => (item.seconds ?? 0) * 1000;

/**
 * What is still to come by the plan, in ms: the rest of the current item and all that has not begun and stands after it.
 * What was passed over takes no more time.
 */
export const remainingMs = (agenda: Agenda, now: number): number => {
  const leaves = leavesOf(agenda);
  const at = agenda.items.findIndex(({ itemId }) => itemId === agenda.current?.itemId);
  return leaves.reduce((sum, item) => {
    if (item.itemId === agenda.current?.itemId) return sum + Math.max(0, plannedMs(item) - spentMs(agenda, item, now));
    const ahead = item.beganAt === null && agenda.items.indexOf(item) > at;
    return ahead ? sum + plannedMs(item) : sum;
  }, 0);
};

/**
 * How much later (or, negative, earlier) than planned the conference will end, in ms, if the rest takes its time.
 * Null while nothing is planned.
 * @param startsAt as invited, ms since the epoch
 */
export const driftMs = (agenda: Agenda, startsAt: number, now: number): number | null => {
  const total = leavesOf(agenda).reduce((sum, item) => sum + plannedMs(item), 0);
  if (total === 0) return null;
  const begun = agenda.items.some(({ beganAt }) => beganAt !== null);
  const from = begun ? now : Math.max(now, startsAt);
  return from + remainingMs(agenda, now) - (startsAt + total);
};

/** Ms over the planned length of the current item; negative while there is time left; null without a plan. */
export const overrunMs = (agenda: Agenda, now: number): number | null => {
  const item = itemOf(agenda, agenda.current?.itemId ?? null);
  return item?.seconds == null ? null : spentMs(agenda, item, now) - plannedMs(item);
};
