import { sql } from 'kysely';
import { z } from 'zod';
import { SiteLine, SourceId, type ConferenceId, type SiteId } from '@diemcau/domain/kernel';
import { RoomSound } from '@diemcau/domain/live';
import { DeviceReport, type SitePresence } from '@diemcau/domain/wire';
import type { Db } from '../platform/db/index.ts';

type Row = {
  readonly siteId: SiteId;
  readonly level: number;
  readonly line: DeviceReport['line'];
  readonly ladder: SiteLine | null;
  readonly sound: RoomSound | null;
  readonly microphones: Microphones;
};
/** How loud each microphone of a room with several is; undefined: it has one. */
type Microphones = SitePresence['microphones'];
type StoredRow = Omit<Row, 'ladder' | 'sound' | 'microphones'> & {
  readonly microphones: string | null;
  readonly down: string | null;
  readonly up: string | null;
  readonly sound: string | null;
};

/** What was said last counts while the screen is here: it says what changes, and nothing else while nobody looks. */
const ladderOf = ({ down, up }: Pick<StoredRow, 'down' | 'up'>): SiteLine | null =>
  SiteLine.safeParse({ down, up }).data ?? null;

const Levels = z.array(z.object({ sourceId: SourceId.nullable(), level: z.number() }));

/** What another version wrote is not known here. */
const soundOf = (text: string | null): RoomSound | null =>
  text === null ? null : (RoomSound.safeParse(JSON.parse(text)).data ?? null);

const microphonesOf = (text: string | null): Microphones =>
  text === null ? undefined : (Levels.safeParse(JSON.parse(text)).data ?? undefined);

/** What room screens say of their devices: written in batches once a second, read by who looks. */
export class ScreenReports {
  private readonly db: Db;
  private readonly waiting = new Map<
    string,
    { readonly conferenceId: ConferenceId; readonly siteId: SiteId; readonly report: DeviceReport }
  >();

  constructor(db: Db) {
    this.db = db;
  }

  put(conferenceId: ConferenceId, siteId: SiteId, report: DeviceReport): void {
    this.waiting.set(`${conferenceId}/${siteId}`, { conferenceId, siteId, report });
  }

  /** Writes what came since the last time; answers with the sites concerned. */
  async flush(): Promise<readonly { readonly conferenceId: ConferenceId; readonly siteId: SiteId }[]> {
    const rows = [...this.waiting.values()];
    this.waiting.clear();
    if (rows.length === 0) return [];
    const bodies = rows.map(({ report }) => JSON.stringify({ ...report, picture: null }));
    const microphones = rows.map(({ report: { sources } }) => sources && JSON.stringify(sources));
    const sounds = rows.map(({ report }) => report.sound && JSON.stringify(report.sound));
    await sql`
      insert into screen_report (conference_id, site_id, body, picture, level, line, down, up, sound, microphones, at)
      select c, s, b, p, l, n, d, u, o, m, now()
      from unnest(${rows.map((r) => r.conferenceId)}::uuid[], ${rows.map((r) => r.siteId)}::uuid[], ${bodies}::text[],
                  ${rows.map((r) => r.report.picture)}::text[], ${rows.map((r) => r.report.level)}::real[],
                  ${rows.map((r) => r.report.line)}::text[], ${rows.map((r) => r.report.ladder?.down ?? null)}::text[],
                  ${rows.map((r) => r.report.ladder?.up ?? null)}::text[], ${sounds}::text[],
                  ${microphones}::text[]) as x(c, s, b, p, l, n, d, u, o, m)
      on conflict (conference_id, site_id) do update
      set body = excluded.body, picture = excluded.picture, level = excluded.level, line = excluded.line,
          down = excluded.down, up = excluded.up, sound = excluded.sound, microphones = excluded.microphones, at = excluded.at`.execute(
      this.db,
    );
    return rows;
  }

  /** Whole reports, for the clerks of these sites. */
  async full(conferenceId: ConferenceId, siteIds: readonly SiteId[]): Promise<ReadonlyMap<SiteId, DeviceReport>> {
    if (siteIds.length === 0) return new Map();
    const { rows } = await sql<{ siteId: SiteId; body: string; picture: string | null }>`
      select site_id as "siteId", body, picture from screen_report
      where conference_id = ${conferenceId} and site_id = any(${siteIds}::uuid[])`.execute(this.db);
    return new Map(
      rows.flatMap(({ siteId, body, picture }) => {
        const report = DeviceReport.safeParse({ ...(JSON.parse(body) as object), picture });
        return report.success ? [[siteId, report.data] as const] : [];
      }),
    );
  }

  /** Levels, lines and sound of the last seconds, for the desks that show these sites. */
  async levels(conferenceId: ConferenceId, siteIds: readonly SiteId[]): Promise<ReadonlyMap<SiteId, Row>> {
    if (siteIds.length === 0) return new Map();
    const { rows } = await sql<StoredRow>`
      select site_id as "siteId", level, line, down, up, sound, microphones from screen_report
      where conference_id = ${conferenceId} and site_id = any(${siteIds}::uuid[]) and at > now() - interval '4 seconds'`.execute(
      this.db,
    );
    return new Map(
      rows.map((row) => {
        const microphones = microphonesOf(row.microphones);
        return [row.siteId, { ...row, ladder: ladderOf(row), sound: soundOf(row.sound), microphones }] as const;
      }),
    );
  }

  /** The lines of these sites as their screens said last. */
  async ladders(conferenceId: ConferenceId, siteIds: readonly SiteId[]): Promise<ReadonlyMap<SiteId, SiteLine>> {
    if (siteIds.length === 0) return new Map();
    const { rows } = await sql<Pick<StoredRow, 'siteId' | 'down' | 'up'>>`
      select site_id as "siteId", down, up from screen_report
      where conference_id = ${conferenceId} and site_id = any(${siteIds}::uuid[]) and down is not null`.execute(
      this.db,
    );
    return new Map(
      rows.flatMap((row) => {
        const line = ladderOf(row);
        return line ? [[row.siteId, line] as const] : [];
      }),
    );
  }
}
