import { may } from '@diemcau/domain/organisation';
import { CommandId, type Actor, type ConferenceId, type SiteId } from '@diemcau/domain/kernel';
import type { Command, Live, LiveCode } from '@diemcau/domain/live';
import type { CommandBody, WireCode } from '@diemcau/domain/wire';
import { v5 as uuidOf } from 'uuid';
import type { Logger } from 'pino';
import { StoreUnavailable } from '../platform/event-store/index.ts';
import type { Transaction } from '../platform/db/index.ts';
import type { LiveMetrics } from './metrics.ts';
import { keepPlanSize } from './plan-size.ts';
import { keepRehearsal, type AfterRehearsal } from './rehearsals.ts';
import type { LiveStore } from './stream.ts';
import { textWork } from './texts.ts';

export type CommandCode = LiveCode | WireCode;
export type CommandAnswer =
  | { readonly ok: true; readonly seq: number }
  | { readonly ok: false; readonly code: CommandCode };

type Deps = {
  readonly store: LiveStore;
  readonly metrics: LiveMetrics;
  readonly log: Logger;
  readonly afterRehearsal: AfterRehearsal;
};

/**
 * The site that a command acts for, where rights depend on it. A request that does not wait here, and content that
 * is not shown, is taken for one's own: the command may be a repeated one, and what it is answered is for the stream to say.
 */
const siteOf = (command: Command, live: Live, actor: Actor): SiteId | null => {
  const own = actor.kind === 'seat' ? actor.siteId : null;
  if (command.type === 'floor.request' || command.type === 'programme.startContent') return command.siteId;
  if (command.type === 'programme.addSource' || command.type === 'programme.removeSource') return command.siteId;
  if (command.type === 'programme.renameSource') return command.siteId;
  if (command.type === 'floor.withdraw')
    return live.floor.queue.find((r) => r.requestId === command.requestId)?.siteId ?? own;
  if (command.type !== 'programme.stopContent') return null;
  const { content } = live.programme;
  return content?.contentId === command.contentId ? content.siteId : own;
};

type Alongside = (trx: Transaction) => Promise<void>;

/** Texts, decision and append of one command, wherever it came from. Never throws for what a caller can mend. */
export class Commands {
  private readonly deps: Deps;

  constructor(deps: Deps) {
    this.deps = deps;
  }

  /** For an edge that has asked `may` already. */
  async submit(
    conferenceId: ConferenceId,
    actor: Actor,
    body: CommandBody,
    alongside?: Alongside,
  ): Promise<CommandAnswer> {
    return this.measured(body, () => this.append(conferenceId, actor, body, alongside));
  }

  /** For the frames of a socket: asks `may` with the site that the command names. */
  async submitIfAllowed(conferenceId: ConferenceId, actor: Actor, body: CommandBody): Promise<CommandAnswer> {
    return this.measured(body, async () => {
      const live = this.deps.store.peek(conferenceId)?.state ?? (await this.deps.store.refresh(conferenceId)).state;
      const resource = { conferenceId, unitPath: [], siteId: siteOf(body.command, live, actor) };
      if (!may(actor, body.command.type, resource)) return { ok: false, code: 'wire.not_allowed' };
      return this.append(conferenceId, actor, body);
    });
  }

  /** By the system, with an id made from what it is about: doing it twice is doing it once. */
  async bySystem(
    conferenceId: ConferenceId,
    name: 'reconciler' | 'deadline',
    about: string,
    command: Command,
  ): Promise<CommandAnswer> {
    const id = CommandId.parse(uuidOf(`${name}:${about}`, conferenceId));
    return this.submit(conferenceId, { kind: 'system', name }, { id, command });
  }

  private async append(
    conferenceId: ConferenceId,
    actor: Actor,
    body: CommandBody,
    alongside?: Alongside,
  ): Promise<CommandAnswer> {
    const { store } = this.deps;
    const { id: commandId, command } = body;
    const texts = textWork(conferenceId, body, actor, store.peek(conferenceId)?.state);
    const answer = await store.submit(conferenceId, {
      commandId,
      actor,
      command,
      ...(texts ? { check: texts.check } : {}),
      alongside: async (trx, after) => {
        await keepPlanSize(trx, conferenceId, command, after);
        if (command.type === 'conference.endRehearsal')
          await keepRehearsal(trx, conferenceId, this.deps.afterRehearsal);
        await texts?.alongside(trx);
        await alongside?.(trx);
      },
    });
    return answer.ok ? { ok: true, seq: answer.value.seq } : answer;
  }

  private async measured(body: CommandBody, work: () => Promise<CommandAnswer>): Promise<CommandAnswer> {
    const { metrics, log } = this.deps;
    const stop = metrics.latency.startTimer();
    const answer = await work().catch((error: unknown): CommandAnswer => {
      if (error instanceof Error && error.name === 'UnknownEvent') return { ok: false, code: 'wire.newer_data' };
      if (!(error instanceof StoreUnavailable)) throw error;
      log.warn({ err: error, command: body.command.type }, 'a command could not be stored');
      return { ok: false, code: 'wire.unavailable' };
    });
    stop();
    metrics.commands.inc({ type: body.command.type, outcome: answer.ok ? 'accepted' : answer.code });
    return answer;
  }
}
