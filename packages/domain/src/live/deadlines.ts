import type { Command } from './decider.ts';
import type { LiveEvent } from './state.ts';

/** A speech starts without media after this long (F7). */
export const START_WITHOUT_MEDIA_MS = 5000;

/** Work that an event makes due. `key` is unique in the conference, so that it is due once. */
export const deadlinesOf = (
  event: LiveEvent,
): readonly { readonly key: string; readonly inMs: number; readonly command: Command }[] =>
  event.type === 'floorGranted'
    ? [
        {
          key: `start:${event.turnId}`,
          inMs: START_WITHOUT_MEDIA_MS,
          command: { type: 'floor.startSpeech', turnId: event.turnId },
        },
      ]
    : [];
