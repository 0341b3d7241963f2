import { sql } from 'kysely';
import { ok, refuse, type SeatId } from '@diemcau/domain/kernel';
import {
  HELP_PASSES_ON_MS,
  whyNotAnswer,
  whyNotEnd,
  whyNotPass,
  whyNotTake,
  type AskHelpBody,
  type HelpId,
  type SupportCode,
} from '@diemcau/domain/support';
import { audit } from '../platform/audit/index.ts';
import type { Db, Transaction } from '../platform/db/index.ts';
import { actsAs, bump, change, lockSite, NOW, type Done, type SeatActor, type SitePlace } from './change.ts';
import type { SupportPorts } from './ports.ts';
import { tablesIn } from './tables.ts';

type Parts = { readonly db: Db; readonly ports: Pick<SupportPorts, 'isClosed'> };

const found = async (trx: Transaction, { conferenceId, siteId }: SitePlace, helpId: HelpId) => {
  const row = await tablesIn(trx)
    .selectFrom('help_request')
    .selectAll()
    .where('id', '=', helpId)
    .where('conference_id', '=', conferenceId)
    .where('site_id', '=', siteId)
    .executeTakeFirst();
  if (!row) return null;
  const { taken_seat: seatId, taken_by_centre: isCentre, taken_at: takenAt, ended_how: how, ended_at: endedAt } = row;
  return {
    row,
    takenBy:
      seatId === null || takenAt === null
        ? null
        : { seatId, isCentre: isCentre === true, name: null, at: takenAt.getTime() },
    end: how === null || endedAt === null ? null : { how, at: endedAt.getTime() },
  };
};
type Found = NonNullable<Awaited<ReturnType<typeof found>>>;
type Now = typeof NOW;
type Changes = {
  readonly passed_at?: Now;
  readonly taken_seat?: SeatId | null;
  readonly taken_by_centre?: boolean | null;
  readonly taken_at?: Now | null;
  readonly answer?: string;
  readonly answered_at?: Now;
  readonly ended_how?: 'withdrawn' | 'solved';
  readonly ended_at?: Now;
};

/** A province takes part by a clerk of its own: without one nobody would take what comes to it. */
const hasHelper = async (trx: Transaction, { conferenceId, siteId }: SitePlace): Promise<boolean> => {
  const { rows } = await sql<{ has: boolean }>`
    select exists (
      select from conference_site s
      join conference_site p on p.conference_id = s.conference_id and p.unit_id = s.unit_path[2] and not p.personal
      join seat k on k.conference_id = p.conference_id and k.site_id = p.site_id and k.role = 'clerk' and k.revoked_at is null
      where s.conference_id = ${conferenceId} and s.site_id = ${siteId} and cardinality(s.unit_path) > 2) as has`.execute(
    trx,
  );
  return rows[0]?.has === true;
};

/** Requests for help (H1 to H5). Every change is done once, whatever is sent again. */
export const createHelping = ({ db, ports }: Parts) => {
  const act = (
    actor: SeatActor,
    place: SitePlace,
    helpId: HelpId,
    action: string,
    decide: (help: Found) => SupportCode | 'done' | null,
    set: Changes,
  ): Promise<Done> =>
    change(db, async (trx) => {
      await lockSite(trx, place);
      const help = await found(trx, place, helpId);
      if (!help) return refuse('support.help_not_found');
      const refusal = decide(help);
      if (refusal === 'done') return ok(undefined);
      if (refusal !== null) return refuse(refusal);
      await tablesIn(trx).updateTable('help_request').set(set).where('id', '=', helpId).execute();
      await audit(trx, { action, actor, subject: { ...place, helpId } });
      await bump(trx, place);
      return ok(undefined);
    });

  return {
    ask: async (actor: SeatActor, place: SitePlace, { id, kind, note }: AskHelpBody): Promise<Done> => {
      const isClosed = await ports.isClosed(place.conferenceId);
      return change(db, async (trx) => {
        await lockSite(trx, place);
        if (await found(trx, place, id)) return ok(undefined);
        if (isClosed) return refuse('support.closed');
        const waitMs = (await hasHelper(trx, place)) ? HELP_PASSES_ON_MS : 0;
        const inserted = await tablesIn(trx)
          .insertInto('help_request')
          .values({
            id,
            conference_id: place.conferenceId,
            site_id: place.siteId,
            seat_id: actor.seatId,
            kind,
            note,
            due_at: sql<Date>`clock_timestamp() + make_interval(secs => ${waitMs / 1000})`,
          })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        if (inserted.numInsertedOrUpdatedRows !== 1n) return refuse('support.help_open');
        await audit(trx, { action: 'help.ask', actor, subject: { ...place, helpId: id }, change: { kind } });
        await bump(trx, place);
        return ok(undefined);
      });
    },

    withdraw: (actor: SeatActor, place: SitePlace, helpId: HelpId) =>
      act(actor, place, helpId, 'help.withdraw', (help) => whyNotEnd(help, 'withdrawn', actor.seatId), {
        ended_how: 'withdrawn',
        ended_at: NOW,
      }),

    pass: (actor: SeatActor, place: SitePlace, helpId: HelpId) =>
      act(
        actor,
        place,
        helpId,
        'help.pass',
        (help) => (help.row.passed_at && !help.takenBy && !help.end ? 'done' : whyNotPass(help)),
        { passed_at: NOW, taken_seat: null, taken_by_centre: null, taken_at: null },
      ),

    take: (actor: SeatActor, place: SitePlace, helpId: HelpId, from: SeatId | null) =>
      act(
        actor,
        place,
        helpId,
        'help.take',
        (help) => whyNotTake(help, actor.seatId, from) ?? (help.takenBy?.seatId === actor.seatId ? 'done' : null),
        { taken_seat: actor.seatId, taken_by_centre: actsAs(actor, place) === 'centre', taken_at: NOW },
      ),

    answer: (actor: SeatActor, place: SitePlace, helpId: HelpId, text: string) =>
      act(
        actor,
        place,
        helpId,
        'help.answer',
        (help) => whyNotAnswer(help, actor.seatId) ?? (help.row.answer === text ? 'done' : null),
        { answer: text, answered_at: NOW },
      ),

    solve: (actor: SeatActor, place: SitePlace, helpId: HelpId) =>
      act(actor, place, helpId, 'help.solve', (help) => whyNotEnd(help, 'solved', actor.seatId), {
        ended_how: 'solved',
        ended_at: NOW,
      }),
  };
};
export type Helping = ReturnType<typeof createHelping>;
