import type { TurnId } from '../kernel/index.ts';
import type { Command } from './decider.ts';
import type { LiveEvent } from './state.ts';

/** A speech starts without media after this long (F7). */
export const START_WITHOUT_MEDIA_MS = 5000;

const start = (
  key: string,
  turnId: TurnId,
): { readonly key: string; readonly inMs: number; readonly command: Command } => ({
  key: `${key}:${turnId}`,
  inMs: START_WITHOUT_MEDIA_MS,
  command: { type: 'floor.startSpeech', turnId },
});

/** Work that an event makes due. `key` is unique in the conference, so that it is due once. */
export const deadlinesOf = (event: LiveEvent): readonly ReturnType<typeof start>[] => {
  if (event.type === 'floorGranted') return [start('start', event.turnId)];
  // Taken back before its clock ran: the deadline of its grant may have come and gone in between.
  if (event.type === 'floorReturned') return [start('restart', event.turnId)];
  return [];
};
