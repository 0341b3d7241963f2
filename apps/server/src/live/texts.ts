import { sql } from 'kysely';
import type { CommandBody, CommandTexts, Speaker } from '@diemcau/domain/wire';
import type { SpeakerText } from '@diemcau/domain/floor';
import type {
  Actor,
  AgendaItemId,
  CommandId,
  ConferenceId,
  FilmId,
  RequestId,
  Result,
  RowId,
  SiteId,
  SourceId,
  SpeakerId,
} from '@diemcau/domain/kernel';
import type { RowText } from '@diemcau/domain/run-sheet';
import type { Command, Live, LiveCode } from '@diemcau/domain/live';
import { audit } from '../platform/audit/index.ts';
import type { Db, Transaction } from '../platform/db/index.ts';

type SpeakerTable = {
  id: SpeakerId;
  conference_id: ConferenceId;
  site_id: SiteId;
  honorific: string;
  name: string;
  position: string;
  updated_at?: Date;
};
type RequestTextTable = { request_id: RequestId; conference_id: ConferenceId; subject: string };
type AgendaTextTable = { item_id: AgendaItemId; conference_id: ConferenceId; title: string };
type RowTextTable = { row_id: RowId; conference_id: ConferenceId; cue: string; note: string; film_title?: string };
type SourceTextTable = { source_id: SourceId; conference_id: ConferenceId; name: string };
type FilmTextTable = { film_id: FilmId; conference_id: ConferenceId; title: string };
type Tables = {
  speaker: SpeakerTable;
  request_text: RequestTextTable;
  agenda_text: AgendaTextTable;
  row_text: RowTextTable;
  film_text: FilmTextTable;
  source_text: SourceTextTable;
};

/** The names that go with a command: what must hold before it, and what is written with its events. */
export type TextWork = {
  readonly check: (trx: Transaction) => Promise<Result<void, LiveCode>>;
  readonly alongside: (trx: Transaction) => Promise<void>;
};

const done: Result<void, never> = { ok: true, value: undefined };
const unknown: Result<void, LiveCode> = { ok: false, code: 'floor.speaker_unknown' };

const speakerOf = async (trx: Transaction, speakerId: SpeakerId) =>
  trx.withTables<Tables>().selectFrom('speaker').selectAll().where('id', '=', speakerId).executeTakeFirst();

const speakerAt = async (trx: Transaction, conferenceId: ConferenceId, speakerId: SpeakerId) => {
  const known = await speakerOf(trx, speakerId);
  return known?.conference_id === conferenceId ? known : undefined;
};

/** Whom a command names, with what it says of them. `siteId` null: of whatever site; new ones are of `home`. */
type Named = {
  readonly speakerId: SpeakerId;
  readonly siteId: SiteId | null;
  readonly home: SiteId;
  readonly text: SpeakerText | undefined;
};

const at = (siteId: SiteId, speakerId: SpeakerId | null, text: SpeakerText | undefined): readonly Named[] =>
  speakerId === null ? [] : [{ speakerId, siteId, home: siteId, text }];

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

const namedInRow = (
  { act }: Of<'runSheet.add' | 'runSheet.change'>,
  texts: CommandTexts | undefined,
): readonly Named[] => {
  if (act.kind !== 'speech') return [];
  const { speaker, reserve } = act;
  const inReserve = reserve ? at(reserve.siteId, reserve.speakerId, texts?.reserve) : [];
  return [...at(speaker.siteId, speaker.speakerId, texts?.speaker), ...inReserve];
};

const namedBy = ({ command, texts }: CommandBody, live: Live | undefined): readonly Named[] => {
  const { type } = command;
  const text = texts?.speaker;
  if (type === 'floor.request' || type === 'floor.grantSite' || type === 'floor.nextSite')
    return at(command.siteId, command.speakerId, text);
  if (type === 'floor.nameSpeaker') return live?.floor.turn ? at(live.floor.turn.siteId, command.speakerId, text) : [];
  if (type === 'runSheet.add' || type === 'runSheet.change') return namedInRow(command, texts);
  if (type !== 'agenda.add' && type !== 'agenda.change') return [];
  if (command.presenterId === null || !live || live.conference.status === 'absent') return [];
  return [{ speakerId: command.presenterId, siteId: null, home: live.conference.hallId, text }];
};

