import type { CommandBody, Speaker } from '@diemcau/domain/wire';
import type { Actor, ConferenceId, RequestId, Result, SiteId, SpeakerId } from '@diemcau/domain/kernel';
import type { Live, LiveCode } from '@diemcau/domain/live';
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
type Tables = { speaker: SpeakerTable; request_text: RequestTextTable };

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

type Named = { readonly speakerId: SpeakerId; readonly siteId: SiteId };

/** Which speaker of which site a command names. */
const namedBy = ({ command }: CommandBody, live: Live | undefined): Named | null => {
  if (command.type === 'floor.request') return { speakerId: command.speakerId, siteId: command.siteId };
  if (command.type === 'floor.grantSite')
    return command.speakerId === null ? null : { speakerId: command.speakerId, siteId: command.siteId };
  const siteId = live?.floor.turn?.siteId;
  if (command.type !== 'floor.nameSpeaker' || siteId === undefined) return null;
  return { speakerId: command.speakerId, siteId };
};

const present = (conferenceId: ConferenceId, body: CommandBody, named: Named): TextWork => {
  const { speakerId, siteId } = named;
  const text = body.texts?.speaker;
  return {
    check: async (trx) => {
      const known = await speakerOf(trx, speakerId);
      if (!known) return text ? done : unknown;
      return known.conference_id === conferenceId && known.site_id === siteId ? done : unknown;
    },
    alongside: async (trx) => {
      const db = trx.withTables<Tables>();
      if (text) {
        const row = { id: speakerId, conference_id: conferenceId, site_id: siteId, ...text };
        await db
          .insertInto('speaker')
          .values(row)
          .onConflict((c) => c.column('id').doUpdateSet({ ...text, updated_at: new Date() }))
          .execute();
      }
      const subject = body.texts?.subject;
      if (subject === undefined || body.command.type !== 'floor.request') return;
      const { requestId } = body.command;
      await db
        .insertInto('request_text')
        .values({ request_id: requestId, conference_id: conferenceId, subject })
        .onConflict((c) => c.doNothing())
        .execute();
    },
  };
};

const correct = (conferenceId: ConferenceId, speakerId: SpeakerId, body: CommandBody, actor: Actor): TextWork => ({
  check: async (trx) => (body.texts?.speaker && (await speakerAt(trx, conferenceId, speakerId)) ? done : unknown),
  alongside: async (trx) => {
    const text = body.texts?.speaker;
    const before = await speakerAt(trx, conferenceId, speakerId);
    if (!text || !before) return;
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
  const named = namedBy(body, live);
  return named ? present(conferenceId, body, named) : null;
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

export const readSubjects = async (db: Db, ids: readonly RequestId[]): Promise<Readonly<Record<string, string>>> => {
  if (ids.length === 0) return {};
  const rows = await db
    .withTables<Tables>()
    .selectFrom('request_text')
    .select(['request_id', 'subject'])
    .where('request_id', 'in', ids)
    .execute();
  return Object.fromEntries(rows.map(({ request_id, subject }) => [request_id, subject]));
};
