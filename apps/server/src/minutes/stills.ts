import { imageSize } from 'image-size';
import { sql, type Generated } from 'kysely';
import { ok, refuse, type Actor, type ConferenceId, type Result, type SiteId } from '@diemcau/domain/kernel';
import {
  MAX_STILL_BYTES,
  MAX_STILL_SIDE,
  STILLS_A_MINUTE,
  STILL_AHEAD_MS,
  STILL_BACK_MS,
  STILL_LIMIT,
  type MinutesCode,
  type SinceQuery,
  type Still,
  type StillId,
  type TakeStillQuery,
} from '@diemcau/domain/minutes';
import { audit } from '../platform/audit/index.ts';
import type { Db, Transaction } from '../platform/db/index.ts';
import type { FileStore } from '../platform/files/index.ts';
import type { Moments } from './moments.ts';
import type { RecordPorts } from './ports.ts';
import type { ReadRecord } from './records.ts';

type StillTable = {
  id: StillId;
  conference_id: ConferenceId;
  seat_id: string;
  taken_by: Still['by'];
  of: Still['of'];
  site_ids: SiteId[];
  on_air_id: SiteId | null;
  seq: number;
  at: Date;
  came_at: Generated<Date>;
  file: string;
  bytes: number;
  width: number;
  height: number;
  changed: number;
};
type Tables = { still: StillTable };
const tablesIn = (db: Db) => db.withTables<Tables>();

type SeatActor = Extract<Actor, { kind: 'seat' }>;
type Taken = Result<undefined, MinutesCode>;
type Size = { readonly width: number; readonly height: number };
type Parts = {
  readonly db: Db;
  readonly files: FileStore;
  readonly takesPart: RecordPorts['takesPart'];
  readonly readRecord: ReadRecord;
  readonly now: () => number;
};

/** The size of a JPEG as its own header tells it; null for whatever else was sent. */
const sizeOf = (bytes: Buffer): Size | null => {
  try {
    const { type, width, height } = imageSize(bytes);
    return type === 'jpg' && width > 0 && height > 0 ? { width, height } : null;
  } catch {
    // Its only way to say that these bytes are no picture that it knows.
    return null;
  }
};

const checked = (bytes: unknown): Result<{ readonly bytes: Buffer; readonly size: Size }, MinutesCode> => {
  if (!Buffer.isBuffer(bytes)) return refuse('minutes.still_not_a_picture');
  if (bytes.length > MAX_STILL_BYTES) return refuse('minutes.still_too_large');
  const size = sizeOf(bytes);
  if (!size) return refuse('minutes.still_not_a_picture');
  return Math.max(size.width, size.height) > MAX_STILL_SIDE ? refuse('minutes.still_too_large') : ok({ bytes, size });
};