/** Keeps how a person was named, before a command words it anew (K6). */
const keepFormer = async (trx: Transaction, speakerId: SpeakerId, text: SpeakerText, commandId: CommandId) => {
  await sql`
    insert into speaker_former (conference_id, speaker_id, honorific, name, position, command_id)
    select conference_id, id, honorific, name, position, ${commandId}::uuid from speaker
    where id = ${speakerId} and (honorific, name, position)
      is distinct from (${text.honorific}::text, ${text.name}::text, ${text.position}::text)`.execute(trx);
};

const present = (
  conferenceId: ConferenceId,
  commandId: CommandId,
  { speakerId, siteId, home, text }: Named,
): TextWork => ({
  check: async (trx) => {
    const known = await speakerOf(trx, speakerId);
    if (!known) return text ? done : unknown;
    const isHere = siteId === null || known.site_id === siteId;
    return known.conference_id === conferenceId && isHere ? done : unknown;
  },
  alongside: async (trx) => {
    if (!text) return;
    await keepFormer(trx, speakerId, text, commandId);
    await trx
      .withTables<Tables>()
      .insertInto('speaker')
      .values({ id: speakerId, conference_id: conferenceId, site_id: home, ...text })
      .onConflict((c) => c.column('id').doUpdateSet({ ...text, updated_at: new Date() }))
      .execute();
  },
});

/** Words of what a command makes or changes; an item without a title is refused. */
const worded = (conferenceId: ConferenceId, { command, texts }: CommandBody): readonly TextWork[] => {
  if (command.type === 'floor.request' && texts?.subject !== undefined) {
    const row = { request_id: command.requestId, conference_id: conferenceId, subject: texts.subject };
    return [
      {
        check: async () => done,
        alongside: async (trx) => {
          const into = trx.withTables<Tables>().insertInto('request_text').values(row);
          await into.onConflict((c) => c.doNothing()).execute();
        },
      },
    ];
  }
  if (command.type === 'agenda.add' || command.type === 'agenda.change') {
    const title = texts?.title;
    const { itemId } = command;
    return [
      {
        check: async () =>
          title === undefined && command.type === 'agenda.add' ? { ok: false, code: 'agenda.title_missing' } : done,
        alongside: async (trx) => {
          if (title === undefined) return;
          const row = { item_id: itemId, conference_id: conferenceId, title };
          const into = trx.withTables<Tables>().insertInto('agenda_text').values(row);
          await into.onConflict((c) => c.column('item_id').doUpdateSet({ title })).execute();
        },
      },
    ];
  }
  if ((command.type === 'runSheet.add' || command.type === 'runSheet.change') && texts?.row) {
    const { cue, note, filmTitle } = texts.row;
    const words = { cue, note, ...(filmTitle === undefined ? {} : { film_title: filmTitle }) };
    const row = { row_id: command.rowId, conference_id: conferenceId, ...words };
    return [
      {
        check: async () => done,
        alongside: async (trx) => {
          const into = trx.withTables<Tables>().insertInto('row_text').values(row);
          await into.onConflict((c) => c.column('row_id').doUpdateSet(words)).execute();
        },
      },
    ];
  }
  if (command.type === 'programme.addSource' || command.type === 'programme.renameSource') {
    const name = texts?.source;
    const { type, sourceId } = command;
    return [
      {
        check: async () => (name === undefined ? { ok: false, code: 'programme.source_unnamed' } : done),
        alongside: async (trx) => {
          if (name === undefined) return;
          const into = trx.withTables<Tables>().insertInto('source_text');
          const row = { source_id: sourceId, conference_id: conferenceId, name };
          const isNew = type === 'programme.addSource';
          await into
            .values(row)
            .onConflict((c) => (isNew ? c.doNothing() : c.column('source_id').doUpdateSet({ name })))
            .execute();
        },
      },
    ];
  }
  if (command.type === 'programme.startFilm' && texts?.film !== undefined) {
    const row = { film_id: command.filmId, conference_id: conferenceId, title: texts.film };
    return [
      {
        check: async () => done,
        alongside: async (trx) => {
          const into = trx.withTables<Tables>().insertInto('film_text').values(row);
          await into.onConflict((c) => c.doNothing()).execute();
        },
      },
    ];
  }
  return [];
};

const together = (works: readonly TextWork[]): TextWork => ({
  check: async (trx) => {
    for (const work of works) {
      const checked = await work.check(trx);
      if (!checked.ok) return checked;
    }
    return done;
  },
  alongside: async (trx) => {
    for (const work of works) await work.alongside(trx);
  },
});

