import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Result } from '@diemcau/domain/kernel';
import type { Database, Transaction } from '../db/index.ts';
import {
  actorText,
  chain,
  tables,
  tablesIn,
  type CommandDoneTable,
  type DeadlineTable,
  type EventTable,
} from './rows.ts';
import { StoreUnavailable, type Advance, type Stored, type StreamKind, type Submission } from './types.ts';

/** Commands that one transaction may carry. */
const BATCH = 64;
/** Waiting commands of one stream beyond which more are turned away until the queue drains. */
const MAX_WAITING = 5000;

/** What one accepted command leaves in the tables. */
type Made = {
  readonly rows: readonly EventTable[];
  readonly done: CommandDoneTable;
  readonly due: readonly DeadlineTable[];
};
type Cached<State> = { readonly state: State; readonly seq: number; readonly hash: Buffer };
type Answer<Code extends string> = Result<{ readonly seq: number }, Code>;
type Waiting<State, Command, Code extends string> = Submission<State, Command, Code> & {
  readonly resolve: (answer: Answer<Code>) => void;
  readonly reject: (error: Error) => void;
};

type Stream<State, Command, Code extends string> = {
  cached: Cached<State>;
  readonly waiting: Waiting<State, Command, Code>[];
  /** The one thing this process does with the stream now; the next begins when it ends. */
  running: Promise<void>;
  touchedAt: number;
  /** When what is cached was last seen to be the head, by the clock of `performance`. */
  headAt: number;
};

/**
 * Appends to streams and folds them. The row lock of a stream is its writer, so any process may write;
 * each process queues per stream and commits up to 64 commands in one transaction.
 */
export class EventStore<State, Command, Event extends { readonly type: string }, Code extends string> {
  private readonly database: Database;
  private readonly kind: StreamKind<State, Command, Event, Code>;
  private readonly streams = new Map<string, Stream<State, Command, Code>>();
  private readonly listeners: ((advance: Advance<State, Event>) => void)[] = [];

  constructor(database: Database, kind: StreamKind<State, Command, Event, Code>) {
    this.database = database;
    this.kind = kind;
  }

  /** Called once for each range of events, in order, after they are committed, by whichever process. */
  onAdvance(listener: (advance: Advance<State, Event>) => void): void {
    this.listeners.push(listener);
  }

