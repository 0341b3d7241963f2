import type { FloorCommand, SpeakerText } from '@diemcau/domain/floor';
import type { SpeechKind } from '@diemcau/domain/kernel';
import type { RequestId, SiteId, SpeakerId } from '@diemcau/domain/kernel';
import type { Live } from '@diemcau/domain/live';
import type { SiteLabel } from '@diemcau/domain/wire';

import type { Names } from '../live/index.ts';
import { personOf, siteOf } from '../live/naming.ts';
import { callingOrder } from './next.ts';
import { standingBy } from './standby.ts';

export type QueueRow = {
  readonly requestId: RequestId;
  readonly siteId: SiteId;
  readonly speakerId: SpeakerId;
  /** 1 = first of the queue. */
  readonly place: number;
  readonly person: SpeakerText | null;
  readonly site: SiteLabel | null;
  readonly subject: string | null;
  readonly kind: SpeechKind;
  readonly askedAt: number;
  readonly spokenTimes: number;
  readonly spokenMs: number;
  /** 1 or 2 while its request stands by. */
  readonly standbyPlace: number | null;
  /** The one that "Tiếp" will call. */
  readonly isNext: boolean;
  readonly lost: boolean;
};

/** The queue as the moderator's desk shows it, in its order. */
export const queueRows = (live: Live, names: Names): readonly QueueRow[] => {
  const { queue, spoken } = live.floor;
  const standby = standingBy(live);
  const nextId = callingOrder(live)[0]?.requestId ?? null;
  return queue.map((request, index) => {
    const { requestId, siteId, speakerId, kind, askedAt } = request;
    const standsAt = standby.findIndex((s) => s.requestId === requestId);
    return {
      requestId,
      siteId,
      speakerId,
      place: index + 1,
      person: personOf(names, speakerId),
      site: siteOf(names, siteId),
      subject: names.subjects[requestId] ?? null,
      kind,
      askedAt,
      spokenTimes: spoken[speakerId]?.times ?? 0,
      spokenMs: spoken[speakerId]?.ms ?? 0,
      standbyPlace: standsAt < 0 ? null : standsAt + 1,
      isNext: requestId === nextId,
      lost: live.programme.lost.includes(siteId),
    };
  });
};

type Ids = readonly { readonly requestId: RequestId }[];

/**
 * Moves a request to a place (0 = first) of the queue as it was seen, whose version goes along. Null when it stands
 * there already or is gone.
 */
export const moveCommand = (
  queue: Ids,
  requestId: RequestId,
  toIndex: number,
  queueVersion: number,
): Extract<FloorCommand, { type: 'floor.move' }> | null => {
  const fromIndex = queue.findIndex((r) => r.requestId === requestId);
  const to = Math.max(0, Math.min(queue.length - 1, toIndex));
  if (fromIndex < 0 || fromIndex === to) return null;
  const rest = queue.filter((r) => r.requestId !== requestId);
  return { type: 'floor.move', requestId, before: rest[to]?.requestId ?? null, queueVersion };
};

/** The row `step` rows from the selected one (from the end that lies in that direction when none is); null: no rows. */
export const stepFrom = (rows: Ids, selected: RequestId | null, step: number): RequestId | null => {
  const at = rows.findIndex((r) => r.requestId === selected);
  const from = at < 0 ? (step > 0 ? -1 : rows.length) : at;
  const to = Math.max(0, Math.min(rows.length - 1, from + step));
  return rows[to]?.requestId ?? null;
};
