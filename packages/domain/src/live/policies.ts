import { sitesNamed, type Layout, type SiteId } from '../kernel/index.ts';
import { standbyOf, type Standby } from '../floor/index.ts';
import {
  dueOnAir,
  endingContent,
  endingFilm,
  isOnAir,
  mayKeepContent,
  pausing,
  sameSource,
  stopping,
} from '../programme/index.ts';
import type { LiveEvent } from './events.ts';
import { upcoming } from './order.ts';
import { floorFacts, programmeFacts, type Live } from './state.ts';

/** The next two, or the sites that the moderator named, as far as they are still invited (F6, C7). */
const dueStandby = (state: Live): readonly Standby[] => {
  const { standbyMode, standby } = state.floor;
  const { isInvited } = floorFacts(state);
  if (standbyMode === 'auto')
    return upcoming(state)
      .filter(({ siteId }) => isInvited(siteId))
      .slice(0, 2);
  return standbyOf(state.floor, standby.map(({ siteId }) => siteId).filter(isInvited));
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

const withoutRemoved = (layout: Layout, isInvited: (siteId: SiteId) => boolean): Layout | null => {
  if (!('siteIds' in layout)) return layout;
  const siteIds = layout.siteIds.filter(isInvited);
  return siteIds.length > 0 ? { ...layout, siteIds } : null;
};

/** The mosaic of a row goes without sites that were removed from the list (C7, R11). */
const freeLayouts = (state: Live): LiveEvent[] => {
  if (state.conference.status !== 'prepared') return [];
  const { isInvited } = floorFacts(state);
  return state.runSheet.rows.flatMap(({ rowId, layout }): LiveEvent[] =>
    layout && !sitesNamed(layout).every(isInvited)
      ? [{ type: 'rowLaidOut', rowId, layout: withoutRemoved(layout, isInvited) }]
      : [],
  );
};

/** Nor do cameras and microphones of sites that were removed from it. */
const freeSources = (state: Live): LiveEvent[] => {
  if (state.conference.status !== 'prepared') return [];
  const { isInvited } = floorFacts(state);
  const gone = state.programme.sources.filter(({ siteId }) => !isInvited(siteId));
  return gone.map(({ siteId, sourceId }) => ({ type: 'sourceRemoved', siteId, sourceId }));
};

/** The queue's next two stand by, unless the moderator named others (F6). */
const setStandby = (state: Live): LiveEvent[] => {
  const due = dueStandby(state);
  if (sameStandby(state.floor.standby, due)) return [];
  return [{ type: 'standbySet', mode: state.floor.standbyMode, standby: [...due] }];
};

/** Sites are polled on air between speeches of an open conference only; a roll call's, while it is open (P16, P18). */
const endPolling = ({ conference, floor, attendance: { rollCall }, programme }: Live): readonly LiveEvent[] => {
  const { polling } = programme;
  if (!polling) return [];
  if (conference.status === 'closed') return stopping(programme, 'closed');
  if (polling.mode === 'rollCall' && rollCall?.status !== 'open') return stopping(programme, 'rollCall');
  if (!isOnAir(polling)) return [];
  if (conference.status === 'paused') return pausing(programme, 'pause');
  return floor.turn ? pausing(programme, 'speech') : [];
};

/** Who may show content comes and goes with the floor (P19). */
const endContent = (state: Live): readonly LiveEvent[] => {
  const { programme } = state;
  if (!programme.content || mayKeepContent(programme, programmeFacts(state))) return [];
  return endingContent(programme, programme.lost.includes(programme.content.siteId) ? 'missing' : 'right');
};

/** No film outlasts the conference (P22). */
const endFilm = ({ conference, programme }: Live): readonly LiveEvent[] =>
  conference.status === 'closed' ? endingFilm(programme, 'closed') : [];

/** What every room sees follows from phase, floor and who is missing (P2, P5, P6). */
const cutPicture = (state: Live): LiveEvent[] => {
  if (state.conference.status === 'absent') return [];
  const due = dueOnAir(state.programme, programmeFacts(state));
  return sameSource(due, state.programme.onAir) ? [] : [{ type: 'pictureCut', source: due }];
};

/** What follows from the state as it is now, decided in the same append; empty when all is settled. */
export const followUp = (state: Live): readonly LiveEvent[] => {
  const policies = [
    endTurn,
    interruptTurn,
    withdrawRemoved,
    closeRollCall,
    freeRows,
    freeLayouts,
    freeSources,
    setStandby,
    endPolling,
    endContent,
    endFilm,
    cutPicture,
  ];
  for (const policy of policies) {
    const events = policy(state);
    if (events.length > 0) return events;
  }
  return [];
};
