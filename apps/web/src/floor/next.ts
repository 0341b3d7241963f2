import type { FloorCommand, Request, SpeakerText } from '@diemcau/domain/floor';
import type { SpeechKind } from '@diemcau/domain/kernel';
import type { RequestId } from '@diemcau/domain/kernel';
import { type Live, unslotted } from '@diemcau/domain/live';
import type { SiteLabel } from '@diemcau/domain/wire';

import type { Names } from '../live/index.ts';
import { personOf, siteOf } from '../live/naming.ts';

/** A request as a button or a line names it before it is called. */
export type Called = {
  readonly requestId: RequestId;
  readonly person: SpeakerText | null;
  readonly site: SiteLabel | null;
  readonly siteId: Request['siteId'];
  readonly kind: SpeechKind;
  /** The site is missing: calling it now is refused. */
  readonly lost: boolean;
};

export const calledOf = (live: Live, names: Names, request: Request): Called => ({
  requestId: request.requestId,
  person: personOf(names, request.speakerId),
  site: siteOf(names, request.siteId),
  siteId: request.siteId,
  kind: request.kind,
  lost: live.programme.lost.includes(request.siteId),
});

/**
 * The order in which "Tiếp" will call: who was put on stand-by by hand goes before the queue, otherwise the queue's
 * own order; what was slotted into a row comes with its row. Only requests: a site on stand-by without one is called by its own button.
 */
export const callingOrder = (live: Live): readonly Request[] => {
  const queue = unslotted(live);
  const { standby, standbyMode } = live.floor;
  if (standbyMode === 'auto') return queue;
  const first = standby.flatMap(({ requestId }) => queue.filter((r) => r.requestId === requestId));
  return [...first, ...queue.filter((r) => !first.includes(r))];
};

/** What one press of "Tiếp" will do, said beforehand; or why there is nothing to do. */
export type NextAct =
  | {
      readonly status: 'ready';
      readonly called: Called;
      readonly command: Extract<FloorCommand, { type: 'floor.next' }>;
    }
  | { readonly status: 'empty' }
  | { readonly status: 'notOpen'; readonly phase: 'absent' | 'prepared' | 'paused' | 'closed' };

/** "Tiếp" names its targets, so that a second press cannot call the wrong person (F8). */
export const nextAct = (live: Live, names: Names, limitSeconds: number | null): NextAct => {
  const { status: phase } = live.conference;
  if (phase !== 'open') return { status: 'notOpen', phase };
  const request = callingOrder(live)[0];
  if (!request) return { status: 'empty' };
  return {
    status: 'ready',
    called: calledOf(live, names, request),
    command: nextCommand(live, request.requestId, limitSeconds),
  };
};

/** Ends whatever speech there is now and gives the floor to the request named, in one append. */
export const nextCommand = (
  { floor }: Live,
  requestId: RequestId,
  limitSeconds: number | null,
): Extract<FloorCommand, { type: 'floor.next' }> => ({
  type: 'floor.next',
  endTurnId: floor.turn?.turnId ?? null,
  requestId,
  limitSeconds,
});

/** Who will be called, in order: the next one and who comes then. */
export const comingUp = (live: Live, names: Names, howMany: number): readonly Called[] =>
  callingOrder(live)
    .slice(0, howMany)
    .map((request) => calledOf(live, names, request));
