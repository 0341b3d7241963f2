import type { SiteId } from '@diemcau/domain/kernel';
import { entitledToSpeak, type Live } from '@diemcau/domain/live';
import type { MediaState, Presence, SiteLabel } from '@diemcau/domain/wire';

import { type Names, siteNamed } from '../live/index.ts';

/**
 * A microphone on the operator's panel: `open` and `shut` are confirmed by the media server, `opening` and `closing`
 * are ordered and awaited, `silenced` was shut by a desk, `locked` waits for its turn.
 */
export type SoundState = 'open' | 'opening' | 'closing' | 'silenced' | 'shut' | 'locked' | 'unknown';

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
  if (media === null || !media.available) return 'unknown';
  const sounding = media.sounding.includes(siteId);
  if (entitledToSpeak(live).has(siteId)) return sounding ? 'open' : 'opening';
  if (sounding) return 'closing';
  if (live.floor.silenced.includes(siteId)) return 'silenced';
  return isStandby ? 'locked' : 'shut';
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
  if (conference.status === 'absent') return [];
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
