import type { Logger } from 'pino';
import type { ConferenceId } from '@diemcau/domain/kernel';
import { sendIfNew, type Member } from './member.ts';
import type { ReadSupport } from './ports.ts';
import { Throttle } from './throttle.ts';

/** So long after a request comes to the centre it surely is there by the clock of the database. */
const PAST_DUE_MS = 50;

type Deps = { readonly conferenceId: ConferenceId; readonly support: ReadSupport; readonly log: Logger };

/** Tells the technical desks of a conference how far the provinces are: one query, none while no such desk is here. */
export class SupportDesks {
  private readonly deps: Deps;
  private readonly desks: () => readonly Member[];
  private readonly throttle: Throttle;
  private dueTimer: NodeJS.Timeout | undefined;

  constructor(everyMs: number, deps: Deps, desks: () => readonly Member[]) {
    this.deps = deps;
    this.desks = desks;
    this.throttle = new Throttle(everyMs, deps.log, () => this.send());
  }

  ask(): void {
    this.throttle.ask();
  }

  stop(): void {
    clearTimeout(this.dueTimer);
    this.throttle.stop();
  }

  private async send(): Promise<void> {
    const technicians = () => this.desks().filter(({ holder }) => holder.role === 'technician');
    if (technicians().length === 0) return;
    const { state, dueInMs } = await this.deps.support.all(this.deps.conferenceId);
    for (const technician of technicians()) sendIfNew(technician, { type: 'support', ...state });
    clearTimeout(this.dueTimer);
    // What nobody took is the centre's from that moment on, not with the next change of anything else.
    if (dueInMs !== null) this.dueTimer = setTimeout(() => this.ask(), dueInMs + PAST_DUE_MS).unref();
  }
}
