import { sql } from 'kysely';
import { LINE_KNOWN_MS, LineNow, type LineSample } from '@diemcau/domain/support';
import { z } from 'zod';
import type { Db } from '../platform/db/index.ts';
import type { SitePlace } from './change.ts';
import { tablesIn } from './tables.ts';

/** A report that says something of now. `r`: the row of the reports. */
export const IS_KNOWN = sql<boolean>`r.at > now() - make_interval(secs => ${LINE_KNOWN_MS / 1000})`;

const Stored = z.object({ at: z.number().int(), line: LineNow });

/** What another version wrote is not known here. */
export const sampleOf = (text: string): LineSample | null => {
  const { data } = Stored.safeParse(JSON.parse(text));
  return data ? { ...data.line, at: data.at } : null;
};

/** How the line of a site was in its last minutes, the latest first. */
export const samplesOf = async (db: Db, { conferenceId, siteId }: SitePlace): Promise<LineSample[]> => {
  const row = await tablesIn(db)
    .selectFrom('line_report')
    .select('samples')
    .where('conference_id', '=', conferenceId)
    .where('site_id', '=', siteId)
    .executeTakeFirst();
  return (row?.samples ?? []).flatMap((text) => sampleOf(text) ?? []);
};
