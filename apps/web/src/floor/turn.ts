import type { SpeakerText } from '@diemcau/domain/floor';
import { type SpeechKind } from '@diemcau/domain/kernel';
import type { SiteId, SpeakerId, TurnId } from '@diemcau/domain/kernel';
import { type Live, type Microphone, microphoneOf } from '@diemcau/domain/live';
import type { MediaState, SiteLabel } from '@diemcau/domain/wire';

import type { Names } from '../live/index.ts';
import { personOf, siteOf } from '../live/naming.ts';

export type TurnView = {
  readonly turnId: TurnId;
  readonly siteId: SiteId;
  readonly speakerId: SpeakerId | null;
  readonly person: SpeakerText | null;
  readonly site: SiteLabel | null;
  readonly isHall: boolean;
  readonly kind: SpeechKind;
  /** What the speech is about; null when nothing was said. */
  readonly subject: string | null;
  readonly limitSeconds: number | null;
  readonly timing: {
    readonly startedAt: number | null;
    readonly stoppedMs: number;
    readonly interruptedAt: number | null;
    readonly limitSeconds: number | null;
  };
  readonly microphone: Microphone;
  /** The site is missing (`lost`) or back again (`back`): the turn is kept, its clock stands (F12). */
  readonly interruption: 'none' | 'lost' | 'back';
  /** What the rooms see is the title card: the hall is missing too, or the operator chose it. */
  readonly titleOnAir: boolean;
};

const interruptionOf = (live: Live): TurnView['interruption'] => {
  const { turn } = live.floor;
  if (!turn || turn.interruptedAt === null) return 'none';
  return live.programme.lost.includes(turn.siteId) ? 'lost' : 'back';
};

const hallOf = (live: Live): SiteId | null => (live.conference.status === 'absent' ? null : live.conference.hallId);

/** Who has the floor; null between speeches. */
export const turnView = (live: Live, names: Names, media: MediaState | null): TurnView | null => {
  const { turn } = live.floor;
  if (!turn) return null;
  const { turnId, requestId, siteId, speakerId, kind, limitSeconds, startedAt, stoppedMs, interruptedAt } = turn;
  return {
    turnId,
    siteId,
    speakerId,
    person: personOf(names, speakerId),
    site: siteOf(names, siteId),
    isHall: siteId === hallOf(live),
    kind,
    subject: requestId === null ? null : (names.subjects[requestId] ?? null),
    limitSeconds,
    timing: { startedAt, stoppedMs, interruptedAt, limitSeconds },
    microphone: microphoneOf(live, media, siteId),
    interruption: interruptionOf(live),
    titleOnAir: live.programme.onAir.kind === 'title',
  };
};
