import type { FloorEvent } from './messages.ts';
import type { Floor } from './state.ts';

/** What pages other than desks hold: who speaks and who stands by, not who waits. */
export const floorWithoutQueue = (state: Floor): Floor => ({
  ...state,
  queue: [],
  queueVersion: 0,
  granted: state.granted && { ...state.granted, request: null, place: -1 },
});

const OF_THE_QUEUE: ReadonlySet<FloorEvent['type']> = new Set(['floorRequested', 'floorWithdrawn', 'requestMoved']);

/** Events of the queue reach desks only; everybody else gets its head as a whole-state frame. */
export const redactFloor = (event: FloorEvent): FloorEvent | null => (OF_THE_QUEUE.has(event.type) ? null : event);
