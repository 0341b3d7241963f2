import type { RequestId, SiteId, SpeakerId } from '@diemcau/domain/kernel';
import type { Turn } from '@diemcau/domain/floor';
import type { Source } from '@diemcau/domain/programme';
import type { SiteLabel, Speaker } from '@diemcau/domain/wire';
import type { LiveState, Names } from './state.ts';

/** Ready-made selectors for `useLiveState`: each returns a part of the state, so it renders only when that changes. */

export type PhaseNow = 'unknown' | 'prepared' | 'open' | 'paused' | 'closed';

const TITLE: Source = { kind: 'title' };

/** `unknown` until the first snapshot. */
export const phaseOf = ({ live }: LiveState): PhaseNow => {
  const status = live?.conference.status ?? 'absent';
  return status === 'absent' ? 'unknown' : status;
};

export const turnOf = ({ live }: LiveState): Turn | null => live?.floor.turn ?? null;
export const onAirOf = ({ live }: LiveState): Source => live?.programme.onAir ?? TITLE;
export const namesOf = ({ names }: LiveState): Names => names;
export const connectionOf = ({ connection }: LiveState) => connection;
export const mineOf = ({ mine }: LiveState) => mine;
export const mediaOf = ({ media }: LiveState) => media;
export const presenceOf = ({ presence }: LiveState) => presence;
export const liveOf = ({ live }: LiveState) => live;
export const conferenceOf = ({ conference }: LiveState) => conference;
export const seatOf = ({ seat }: LiveState) => seat;
export const queueHeadOf = ({ queueHead }: LiveState) => queueHead;

/** What the names say of a site, speaker or request; undefined while the server has not told it. */
export const siteNamed = (names: Names, siteId: SiteId | null): SiteLabel | undefined =>
  siteId === null ? undefined : names.sites.get(siteId);
export const speakerNamed = (names: Names, speakerId: SpeakerId | null): Speaker | undefined =>
  speakerId === null ? undefined : names.speakers.get(speakerId);
export const subjectOf = (names: Names, requestId: RequestId | null): string | undefined =>
  requestId === null ? undefined : names.subjects[requestId];
