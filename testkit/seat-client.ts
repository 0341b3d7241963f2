// A page without a screen: speaks the product's socket as the pages do, for tests and benches.
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import WebSocket from 'ws';
import { CommandId, type SiteId } from '@diemcau/domain/kernel';
import { evolveLive, initialLive, type Command, type Live } from '@diemcau/domain/live';
import {
  PROTOCOL,
  type AnnouncementFrame,
  type AsideFrame,
  type AttendanceFrame,
  type ClientFrame,
  type CommandTexts,
  type Done,
  type InboxFrame,
  type MediaState,
  type MessagesFrame,
  type Mine,
  type People,
  type Presence,
  type QueueHead,
  type Refused,
  type ServerFrame,
  type Snapshot,
  type SupportFrame,
  type Welcome,
} from '@diemcau/domain/wire';

export type SeatKey = { readonly seatId: string; readonly cookie: string };

/** How long a test waits for what it expects before it fails. */
const PATIENCE_MS = 10_000;

const withSites = (state: Snapshot['state']): Live => {
  if (state.conference.status === 'absent') return { ...state, conference: { status: 'absent' } };
  return { ...state, conference: { ...state.conference, sites: new Set<SiteId>() } as Live['conference'] };
};

export class SeatClient {
  readonly socket: WebSocket;
  readonly frames: ServerFrame[] = [];
  /** Folded from snapshot and events, with the domain's own code. */
  live: Live = initialLive;
  seq = 0;
  gaps = 0;
  welcome: Welcome | undefined;
  mine: Mine | undefined;
  queueHead: QueueHead | undefined;
  media: MediaState | undefined;
  presence: Presence | undefined;
  attendance: AttendanceFrame | undefined;
  messages: MessagesFrame | undefined;
  announcement: AnnouncementFrame['latest'] | undefined;
  inbox: InboxFrame | undefined;
  aside: AsideFrame | undefined;
  support: SupportFrame | undefined;
  readonly people: People[] = [];
  readonly refusals: Refused[] = [];
  closed: { readonly code: number; readonly reason: string } | undefined;
  private readonly waiting = new Map<string, (done: Done) => void>();

  constructor(origin: string, { seatId, cookie }: SeatKey) {
    this.socket = new WebSocket(`${origin.replace(/^http/, 'ws')}/api/v1/seats/${seatId}/socket`, {
      headers: { cookie, origin },
      perMessageDeflate: false,
    });
    this.socket.on('message', (data) => this.receive(JSON.parse((data as Buffer).toString()) as ServerFrame));
    this.socket.on('close', (code, reason) => {
      this.closed = { code, reason: reason.toString() };
    });
    this.socket.on('error', () => undefined);
  }

  /** Opens the socket, says hello and waits until the state of now is there. */
  static async open(
    origin: string,
    key: SeatKey,
    known: { readonly epoch: string | null; readonly lastSeq: number } = { epoch: null, lastSeq: 0 },
  ): Promise<SeatClient> {
    const client = new SeatClient(origin, key);
    client.seq = known.lastSeq;
    await client.until(() => client.socket.readyState === WebSocket.OPEN || client.closed, 'the socket to open');
    client.send({ type: 'hello', protocol: PROTOCOL, ...known });
    await client.until(() => client.welcome || client.refusals.length > 0 || client.closed, 'a welcome');
    if (known.lastSeq === 0)
      await client.until(() => client.frames.some((f) => f.type === 'snapshot') || client.closed, 'a snapshot');
    return client;
  }

  send(frame: ClientFrame): void {
    this.socket.send(JSON.stringify(frame));
  }

  /** Sends a command and waits for its answer. The same `id` is the same command. */
  async command(command: Command, texts?: CommandTexts, id: string = randomUUID()): Promise<Done> {
    const answer = new Promise<Done>((resolve) => this.waiting.set(id, resolve));
    this.send({ type: 'command', id: CommandId.parse(id), command, ...(texts ? { texts } : {}) });
    return Promise.race([answer, this.late(`an answer to ${command.type}`)]);
  }

  /** The same, and the test fails unless it is accepted. */
  async must(command: Command, texts?: CommandTexts): Promise<void> {
    const done = await this.command(command, texts);
    if (!done.ok) throw new Error(`${command.type} was refused: ${done.code}`);
  }

  async until(holds: () => unknown, what: string, patienceMs = PATIENCE_MS): Promise<void> {
    const end = performance.now() + patienceMs;
    while (!holds()) {
      if (performance.now() > end) throw new Error(`waited in vain for ${what}`);
      await delay(20);
    }
  }

  close(): void {
    this.socket.close();
  }

  private async late(what: string): Promise<never> {
    await delay(PATIENCE_MS, undefined, { ref: false });
    throw new Error(`waited in vain for ${what}`);
  }

  private receive(frame: ServerFrame): void {
    this.frames.push(frame);
    switch (frame.type) {
      case 'welcome':
        this.welcome = frame;
        return;
      case 'snapshot':
        this.live = withSites(frame.state);
        this.seq = frame.seq;
        return;
      case 'events':
        if (frame.from !== this.seq + 1) this.gaps += 1;
        for (const event of frame.events) this.live = evolveLive(this.live, event);
        this.seq = frame.to;
        return;
      case 'done':
        this.waiting.get(frame.id)?.(frame);
        this.waiting.delete(frame.id);
        return;
      case 'refused':
        this.refusals.push(frame);
        return;
      case 'mine':
        this.mine = frame;
        return;
      case 'queueHead':
        this.queueHead = frame;
        return;
      case 'media':
        this.media = frame;
        return;
      case 'presence':
        this.presence = frame;
        return;
      case 'attendance':
        this.attendance = frame;
        return;
      case 'messages':
        this.messages = frame;
        return;
      case 'announcement':
        this.announcement = frame.latest;
        return;
      case 'inbox':
        this.inbox = frame;
        return;
      case 'aside':
        this.aside = frame;
        return;
      case 'support':
        this.support = frame;
        return;
      case 'people':
        this.people.push(frame);
        return;
      case 'pong':
      case 'control':
      case 'audience':
        return;
    }
  }
}
