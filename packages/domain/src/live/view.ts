import { conferenceView, redactConference } from '../conference/index.ts';
import { floorWithoutQueue, redactFloor } from '../floor/index.ts';
import type { ConferenceRole } from '../kernel/index.ts';
import { programmeWithoutPreview, redactProgramme } from '../programme/index.ts';
import { emptyRunSheet } from '../run-sheet/index.ts';
import type { LiveEvent } from './events.ts';
import { isAgendaEvent, isAttendanceEvent, isConferenceEvent, isFloorEvent, isRunSheetEvent } from './slices.ts';
import type { BeforeRehearsal, Live } from './state.ts';

/** Sockets of one class get the same bytes. */
export const VIEW_CLASSES = ['public', 'site', 'desk'] as const;
export type ViewClass = (typeof VIEW_CLASSES)[number];

export const classOf = (role: ConferenceRole): ViewClass => {
  switch (role) {
    case 'chair':
    case 'moderator':
    case 'operator':
    case 'secretary':
    case 'technician':
      return 'desk';
    case 'clerk':
    case 'delegate':
    case 'room':
      return 'site';
    case 'observer':
      return 'public';
  }
};

const ofNoDesk = ({ agenda, attendance, floor, programme }: BeforeRehearsal): BeforeRehearsal => ({
  agenda,
  // What is done shows in agenda, floor and picture; the plan is the desks' own.
  runSheet: emptyRunSheet,
  attendance,
  floor: floorWithoutQueue(floor),
  programme: programmeWithoutPreview(programme),
});

export const viewFor = (viewClass: ViewClass, state: Live): Live => {
  const conference = conferenceView(state.conference);
  if (viewClass === 'desk') return { ...state, conference };
  const { beforeRehearsal: before } = state;
  return { conference, ...ofNoDesk(state), beforeRehearsal: before && ofNoDesk(before) };
};

/** What a class may know of an event; null when nothing. Depends on the event alone. */
export const redact = (viewClass: ViewClass, event: LiveEvent): LiveEvent | null => {
  if (isConferenceEvent(event)) return redactConference(event);
  if (viewClass === 'desk' || isAgendaEvent(event) || isAttendanceEvent(event)) return event;
  if (isRunSheetEvent(event)) return null;
  return isFloorEvent(event) ? redactFloor(event) : redactProgramme(event);
};
