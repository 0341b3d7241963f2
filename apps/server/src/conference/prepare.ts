import { v5, v7 } from 'uuid';
import {
  CommandId,
  ok,
  refuse,
  type Actor,
  type ConferenceId,
  type Result,
  type SiteId,
  type UnitId,
} from '@diemcau/domain/kernel';
import {
  INVITE_BATCH,
  personalSiteName,
  type Choice,
  type CreateConferenceBody,
  type Created,
  type Invited,
  type InvitePersonBody,
  type PersonInvited,
  type PreparationCode,
} from '@diemcau/domain/conference';
import type { Command, LiveCode } from '@diemcau/domain/live';
import type { Site } from '@diemcau/domain/site';
import { audit } from '../platform/audit/index.ts';
import type { LiveCommands } from '../platform/live-port.ts';
import type { Rosters, Seats, Sites, Units } from './ports.ts';
import type { ConferenceStore, StoredConference } from './store.ts';

export type PrepareCode = PreparationCode | LiveCode | 'attendance.delegate_exists';

/** A start that is longer ago than this was mistyped. */
export const PAST_MS = 12 * 60 * 60 * 1000;

type Chosen = { readonly sites: readonly Site[]; readonly unknownCodes: readonly string[] };

export type PrepareParts = {
  readonly store: ConferenceStore;
  readonly sites: Sites;
  readonly units: Units;
  readonly seats: Seats;
  readonly rosters: Rosters;
  readonly live: LiveCommands;
  readonly now: () => number;
};

const batches = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / INVITE_BATCH) }, (_, i) =>
    all.slice(i * INVITE_BATCH, (i + 1) * INVITE_BATCH),
  );

/** The same work always has the same command, so that a request sent twice is done once. */
/** The command of a request that may be sent again: the same each time. */
export const commandOf = (conferenceId: ConferenceId, what: string): CommandId =>
  CommandId.parse(v5(what, conferenceId));

