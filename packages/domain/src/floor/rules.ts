import { ok, refuse, type Context, type Decider, type Result, type SiteId, type TurnId } from '../kernel/index.ts';
import { evolve } from './evolve.ts';
import { MAX_LIMIT_SECONDS, type FloorCommand, type FloorEvent, type Standby } from './messages.ts';
import type { FloorCode } from './problems.ts';
import { emptyFloor, type Floor, type Request, type Turn } from './state.ts';

/** What the floor may know of the rest of the conference. */
export type FloorFacts = {
  readonly phase: 'absent' | 'prepared' | 'open' | 'paused' | 'closed';
  readonly hallId: SiteId | null;
  readonly isInvited: (siteId: SiteId) => boolean;
  /** Reported missing by the reconciler. */
  readonly isLost: (siteId: SiteId) => boolean;
};

/** An ending may be taken back for so long (F9). */
export const TAKE_BACK_MS = 3000;
/** Requests of one site that may wait at once, and of all sites (F2). */
export const REQUESTS_PER_SITE = 5;
export const QUEUE_LIMIT = 2000;

type Decision = Result<readonly FloorEvent[], FloorCode>;
type FloorContext = Context<FloorFacts>;
type Of<T extends FloorCommand['type']> = Extract<FloorCommand, { type: T }>;

const request = (state: Floor, command: Of<'floor.request'>, { facts }: FloorContext): Decision => {
  const { requestId, siteId, speakerId, kind } = command;
  if (!facts.isInvited(siteId)) return refuse('floor.site_not_invited');
  const same = (r: Request) => r.requestId === requestId || (r.speakerId === speakerId && r.kind === kind);
  if (state.queue.some(same)) return refuse('floor.already_queued');
  if (state.queue.filter((r) => r.siteId === siteId).length >= REQUESTS_PER_SITE)
    return refuse('floor.too_many_requests');
  if (state.queue.length >= QUEUE_LIMIT) return refuse('floor.queue_full');
  return ok([{ type: 'floorRequested', requestId, siteId, speakerId, kind }]);
};

const withdraw = (state: Floor, command: Of<'floor.withdraw'>, { actor }: FloorContext): Decision => {
  const found = state.queue.find((r) => r.requestId === command.requestId);
  const own =
    actor.kind !== 'seat' || (actor.role !== 'clerk' && actor.role !== 'delegate') || found?.siteId === actor.siteId;
  if (!found || !own) return refuse('floor.request_not_found');
  return ok([{ type: 'floorWithdrawn', requestId: found.requestId }]);
};

const move = (state: Floor, command: Of<'floor.move'>): Decision => {
  const { requestId, before, queueVersion } = command;
  const has = (id: string) => state.queue.some((r) => r.requestId === id);
  if (!has(requestId)) return refuse('floor.request_not_found');
  if (queueVersion !== state.queueVersion || (before !== null && !has(before))) return refuse('floor.queue_changed');
  return ok(before === requestId ? [] : [{ type: 'requestMoved', requestId, before }]);
};

/** Sites that the moderator named, each with the first of its requests, if it has one (F6). */
export const standbyOf = (state: Floor, siteIds: readonly SiteId[]): readonly Standby[] =>
  siteIds.map((siteId) => {
    const asked = state.queue.find((r) => r.siteId === siteId);
    return { siteId, requestId: asked?.requestId ?? null, speakerId: asked?.speakerId ?? null };
  });

const setStandby = (state: Floor, command: Of<'floor.setStandby'>, { facts }: FloorContext): Decision => {
  const siteIds = [...new Set(command.siteIds)];
  if (!siteIds.every(facts.isInvited)) return refuse('floor.site_not_invited');
  return ok([{ type: 'standbySet', mode: 'manual', standby: [...standbyOf(state, siteIds)] }]);
};

/** The queue's next two, who stand by unless the moderator named others (F6). */
export const nextTwo = (state: Floor): readonly Standby[] =>
  state.queue.slice(0, 2).map(({ siteId, requestId, speakerId }) => ({ siteId, requestId, speakerId }));

const grant = (
  state: Floor,
  command: Of<'floor.grant'> | Of<'floor.next'>,
  { newId, facts }: FloorContext,
): Decision => {
  if (facts.phase !== 'open') return refuse('floor.not_open');
  const found = state.queue.find((r) => r.requestId === command.requestId);
  if (!found) return refuse('floor.request_not_found');
  const { requestId, siteId, speakerId, kind } = found;
  if (!facts.isInvited(siteId)) return refuse('floor.site_not_invited');
  if (facts.isLost(siteId)) return refuse('floor.site_lost');
  const turnId = newId() as TurnId;
  const limitSeconds = command.limitSeconds ?? null;
  return ok([{ type: 'floorGranted', turnId, requestId, siteId, speakerId, kind, limitSeconds }]);
};

const grantSite = (command: Of<'floor.grantSite'> | Of<'floor.nextSite'>, { newId, facts }: FloorContext): Decision => {
  if (facts.phase !== 'open') return refuse('floor.not_open');
  const { siteId, speakerId, kind } = command;
  if (!facts.isInvited(siteId)) return refuse('floor.site_not_invited');
  if (facts.isLost(siteId)) return refuse('floor.site_lost');
  const turnId = newId() as TurnId;
  const limitSeconds = command.limitSeconds ?? null;
  return ok([{ type: 'floorGranted', turnId, requestId: null, siteId, speakerId, kind, limitSeconds }]);
};

