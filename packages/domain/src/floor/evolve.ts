import type { Recorded, RequestId } from '../kernel/index.ts';
import type { FloorEvent } from './messages.ts';
import { elapsedMs, type Floor, type Request, type Turn } from './state.ts';

type Of<T extends FloorEvent['type']> = Extract<Recorded<FloorEvent>, { type: T }>;

const without = (queue: readonly Request[], requestId: RequestId | null) =>
  queue.filter((r) => r.requestId !== requestId);

/** A point of order goes before all that is none, after those that came before it (F3). */
const enqueue = (queue: readonly Request[], request: Request): readonly Request[] => {
  if (request.kind !== 'pointOfOrder') return [...queue, request];
  const at = queue.findIndex((r) => r.kind !== 'pointOfOrder');
  return at < 0 ? [...queue, request] : [...queue.slice(0, at), request, ...queue.slice(at)];
};

const moved = (queue: readonly Request[], requestId: RequestId, before: RequestId | null): readonly Request[] => {
  const request = queue.find((r) => r.requestId === requestId);
  if (!request) return queue;
  const rest = without(queue, requestId);
  const at = before === null ? rest.length : rest.findIndex((r) => r.requestId === before);
  return at < 0 ? queue : [...rest.slice(0, at), request, ...rest.slice(at)];
};

const granted = (state: Floor, event: Of<'floorGranted'>): Floor => {
  const { turnId, requestId, siteId, speakerId, kind, limitSeconds, at } = event;
  return {
    ...state,
    queue: without(state.queue, requestId),
    standbyMode: 'auto',
    silenced: state.silenced.filter((id) => id !== siteId),
    ended: null,
    turn: {
      turnId,
      requestId,
      siteId,
      speakerId,
      kind,
      limitSeconds,
      grantedAt: at,
      startedAt: null,
      stoppedMs: 0,
      interruptedAt: null,
    },
  };
};

const count = (state: Floor, turn: Turn, times: 1 | -1, at: number): Floor['spoken'] => {
  if (turn.speakerId === null) return state.spoken;
  const before = state.spoken[turn.speakerId] ?? { times: 0, ms: 0 };
  const after = { times: before.times + times, ms: before.ms + times * elapsedMs(turn, at) };
  return { ...state.spoken, [turn.speakerId]: after };
};

const released = (state: Floor, event: Of<'floorReleased'>): Floor => {
  const { turn, silenced } = state;
  if (!turn) return state;
  return {
    ...state,
    turn: null,
    ended: event.reason === 'ended' ? { turn, at: event.at, silenced: silenced.includes(turn.siteId) } : null,
    silenced: silenced.filter((id) => id !== turn.siteId),
    spoken: count(state, turn, 1, event.at),
  };
};

const returned = (state: Floor, event: Of<'floorReturned'>): Floor => {
  if (!state.ended) return state;
  const { turn, at: endedAt } = state.ended;
  // The clock of an interrupted speech stands still already, since before its end.
  const stood = turn.startedAt === null || turn.interruptedAt !== null ? 0 : event.at - endedAt;
  const silenced = state.ended.silenced
    ? [...state.silenced.filter((id) => id !== turn.siteId), turn.siteId]
    : state.silenced;
  const spoken = count(state, turn, -1, endedAt);
  return { ...state, turn: { ...turn, stoppedMs: turn.stoppedMs + stood }, ended: null, silenced, spoken };
};

const onTurn = (state: Floor, change: (turn: Turn) => Turn): Floor =>
  state.turn ? { ...state, turn: change(state.turn) } : state;

const resumed = (turn: Turn, at: number): Turn => {
  const { interruptedAt, startedAt } = turn;
  // A speech may start while its site is missing: what was before its start is no part of its clock.
  const stood = interruptedAt === null || startedAt === null ? 0 : at - Math.max(interruptedAt, startedAt);
  return { ...turn, stoppedMs: turn.stoppedMs + stood, interruptedAt: null };
};

export const evolve = (state: Floor, event: Recorded<FloorEvent>): Floor => {
  switch (event.type) {
    case 'floorRequested': {
      const { requestId, siteId, speakerId, kind, at } = event;
      const queue = enqueue(state.queue, { requestId, siteId, speakerId, kind, askedAt: at });
      return { ...state, queue, queueVersion: state.queueVersion + 1 };
    }
    case 'floorWithdrawn':
      return { ...state, queue: without(state.queue, event.requestId), queueVersion: state.queueVersion + 1 };
    case 'requestMoved':
      return {
        ...state,
        queue: moved(state.queue, event.requestId, event.before),
        queueVersion: state.queueVersion + 1,
      };
    case 'standbySet':
      return { ...state, standbyMode: event.mode, standby: event.standby };
    case 'floorGranted':
      return granted(state, event);
    case 'speechStarted':
      return onTurn(state, (turn) => ({ ...turn, startedAt: turn.startedAt ?? event.at }));
    case 'floorReleased':
      return released(state, event);
    case 'floorReturned':
      return returned(state, event);
    case 'timeLimitSet':
      return onTurn(state, (turn) => ({ ...turn, limitSeconds: event.limitSeconds }));
    case 'microphonesSilenced':
      return { ...state, silenced: [...new Set([...state.silenced, ...event.siteIds])] };
    case 'microphoneRestored':
      return { ...state, silenced: state.silenced.filter((id) => id !== event.siteId) };
    case 'turnInterrupted':
      return onTurn(state, (turn) => ({ ...turn, interruptedAt: turn.interruptedAt ?? event.at }));
    case 'turnResumed':
      return onTurn(state, (turn) => resumed(turn, event.at));
    case 'speakerNamed':
      return onTurn(state, (turn) => ({ ...turn, speakerId: event.speakerId }));
    case 'speakerCorrected':
      return state;
  }
};
