import { ok, refuse, type AgendaItemId, type Context, type Decider, type Result } from '../kernel/index.ts';
import { evolve } from './evolve.ts';
import type { AgendaCommand, AgendaEvent } from './messages.ts';
import type { AgendaCode } from './problems.ts';
import { branchOf, depthOf, emptyAgenda, itemOf, type Agenda } from './state.ts';

/** What the agenda may know of the rest of the conference. */
export type AgendaFacts = { readonly phase: 'absent' | 'prepared' | 'open' | 'paused' | 'closed' };

export const ITEM_LIMIT = 200;
/** Parts of parts of an item, and no deeper (A1). */
export const DEPTH_LIMIT = 3;
/** A step may be taken back for so long (A5). */
export const STEP_BACK_MS = 3000;

type Decision = Result<readonly AgendaEvent[], AgendaCode>;
type Of<T extends AgendaCommand['type']> = Extract<AgendaCommand, { type: T }>;
type Place = { readonly parentId: AgendaItemId | null; readonly before: AgendaItemId | null };

const isPlace = ({ items }: Agenda, { parentId, before }: Place): boolean => {
  const has = (id: AgendaItemId) => items.some(({ itemId }) => itemId === id);
  const beside = items.find(({ itemId }) => itemId === before);
  return (parentId === null || has(parentId)) && (before === null || beside?.parentId === parentId);
};

const add = (state: Agenda, command: Of<'agenda.add'>): Decision => {
  const { type: _, ...item } = command;
  if (itemOf(state, item.itemId)) return refuse('agenda.item_exists');
  if (state.items.length >= ITEM_LIMIT) return refuse('agenda.full');
  if (!isPlace(state, item)) return refuse('agenda.changed');
  if (depthOf(state.items, item.parentId) >= DEPTH_LIMIT) return refuse('agenda.too_deep');
  return ok([{ type: 'agendaItemAdded', ...item }]);
};

const move = (state: Agenda, { itemId, parentId, before, agendaVersion }: Of<'agenda.move'>): Decision => {
  if (agendaVersion !== state.version || !isPlace(state, { parentId, before })) return refuse('agenda.changed');
  const branch = branchOf(state.items, itemId);
  if (branch.some((item) => item.itemId === parentId)) return refuse('agenda.into_itself');
  if (before !== null && branch.some((item) => item.itemId === before)) return ok([]);
  const height =
    Math.max(...branch.map((item) => depthOf(state.items, item.itemId))) - depthOf(state.items, itemId) + 1;
  if (depthOf(state.items, parentId) + height > DEPTH_LIMIT) return refuse('agenda.too_deep');
  return ok([{ type: 'agendaItemMoved', itemId, parentId, before }]);
};

const remove = (state: Agenda, { itemId }: Of<'agenda.remove'>): Decision => {
  const begun = branchOf(state.items, itemId).some(({ beganAt }) => beganAt !== null);
  return begun ? refuse('agenda.item_begun') : ok([{ type: 'agendaItemRemoved', itemId }]);
};

const takeBack = ({ current, last }: Agenda, { itemId }: Of<'agenda.takeBack'>, now: number): Decision => {
  if (current?.itemId !== itemId || !last) return refuse('agenda.moved_on');
  if (now - last.at > STEP_BACK_MS) return refuse('agenda.too_late');
  return ok([{ type: 'agendaItemTakenBack', itemId }]);
};

const decide = (state: Agenda, command: AgendaCommand, { facts, now }: Context<AgendaFacts>): Decision => {
  if (facts.phase === 'absent' || facts.phase === 'closed') return refuse('agenda.closed');
  if (command.type === 'agenda.add') return add(state, command);
  if (!itemOf(state, command.itemId)) return refuse('agenda.item_not_found');
  const currentId = state.current?.itemId ?? null;
  switch (command.type) {
    case 'agenda.change': {
      const { type: _, ...item } = command;
      return ok([{ type: 'agendaItemChanged', ...item }]);
    }
    case 'agenda.move':
      return move(state, command);
    case 'agenda.remove':
      return remove(state, command);
    case 'agenda.begin':
      if (currentId !== command.fromId) return refuse('agenda.moved_on');
      return ok(currentId === command.itemId ? [] : [{ type: 'agendaItemBegun', itemId: command.itemId }]);
    case 'agenda.finish':
      return currentId === command.itemId
        ? ok([{ type: 'agendaItemFinished', itemId: command.itemId }])
        : refuse('agenda.moved_on');
    case 'agenda.takeBack':
      return takeBack(state, command, now);
  }
};

/** The order of the day and where it stands. Numbered rules: docs/spec/agenda.md. */
export const agenda: Decider<Agenda, AgendaCommand, AgendaEvent, AgendaFacts, AgendaCode> = {
  initial: emptyAgenda,
  decide,
  evolve,
};
