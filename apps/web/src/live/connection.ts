import type { SeatId, SiteId } from '@diemcau/domain/kernel';
import type { Command } from '@diemcau/domain/live';
import type { LineNow } from '@diemcau/domain/support';
import {
  PROTOCOL,
  wireProblems,
  type ClientFrame,
  type CommandTexts,
  type ClerkControl,
  type DeviceControl,
  type DeviceReport,
  type Done,
  type ServerFrame,
} from '@diemcau/domain/wire';
import { ServerClock } from './clock.ts';
import { Line } from './line.ts';
import { goneAway, Outbox } from './outbox.ts';
import { applyFrame, initialState, type LiveState, type Said } from './state.ts';
import { Painting } from './painting.ts';
import type { OpenWire } from './wire.ts';

export type LiveOptions = {
  readonly seatId: SeatId;
  readonly url: string;
  readonly open: OpenWire;
  /** 0 to 1. */
  readonly random: () => number;
  /** UUIDs. */
  readonly newId: () => string;
  /** The page is older than its server: reloads it, or says in how many ms it may be asked again. */
  readonly reload: () => number;
  /** Why the server does not let this seat connect, asked when it does not answer at all; null: no reason known. */
  readonly whyNot: () => Promise<Said | null>;
};

/** A seat that is not open yet is asked for again; every other refusal is the end. */
const SLOW_RETRY_MS = 20_000;
const SLOW_RETRY_SPREAD_MS = 20_000;
/** After so many attempts without a welcome, ask over HTTP what is wrong. */
const DEAF_ATTEMPTS = 2;
/** The first pings come close together, so that the clock is right soon. */
const EARLY_PINGS_MS = [150, 400, 900, 1800];

const tooOld: Said = {
  code: 'wire.client_too_old',
  vi: wireProblems['wire.client_too_old'].vi,
  en: wireProblems['wire.client_too_old'].en,
};

/**
 * One seat's connection to its conference: keeps the socket up, folds what comes, sends commands until they are
 * answered. Plain TypeScript; `useLive` is its bridge to React.
 */
export class LiveConnection {
  readonly clock = new ServerClock();
  readonly #options: LiveOptions;
  readonly #line: Line;
  readonly #outbox: Outbox;
  readonly #listeners = new Set<() => void>();
  readonly #controls = new Set<(control: DeviceControl) => void>();
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  #state: LiveState;
  #helloAt = 0;
  /** Welcomed on the line that is up now. */
  #known = false;
  /** A hello of ours has not been answered with what was missing. */
  #asking = false;
  #deaf = 0;
  #watched: readonly SiteId[] = [];