const correct = (conferenceId: ConferenceId, speakerId: SpeakerId, body: CommandBody, actor: Actor): TextWork => ({
  check: async (trx) => (body.texts?.speaker && (await speakerAt(trx, conferenceId, speakerId)) ? done : unknown),
  alongside: async (trx) => {
    const text = body.texts?.speaker;
    const before = await speakerAt(trx, conferenceId, speakerId);
    if (!text || !before) return;
    await keepFormer(trx, speakerId, text, body.id);
    await trx
      .withTables<Tables>()
      .updateTable('speaker')
      .set({ ...text, updated_at: new Date() })
      .where('id', '=', speakerId)
      .execute();
    const { honorific, name, position } = before;
    await audit(trx, {
      action: 'floor.correctSpeaker',
      actor,
      subject: { conferenceId, speakerId },
      change: { before: { honorific, name, position }, after: text },
    });
  },
});

/** The text work of a command, or null when it carries and needs none. */
export const textWork = (
  conferenceId: ConferenceId,
  body: CommandBody,
  actor: Actor,
  live: Live | undefined,
): TextWork | null => {
  if (body.command.type === 'floor.correctSpeaker') return correct(conferenceId, body.command.speakerId, body, actor);
  const named = namedBy(body, live).map((each) => present(conferenceId, body.id, each));
  const works = [...named, ...worded(conferenceId, body)];
  return works.length === 0 ? null : together(works);
};

export const readSpeakers = async (db: Db, ids: readonly SpeakerId[]): Promise<readonly Speaker[]> => {
  if (ids.length === 0) return [];
  const rows = await db.withTables<Tables>().selectFrom('speaker').selectAll().where('id', 'in', ids).execute();
  return rows.map(({ id, site_id, honorific, name, position }) => ({
    speakerId: id,
    siteId: site_id,
    honorific,
    name,
    position,
  }));
};

export const readSubjects = async (db: Db, ids: readonly RequestId[]): Promise<ReadonlyMap<RequestId, string>> => {
  if (ids.length === 0) return new Map();
  const rows = await db
    .withTables<Tables>()
    .selectFrom('request_text')
    .select(['request_id', 'subject'])
    .where('request_id', 'in', ids)
    .execute();
  return new Map(rows.map(({ request_id, subject }) => [request_id, subject]));
};

export const readTitles = async (db: Db, ids: readonly AgendaItemId[]): Promise<ReadonlyMap<AgendaItemId, string>> => {
  if (ids.length === 0) return new Map();
  const from = db.withTables<Tables>().selectFrom('agenda_text').selectAll();
  const rows = await from.where('item_id', 'in', ids).execute();
  return new Map(rows.map(({ item_id, title }) => [item_id, title]));
};

export const readRowTexts = async (db: Db, ids: readonly RowId[]): Promise<ReadonlyMap<RowId, RowText>> => {
  if (ids.length === 0) return new Map();
  const from = db.withTables<Tables>().selectFrom('row_text').selectAll();
  const rows = await from.where('row_id', 'in', ids).execute();
  return new Map(rows.map(({ row_id, cue, note, film_title = '' }) => [row_id, { cue, note, filmTitle: film_title }]));
};

export const readSourceNames = async (db: Db, ids: readonly SourceId[]): Promise<ReadonlyMap<SourceId, string>> => {
  if (ids.length === 0) return new Map();
  const from = db.withTables<Tables>().selectFrom('source_text').selectAll();
  const rows = await from.where('source_id', 'in', ids).execute();
  return new Map(rows.map(({ source_id, name }) => [source_id, name]));
};

/** What was shown is called as its row calls it, or as its file was called. */
export const readFilmTitles = async (
  db: Db,
  films: readonly { readonly filmId: FilmId; readonly rowId: RowId | null }[],
): Promise<ReadonlyMap<FilmId, string>> => {
  if (films.length === 0) return new Map();
  const named = db.withTables<Tables>().selectFrom('film_text').select(['film_id', 'title']);
  const [rows, texts] = await Promise.all([
    readRowTexts(
      db,
      films.flatMap(({ rowId }) => rowId ?? []),
    ),
    named
      .where(
        'film_id',
        'in',
        films.map(({ filmId }) => filmId),
      )
      .execute(),
  ]);
  const files = new Map(texts.map(({ film_id, title }) => [film_id, title]));
  return new Map(
    films.flatMap(({ filmId, rowId }): [FilmId, string][] => {
      const title = (rowId && rows.get(rowId)?.filmTitle) || files.get(filmId);
      return title ? [[filmId, title]] : [];
    }),
  );
};
