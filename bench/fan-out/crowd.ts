// Thousands of pages in a process of their own: the same program before the product and before the bare server.
import { setTimeout as delay } from 'node:timers/promises';
import WebSocket from 'ws';
import { PROTOCOL } from '@diemcau/domain/wire';
import { nowMs } from './clock.ts';
import type { FromCrowd, Seat, ToCrowd } from './messages.ts';

/** Handshakes under way at once: more would wait in the kernel's queue and be sent again a second later. */
const AT_ONCE = 256;
const ANSWER_WITHIN_MS = 30_000;

const tell = (message: FromCrowd): void => void process.send?.(message);

/** Frames that all sockets get alike are read once. */
class Reader {
  private text = '';
  private read: Record<string, unknown> = {};

  of(bytes: Buffer): Record<string, unknown> {
    const text = bytes.toString('latin1');
    if (text === this.text) return this.read;
    const read = JSON.parse(bytes.toString()) as Record<string, unknown>;
    if (read['type'] === 'events') [this.text, this.read] = [text, read];
    return read;
  }
}

class Page {
  readonly socket: WebSocket;
  readonly current: Promise<void>;
  frames = 0;
  /** Number of the newest event that it has. */
  seq: number;
  gaps = 0;

  constructor(
    seat: Seat,
    lastSeq: number,
    epoch: string | null,
    onFrame: (page: Page, frame: Record<string, unknown>) => void,
    reader: Reader,
  ) {
    this.seq = lastSeq;
    this.socket = new WebSocket(seat.url, { headers: seat.headers, perMessageDeflate: false });
    this.current = new Promise((resolve, reject) => {
      this.socket.on('open', () => {
        if (!seat.hello) return resolve();
        this.socket.send(JSON.stringify({ type: 'hello', protocol: PROTOCOL, epoch, lastSeq }));
      });
      this.socket.on('message', (data: Buffer) => {
        const frame = reader.of(data);
        this.frames += 1;
        this.follow(frame);
        // Who knows all gets no tail: names come last in any case.
        if (seat.hello && frame['type'] === 'media') resolve();
        onFrame(this, frame);
      });
      this.socket.on('error', reject);
      this.socket.on('close', (code, reason) => reject(new Error(`closed: ${code} ${reason.toString()}`)));
    });
    this.current.catch(() => undefined);
  }

  private follow(frame: Record<string, unknown>): void {
    if (frame['type'] === 'snapshot') this.seq = frame['seq'] as number;
    if (frame['type'] !== 'events') return;
    if (frame['from'] !== this.seq + 1) this.gaps += 1;
    this.seq = frame['to'] as number;
  }
}

class Crowd {
  private seats: readonly Seat[] = [];
  private pages: Page[] = [];
  private readonly reader = new Reader();
  private readonly reached = new Map<number, number>();
  private readonly waiting = new Map<
    string,
    { readonly sentAt: number; readonly answered: (frame: Record<string, unknown>) => void }
  >();
  private epoch: string | null = null;
  private lastSeq = 0;
  /** Gaps that sockets of before have seen. */
  private gapsBefore = 0;
  private next = 0;

  async open(seats: readonly Seat[]): Promise<void> {
    this.seats = seats;
    await this.openAll();
  }

  async again(): Promise<void> {
    for (const { socket } of this.pages) {
      socket.removeAllListeners('close');
      socket.terminate();
    }
    await this.openAll();
  }

  async send(frames: readonly string[], perSecond: number): Promise<void> {
    const began = nowMs();
    const ms: number[] = [];
    const refused: string[] = [];
    const answers: Promise<void>[] = [];
    for (const [n, frame] of frames.entries()) {
      const early = began + (n * 1000) / perSecond - nowMs();
      if (early > 1) await delay(early);
      const { id } = JSON.parse(frame) as { id: string };
      const sentAt = nowMs();
      answers.push(
        new Promise((resolve) => {
          this.waiting.set(id, {
            sentAt,
            answered: (answer) => {
              if (answer['ok'] === true) ms.push(nowMs() - sentAt);
              else refused.push(String(answer['code']));
              resolve();
            },
          });
        }),
      );
      this.pages[n % this.pages.length]?.socket.send(frame);
    }
    await Promise.race([Promise.all(answers), delay(ANSWER_WITHIN_MS, undefined, { ref: false })]);
    tell({ type: 'answered', ms, refused });
  }

