import type { Turn } from '@diemcau/domain/floor';
import type { SiteId, SpeakerId } from '@diemcau/domain/kernel';
import { isOnAir, type Live } from '@diemcau/domain/live';
import type { MediaState } from '@diemcau/domain/wire';
import type { DeviceStatus } from '../../media/index.ts';

/** What a room must know of its own part now: the band across its screen says it. */
export type Moment =
  | { readonly kind: 'calm' }
  | { readonly kind: 'standby'; readonly place: 1 | 2; readonly speakerId: SpeakerId | null }
  /** Its turn. Red only when its microphone is confirmed to be open; `seen`: its own picture is on air. */
  | { readonly kind: 'turn'; readonly turn: Turn; readonly microphone: TurnMicrophone; readonly seen: boolean }
  /** On air without a turn: the operator shows it, nobody hears it. */
  | { readonly kind: 'seen' };

/** `opening`: granted, not yet confirmed by the media server. The last three say why it may stay so. */
export type TurnMicrophone = 'open' | 'opening' | 'silenced' | 'interrupted' | 'noDevice' | 'noMedia';

export type MomentInputs = {
  readonly live: Live;
  readonly own: SiteId;
  readonly media: MediaState | null;
  readonly microphone: DeviceStatus;
};

const turnMicrophone = ({ live, own, media, microphone }: MomentInputs, turn: Turn): TurnMicrophone => {
  if (turn.interruptedAt !== null) return 'interrupted';
  if (live.floor.silenced.includes(own)) return 'silenced';
  if (media?.available === false) return 'noMedia';
  if (media?.sounding.includes(own)) return 'open';
  return microphone === 'ok' || microphone === 'off' ? 'opening' : 'noDevice';
};

/** The moment of a room, by the conference's state and what the media server confirmed. */
export const momentOf = (inputs: MomentInputs): Moment => {
  const { live, own } = inputs;
  const { conference, floor } = live;
  if (conference.status !== 'open') return { kind: 'calm' };
  const seen = isOnAir(live, own);
  if (floor.turn?.siteId === own) {
    return { kind: 'turn', turn: floor.turn, microphone: turnMicrophone(inputs, floor.turn), seen };
  }
  // The hall is on air between all speeches: a band would stand there all day.
  if (seen) return own === conference.hallId ? { kind: 'calm' } : { kind: 'seen' };
  const at = floor.standby.findIndex(({ siteId }) => siteId === own);
  const called = floor.standby[at];
  return called ? { kind: 'standby', place: at === 0 ? 1 : 2, speakerId: called.speakerId } : { kind: 'calm' };
};

/** The frame around a room's own picture. */
export type OwnTally = 'off' | 'standby' | 'onAir';

export const tallyOf = (live: Live, own: SiteId): OwnTally => {
  if (live.conference.status !== 'open' && live.conference.status !== 'paused') return 'off';
  if (isOnAir(live, own)) return 'onAir';
  return live.floor.standby.some(({ siteId }) => siteId === own) ? 'standby' : 'off';
};

/** Whether a desk may be looking at a room that no other room sees; the hall, whose microphone is open, is seen by all. */
export const watchOf = (live: Live, watchers: number, own: SiteId): 'no' | 'before' | 'during' => {
  if (watchers === 0 || tallyOf(live, own) !== 'off') return 'no';
  return live.conference.status === 'prepared' ? 'before' : 'during';
};
