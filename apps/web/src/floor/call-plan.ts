import type { SpeakerText } from '@diemcau/domain/floor';
import type { SpeechKind } from '@diemcau/domain/kernel';
import type { RequestId, SiteId, SpeakerId } from '@diemcau/domain/kernel';
import type { Command, Live } from '@diemcau/domain/live';
import type { CommandTexts } from '@diemcau/domain/wire';

import { nextCommand } from './next.ts';

/** A site that is called without having asked, with or without a named person. */
export type Call = {
  readonly siteId: SiteId;
  readonly kind: SpeechKind;
  readonly limitSeconds: number | null;
  readonly person: SpeakerText | null;
  readonly subject: string | null;
};

/** Ids for what the plan may create; made by the page, so that sending twice makes one. */
export type CallIds = { readonly requestId: RequestId; readonly speakerId: SpeakerId };

export type Step = { readonly command: Command; readonly texts?: CommandTexts };

const request = ({ siteId, kind, person, subject }: Call & { person: SpeakerText }, ids: CallIds): Step => ({
  command: { type: 'floor.request', requestId: ids.requestId, siteId, speakerId: ids.speakerId, kind },
  texts: { speaker: person, ...(subject === null ? {} : { subject }) },
});

const grantSite = ({ siteId, kind, limitSeconds, person }: Call, ids: CallIds): Step => ({
  command: {
    type: 'floor.grantSite',
    siteId,
    speakerId: person === null ? null : ids.speakerId,
    kind,
    limitSeconds,
  },
  ...(person === null ? {} : { texts: { speaker: person } }),
});

/**
 * The commands that give the floor to the site now, in order; the next one goes out only when the one before was done.
 * With a name and somebody speaking, the person is queued and then called by "Tiếp", so that no gap opens between the
 * two speeches; without a name the speech is ended first.
 */
export const callNow = (live: Live, call: Call, ids: CallIds): readonly Step[] => {
  const { turn } = live.floor;
  if (!turn) return [grantSite(call, ids)];
  if (call.person === null) return [{ command: { type: 'floor.end', turnId: turn.turnId } }, grantSite(call, ids)];
  const { person } = call;
  return [request({ ...call, person }, ids), { command: nextCommand(live, ids.requestId, call.limitSeconds) }];
};

/** The command that puts the named person into the queue on the site's behalf; null without a name. */
export const enqueue = (call: Call, ids: CallIds): Step | null =>
  call.person === null ? null : request({ ...call, person: call.person }, ids);
