import type { PollingId, TurnId } from '../kernel/index.ts';
import type { Command } from './decider.ts';
import type { LiveEvent } from './events.ts';
import type {} from './state.ts';

/** A speech starts without media after this long (F7). */
export const START_WITHOUT_MEDIA_MS = 5000;

type Due = { readonly key: string; readonly inMs: number; readonly command: Command };

const start = (key: string, turnId: TurnId): Due => ({
  key: `${key}:${turnId}`,
  inMs: START_WITHOUT_MEDIA_MS,
  command: { type: 'floor.startSpeech', turnId },
});

/** Who is absent is read when it is due. */
const step = ({ pollingId, move }: { pollingId: PollingId; move: number }, seconds: number): Due => ({
  key: `poll:${pollingId}:${move}`,
  inMs: seconds * 1000,
  command: { type: 'programme.stepPolling', pollingId, move, absent: [] },
});

/** Work that an event makes due. `key` is unique in the conference, so that it is due once. */
export const deadlinesOf = (event: LiveEvent): readonly Due[] => {
  if (event.type === 'floorGranted') return [start('start', event.turnId)];
  // Taken back before its clock ran: the deadline of its grant may have come and gone in between.
  if (event.type === 'floorReturned') return [start('restart', event.turnId)];
  if (event.type === 'pollingStarted') return [step({ ...event, move: 0 }, 0)];
  if (event.type === 'pollingMoved' || event.type === 'pollingResumed') return [step(event, 0)];
  if (event.type === 'pollingStepped' && event.place !== null) return [step(event, event.seconds)];
  return [];
};
