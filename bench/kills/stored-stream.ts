// What the database holds of a conference, read and verified without the product's own store.
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { z } from 'zod';
import { entitledToSpeak, evolveLive, initialLive, readEvent, type Live, type LiveEvent } from '@diemcau/domain/live';
import type { SiteId } from '@diemcau/domain/kernel';

type EventRow = {
  readonly seq: number;
  readonly type: string;
  readonly version: number;
  readonly data: string;
  readonly actor: string;
  readonly command_id: string;
  readonly at: Date;
  readonly hash: Buffer;
};
type DoneRow = { readonly command_id: string; readonly first_seq: number; readonly last_seq: number };

const RequestData = z.object({ requestId: z.string() });
const Actor = z.looseObject({ kind: z.string() });

/** Who may be heard from this moment on, ms since the epoch. */
export type Entitled = { readonly fromMs: number; readonly siteIds: ReadonlySet<SiteId> };

export class StoredStream {
  readonly head: number;
  readonly live: Live;
  readonly entitled: readonly Entitled[];
  private readonly conferenceId: string;
  private readonly headHash: Buffer;
  private readonly events: readonly EventRow[];
  private readonly done: readonly DoneRow[];

  private constructor(
    conferenceId: string,
    stream: { readonly head: number; readonly hash: Buffer },
    events: readonly EventRow[],
    done: readonly DoneRow[],
  ) {
    this.conferenceId = conferenceId;
    this.head = stream.head;
    this.headHash = stream.hash;
    this.events = events;
    this.done = done;
    let live = initialLive;
    const entitled: Entitled[] = [];
    for (const row of events) {
      const event: LiveEvent = readEvent(row.type, row.version, JSON.parse(row.data));
      live = evolveLive(live, { ...event, at: row.at.getTime() });
      entitled.push({ fromMs: row.at.getTime(), siteIds: entitledToSpeak(live) });
    }
    this.live = live;
    this.entitled = entitled;
  }

  /** One moment of the stream: what is appended meanwhile is not in it. */
  static async read(client: pg.Client, conferenceId: string): Promise<StoredStream> {
    await client.query('begin isolation level repeatable read read only');
    const stream = await client.query<{ head: number; hash: Buffer }>(
      'select head::int, hash from stream where id = $1',
      [conferenceId],
    );
    const events = await client.query<EventRow>(
      `select seq::int, type, version, data, actor, command_id, at, hash
       from event where stream_id = $1 order by seq`,
      [conferenceId],
    );
    const done = await client.query<DoneRow>(
      'select command_id, first_seq::int, last_seq::int from command_done where stream_id = $1',
      [conferenceId],
    );
    await client.query('commit');
    if (!stream.rows[0]) throw new Error(`no stream ${conferenceId}`);
    return new StoredStream(conferenceId, stream.rows[0], events.rows, done.rows);
  }

  /** Numbers that are missing, or are there twice. */
  gaps(): number {
    return this.events.filter(({ seq }, i) => seq !== i + 1).length + Math.abs(this.head - this.events.length);
  }

  /** Events whose hash does not cover the one before and all that is stored of themselves. */
  brokenLinks(): number {
    let previous = Buffer.alloc(0);
    let broken = 0;
    for (const { seq, type, version, data, actor, command_id, at, hash } of this.events) {
      const fields = JSON.stringify([this.conferenceId, seq, type, version, data, actor, command_id, at.getTime()]);
      if (!createHash('sha256').update(previous).update(fields).digest().equals(hash)) broken += 1;
      previous = Buffer.from(hash);
    }
    return broken + (previous.equals(this.headHash) ? 0 : 1);
  }

  holds(commandId: string): boolean {
    return this.done.some(({ command_id }) => command_id === commandId);
  }

  /** When the events of a command were stored, ms since the epoch; Infinity when it has none. */
  storedAt(commandId: string): number {
    return this.events.find(({ command_id }) => command_id === commandId)?.at.getTime() ?? Infinity;
  }

  /** Commands with events outside of the one append that their answer names, and requests that stand there twice. */
  twice(): readonly string[] {
    const answered = new Map(this.done.map((row) => [row.command_id, row]));
    const outside = this.events.filter(({ seq, command_id }) => {
      const row = answered.get(command_id);
      return !row || seq < row.first_seq || seq > row.last_seq;
    });
    const requests = this.events
      .filter(({ type }) => type === 'floorRequested')
      .map(({ data }) => RequestData.parse(JSON.parse(data)).requestId);
    const again = requests.filter((requestId, i) => requests.indexOf(requestId) !== i);
    return [...new Set(outside.map(({ command_id }) => command_id)), ...again];
  }

  /** Commands of seats that are stored, and that nobody sent. */
  fromNobody(sent: ReadonlySet<string>): readonly string[] {
    const bySeats = this.events.filter(({ actor }) => Actor.parse(JSON.parse(actor)).kind === 'seat');
    return bySeats.map(({ command_id }) => command_id).filter((id) => !sent.has(id));
  }
}