  constructor(options: LiveOptions) {
    this.#options = options;
    this.#state = initialState(options.seatId);
    this.#outbox = new Outbox((text) => this.#known && this.#line.send(text), options.newId);
    this.#line = new Line({
      url: options.url,
      open: options.open,
      random: options.random,
      onOpen: () => this.#hello(),
      onText: (text) => this.#receive(text),
      onDown: () => this.#down(),
      onBeat: () => this.#ping(),
    });
  }

  /** The state now: the same object until something changes. */
  readonly state = (): LiveState => this.#state;

  /** Milliseconds since 1970 on the server's clock. */
  readonly nowMs = this.clock.nowMs;

  /** Calls `listener` after each change; returns how to stop that. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The same for what is drawn: on the page of a room a voice goes first. */
  readonly drawn = new Painting(this, () => performance.now()).subscribe;

  start(): void {
    this.#line.start();
  }

  /** Ends it for good. Commands without an answer settle as refused. */
  stop(reason: Said = goneAway): void {
    this.#line.stop();
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#outbox.abandon(reason);
  }

  /**
   * Sends a command, with the texts that belong to it. Kept and sent again after a reconnect until it is answered:
   * nothing is lost, nothing is done twice. Settles with the answer, which may be a refusal; never rejects.
   */
  readonly send = (command: Command, texts?: CommandTexts): Promise<Done> => {
    const { connection } = this.#state;
    const answer = this.#outbox.send(command, texts);
    if (connection.status === 'refused') this.#outbox.abandon(connection);
    return answer;
  };

  /** Desks: the sites whose tiles are visible now. Said again after a reconnect. */
  readonly watch = (siteIds: readonly SiteId[]): void => {
    this.#watched = siteIds;
    if (this.#state.connection.status === 'live') this.#transmit({ type: 'watch', siteIds: [...siteIds] });
  };

  /** Room screens: what their devices are. Lost when the line is down; the next one follows. */
  readonly report = (report: DeviceReport): void => {
    if (this.#state.connection.status === 'live') this.#transmit({ type: 'report', report });
  };

  /** Room screens: their line, for the technical desk; says whether it could be sent. */
  readonly reportLine = (line: LineNow): boolean =>
    this.#state.connection.status === 'live' && this.#transmit({ type: 'line', line });

  /** Clerks: asks the room screen of their site; says whether it could be sent. */
  readonly control = (control: ClerkControl): boolean =>
    this.#state.connection.status === 'live' && this.#transmit({ type: 'control', control });

  /** Room screens: calls `listener` with what the clerk asks of the devices; returns how to stop that. */
  readonly onControl = (listener: (control: DeviceControl) => void): (() => void) => {
    this.#controls.add(listener);
    return () => this.#controls.delete(listener);
  };

  /** Tries at once instead of waiting for the next attempt. */
  readonly hurry = (): void => this.#line.hurry();

  #transmit(frame: ClientFrame): boolean {
    return this.#line.send(JSON.stringify(frame));
  }

  #set(state: LiveState): void {
    if (state === this.#state) return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }

  #hello(): void {
    this.clock.forget();
    this.#asking = true;
    this.#helloAt = this.clock.mark();
    this.#transmit({ type: 'hello', protocol: PROTOCOL, epoch: this.#state.epoch, lastSeq: this.#state.seq ?? 0 });
  }

  #ping(): void {
    this.#transmit({ type: 'ping', t: this.clock.mark() });
  }

  #receive(text: string): void {
    const frame = JSON.parse(text) as ServerFrame;
    switch (frame.type) {
      case 'pong':
        return this.clock.learn(frame.t, frame.now);
      case 'done':
        return this.#outbox.answered(frame);
      case 'control':
        for (const listener of this.#controls) listener(frame.control);
        return;
      case 'refused':
        return this.#refused(frame);
      case 'welcome':
      case 'snapshot':
      case 'events':
      case 'queueHead':
      case 'people':
      case 'mine':
      case 'media':
      case 'presence':
      case 'attendance':
      case 'messages':
      case 'announcement':
      case 'inbox':
      case 'support':
      case 'audience':
      case 'aside':
        return this.#fold(frame);
    }
  }

  #fold(frame: ServerFrame): void {
    if (frame.type === 'welcome') this.clock.learn(this.#helloAt, frame.now);
    const { state, need } = applyFrame(this.#state, frame);
    this.#set(state);
    if (frame.type === 'welcome') this.#welcomed();
    if (frame.type === 'snapshot') this.#asking = false;
    // A gap is asked for once; until its answer, the frames of after the gap do not ask again.
    if (need === 'gap' && !this.#asking) this.#hello();
    if (need === 'tooOld') this.#tooOld();
  }

  #welcomed(): void {
    this.#deaf = 0;
    this.#known = true;
    this.#asking = this.#state.seq === null;
    this.#line.settled();
    this.#outbox.resend();
    if (this.#watched.length > 0) this.#transmit({ type: 'watch', siteIds: [...this.#watched] });
    for (const ms of EARLY_PINGS_MS) this.#later(ms, () => this.#ping());
  }

  #down(): void {
    const { connection } = this.#state;
    this.#known = false;
    if (connection.status === 'live') {
      this.#set({ ...this.#state, connection: { status: 'lost', since: this.nowMs() } });
    }
    this.#deaf += 1;
    if (this.#deaf % DEAF_ATTEMPTS === 0) void this.#askWhy();
  }

  async #askWhy(): Promise<void> {
    const reason = await this.#options.whyNot();
    if (reason !== null && this.#deaf > 0) this.#refused(reason);
  }

  #refused({ code, vi, en }: Said): void {
    if (code === tooOld.code) return this.#tooOld();
    if (code.startsWith('wire.')) return this.#set({ ...this.#state, trouble: { code, vi, en } });
    this.#end({ code, vi, en });
    if (code !== 'seat.too_early') return;
    this.#later(SLOW_RETRY_MS + this.#options.random() * SLOW_RETRY_SPREAD_MS, () => this.start());
  }

  #tooOld(): void {
    this.#end(tooOld);
    const restMs = this.#options.reload();
    if (restMs > 0) this.#later(restMs, () => this.#tooOld());
  }

  #end(reason: Said): void {
    this.stop(reason);
    this.#set({ ...this.#state, connection: { status: 'refused', ...reason } });
  }

  #later(ms: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, ms);
    this.#timers.add(timer);
  }
}
