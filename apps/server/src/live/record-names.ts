import { sql } from 'kysely';
import type { AgendaItemId, FilmId, RequestId, RowId, SiteId, SourceId, SpeakerId } from '@diemcau/domain/kernel';
import type { RecordNames, RecordPerson } from '@diemcau/domain/minutes';
import type { Db } from '../platform/db/index.ts';
import type { ReadSiteLabels } from './ports.ts';
import { readFilmTitles, readSourceNames, readSpeakers, readSubjects, readTitles } from './texts.ts';

export type RecordIds = {
  readonly speakers: readonly SpeakerId[];
  readonly sites: readonly SiteId[];
  readonly items: readonly AgendaItemId[];
  readonly requests: readonly RequestId[];
  readonly films: readonly { readonly filmId: FilmId; readonly rowId: RowId | null }[];
  readonly sources: readonly SourceId[];
};

type FormerRow = {
  readonly speakerId: SpeakerId;
  readonly honorific: string;
  readonly name: string;
  readonly position: string;
  readonly until: Date;
  readonly fromSeq: number | null;
  readonly toSeq: number | null;
};

/** How these people were named before, the oldest first, with the place of each correction in the stream. */
const readFormer = async (db: Db, ids: readonly SpeakerId[]): Promise<readonly FormerRow[]> => {
  if (ids.length === 0) return [];
  const { rows } = await sql<FormerRow>`
    select f.speaker_id as "speakerId", f.honorific, f.name, f.position, f.until,
      d.first_seq as "fromSeq", d.last_seq as "toSeq"
    from speaker_former f
    left join command_done d on d.stream_id = f.conference_id and d.command_id = f.command_id
    where f.speaker_id = any(${sql.val([...ids])}::uuid[])
    order by f.id`.execute(db);
  return rows;
};

/** Words for the ids of a record: people as they are named now and were before, sites, titles, subjects, films. Eight queries. */
export const createReadRecordNames =
  (db: Db, readSiteLabels: ReadSiteLabels) =>
  async ({ speakers, sites, items, requests, films, sources }: RecordIds): Promise<RecordNames> => {
    const [people, former, titles, subjects, filmTitles, sourceNames] = await Promise.all([
      readSpeakers(db, speakers),
      readFormer(db, speakers),
      readTitles(db, items),
      readSubjects(db, requests),
      readFilmTitles(db, films),
      readSourceNames(db, sources),
    ]);
    const homes = people.map(({ siteId }) => siteId);
    const labels = await readSiteLabels([...new Set([...sites, ...homes])]);
    const before = Map.groupBy(former, ({ speakerId }) => speakerId);
    return {
      people: people.map((person): RecordPerson => ({
        ...person,
        former: (before.get(person.speakerId) ?? []).map(({ honorific, name, position, until, fromSeq, toSeq }) => ({
          honorific,
          name,
          position,
          until: until.getTime(),
          fromSeq,
          toSeq,
        })),
      })),
      sites: labels.map(({ siteId, name, province }) => ({ siteId, name, province })),
      titles: Object.fromEntries(titles),
      subjects: Object.fromEntries(subjects),
      films: Object.fromEntries(filmTitles),
      sources: Object.fromEntries(sourceNames),
    };
  };
