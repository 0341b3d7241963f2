import type { Recorded, RequestId } from '../kernel/index.ts';
import type { FloorEvent } from './messages.ts';
import { elapsedMs, type Ended, type Floor, type Request, type Turn } from './state.ts';

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
  const { silenced, standbyMode, standby } = state;
  const place = state.queue.findIndex((r) => r.requestId === requestId);
  const ended = state.ended?.byNext ? state.ended : null;
  return {
    ...state,
    queue: without(state.queue, requestId),
    standbyMode: 'auto',
    silenced: silenced.filter((id) => id !== siteId),
    ended: null,
    granted: { turnId, request: state.queue[place] ?? null, place, ended, silenced, standbyMode, standby },
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

const countAt = ({ spokenAt }: Floor, { siteId }: Turn, times: 1 | -1): Floor['spokenAt'] => ({
  ...spokenAt,
  [siteId]: (spokenAt[siteId] ?? 0) + times,
});

const released = (state: Floor, event: Of<'floorReleased'>): Floor => {
  const { turn, silenced } = state;
  const { reason } = event;
  if (!turn) return state;
  const mayReturn = reason === 'ended' || reason === 'next';
  return {
    ...state,
    turn: null,
    ended: mayReturn
      ? { turn, at: event.at, silenced: silenced.includes(turn.siteId), byNext: reason === 'next' }
      : null,
    granted: null,
    silenced: silenced.filter((id) => id !== turn.siteId),
    spoken: count(state, turn, 1, event.at),
    spokenAt: countAt(state, turn, 1),
  };
};

/** A speech goes on that had ended at `ended.at`. The clock of an interrupted one stands still since before its end. */
const goesOn = (state: Floor, { turn, at: endedAt, silenced: wasSilenced }: Ended, at: number): Floor => {
  const stood = turn.startedAt === null || turn.interruptedAt !== null ? 0 : at - endedAt;
  const silenced = wasSilenced ? [...state.silenced.filter((id) => id !== turn.siteId), turn.siteId] : state.silenced;
  const spoken = count(state, turn, -1, endedAt);
  const spokenAt = countAt(state, turn, -1);
  return { ...state, turn: { ...turn, stoppedMs: turn.stoppedMs + stood }, ended: null, silenced, spoken, spokenAt };
};

const returned = (state: Floor, event: Of<'floorReturned'>): Floor =>
  state.ended ? goesOn(state, state.ended, event.at) : state;

/** As if it had not been given: the request waits again at its place, and the speech that gave way goes on. */
const grantTakenBack = (state: Floor, event: Of<'grantTakenBack'>): Floor => {
  const { granted: undone, turn } = state;
  if (!undone || !turn) return state;
  const { request, place, ended, standbyMode, standby } = undone;
  // Who has asked for the same again in between waits once, with the later request (F2).
  const waits = request && !state.queue.some((r) => r.speakerId === request.speakerId && r.kind === request.kind);
  const queue = waits ? state.queue.toSpliced(place, 0, request) : state.queue;
  const queueVersion = state.queueVersion + (waits ? 1 : 0);
  // Who was silenced in the meantime stays so, but for the turn that never was.
  const since = state.silenced.filter((id) => id !== turn.siteId);
  const silenced = [...new Set([...undone.silenced, ...since])];
  const before = { ...state, queue, queueVersion, standbyMode, standby, silenced };
  const without = { ...before, turn: null, granted: null };
  return ended ? goesOn(without, ended, event.at) : without;
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
    case 'grantTakenBack':
      return grantTakenBack(state, event);
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
