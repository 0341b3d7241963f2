import { z } from 'zod';
import { may, type Action } from '@diemcau/domain/organisation';
import { classOf } from '@diemcau/domain/live';
import {
  ClientFrame,
  MAX_FRAME_BYTES,
  PROTOCOL,
  wireProblems,
  type Done,
  type Refused,
  type Welcome,
} from '@diemcau/domain/wire';
import type { Sentences } from '@diemcau/domain/kernel';
import type { Socket } from 'node:net';
import type { RawData, WebSocket } from 'ws';
import type { Logger } from 'pino';
import type { Channel } from './channel.ts';
import type { Commands } from './commands.ts';
import { encode } from './feed.ts';
import type { Hub } from './hub.ts';
import type { Member } from './member.ts';
import type { ConferenceInfo, SeatHolder } from './ports.ts';

/** A socket that has so much unread is closed: it comes back and gets a snapshot. */
const MAX_BUFFERED_BYTES = 1024 * 1024;
/** Frames a page may send: a burst, and then so many a second. */
const RATE = { burst: 60, perSecond: 20 };

export type SocketDeps = {
  readonly hub: Hub;
  readonly commands: Commands;
  readonly epoch: string;
  /** The database's clock, ms since the epoch. */
  readonly now: () => number;
  readonly problemOf: (code: string) => Sentences;
  readonly log: Logger;
};

/** Close codes: 1012 come back soon; 4000 and above with a `refused` frame before that says why. */
const CLOSE = { restart: 1012, refused: 4000, silent: 4001 };

const refusal = (code: string, { vi, en }: Sentences): Refused => ({ type: 'refused', code, vi, en });

const refuseSocket = (socket: WebSocket, code: string, sentences: Sentences): void => {
  socket.send(encode(refusal(code, sentences)));
  socket.close(CLOSE.refused, code);
};

/** The protocol of one page: hello, then frames, each checked, permitted and answered. */
export class SeatSocket {
  private readonly socket: WebSocket;
  private readonly connection: Socket;
  private readonly holder: SeatHolder;
  private readonly info: ConferenceInfo;
  private readonly channel: Channel;
  private readonly deps: SocketDeps;
  private readonly member: Member;
  private heardAt = performance.now();
  private askedAt: number | null = null;
  private tokens = RATE.burst;
  private tokensAt = performance.now();
  private joined = false;

  constructor(
    socket: WebSocket,
    connection: Socket,
    holder: SeatHolder,
    info: ConferenceInfo,
    channel: Channel,
    deps: SocketDeps,
  ) {
    this.socket = socket;
    this.connection = connection;
    this.holder = holder;
    this.info = info;
    this.channel = channel;
    this.deps = deps;
    this.member = {
      holder,
      viewClass: classOf(holder.role),
      watching: new Set(),
      last: new Map(),
      send: (frame) => this.send(frame),
      ping: () => this.ask(),
      silentMs: () => performance.now() - this.heardAt,
      unansweredMs: () => (this.askedAt === null ? 0 : performance.now() - this.askedAt),
      end: (code) => this.end(code),
    };
    socket.on('message', (data) => {
      this.heard();
      this.receive(data);
    });
    socket.on('pong', () => this.heard());
    socket.on('error', (error) => deps.log.debug({ err: error }, 'socket'));
    socket.once('close', () => this.closed());
  }

  private ask(): void {
    this.askedAt ??= performance.now();
    this.socket.ping();
  }

  private heard(): void {
    this.heardAt = performance.now();
    this.askedAt = null;
  }

  private closed(): void {
    if (this.joined) this.deps.hub.left(this.member);
    this.joined = false;
  }

