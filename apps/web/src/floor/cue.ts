import type { SpeakerText } from '@diemcau/domain/floor';
import type { SpeechKind } from '@diemcau/domain/kernel';
import type { Live } from '@diemcau/domain/live';
import type { SiteLabel } from '@diemcau/domain/wire';

import type { Names } from '../live/index.ts';
import { callingOrder, calledOf } from './next.ts';
import { turnView } from './turn.ts';

export type CuePerson = {
  readonly person: SpeakerText | null;
  readonly site: SiteLabel | null;
  readonly kind: SpeechKind;
};

/**
 * What the chair says next, made from where the conference stands: whom to thank, whom to invite. The sentence itself
 * is put together from `words`, in the language of the interface.
 */
export type Cue =
  | { readonly status: 'prepared'; readonly startsAt: number }
  | { readonly status: 'paused' }
  | { readonly status: 'closed' }
  | { readonly status: 'lost'; readonly site: SiteLabel | null }
  | { readonly status: 'back'; readonly to: CuePerson }
  | { readonly status: 'turn'; readonly thank: CuePerson | null; readonly invite: CuePerson | null };

export const cueOf = (live: Live, names: Names): Cue => {
  const { conference } = live;
  if (conference.status === 'absent') return { status: 'paused' };
  if (conference.status === 'prepared') return { status: 'prepared', startsAt: conference.startsAt };
  if (conference.status !== 'open') return { status: conference.status };
  const turn = turnView(live, names, null);
  if (turn?.interruption === 'lost') return { status: 'lost', site: turn.site };
  if (turn?.interruption === 'back') return { status: 'back', to: turn };
  const next = callingOrder(live)[0];
  const invite = next ? calledOf(live, names, next) : null;
  return { status: 'turn', thank: turn, invite };
};
