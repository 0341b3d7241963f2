import { redact, viewFor, type Live, type ViewClass } from '@diemcau/domain/live';
import type { Events, Snapshot, WireEvent, WireLive } from '@diemcau/domain/wire';
import type { LiveAdvance } from './stream.ts';

/** Events of the next 100 ms go together when the last flush is younger than that. */
const BATCH_MS = 100;
/** Events of which a class may know nothing only move its number: they wait for others so long. */
const QUIET_MS = 1000;
/** How far back a page may be and still get a tail instead of a snapshot. */
const RING = 2000;
/** A snapshot is serialised at most four times a second; who comes in between gets the last one and a tail. */
const SNAPSHOT_MS = 250;

type Entry = { readonly seq: number; readonly event: WireEvent | null };

export const encode = (frame: object): Buffer => Buffer.from(JSON.stringify(frame));

const onWire = (state: Live): WireLive => {
  if (state.conference.status === 'absent') return { ...state, conference: state.conference };
  const { sites: _, ...conference } = state.conference;
  return { ...state, conference };
};

/**
 * What one class of sockets gets of one conference: the same bytes for all, serialised once.
 * `send` delivers to all of the class that have joined.
 */
export class Feed {
  private readonly viewClass: ViewClass;
  private readonly send: (frame: Buffer) => void;
  private readonly ring: Entry[] = [];
  private readonly pending: Entry[] = [];
  private latest: { readonly state: Live; readonly seq: number };
  private flushed: { readonly state: Live; readonly seq: number };
  private flushedAt = -Infinity;
  private timer: NodeJS.Timeout | undefined;
  /** When the timer flushes, by the clock of `performance`. */
  private dueAt = Infinity;
  private snapshot: { readonly seq: number; readonly at: number; readonly frame: Buffer } | undefined;

  constructor(
    viewClass: ViewClass,
    start: { readonly state: Live; readonly seq: number },
    send: (frame: Buffer) => void,
  ) {
    this.viewClass = viewClass;
    this.latest = start;
    this.flushed = start;
    this.send = send;
  }

  push({ events, state, seq }: LiveAdvance): void {
    const entries = events.map((event): Entry => {
      const shown = redact(this.viewClass, event);
      return { seq: event.seq, event: shown && { ...shown, seq: event.seq, at: event.at } };
    });
    this.pending.push(...entries);
    this.latest = { state, seq };
    const now = performance.now();
    this.flushBy(entries.every(({ event }) => event === null) ? now + QUIET_MS : this.flushedAt + BATCH_MS);
  }

  /** What a page that knows everything up to `lastSeq` must get, so that the next flush fits. */
  catchUp(lastSeq: number | null): readonly Buffer[] {
    const { seq } = this.flushed;
    if (lastSeq === seq) return [];
    if (lastSeq !== null && lastSeq < seq && this.covers(lastSeq)) return [this.tail(lastSeq)];
    const snapshot = this.snapshotNow();
    return snapshot.seq === seq ? [snapshot.frame] : [snapshot.frame, this.tail(snapshot.seq)];
  }

  close(): void {
    clearTimeout(this.timer);
  }

  private flushBy(dueAt: number): void {
    if (dueAt >= this.dueAt) return;
    clearTimeout(this.timer);
    this.dueAt = dueAt;
    const wait = dueAt - performance.now();
    if (wait <= 0) this.flush();
    else this.timer = setTimeout(() => this.flush(), wait);
  }

  private flush(): void {
    clearTimeout(this.timer);
    this.dueAt = Infinity;
    const entries = this.pending.splice(0);
    if (entries.length === 0) return;
    this.ring.push(...entries);
    if (this.ring.length > RING) this.ring.splice(0, this.ring.length - RING);
    this.flushedAt = performance.now();
    const from = this.flushed.seq + 1;
    this.flushed = this.latest;
    this.send(this.range(from, entries));
  }

  private covers(lastSeq: number): boolean {
    const first = this.ring[0];
    return first !== undefined && first.seq <= lastSeq + 1;
  }

  private tail(lastSeq: number): Buffer {
    return this.range(
      lastSeq + 1,
      this.ring.filter(({ seq }) => seq > lastSeq),
    );
  }

  private range(from: number, entries: readonly Entry[]): Buffer {
    const events = entries.flatMap(({ event }) => event ?? []);
    const frame: Events = { type: 'events', from, to: this.flushed.seq, events };
    return encode(frame);
  }

  private snapshotNow(): { readonly seq: number; readonly frame: Buffer } {
    const now = performance.now();
    const old = this.snapshot;
    if (old && (old.seq === this.flushed.seq || (now - old.at < SNAPSHOT_MS && this.covers(old.seq)))) return old;
    const { state, seq } = this.flushed;
    const frame: Snapshot = { type: 'snapshot', seq, state: onWire(viewFor(this.viewClass, state)) };
    this.snapshot = { seq, at: now, frame: encode(frame) };
    return this.snapshot;
  }
}