/** Making a conference and choosing its sites: the words go to tables, the decisions to the stream, in one transaction each. */
export const createPreparation = ({ store, sites, units, seats, rosters, live, now }: PrepareParts) => {
  /** Sites chosen one by one, by subtrees and by codes, each once, by code. Nothing unknown is dropped silently (T3, T4). */
  const choose = async (
    choice: Choice,
    within: readonly UnitId[],
    hallId: SiteId,
  ): Promise<Result<Chosen, PreparationCode>> => {
    const siteIds = [...new Set(choice.siteIds)];
    const unitIds = [...new Set(choice.underUnitIds)];
    const [byId, knownUnits, under, byCode] = await Promise.all([
      sites.byIds(siteIds, within),
      units.known(unitIds, within),
      sites.under(unitIds, within),
      sites.byPastedCodes(choice.codes, within),
    ]);
    if (byId.length < siteIds.length || knownUnits.length < unitIds.length) return refuse('conference.unknown_sites');
    const all = new Map([...byId, ...under, ...byCode.found].map((site) => [site.siteId, site]));
    all.delete(hallId);
    const sorted = [...all.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1));
    return ok({ sites: sorted, unknownCodes: byCode.unknown });
  };

  const append = async (
    actor: Actor,
    conferenceId: ConferenceId,
    chosen: readonly Site[],
  ): Promise<Result<void, PrepareCode>> => {
    for (const batch of batches(chosen)) {
      const siteIds = batch.map(({ siteId }) => siteId);
      const id = CommandId.parse(v7());
      const invited = await live.submit(
        conferenceId,
        actor,
        { id, command: { type: 'conference.invite', siteIds } },
        async (trx) => {
          await store.insertSites(trx, conferenceId, batch);
          await audit(trx, { action: 'conference.invite', actor, subject: { conferenceId }, change: { siteIds } });
        },
      );
      if (!invited.ok) return invited;
    }
    return ok(undefined);
  };

  const isSame = (before: StoredConference, body: CreateConferenceBody) =>
    before.name === body.name &&
    before.kind === body.kind &&
    before.startsAt.getTime() === Date.parse(body.startsAt) &&
    before.hallSiteId === body.hallSiteId;

  return {
    /**
     * Makes the conference and invites its sites. Sent again with the same id it goes on where it was interrupted.
     * @param unitId the unit that the conference belongs to
     */
    create: async (
      actor: Actor,
      unitId: UnitId,
      within: readonly UnitId[],
      body: CreateConferenceBody,
      demo: boolean,
    ): Promise<Result<Created, PrepareCode>> => {
      const { conferenceId, kind, name, siteLimit } = body;
      const before = await store.find(conferenceId);
      if (before && !isSame(before, body)) return refuse('conference.exists');
      const startsAt = Date.parse(body.startsAt);
      if (!before && startsAt < now() - PAST_MS) return refuse('conference.starts_in_past');
      const [hall] = await sites.byIds([body.hallSiteId], within);
      if (!hall) return refuse('conference.unknown_hall');
      const chosen = await choose(body, within, hall.siteId);
      if (!chosen.ok) return chosen;
      if (chosen.value.sites.length > siteLimit) return refuse('conference.site_limit');
      const unitPath = await units.pathOf(unitId);
      if (!unitPath) throw new Error('the unit of the actor is gone');
      const id = commandOf(conferenceId, 'prepare');
      const prepare = { type: 'conference.prepare', kind, startsAt, hallId: hall.siteId, siteLimit } as const;
      const prepared = await live.submit(conferenceId, actor, { id, command: prepare }, async (trx) => {
        const supportPhone = body.supportPhone ?? null;
        await store.insert(
          trx,
          { conferenceId, unitId, unitPath, kind, name, siteLimit, supportPhone, demo, startsAt: new Date(startsAt) },
          hall,
        );
        await audit(trx, {
          action: 'conference.prepare',
          actor,
          subject: { conferenceId, unitId },
          change: { name, kind, siteLimit, startsAt },
        });
      });
      if (!prepared.ok) return prepared;
      const invited = await append(actor, conferenceId, chosen.value.sites);
      if (!invited.ok) return invited;
      const total = await store.countSites({ conferenceId, q: '', except: [hall.siteId] });
      return ok({ conferenceId, invited: total, unknownCodes: [...chosen.value.unknownCodes] });
    },

    /** Adds sites; above the limit nothing is added. */
    invite: async (
      actor: Actor,
      conference: StoredConference,
      within: readonly UnitId[],
      choice: Choice,
    ): Promise<Result<Invited, PrepareCode>> => {
      const { conferenceId, hallSiteId, siteLimit } = conference;
      const chosen = await choose(choice, within, hallSiteId);
      if (!chosen.ok) return chosen;
      const only = chosen.value.sites.map(({ siteId }) => siteId);
      const already = await store.countSites({ conferenceId, q: '', only });
      if (conference.invited + only.length - already > siteLimit) return refuse('conference.site_limit');
      const invited = await append(actor, conferenceId, chosen.value.sites);
      if (!invited.ok) return invited;
      const total = await store.countSites({ conferenceId, q: '', except: [hallSiteId] });
      return ok({ invited: total, unknownCodes: [...chosen.value.unknownCodes] });
    },

    /** Makes the site of somebody who takes part alone, with them on its roster, and invites it; sent again, it is there already. */
    invitePerson: async (
      actor: Actor,
      { conferenceId }: StoredConference,
      within: readonly UnitId[],
      { siteId, unitId, ...person }: InvitePersonBody,
    ): Promise<Result<PersonInvited, PrepareCode>> => {
      const name = personalSiteName(person);
      if (await store.site(conferenceId, siteId)) return ok({ siteId, name });
      const [[known], unitPath] = await Promise.all([units.known([unitId], within), units.pathOf(unitId)]);
      if (known === undefined || !unitPath) return refuse('conference.unknown_sites');
      if (!(await rosters.isFree(person.delegateId))) return refuse('attendance.delegate_exists');
      const id = commandOf(conferenceId, `person:${siteId}`);
      const command: Command = { type: 'conference.invite', siteIds: [siteId] };
      const invited = await live.submit(conferenceId, actor, { id, command }, async (trx) => {
        const site = await sites.insertPersonal(trx, { siteId, unitId, unitPath, name });
        await store.insertSites(trx, conferenceId, [site], true);
        const subject = { conferenceId, siteId };
        await rosters.enrol(trx, actor, subject, person);
        await audit(trx, { action: 'conference.invitePerson', actor, subject, change: { unitId } });
      });
      return invited.ok ? ok({ siteId, name }) : invited;
    },

    /** Takes sites out of the conference; their seats end at once. */
    uninvite: async (
      actor: Actor,
      conferenceId: ConferenceId,
      siteIds: readonly SiteId[],
    ): Promise<Result<undefined, PrepareCode>> => {
      for (const batch of batches([...new Set(siteIds)])) {
        const id = CommandId.parse(v7());
        const done = await live.submit(
          conferenceId,
          actor,
          { id, command: { type: 'conference.uninvite', siteIds: [...batch] } },
          async (trx) => {
            await store.deleteSites(trx, conferenceId, batch);
            await seats.endOfSites(trx, actor, conferenceId, batch);
            await audit(trx, {
              action: 'conference.uninvite',
              actor,
              subject: { conferenceId },
              change: { siteIds: batch },
            });
          },
        );
        if (!done.ok) return done;
      }
      return ok(undefined);
    },
  };
};
export type Preparation = ReturnType<typeof createPreparation>;