  /** Makes the stream's row, in the transaction that makes what it belongs to. */
  async create(trx: Transaction, streamId: string): Promise<void> {
    await tablesIn(trx)
      .insertInto('stream')
      .values({ id: streamId, kind: this.kind.kind, head: 0, hash: Buffer.alloc(0) })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  /** What this process knows of a stream now, without asking the database; undefined when it never did. */
  peek(streamId: string): { readonly state: State; readonly seq: number } | undefined {
    return this.streams.get(streamId)?.cached;
  }

  private get loaded(): readonly string[] {
    return [...this.streams.keys()];
  }

  /** Which of the streams known here have grown elsewhere. One query. */
  async behind(): Promise<readonly { readonly id: string; readonly head: number }[]> {
    if (this.streams.size === 0) return [];
    const rows = await tables(this.database.db)
      .selectFrom('stream')
      .select(['id', 'head'])
      .where('id', 'in', this.loaded)
      .execute();
    return rows.filter(({ id, head }) => head > (this.streams.get(id)?.cached.seq ?? 0));
  }

  /** Forgets streams untouched for `idleMs`, except those that `inUse` names. */
  evict(idleMs: number, inUse: (streamId: string) => boolean): void {
    const before = performance.now() - idleMs;
    for (const [id, stream] of this.streams) {
      if (stream.touchedAt < before && stream.waiting.length === 0 && !inUse(id)) this.streams.delete(id);
    }
  }

  /** Reads what others appended. Throws `UnknownEvent` or `StoreUnavailable`. */
  async refresh(streamId: string): Promise<{ readonly state: State; readonly seq: number }> {
    const stream = this.streamOf(streamId);
    await this.inTurn(stream, async () => {
      const askedAt = performance.now();
      const rows = await this.asking(() => this.tail(tables(this.database.db), streamId, stream.cached.seq));
      this.advance(streamId, stream, rows, askedAt);
    });
    return stream.cached;
  }

  /** The same without a question when this process read or appended it within so long: what others append meanwhile is told. */
  async recent(streamId: string, withinMs: number): Promise<{ readonly state: State; readonly seq: number }> {
    const { headAt, cached } = this.streamOf(streamId);
    return performance.now() - headAt <= withinMs ? cached : this.refresh(streamId);
  }

  /**
   * Decides and appends one command. A repeated command gets its stored answer; a refusal is not stored.
   * Rejects with `StoreUnavailable` when the outcome is not known: send the same command again.
   */
  async submit(streamId: string, submission: Submission<State, Command, Code>): Promise<Answer<Code>> {
    const stream = this.streamOf(streamId);
    if (stream.waiting.length >= MAX_WAITING) throw new StoreUnavailable('too many commands are waiting');
    return new Promise<Answer<Code>>((resolve, reject) => {
      stream.waiting.push({ ...submission, resolve, reject });
      if (stream.waiting.length === 1) void this.inTurn(stream, () => this.flush(streamId, stream));
    });
  }

  private streamOf(streamId: string): Stream<State, Command, Code> {
    const known = this.streams.get(streamId);
    if (known) {
      known.touchedAt = performance.now();
      return known;
    }
    const stream: Stream<State, Command, Code> = {
      cached: { state: this.kind.initial, seq: 0, hash: Buffer.alloc(0) },
      waiting: [],
      running: Promise.resolve(),
      touchedAt: performance.now(),
      headAt: -Infinity,
    };
    this.streams.set(streamId, stream);
    return stream;
  }

  private inTurn(stream: Stream<State, Command, Code>, work: () => Promise<void>): Promise<void> {
    const done = stream.running.then(work);
    stream.running = done.catch(() => undefined);
    return done;
  }

  private async asking<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw new StoreUnavailable(String(error), { cause: error });
    }
  }

  private async tail(db: ReturnType<typeof tables>, streamId: string, after: number): Promise<readonly EventTable[]> {
    return db
      .selectFrom('event')
      .selectAll()
      .where('stream_id', '=', streamId)
      .where('seq', '>', after)
      .orderBy('seq')
      .execute();
  }

  private fold(
    cached: Cached<State>,
    rows: readonly EventTable[],
  ): { readonly cached: Cached<State>; readonly events: readonly Stored<Event>[] } {
    const events = rows.map((row): Stored<Event> => {
      const event = this.kind.read(row.type, row.version, JSON.parse(row.data));
      return { ...event, seq: row.seq, at: row.at.getTime() };
    });
    const last = rows.at(-1);
    if (!last) return { cached, events };
    const state = events.reduce((s, event) => this.kind.evolve(s, event), cached.state);
    return { cached: { state, seq: last.seq, hash: last.hash }, events };
  }

  private advance(
    streamId: string,
    stream: Stream<State, Command, Code>,
    rows: readonly EventTable[],
    headAt: number,
  ): void {
    stream.headAt = headAt;
    if (rows.length === 0) return;
    const before = stream.cached.state;
    const { cached, events } = this.fold(stream.cached, rows);
    stream.cached = cached;
    for (const listener of this.listeners) listener({ streamId, before, state: cached.state, seq: cached.seq, events });
  }

  private async flush(streamId: string, stream: Stream<State, Command, Code>): Promise<void> {
    while (stream.waiting.length > 0) {
      const batch = stream.waiting.slice(0, BATCH);
      try {
        const { rows, answers, lockedAt } = await this.database.db
          .transaction()
          .execute((trx) => this.append(trx, streamId, stream, batch));
        this.advance(streamId, stream, rows, lockedAt);
        stream.waiting.splice(0, batch.length);
        batch.forEach((waiting, i) => waiting.resolve(answers[i]!));
      } catch (error) {
        stream.waiting.splice(0, batch.length);
        const known = error instanceof Error && error.name === 'UnknownEvent';
        const reason = known ? error : new StoreUnavailable(String(error), { cause: error });
        for (const waiting of batch) waiting.reject(reason);
      }
    }
  }

  /** One transaction: lock, read the tail, decide each command on the result of the one before, insert, move the head. */
  private async append(
    trx: Transaction,
    streamId: string,
    stream: Stream<State, Command, Code>,
    batch: readonly Waiting<State, Command, Code>[],
  ): Promise<{
    readonly rows: readonly EventTable[];
    readonly answers: readonly Answer<Code>[];
    readonly lockedAt: number;
  }> {
    const db = tablesIn(trx);
    const locked = await db
      .selectFrom('stream')
      .select(['head', sql<Date>`clock_timestamp()`.as('now')])
      .where('id', '=', streamId)
      .forUpdate()
      .executeTakeFirst();
    if (!locked) throw new Error(`no stream ${streamId}`);
    const lockedAt = performance.now();
    const others = locked.head > stream.cached.seq ? await this.tail(db, streamId, stream.cached.seq) : [];
    let { cached } = this.fold(stream.cached, others);
    const at = new Date(Math.trunc(locked.now.getTime()));
    const done = await this.doneBefore(db, streamId, batch);
    const accepted: Made[] = [];
    const answers: Answer<Code>[] = [];
    for (const waiting of batch) {
      const repeated = done.get(waiting.commandId);
      const made = repeated === undefined ? await this.decideOne(trx, streamId, cached, waiting, at) : undefined;
      if (!made) answers.push({ ok: true, value: { seq: repeated! } });
      else if (!made.ok) answers.push(made);
      else {
        ({ cached } = this.fold(cached, made.value.rows));
        accepted.push(made.value);
        done.set(waiting.commandId, cached.seq);
        answers.push({ ok: true, value: { seq: cached.seq } });
      }
    }
    await this.insert(trx, streamId, accepted, cached);
    return { rows: [...others, ...accepted.flatMap(({ rows }) => rows)], answers, lockedAt };
  }

  private async doneBefore(
    db: ReturnType<typeof tablesIn>,
    streamId: string,
    batch: readonly Waiting<State, Command, Code>[],
  ): Promise<Map<string, number>> {
    const ids = batch.map((waiting) => waiting.commandId);
    const rows = await db
      .selectFrom('command_done')
      .select(['command_id', 'last_seq'])
      .where('stream_id', '=', streamId)
      .where('command_id', 'in', ids)
      .execute();
    return new Map(rows.map((row) => [row.command_id, row.last_seq]));
  }

  private async decideOne(
    trx: Transaction,
    streamId: string,
    cached: Cached<State>,
    waiting: Waiting<State, Command, Code>,
    at: Date,
  ): Promise<Result<Made, Code>> {
    const { actor, command, commandId } = waiting;
    const checked = await waiting.check?.(trx);
    if (checked && !checked.ok) return checked;
    const decided = this.kind.decide(cached.state, command, { now: at.getTime(), newId: uuid, actor });
    if (!decided.ok) return decided;
    const after = () =>
      decided.value.reduce((state, event) => this.kind.evolve(state, { ...event, at: at.getTime() }), cached.state);
    await waiting.alongside?.(trx, after);
    const rows: EventTable[] = [];
    let { seq, hash } = cached;
    for (const { type, ...data } of decided.value) {
      seq += 1;
      const row = chain(hash, {
        stream_id: streamId,
        seq,
        type,
        version: this.kind.version,
        data: JSON.stringify(data),
        actor: actorText(actor),
        command_id: commandId,
        at,
      });
      ({ hash } = row);
      rows.push(row);
    }
    const done = { stream_id: streamId, command_id: commandId, first_seq: cached.seq + 1, last_seq: seq };
    const due = decided.value.flatMap((event) => this.dueAfter(streamId, event, at));
    return { ok: true, value: { rows, done, due } };
  }

  private dueAfter(streamId: string, event: Event, at: Date): readonly DeadlineTable[] {
    return this.kind.deadlines(event).map(({ key, inMs, command }) => ({
      stream_id: streamId,
      key,
      due_at: new Date(at.getTime() + inMs),
      command: JSON.stringify(command),
    }));
  }

  private async insert(
    trx: Transaction,
    streamId: string,
    accepted: readonly Made[],
    { seq, hash }: Cached<State>,
  ): Promise<void> {
    if (accepted.length === 0) return;
    const db = tablesIn(trx);
    await db
      .insertInto('command_done')
      .values(accepted.map(({ done }) => done))
      .execute();
    const due = accepted.flatMap((made) => made.due);
    if (due.length > 0)
      await db
        .insertInto('deadline')
        .values(due)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    const rows = accepted.flatMap((made) => made.rows);
    if (rows.length === 0) return;
    await db.insertInto('event').values(rows).execute();
    await db.updateTable('stream').set({ head: seq, hash }).where('id', '=', streamId).execute();
    await sql`select pg_notify('stream', ${`${streamId} ${seq}`})`.execute(trx);
  }
}