  private send(frame: Buffer): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    if (this.socket.bufferedAmount > MAX_BUFFERED_BYTES) this.socket.terminate();
    else {
      this.gather();
      this.socket.send(frame, { binary: false });
    }
  }

  /** What is sent in one turn of the loop goes out in one write: after an outage thousands get five frames each. */
  private gather(): void {
    if (this.connection.writableCorked > 0) return;
    this.connection.cork();
    process.nextTick(() => this.connection.uncork());
  }

  private end(code: string): void {
    if (code === 'silent') this.socket.terminate();
    else if (code === 'wire.unavailable') this.socket.close(CLOSE.restart, 'restart');
    else refuseSocket(this.socket, code, this.deps.problemOf(code));
    this.closed();
  }

  private receive(data: RawData): void {
    const bytes = Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as ArrayBuffer);
    if (bytes.length > MAX_FRAME_BYTES) return this.complain('wire.frame_too_large');
    const json = parseJson(bytes);
    if (!this.allowed()) return this.complain('wire.too_fast', json);
    const { data: frame } = ClientFrame.safeParse(json);
    if (frame?.type === 'hello') return this.hello(frame);
    if (!frame || !this.joined) return this.complain('wire.bad_frame', json);
    this.handle(frame);
  }

  /** A command that cannot be taken is answered as such, so that its page stops waiting for it. */
  private complain(code: keyof typeof wireProblems, json?: unknown): void {
    const command = UnreadCommand.safeParse(json);
    const { vi, en } = wireProblems[code];
    if (command.success)
      this.send(encode({ type: 'done', id: command.data.id, ok: false, code, vi, en } satisfies Done));
    else this.send(encode(refusal(code, wireProblems[code])));
  }

  /** A leaky bucket: a page that sends too fast is told so and loses the frame, nobody else notices. */
  private allowed(): boolean {
    const now = performance.now();
    this.tokens = Math.min(RATE.burst, this.tokens + ((now - this.tokensAt) / 1000) * RATE.perSecond);
    this.tokensAt = now;
    if (this.tokens < 1) return false;
    this.tokens -= 1;
    return true;
  }

  private hello({ protocol, epoch, lastSeq }: Extract<ClientFrame, { type: 'hello' }>): void {
    if (protocol !== PROTOCOL) return this.end('wire.client_too_old');
    const { holder, info } = this;
    const welcome: Welcome = {
      type: 'welcome',
      protocol: PROTOCOL,
      epoch: this.deps.epoch,
      now: this.deps.now(),
      viewClass: this.member.viewClass,
      seat: {
        seatId: holder.seatId,
        conferenceId: holder.conferenceId,
        role: holder.role,
        siteId: holder.siteId,
        personName: holder.personName,
      },
      conference: { name: info.name, hallId: info.hallId, supportPhone: info.supportPhone, demo: info.demo },
    };
    this.send(encode(welcome));
    if (!this.joined) this.deps.hub.arrived(this.member);
    this.joined = true;
    this.member.last.clear();
    this.channel.join(this.member, epoch === this.deps.epoch && lastSeq > 0 ? lastSeq : null);
  }

  private may(action: Action): boolean {
    const { holder, info } = this;
    return may({ kind: 'seat', ...holder }, action, {
      conferenceId: info.conferenceId,
      unitPath: info.unitPath,
      siteId: holder.siteId,
    });
  }

  private handle(frame: Exclude<ClientFrame, { type: 'hello' }>): void {
    switch (frame.type) {
      case 'ping':
        return this.send(encode({ type: 'pong', t: frame.t, now: this.deps.now() }));
      case 'watch':
        return this.may('socket.watch')
          ? void this.deps.hub.watch(this.member, frame.siteIds)
          : this.complain('wire.not_allowed');
      case 'report':
        return this.may('socket.report')
          ? this.deps.hub.report(this.member, frame.report)
          : this.complain('wire.not_allowed');
      case 'line':
        return this.may('socket.report')
          ? this.deps.hub.reportLine(this.member, frame.line)
          : this.complain('wire.not_allowed');
      case 'control': {
        const { siteId, conferenceId } = this.holder;
        if (siteId === null || !this.may('socket.control')) return this.complain('wire.not_allowed');
        return void this.deps.hub.control(conferenceId, siteId, frame.control);
      }
      case 'command':
        return void this.command(frame);
    }
  }

  private async command({ id, command, texts }: Extract<ClientFrame, { type: 'command' }>): Promise<void> {
    const { conferenceId } = this.holder;
    const body = { id, command, ...(texts ? { texts } : {}) };
    const answer = await this.deps.commands.submitIfAllowed(conferenceId, { kind: 'seat', ...this.actor() }, body);
    if (answer.ok) return this.send(encode({ type: 'done', id, ok: true } satisfies Done));
    const { vi, en } = this.deps.problemOf(answer.code);
    this.send(encode({ type: 'done', id, ok: false, code: answer.code, vi, en } satisfies Done));
  }

  private actor() {
    const { seatId, conferenceId, role, siteId } = this.holder;
    return { seatId, conferenceId, role, siteId };
  }
}

const UnreadCommand = z.object({ type: z.literal('command'), id: z.string().max(64) });

const parseJson = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
};
