import { itemOf, type AgendaEvent } from '../agenda/index.ts';
import type { AttendanceEvent } from '../attendance/index.ts';
import type { ConferenceEvent } from '../conference/index.ts';
import { FULL_LINE, ONE, sameLine, showsSource, sitesNamed, type SiteId } from '../kernel/index.ts';
import {
  evolveLive,
  isOnAir,
  initialLive,
  isAgendaEvent,
  isAttendanceEvent,
  isConferenceEvent,
  isFloorEvent,
  isRunSheetEvent,
  pictureOnAir,
  type Live,
} from '../live/index.ts';
import type { ProgrammeEvent } from '../programme/index.ts';
import { rowOf, type RunSheetEvent } from '../run-sheet/index.ts';
import type { EntryOf, RecordEntry } from './entry.ts';
import {
  changed,
  stampOf,
  isUnderWay,
  nothing,
  nothingOpen,
  type Moment,
  type Open,
  type Step,
  type Told,
  type ToldOf,
} from './moment.ts';
import { shownStep } from './shown.ts';
import { floorStep, speechEnds } from './speeches.ts';

type Of<Event> = Moment<Extract<Told, Event>>;

const resumes = ({ open, event }: Moment): Step => {
  const pause = open.pause && changed(open.pause, event, { resumedAt: event.at });
  return { entries: pause ? [pause] : [], open: { pause: null, phaseAt: event.at } };
};

/** A stretch of the item that was current ends; the next one may take it back. */
const itemEnds = ({ open, event }: Moment): Step => {
  const item = open.item && changed(open.item, event, { endedAt: event.at });
  return { entries: item ? [item] : [], open: { item: null, itemBefore: item } };
};

/** All that was under way ends with it, and nothing of it goes on in the conference. */
const rehearsalEnds = (moment: Moment): Step => {
  const { open, event } = moment;
  const item = open.item && changed(open.item, event, { endedAt: event.at });
  const pause = open.pause && changed(open.pause, event, { resumedAt: event.at });
  const rollCall = open.rollCall && changed(open.rollCall, event, { closedAt: event.at });
  const polling = open.polling && changed(open.polling, event, { endedAt: event.at, ended: 'closed' });
  const missing = Object.values(open.missing).map((one) => changed(one, event, { backAt: event.at }));
  const lines = Object.values(open.lines).map((one) => changed(one, event, { endedAt: event.at, ended: 'offAir' }));
  const content = open.content && changed(open.content, event, { endedAt: event.at, ended: 'closed' });
  const film = open.film && changed(open.film, event, { endedAt: event.at, ended: 'closed' });
  const under = [item, pause, rollCall, polling, content, film, ...missing, ...lines, speechEnds(moment)];
  const closed: EntryOf<'closed'> = { ...stampOf(moment), kind: 'closed' };
  return { entries: [...under.filter((entry) => entry !== null), closed], open: {} };
};

const phaseStep = (moment: Of<ConferenceEvent>): Step => {
  const { event, open } = moment;
  switch (event.type) {
    case 'conferenceOpened':
      return { entries: [{ ...stampOf(moment), kind: 'opened' }], open: { phaseAt: event.at } };
    case 'conferencePaused': {
      const { returnsAt = null } = event;
      const pause: EntryOf<'paused'> = { ...stampOf(moment), kind: 'paused', returnsAt, resumedAt: null };
      return { entries: [pause], open: { pause, phaseAt: event.at } };
    }
    case 'returnSet': {
      const pause = open.pause && changed(open.pause, event, { returnsAt: event.returnsAt });
      return pause ? { entries: [pause], open: { pause } } : nothing;
    }
    case 'conferenceResumed': {
      const { entries, open: opened } = resumes(moment);
      return { entries: [{ ...stampOf(moment), kind: 'resumed' }, ...entries], open: opened };
    }
    case 'conferenceClosed': {
      const ends = itemEnds(moment);
      const closed: EntryOf<'closed'> = { ...stampOf(moment), kind: 'closed' };
      return { entries: [...ends.entries, closed], open: { ...ends.open, pause: null, phaseAt: event.at } };
    }
    case 'rehearsalBegun':
      return { entries: [{ ...stampOf(moment), kind: 'opened' }], open: { phaseAt: event.at } };
    case 'rehearsalEnded':
      return rehearsalEnds(moment);
    case 'conferencePrepared':
    case 'sitesInvited':
    case 'sitesUninvited':
      return nothing;
  }
};

