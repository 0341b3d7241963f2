// A page that loses its server: it comes back, to the same or the other one, and repeats what was not answered.
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import WebSocket from 'ws';
import { SeatClient, type OpenedSeat } from '@diemcau/testkit';
import { PROTOCOL } from '@diemcau/domain/wire';
import type { Said } from './intent.ts';

const AGAIN_MS = 50;

export type Sent = Said & {
  readonly id: string;
  readonly sentAt: number;
  tries: number;
  /** Null until it is answered. */
  answer: { readonly ok: boolean; readonly code: string | null; readonly ms: number } | null;
};

export class Page {
  readonly seat: OpenedSeat;
  readonly sent: Sent[] = [];
  private client: SeatClient | undefined;
  /** Gaps in the numbers that sockets of before have seen. */
  private gapsBefore = 0;
  private ready: Promise<void> = Promise.resolve();
  private ended = false;

  private constructor(seat: OpenedSeat) {
    this.seat = seat;
  }

  /** @param next where the page goes after it lost a server */
  static async open(seat: OpenedSeat, origin: string, next: string): Promise<Page> {
    const page = new Page(seat);
    await page.come(origin, next);
    return page;
  }

  get live() {
    return this.now.live;
  }

  get seq(): number {
    return this.now.seq;
  }

  get gaps(): number {
    return this.gapsBefore + this.now.gaps;
  }

  get unanswered(): readonly Sent[] {
    return this.sent.filter(({ answer }) => answer === null);
  }

  say(id: string, what: Said): void {
    const sent: Sent = { ...what, id, sentAt: performance.now(), tries: 0, answer: null };
    this.sent.push(sent);
    this.transmit(sent);
  }

  async close(): Promise<void> {
    this.ended = true;
    await this.ready;
    this.now.close();
  }

  private get now(): SeatClient {
    if (!this.client) throw new Error('a page without a socket');
    return this.client;
  }

  private transmit(sent: Sent): void {
    sent.tries += 1;
    if (this.now.socket.readyState !== WebSocket.OPEN) return;
    // Who is never answered stays unanswered: the check counts it as lost.
    this.now.command(sent.command, sent.texts, sent.id).then(
      ({ ok, ...rest }) => {
        const code = 'code' in rest ? String(rest.code) : null;
        if (code === 'wire.unavailable') setTimeout(() => this.transmit(sent), AGAIN_MS);
        else sent.answer ??= { ok, code, ms: performance.now() - sent.sentAt };
      },
      () => undefined,
    );
  }

  private async come(origin: string, next: string): Promise<void> {
    const before = this.client;
    let client: SeatClient | undefined;
    while (!client) {
      client = await this.hello(origin, before);
      if (!client) await delay(AGAIN_MS);
    }
    this.gapsBefore += before?.gaps ?? 0;
    this.client = client;
    client.socket.once('close', () => {
      if (!this.ended) this.ready = this.come(next, next);
    });
    for (const sent of this.unanswered) this.transmit(sent);
  }

  /** Undefined when nobody is there. */
  private async hello(origin: string, before: SeatClient | undefined): Promise<SeatClient | undefined> {
    if (!before) return SeatClient.open(origin, this.seat);
    const client = new SeatClient(origin, this.seat);
    const opened = await once(client.socket, 'open').then(
      () => true,
      () => false,
    );
    if (!opened) return undefined;
    // It goes on from what it has, and must get exactly the rest.
    client.live = before.live;
    client.seq = before.seq;
    client.send({ type: 'hello', protocol: PROTOCOL, epoch: before.welcome?.epoch ?? null, lastSeq: before.seq });
    await client.until(() => client.welcome ?? client.closed, 'a welcome after the fall');
    return client.closed ? undefined : client;
  }
}