/** Stills beside the record (K15 to K18). */
export const createStills = ({ db, files, takesPart, readRecord, now }: Parts) => {
  const isOfConference = async (conferenceId: ConferenceId, siteIds: readonly SiteId[]): Promise<boolean> => {
    const all = await Promise.all([...new Set(siteIds)].map((siteId) => takesPart(conferenceId, siteId)));
    return all.every(Boolean);
  };

  /** What a still of this seat may count on; the lock makes `changed` grow as stills are seen. */
  const counted = async (trx: Transaction, { conferenceId, seatId }: SeatActor) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`stills:${conferenceId}`}, 0))`.execute(trx);
    const { rows } = await sql<{ last: number; stills: number; recent: number; head: number }>`
      select coalesce(max(changed), 0)::int as last, count(*)::int as stills,
        count(*) filter (where seat_id = ${seatId} and came_at > clock_timestamp() - interval '1 minute')::int as recent,
        (select head::int from stream where id = ${conferenceId}) as head
      from still where conference_id = ${conferenceId}`.execute(trx);
    if (!rows[0]) throw new Error('a count has one row');
    return rows[0];
  };

  const insert = (
    seat: SeatActor,
    stillId: StillId,
    query: TakeStillQuery,
    { bytes, size }: { bytes: Buffer; size: Size },
  ) =>
    db.transaction().execute(async (trx): Promise<Taken> => {
      const { conferenceId, seatId, role } = seat;
      const { last, stills, recent, head } = await counted(trx, seat);
      const before = await tablesIn(trx)
        .selectFrom('still')
        .select('seat_id')
        .where('id', '=', stillId)
        .executeTakeFirst();
      if (before) return before.seat_id === seatId ? ok(undefined) : refuse('minutes.still_exists');
      if (recent >= STILLS_A_MINUTE) return refuse('minutes.still_too_fast');
      if (stills >= STILL_LIMIT) return refuse('minutes.still_full');
      const file = await files.keep(bytes);
      const { of, sites, onAir = null } = query;
      const moment = { seq: Math.min(query.seq, head), at: new Date(Math.min(query.at, now())) };
      await tablesIn(trx)
        .insertInto('still')
        .values({
          id: stillId,
          conference_id: conferenceId,
          seat_id: seatId,
          taken_by: role,
          of,
          site_ids: sites,
          on_air_id: onAir,
          ...moment,
          file,
          bytes: bytes.length,
          ...size,
          changed: last + 1,
        })
        .execute();
      const change = { of, siteIds: sites, onAirId: onAir, ...moment, at: moment.at.getTime(), file, ...size };
      await audit(trx, { action: 'record.takeStill', actor: seat, subject: { conferenceId, stillId }, change });
      return ok(undefined);
    });

  return {
    take: async (seat: SeatActor, stillId: StillId, query: TakeStillQuery, body: unknown): Promise<Taken> => {
      const picture = checked(body);
      if (!picture.ok) return picture;
      const ahead = query.at - now();
      if (ahead > STILL_AHEAD_MS || ahead < -STILL_BACK_MS) return refuse('minutes.still_time_wrong');
      const { phase } = await readRecord(seat.conferenceId);
      // One that was on its way when the conference ended still comes.
      if (phase === 'absent' || phase === 'prepared') return refuse('minutes.still_not_open');
      const { sites, onAir } = query;
      const named = onAir === undefined ? sites : [...sites, onAir];
      if (!(await isOfConference(seat.conferenceId, named))) return refuse('minutes.site_not_invited');
      return insert(seat, stillId, query, picture.value);
    },

    /** Stills that came after this one. One query. */
    since: async (
      conferenceId: ConferenceId,
      { after, limit }: SinceQuery,
      moments: Moments,
    ): Promise<readonly Still[]> => {
      const rows = await tablesIn(db)
        .selectFrom('still')
        .selectAll()
        .where('conference_id', '=', conferenceId)
        .where('changed', '>', after)
        .where(moments(sql.ref('at')))
        .orderBy('changed')
        .limit(limit)
        .execute();
      return rows.map(({ id, of, site_ids, on_air_id, taken_by, seq, at, width, height, bytes, changed }) => ({
        stillId: id,
        of,
        siteIds: site_ids,
        onAirId: on_air_id,
        by: taken_by,
        seq: Number(seq),
        at: at.getTime(),
        width,
        height,
        bytes,
        changed: Number(changed),
      }));
    },

    /** The picture itself with its moment; null when this conference has none such. */
    read: async (conferenceId: ConferenceId, stillId: StillId) => {
      const row = await tablesIn(db)
        .selectFrom('still')
        .select(['file', 'at'])
        .where('id', '=', stillId)
        .where('conference_id', '=', conferenceId)
        .executeTakeFirst();
      if (!row) return null;
      const bytes = await files.read(row.file);
      if (!bytes) throw new Error(`the file of the still ${stillId} is gone`);
      return { bytes, at: row.at };
    },
  };
};
export type Stills = ReturnType<typeof createStills>;
