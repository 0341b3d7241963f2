import { sql } from 'kysely';
import {
  CUE_KEPT_MS,
  CUES_A_MINUTE,
  type AsideCode,
  type CueBody,
  type CueCode,
  type CueId,
  type CueNow,
} from '@diemcau/domain/aside';
import { ok, refuse, type ConferenceId, type Result, type SeatId, type SiteId } from '@diemcau/domain/kernel';
import { audit } from '../platform/audit/index.ts';
import type { Db } from '../platform/db/index.ts';
import type { Notifications } from '../platform/realtime/index.ts';
import type { SeatActor } from './asides.ts';

type Row = {
  readonly cueId: CueId;
  readonly siteId: SiteId;
  readonly seatId: SeatId;
  readonly code: CueCode | null;
  readonly words: string | null;
  readonly at: Date;
  readonly seenAt: Date | null;
};

const cueOf = ({ cueId, siteId, seatId, code, words, at, seenAt }: Row): CueNow => ({
  cueId,
  siteId,
  seatId,
  said: code === null ? { kind: 'own', words: words ?? '' } : { kind: 'ready', code },
  at: at.getTime(),
  seenAt: seenAt?.getTime() ?? null,
});

/** Short sentences from the operator to one site. Their words are in this table alone. */
export class Cues {
  private readonly db: Db;
  private readonly notifications: Pick<Notifications, 'notify'>;

  constructor(parts: { readonly db: Db; readonly notifications: Pick<Notifications, 'notify'> }) {
    this.db = parts.db;
    this.notifications = parts.notifications;
  }

  /** Of the last minutes, oldest first. */
  async recent(conferenceId: ConferenceId): Promise<readonly CueNow[]> {
    const { rows } = await sql<Row>`
      select id as "cueId", site_id as "siteId", seat_id as "seatId", code, words, at, seen_at as "seenAt"
      from cue where conference_id = ${conferenceId} and at > now() - make_interval(secs => ${CUE_KEPT_MS / 1000})
      order by at`.execute(this.db);
    return rows.map(cueOf);
  }

  async send(actor: SeatActor, { cueId, siteId, said }: CueBody): Promise<Result<undefined, AsideCode>> {
    const { conferenceId, seatId } = actor;
    const [code, words] = said.kind === 'ready' ? [said.code, null] : [null, said.words];
    const outcome = await this.db.transaction().execute(async (trx): Promise<'sent' | 'again' | AsideCode> => {
      const before = await sql<{ seatId: SeatId }>`select seat_id as "seatId" from cue where id = ${cueId}`.execute(
        trx,
      );
      if (before.rows[0]) return before.rows[0].seatId === seatId ? 'again' : 'cue.exists';
      const recent = await sql<{ n: number }>`
        select count(*)::int as n from cue where seat_id = ${seatId} and at > now() - interval '1 minute'`.execute(trx);
      if ((recent.rows[0]?.n ?? 0) >= CUES_A_MINUTE) return 'cue.too_fast';
      const inserted = await sql`
        insert into cue (id, conference_id, site_id, seat_id, code, words)
        values (${cueId}, ${conferenceId}, ${siteId}, ${seatId}, ${code}, ${words}) on conflict do nothing`.execute(
        trx,
      );
      if (inserted.numAffectedRows !== 1n) return 'again';
      await audit(trx, { action: 'cue.send', actor, subject: { conferenceId, siteId, cueId } });
      return 'sent';
    });
    if (outcome === 'sent') await this.notifications.notify('aside', conferenceId);
    return outcome === 'sent' || outcome === 'again' ? ok(undefined) : refuse(outcome);
  }

  /** The site has seen it: the first tap counts. */
  async confirm(conferenceId: ConferenceId, siteId: SiteId, cueId: CueId): Promise<Result<undefined, AsideCode>> {
    const { rows } = await sql<{ seenAt: Date | null }>`
      select seen_at as "seenAt" from cue
      where id = ${cueId} and conference_id = ${conferenceId} and site_id = ${siteId}`.execute(this.db);
    const [cue] = rows;
    if (!cue) return refuse('cue.not_found');
    if (cue.seenAt !== null) return ok(undefined);
    await sql`update cue set seen_at = clock_timestamp() where id = ${cueId} and seen_at is null`.execute(this.db);
    await this.notifications.notify('aside', conferenceId);
    return ok(undefined);
  }
}