const itemBegins = (moment: Moment<ToldOf<'agendaItemBegun'>>): Step => {
  const ends = itemEnds(moment);
  const known = itemOf(moment.after.agenda, moment.event.itemId);
  if (!known) return ends;
  const item: EntryOf<'item'> = {
    ...stampOf(moment),
    kind: 'item',
    plannedSeconds: known.seconds,
    presenterId: known.presenterId,
    endedAt: null,
    takenBackAt: null,
  };
  return { entries: [...ends.entries, item], open: { ...ends.open, item } };
};

/** The item before is current again: its stretch went on without a break (A5). */
const itemTakenBack = ({ open, event, after }: Moment<ToldOf<'agendaItemTakenBack'>>): Step => {
  const undone = open.item && changed(open.item, event, { takenBackAt: event.at, endedAt: event.at });
  const isBack = open.itemBefore !== null && open.itemBefore.itemId === after.agenda.current?.itemId;
  const item = isBack && open.itemBefore ? changed(open.itemBefore, event, { endedAt: null }) : null;
  return { entries: [undone, item].filter((entry) => entry !== null), open: { item, itemBefore: null } };
};

const agendaStep = (moment: Of<AgendaEvent>): Step => {
  const { event } = moment;
  switch (event.type) {
    case 'agendaItemBegun':
      return itemBegins({ ...moment, event });
    case 'agendaItemFinished':
      return itemEnds(moment);
    case 'agendaItemTakenBack':
      return itemTakenBack({ ...moment, event });
    case 'agendaItemAdded':
    case 'agendaItemChanged':
    case 'agendaItemMoved':
    case 'agendaItemRemoved':
      return nothing;
  }
};

const rowTold = (moment: Of<RunSheetEvent>, as: EntryOf<'row'>['as']): EntryOf<'row'> | null => {
  const row = rowOf(moment.after.runSheet, moment.event.rowId);
  if (!row) return null;
  const { siteId, speakerId } = row.act.kind === 'speech' ? row.act.speaker : { siteId: null, speakerId: null };
  const told = { rowId: row.rowId, rowKind: row.act.kind, siteId, speakerId };
  return { ...stampOf(moment), kind: 'row', ...told, as, takenBackAt: null };
};

const rowStep = (moment: Of<RunSheetEvent>): Step => {
  const { event, open } = moment;
  switch (event.type) {
    case 'rowBegun': {
      const row = rowTold(moment, 'done');
      return row ? { entries: [row], open: { row } } : nothing;
    }
    case 'rowMarked': {
      const row = isUnderWay(moment.before) ? rowTold(moment, event.as) : null;
      return row ? { entries: [row], open: {} } : nothing;
    }
    case 'rowTakenBack': {
      if (open.row?.rowId !== event.rowId) return nothing;
      return { entries: [changed(open.row, event, { takenBackAt: event.at })], open: { row: null } };
    }
    case 'rowAdded':
    case 'rowChanged':
    case 'rowLaidOut':
    case 'rowFilmed':
    case 'rowMoved':
    case 'rowRemoved':
      return nothing;
  }
};

const rollCallStep = (moment: Of<AttendanceEvent>): Step => {
  const { event, open } = moment;
  if (event.type === 'rollCallOpened') {
    const { rollCallId, closesAt } = event;
    const rollCall: EntryOf<'rollCall'> = {
      ...stampOf(moment),
      kind: 'rollCall',
      rollCallId,
      closesAt,
      closedAt: null,
    };
    return { entries: [rollCall], open: { rollCall } };
  }
  if (open.rollCall?.rollCallId !== event.rollCallId) return nothing;
  if (event.type === 'rollCallDeadlineSet') {
    const rollCall = changed(open.rollCall, event, { closesAt: event.closesAt });
    return { entries: [rollCall], open: { rollCall } };
  }
  return { entries: [changed(open.rollCall, event, { closedAt: event.at })], open: { rollCall: null } };
};

const causeOf = ({ before, open, event: { type, by, at } }: Moment): EntryOf<'cut'>['cause'] => {
  if (open.phaseAt === at) return 'phase';
  // The system cuts because a site was missed or is back; whatever else it does, the picture follows the floor.
  if (by === 'system') return open.lineAt === at ? 'line' : 'floor';
  const setLayout = type === 'layoutCut' && by === 'operator';
  return setLayout || before.programme.mode === 'manual' ? 'operator' : 'floor';
};