  /** Each goes on from what it has. */
  async reopen(count: number): Promise<void> {
    const began = nowMs();
    const dropped = Array.from({ length: count }, () => this.next++ % this.pages.length);
    await Promise.all(
      dropped.map(async (n) => {
        const [before, seat] = [this.pages[n]!, this.seats[n]!];
        before.socket.removeAllListeners('close');
        before.socket.terminate();
        this.gapsBefore += before.gaps;
        const page = new Page(seat, before.seq, this.epoch, (_, frame) => this.took(frame), this.reader);
        this.pages[n] = page;
        await page.current;
      }),
    );
    tell({ type: 'opened', ms: nowMs() - began });
  }

  async stand(): Promise<void> {
    const seq = this.pages.reduce((newest, page) => Math.max(newest, page.seq), 0);
    const behind = this.pages.filter((page) => page.seq < seq).length;
    tell({ type: 'stood', seq, behind, gaps: this.pages.reduce((sum, { gaps }) => sum + gaps, this.gapsBefore) });
  }

  async count(): Promise<void> {
    tell({ type: 'counted', most: this.pages.reduce((most, { frames }) => Math.max(most, frames), 0) });
    for (const page of this.pages) page.frames = 0;
  }

  async close(): Promise<void> {
    for (const { socket } of this.pages) {
      socket.removeAllListeners('close');
      socket.terminate();
    }
    this.pages = [];
    tell({ type: 'closed' });
  }

  private async openAll(): Promise<void> {
    const began = nowMs();
    this.reached.clear();
    const queue = [...this.seats.entries()];
    const pages: Page[] = [];
    const workers = Array.from({ length: AT_ONCE }, async () => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const [n, seat] = next;
        const page = new Page(seat, this.lastSeq, this.epoch, (_, frame) => this.took(frame), this.reader);
        pages[n] = page;
        await page.current;
      }
    });
    await Promise.all(workers);
    this.pages = pages;
    tell({ type: 'opened', ms: nowMs() - began });
  }

  private took(frame: Record<string, unknown>): void {
    switch (frame['type']) {
      case 'welcome':
        this.epoch = frame['epoch'] as string;
        return;
      case 'snapshot':
        this.lastSeq = frame['seq'] as number;
        return;
      case 'done':
        this.waiting.get(frame['id'] as string)?.answered(frame);
        this.waiting.delete(frame['id'] as string);
        return;
      case 'events':
        return this.events(frame['from'] as number, frame['to'] as number);
      default:
    }
  }

  private events(from: number, to: number): void {
    this.lastSeq = Math.max(this.lastSeq, to);
    for (let seq = from; seq <= to; seq += 1) {
      const count = (this.reached.get(seq) ?? 0) + 1;
      this.reached.set(seq, count);
      if (count < this.seats.length) continue;
      this.reached.delete(seq);
      tell({ type: 'reached', seq, atMs: nowMs() });
    }
  }
}

const crowd = new Crowd();
const obey = (message: ToCrowd): Promise<void> => {
  switch (message.type) {
    case 'open':
      return crowd.open(message.seats);
    case 'again':
      return crowd.again();
    case 'reopen':
      return crowd.reopen(message.count);
    case 'stand':
      return crowd.stand();
    case 'send':
      return crowd.send(message.frames, message.perSecond);
    case 'count':
      return crowd.count();
    case 'close':
      return crowd.close();
  }
};
process.on('message', (message: ToCrowd) => {
  obey(message).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  });
});
