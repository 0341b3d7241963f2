import type { SiteId } from '@diemcau/domain/kernel';
import { entitledToSpeak, type Live, type Microphone, microphoneOf } from '@diemcau/domain/live';
import type { MediaState, Presence, SiteLabel } from '@diemcau/domain/wire';

import { type Names, siteNamed } from '../live/index.ts';

/** A microphone on the operator's panel; `locked` waits for its turn. */
export type SoundState = Microphone | 'locked';

export type SoundRow = {
  readonly siteId: SiteId;
  readonly site: SiteLabel | null;
  readonly role: 'hall' | 'speaking' | 'standby';
  readonly state: SoundState;
  readonly level: number | null;
  /** It can be shut now, or opened again. */
  readonly act: 'silence' | 'lift' | null;
};

const stateOf = (live: Live, media: MediaState | null, siteId: SiteId, isStandby: boolean): SoundState => {
  const microphone = microphoneOf(live, media, siteId);
  return isStandby && microphone === 'shut' ? 'locked' : microphone;
};

const actOf = (live: Live, siteId: SiteId, role: SoundRow['role']): SoundRow['act'] => {
  if (role === 'standby') return null;
  if (live.floor.silenced.includes(siteId)) return 'lift';
  return entitledToSpeak(live).has(siteId) ? 'silence' : null;
};

/** The microphones that matter now: the hall, who has the floor, who stands by. Each site once. */
export const soundRows = (
  live: Live,
  names: Names,
  media: MediaState | null,
  presence: Presence | null,
): readonly SoundRow[] => {
  const { conference, floor } = live;
  if (conference.status === 'absent' || conference.status === 'closed') return [];
  const { hallId } = conference;
  const speaking = floor.turn && floor.turn.siteId !== hallId ? [floor.turn.siteId] : [];
  const standby = floor.standby.map((s) => s.siteId).filter((id) => id !== hallId && !speaking.includes(id));
  const row = (siteId: SiteId, role: SoundRow['role']): SoundRow => ({
    siteId,
    site: siteNamed(names, siteId) ?? null,
    role,
    state: stateOf(live, media, siteId, role === 'standby'),
    level: presence?.sites.find((s) => s.siteId === siteId)?.level ?? null,
    act: actOf(live, siteId, role),
  });
  return [
    row(hallId, 'hall'),
    ...speaking.map((id) => row(id, 'speaking')),
    ...[...new Set(standby)].map((id) => row(id, 'standby')),
  ];
};

/** Whose microphone the key is for: of who has the floor. The hall's has none, which a slip would shut. */
export const speakingRow = (rows: readonly SoundRow[]): SoundRow | null =>
  rows.find(({ role }) => role === 'speaking') ?? null;