const siteLost = (moment: Moment<ToldOf<'sourceLost'>>): Step => {
  const { event, open, before } = moment;
  if (!isUnderWay(before)) return nothing;
  const onAir = isOnAir(before, event.siteId);
  const missing: EntryOf<'missing'> = {
    ...stampOf(moment),
    kind: 'missing',
    siteId: event.siteId,
    onAir,
    backAt: null,
  };
  return { entries: [missing], open: { missing: { ...open.missing, [event.siteId]: missing }, lineAt: event.at } };
};

const siteBack = ({ event, open }: Moment<ToldOf<'sourceBack'>>): Step => {
  const { [event.siteId]: lost, ...missing } = open.missing;
  const entries = lost ? [changed(lost, event, { backAt: event.at })] : [];
  return { entries, open: { missing, lineAt: event.at } };
};

/** One entry for a line that is weak, however often it changes; after so many changes the last ones count. */
const MAX_LINES = 50;

const lineNoted = ({ open, before, event, ...moment }: Moment<ToldOf<'lineNoted'>>): Step => {
  const { siteId, line, at } = event;
  const { [siteId]: known, ...others } = open.lines;
  const isOver = line === null || sameLine(line, FULL_LINE);
  if (isOver) {
    const ended = line === null ? 'offAir' : 'good';
    return { entries: known ? [changed(known, event, { endedAt: at, ended })] : [], open: { lines: others } };
  }
  if (!known && !isUnderWay(before)) return nothing;
  const begun: EntryOf<'line'> = {
    ...stampOf({ open, before, event, ...moment }),
    kind: 'line',
    siteId,
    lines: [{ at, line }],
    endedAt: null,
    ended: null,
  };
  const entry = known ? changed(known, event, { lines: [...known.lines, { at, line }].slice(-MAX_LINES) }) : begun;
  return { entries: [entry], open: { lines: { ...others, [siteId]: entry } } };
};

/** Layout and source of one append are one cut. */
const cutStep = (moment: Of<ProgrammeEvent>): Step => {
  const { event, after, open } = moment;
  const { onAir: source } = after.programme;
  const layout = pictureOnAir(after).kind === 'one' ? ONE : after.programme.layout;
  const isSameAppend = open.cut?.at === event.at && open.cut.by === event.by;
  const cut: EntryOf<'cut'> =
    open.cut && isSameAppend
      ? changed(open.cut, event, { source, layout })
      : { ...stampOf(moment), kind: 'cut', source, layout, cause: causeOf(moment) };
  return { entries: [cut], open: { cut: event.type === 'layoutCut' ? cut : null } };
};

const pollingBegins = (moment: Moment<ToldOf<'pollingStarted'>>): Step => {
  const { mode, seconds } = moment.event;
  if (mode === 'preview') return nothing;
  const none = { shown: [], passedOver: [], endedAt: null, ended: null };
  const polling: EntryOf<'polling'> = { ...stampOf(moment), kind: 'polling', mode, seconds, ...none };
  return { entries: [polling], open: { polling } };
};

/** One entry for all that it shows: a polling of hours would fill the record. */
const pollingShows = ({ open, event }: Moment<ToldOf<'pictureCut' | 'layoutCut'>>): Step => {
  const { source } = event;
  if (!open.polling || source.kind === 'title') return nothing;
  const { siteId } = source;
  const { shown } = open.polling;
  const again = shown.map((one) => (one.siteId === siteId ? { ...one, times: one.times + 1 } : one));
  const isNew = shown.every((one) => one.siteId !== siteId);
  const polling = changed(open.polling, event, {
    shown: isNew ? [...shown, { siteId, at: event.at, times: 1 }] : again,
  });
  return { entries: [polling], open: { polling } };
};

const pollingPassesOver = ({ open, after, event }: Moment<ToldOf<'pollingStepped'>>): Step => {
  const { polling } = after.programme;
  if (!open.polling || !polling || event.passedOver.length === 0) return nothing;
  const entry = changed(open.polling, event, { passedOver: [...polling.passedOver] });
  return { entries: [entry], open: { polling: entry } };
};

const pollingEnds = ({ open, event }: Moment<ToldOf<'pollingStopped'>>): Step => {
  if (!open.polling) return nothing;
  return {
    entries: [changed(open.polling, event, { endedAt: event.at, ended: event.reason })],
    open: { polling: null },
  };
};

