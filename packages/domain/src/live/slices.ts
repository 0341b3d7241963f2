import type { AgendaEvent } from '../agenda/index.ts';
import type { AttendanceEvent } from '../attendance/index.ts';
import type { ConferenceEvent } from '../conference/index.ts';
import type { FloorEvent } from '../floor/index.ts';
import type { ProgrammeEvent } from '../programme/index.ts';
import type { RunSheetEvent } from '../run-sheet/index.ts';
import type { LiveEvent } from './events.ts';

type Slices = {
  conference: ConferenceEvent;
  agenda: AgendaEvent;
  runSheet: RunSheetEvent;
  attendance: AttendanceEvent;
  floor: FloorEvent;
  programme: ProgrammeEvent;
};

/** The slice that folds an event. Written out, so that a page that only folds loads no schema; its type leaves none out. */
const SLICE_OF: { readonly [S in keyof Slices as Slices[S]['type']]: S } = {
  conferencePrepared: 'conference',
  sitesInvited: 'conference',
  sitesUninvited: 'conference',
  conferenceOpened: 'conference',
  conferencePaused: 'conference',
  returnSet: 'conference',
  conferenceResumed: 'conference',
  conferenceClosed: 'conference',
  rehearsalBegun: 'conference',
  rehearsalEnded: 'conference',
  agendaItemAdded: 'agenda',
  agendaItemChanged: 'agenda',
  agendaItemMoved: 'agenda',
  agendaItemRemoved: 'agenda',
  agendaItemBegun: 'agenda',
  agendaItemFinished: 'agenda',
  agendaItemTakenBack: 'agenda',
  rowAdded: 'runSheet',
  rowChanged: 'runSheet',
  rowLaidOut: 'runSheet',
  rowFilmed: 'runSheet',
  rowMoved: 'runSheet',
  rowRemoved: 'runSheet',
  rowMarked: 'runSheet',
  rowBegun: 'runSheet',
  rowTakenBack: 'runSheet',
  rollCallOpened: 'attendance',
  rollCallDeadlineSet: 'attendance',
  rollCallClosed: 'attendance',
  floorRequested: 'floor',
  floorWithdrawn: 'floor',
  requestMoved: 'floor',
  standbySet: 'floor',
  floorGranted: 'floor',
  speechStarted: 'floor',
  floorReleased: 'floor',
  floorReturned: 'floor',
  grantTakenBack: 'floor',
  timeLimitSet: 'floor',
  microphonesSilenced: 'floor',
  microphoneRestored: 'floor',
  turnInterrupted: 'floor',
  turnResumed: 'floor',
  speakerCorrected: 'floor',
  speakerNamed: 'floor',
  previewSet: 'programme',
  pictureCut: 'programme',
  layoutPreviewed: 'programme',
  layoutCut: 'programme',
  programmeModeSet: 'programme',
  lowerThirdSet: 'programme',
  sourceAdded: 'programme',
  sourceRenamed: 'programme',
  sourceRemoved: 'programme',
  microphoneMixed: 'programme',
  contentStarted: 'programme',
  contentStopped: 'programme',
  filmStarted: 'programme',
  filmStopped: 'programme',
  filmLoaded: 'programme',
  filmUnloaded: 'programme',
  sourceLost: 'programme',
  sourceBack: 'programme',
  lineNoted: 'programme',
  pollingStarted: 'programme',
  pollingStepped: 'programme',
  pollingMoved: 'programme',
  pollingPaused: 'programme',
  pollingResumed: 'programme',
  pollingStopped: 'programme',
};

/** False for the events of a newer server. */
export const isEventType = (type: string): type is LiveEvent['type'] => Object.hasOwn(SLICE_OF, type);

export const isConferenceEvent = (event: LiveEvent): event is ConferenceEvent => SLICE_OF[event.type] === 'conference';
export const isAgendaEvent = (event: LiveEvent): event is AgendaEvent => SLICE_OF[event.type] === 'agenda';
export const isRunSheetEvent = (event: LiveEvent): event is RunSheetEvent => SLICE_OF[event.type] === 'runSheet';
export const isAttendanceEvent = (event: LiveEvent): event is AttendanceEvent => SLICE_OF[event.type] === 'attendance';
export const isFloorEvent = (event: LiveEvent): event is FloorEvent => SLICE_OF[event.type] === 'floor';
