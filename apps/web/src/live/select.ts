import type { SiteId, SpeakerId } from '@diemcau/domain/kernel';
import type { SiteLabel, Speaker } from '@diemcau/domain/wire';
import type { LiveState, Names } from './state.ts';

/** Ready-made selectors for `useLiveState`: each returns a part of the state, so it renders only when that changes. */

export type PhaseNow = 'unknown' | 'prepared' | 'open' | 'paused' | 'closed';

/** `unknown` until the first snapshot. */
export const phaseOf = ({ live }: LiveState): PhaseNow => {
  const status = live?.conference.status ?? 'absent';
  return status === 'absent' ? 'unknown' : status;
};

/** Whether what happens now is a rehearsal. */
export const isRehearsalOf = ({ live }: LiveState): boolean => live?.beforeRehearsal != null;

export const namesOf = ({ names }: LiveState): Names => names;
export const connectionOf = ({ connection }: LiveState) => connection;
export const mineOf = ({ mine }: LiveState) => mine;
export const mediaOf = ({ media }: LiveState) => media;
/** How far the line has told of the conference. */
export const seqOf = ({ seq }: LiveState) => seq;
export const attendanceOf = ({ attendance }: LiveState) => attendance;
export const messagesOf = ({ messages }: LiveState) => messages;
export const announcementOf = ({ announcement }: LiveState) => announcement;
export const inboxOf = ({ inbox }: LiveState) => inbox;
export const supportOf = ({ support }: LiveState) => support;
export const presenceOf = ({ presence }: LiveState) => presence;
export const asideOf = ({ aside }: LiveState) => aside;
export const liveOf = ({ live }: LiveState) => live;
export const conferenceOf = ({ conference }: LiveState) => conference;
export const seatOf = ({ seat }: LiveState) => seat;
export const queueHeadOf = ({ queueHead }: LiveState) => queueHead;

/** What the names say of a site or speaker; undefined while the server has not told it. */
export const siteNamed = (names: Names, siteId: SiteId | null): SiteLabel | undefined =>
  siteId === null ? undefined : names.sites.get(siteId);
export const speakerNamed = (names: Names, speakerId: SpeakerId | null): Speaker | undefined =>
  speakerId === null ? undefined : names.speakers.get(speakerId);
