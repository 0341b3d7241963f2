import { standbyOf, type Floor, type Standby } from '../floor/index.ts';
import { dueOnAir, sameSource } from '../programme/index.ts';
import { rowOf, rowsAhead, type Row } from '../run-sheet/index.ts';
import { floorFacts, programmeFacts, type Live, type LiveEvent } from './state.ts';

/** A row's speaker, with the request that was slotted in while it still waits. */
const standbyOfRow = ({ queue }: Floor, { act }: Row): readonly Standby[] => {
  if (act.kind !== 'speech') return [];
  const asked = queue.find(({ requestId }) => requestId === act.requestId);
  const { siteId, speakerId } = asked ?? act.speaker;
  return [{ siteId, requestId: asked?.requestId ?? null, speakerId }];
};

/** Who will speak, in order: the rows ahead, with the queue where a discussion opens it, or else after them (F6, R7). */
export const upcoming = (state: Live): readonly Standby[] => {
  const { floor, runSheet } = state;
  const rows = rowsAhead(runSheet);
  const inDiscussion = rowOf(runSheet, runSheet.currentId)?.act.kind === 'discussion';
  const opens = inDiscussion ? 0 : rows.findIndex(({ act }) => act.kind === 'discussion');
  const at = opens < 0 ? rows.length : opens;
  const slotted = rows.flatMap((row) => standbyOfRow(floor, row));
  const inRows = new Set(slotted.flatMap(({ requestId }) => requestId ?? []));
  const asked = floor.queue.filter(({ requestId }) => !inRows.has(requestId));
  const { isInvited } = floorFacts(state);
  return [
    ...rows.slice(0, at).flatMap((row) => standbyOfRow(floor, row)),
    ...asked.map(({ siteId, requestId, speakerId }) => ({ siteId, requestId, speakerId })),
    ...rows.slice(at).flatMap((row) => standbyOfRow(floor, row)),
  ].filter(({ siteId }) => isInvited(siteId));
};

/** The next two, or the sites that the moderator named, as far as they are still invited (F6, C7). */
const dueStandby = (state: Live): readonly Standby[] => {
  const { standbyMode, standby } = state.floor;
  if (standbyMode === 'auto') return upcoming(state).slice(0, 2);
  return standbyOf(state.floor, standby.map(({ siteId }) => siteId).filter(floorFacts(state).isInvited));
};

const same = (a: Standby, b: Standby | undefined): boolean =>
  a.siteId === b?.siteId && a.requestId === b.requestId && a.speakerId === b.speakerId;

const sameStandby = (standby: readonly Standby[], due: readonly Standby[]): boolean =>
  due.length === standby.length && due.every((each, place) => same(each, standby[place]));

/** A conference that is not open has no turn (C4, C5). */
const endTurn = ({ conference, floor }: Live): LiveEvent[] => {
  if (!floor.turn || conference.status === 'open') return [];
  const reason = conference.status === 'paused' ? 'paused' : 'closed';
  return [{ type: 'floorReleased', turnId: floor.turn.turnId, reason }];
};

/** A turn whose site is missing is kept, with its clock stopped (F12). */
const interruptTurn = ({ floor, programme }: Live): LiveEvent[] => {
  const { turn } = floor;
  const missing = turn && turn.interruptedAt === null && programme.lost.includes(turn.siteId);
  return missing ? [{ type: 'turnInterrupted', turnId: turn.turnId }] : [];
};

/** The list of sites changes only while it is prepared; who was removed from it does not wait to speak (C7). */
const withdrawRemoved = (state: Live): LiveEvent[] => {
  if (state.conference.status !== 'prepared') return [];
  const { isInvited } = floorFacts(state);
  const removed = state.floor.queue.filter(({ siteId }) => !isInvited(siteId));
  return removed.map(({ requestId }) => ({ type: 'floorWithdrawn', requestId }));
};

/** Nobody is asked any more once the conference has ended (N1). */
const closeRollCall = ({ conference, attendance: { rollCall } }: Live): LiveEvent[] => {
  if (conference.status !== 'closed' || rollCall?.status !== 'open') return [];
  return [{ type: 'rollCallClosed', rollCallId: rollCall.rollCallId }];
};

/** A row outlives its agenda item: its words are said all the same (R2). */
const freeRows = ({ agenda, runSheet }: Live): LiveEvent[] => {
  const items = new Set(agenda.items.map(({ itemId }) => itemId));
  const orphans = runSheet.rows.filter(({ itemId }) => itemId !== null && !items.has(itemId));
  return orphans.map(({ rowId, act, seconds }) => ({ type: 'rowChanged', rowId, act, itemId: null, seconds }));
};

/** The queue's next two stand by, unless the moderator named others (F6). */
const setStandby = (state: Live): LiveEvent[] => {
  const due = dueStandby(state);
  if (sameStandby(state.floor.standby, due)) return [];
  return [{ type: 'standbySet', mode: state.floor.standbyMode, standby: [...due] }];
};

/** What every room sees follows from phase, floor and who is missing (P2, P5, P6). */
const cutPicture = (state: Live): LiveEvent[] => {
  if (state.conference.status === 'absent') return [];
  const due = dueOnAir(state.programme, programmeFacts(state));
  return sameSource(due, state.programme.onAir) ? [] : [{ type: 'pictureCut', source: due }];
};

/** What follows from the state as it is now, decided in the same append; empty when all is settled. */
export const followUp = (state: Live): readonly LiveEvent[] => {
  const policies = [endTurn, interruptTurn, withdrawRemoved, closeRollCall, freeRows, setStandby, cutPicture];
  for (const policy of policies) {
    const events = policy(state);
    if (events.length > 0) return events;
  }
  return [];
};