const pictureStep = (moment: Of<ProgrammeEvent>): Step => {
  const { event, before, after } = moment;
  switch (event.type) {
    case 'pictureCut':
      if (!isUnderWay(after)) return nothing;
      if (event.polling) return pollingShows({ ...moment, event });
      // Under a mosaic or a title card nobody sees that the source changed.
      return showsSource(after.programme.layout) ? cutStep(moment) : nothing;
    case 'layoutCut':
      if (!isUnderWay(after)) return nothing;
      // Else its picture was on air already, and is laid out anew.
      if (event.polling && before.programme.shownBy === null) return pollingShows({ ...moment, event });
      return cutStep(moment);
    case 'sourceLost':
      return siteLost({ ...moment, event });
    case 'sourceBack':
      return siteBack({ ...moment, event });
    case 'lineNoted':
      return lineNoted({ ...moment, event });
    case 'pollingStarted':
      return pollingBegins({ ...moment, event });
    case 'pollingStepped':
      return pollingPassesOver({ ...moment, event });
    case 'pollingStopped':
      return pollingEnds({ ...moment, event });
    case 'contentStarted':
    case 'contentStopped':
    case 'filmStarted':
    case 'filmStopped':
      return shownStep({ ...moment, event });
    case 'sourceAdded':
    case 'sourceRenamed':
    case 'sourceRemoved':
    case 'microphoneMixed':
    case 'filmLoaded':
    case 'filmUnloaded':
    case 'pollingMoved':
    case 'pollingPaused':
    case 'pollingResumed':
    case 'previewSet':
    case 'layoutPreviewed':
    case 'programmeModeSet':
    case 'lowerThirdSet':
      return nothing;
  }
};

const stepOf = ({ event, ...moment }: Moment): Step => {
  if (isConferenceEvent(event)) return phaseStep({ ...moment, event });
  if (isAgendaEvent(event)) return agendaStep({ ...moment, event });
  if (isRunSheetEvent(event)) return rowStep({ ...moment, event });
  if (isAttendanceEvent(event)) return rollCallStep({ ...moment, event });
  if (isFloorEvent(event)) return floorStep({ ...moment, event });
  return pictureStep({ ...moment, event: event as Extract<Told, ProgrammeEvent> });
};

/** `before`: what was open when the rehearsal that goes on began, and is again after it. */
export type RecordState = { readonly live: Live; readonly open: Open; readonly before: Open | null };
export const emptyRecord: RecordState = { live: initialLive, open: nothingOpen, before: null };

/**
 * Tells one event: the state after it, and the entries that it made or changed, each whole and under its `seq`.
 * Total: takes any event of a conference. Numbered rules: docs/spec/minutes.md.
 */
export const tell = (
  { live, open: now, before: kept }: RecordState,
  event: Told,
): { readonly state: RecordState; readonly entries: readonly RecordEntry[] } => {
  const after = evolveLive(live, event);
  const begins = event.type === 'rehearsalBegun';
  const open = begins ? nothingOpen : now;
  const step = stepOf({ before: live, after, open, event });
  if (event.type === 'rehearsalEnded')
    return { state: { live: after, open: kept ?? nothingOpen, before: null }, entries: step.entries };
  const state = { live: after, open: { ...open, ...step.open }, before: begins ? now : kept };
  return { state, entries: step.entries };
};

/** The record of some events, by `seq`. */
export const recordOf = (events: readonly Told[]): readonly RecordEntry[] => {
  const entries = new Map<number, RecordEntry>();
  let state = emptyRecord;
  for (const event of events) {
    const told = tell(state, event);
    state = told.state;
    for (const entry of told.entries) entries.set(entry.seq, entry);
  }
  return [...entries.values()].toSorted((a, b) => a.seq - b.seq);
};

/** Sites that an entry is about. */
export const sitesOf = (entry: RecordEntry): readonly SiteId[] => {
  if (entry.kind === 'silenced') return entry.siteIds;
  if (entry.kind === 'polling') return [...entry.shown.map(({ siteId }) => siteId), ...entry.passedOver];
  if (entry.kind === 'cut') {
    const isSeen = entry.source.kind === 'site' && showsSource(entry.layout);
    return isSeen && entry.source.kind === 'site' ? [entry.source.siteId] : sitesNamed(entry.layout);
  }
  return 'siteId' in entry && entry.siteId !== null ? [entry.siteId] : [];
};