/** Ends the speech named and gives the floor to the request or site named, both or neither (F8). */
const next = (state: Floor, command: Of<'floor.next'> | Of<'floor.nextSite'>, context: FloorContext): Decision => {
  const current = state.turn?.turnId ?? null;
  if (current !== command.endTurnId) return refuse('floor.turn_changed');
  const granted = command.type === 'floor.next' ? grant(state, command, context) : grantSite(command, context);
  if (!granted.ok || !state.turn) return granted;
  return ok([{ type: 'floorReleased', turnId: state.turn.turnId, reason: 'next' }, ...granted.value]);
};

const takeBack = (state: Floor, command: Of<'floor.takeBack'>, { now, facts }: FloorContext): Decision => {
  if (facts.phase !== 'open') return refuse('floor.not_open');
  if (state.turn || state.ended?.turn.turnId !== command.turnId || state.ended.byNext)
    return refuse('floor.turn_changed');
  if (now - state.ended.at > TAKE_BACK_MS) return refuse('floor.too_late');
  return ok([{ type: 'floorReturned', turnId: command.turnId }]);
};

const takeBackGrant = (state: Floor, { turnId }: Of<'floor.takeBackGrant'>, { now, facts }: FloorContext): Decision => {
  if (facts.phase !== 'open') return refuse('floor.not_open');
  const { turn, granted } = state;
  if (turn?.turnId !== turnId || granted?.turnId !== turnId) return refuse('floor.turn_changed');
  if (now - turn.grantedAt > TAKE_BACK_MS) return refuse('floor.too_late');
  return ok([{ type: 'grantTakenBack', turnId }]);
};

const silence = (state: Floor, command: Of<'floor.silence'>, { facts }: FloorContext): Decision => {
  const open = command.siteId === facts.hallId || command.siteId === state.turn?.siteId;
  if (!open) return refuse('floor.not_speaking');
  if (state.silenced.includes(command.siteId)) return ok([]);
  return ok([{ type: 'microphonesSilenced', siteIds: [command.siteId] }]);
};

const silenceAll = (state: Floor, { facts }: FloorContext): Decision => {
  const siteId = state.turn?.siteId;
  if (!siteId || siteId === facts.hallId || state.silenced.includes(siteId)) return ok([]);
  return ok([{ type: 'microphonesSilenced', siteIds: [siteId] }]);
};

type OfTurn = Extract<FloorCommand, { turnId: TurnId }>;

const resumeTurn = ({ turnId, siteId, interruptedAt }: Turn, facts: FloorFacts): Decision => {
  if (interruptedAt === null) return refuse('floor.not_interrupted');
  return facts.isLost(siteId) ? refuse('floor.site_lost') : ok([{ type: 'turnResumed', turnId }]);
};

const ofTurn = (
  turn: Turn,
  command: Exclude<OfTurn, Of<'floor.takeBack' | 'floor.takeBackGrant'>>,
  facts: FloorFacts,
): Decision => {
  const { turnId } = turn;
  switch (command.type) {
    case 'floor.end':
      return ok([{ type: 'floorReleased', turnId, reason: 'ended' }]);
    case 'floor.setLimit':
      return ok([{ type: 'timeLimitSet', turnId, limitSeconds: command.limitSeconds }]);
    case 'floor.extend': {
      const limitSeconds = Math.min(MAX_LIMIT_SECONDS, (turn.limitSeconds ?? 0) + command.bySeconds);
      return ok([{ type: 'timeLimitSet', turnId, limitSeconds }]);
    }
    case 'floor.resumeTurn':
      return resumeTurn(turn, facts);
    case 'floor.nameSpeaker':
      return ok([{ type: 'speakerNamed', turnId, speakerId: command.speakerId }]);
    case 'floor.startSpeech':
      return ok(turn.startedAt === null ? [{ type: 'speechStarted', turnId }] : []);
  }
};

const decide = (state: Floor, command: FloorCommand, context: FloorContext): Decision => {
  const { phase } = context.facts;
  if (phase === 'absent') return refuse('floor.not_open');
  if (phase === 'closed') return refuse('floor.closed');
  switch (command.type) {
    case 'floor.request':
      return request(state, command, context);
    case 'floor.withdraw':
      return withdraw(state, command, context);
    case 'floor.move':
      return move(state, command);
    case 'floor.setStandby':
      return setStandby(state, command, context);
    case 'floor.resetStandby':
      return ok([{ type: 'standbySet', mode: 'auto', standby: [...nextTwo(state)] }]);
    case 'floor.grant':
      return state.turn ? refuse('floor.taken') : grant(state, command, context);
    case 'floor.grantSite':
      return state.turn ? refuse('floor.taken') : grantSite(command, context);
    case 'floor.next':
    case 'floor.nextSite':
      return next(state, command, context);
    case 'floor.takeBack':
      return takeBack(state, command, context);
    case 'floor.takeBackGrant':
      return takeBackGrant(state, command, context);
    case 'floor.silence':
      return silence(state, command, context);
    case 'floor.silenceAll':
      return silenceAll(state, context);
    case 'floor.liftSilence':
      return ok(
        state.silenced.includes(command.siteId) ? [{ type: 'microphoneRestored', siteId: command.siteId }] : [],
      );
    case 'floor.correctSpeaker':
      return ok([{ type: 'speakerCorrected', speakerId: command.speakerId }]);
    case 'floor.end':
    case 'floor.setLimit':
    case 'floor.extend':
    case 'floor.resumeTurn':
    case 'floor.nameSpeaker':
    case 'floor.startSpeech':
      return state.turn?.turnId === command.turnId
        ? ofTurn(state.turn, command, context.facts)
        : refuse('floor.turn_changed');
  }
};

/** One speaks at a time; the queue is the chair's. Numbered rules: docs/spec/floor.md. */
export const floor: Decider<Floor, FloorCommand, FloorEvent, FloorFacts, FloorCode> = {
  initial: emptyFloor,
  decide,
  evolve,
};
