import { ok, refuse, type Actor, type Result, type UnitId } from '@diemcau/domain/kernel';
import { INVITE_BATCH } from '@diemcau/domain/conference';
import { type Made, type MakeBody } from '@diemcau/domain/snapshot';
import type { Site } from '@diemcau/domain/site';
import type { ConferenceSnapshot } from '@diemcau/domain/snapshot';
import { audit } from '../platform/audit/index.ts';
import type { Db } from '../platform/db/index.ts';
import type { LiveCommands, ReadPlan } from '../platform/live-port.ts';
import type { MakingStore } from './making-store.ts';
import { planCommands } from './plan-commands.ts';
import type { Sites, Units } from './ports.ts';
import { PAST_MS, commandOf, type PrepareCode } from './prepare.ts';
import { withSites } from './snapshot.ts';
import type { ConferenceStore, StoredConference } from './store.ts';

export type MakeParts = {
  readonly db: Db;
  readonly store: ConferenceStore;
  readonly makings: MakingStore;
  readonly sites: Pick<Sites, 'byIds'>;
  readonly units: Pick<Units, 'pathOf'>;
  readonly live: LiveCommands;
  readonly readPlan: ReadPlan;
  readonly now: () => number;
};

/** Commands that are sent before the answer of the first is there: what one transaction carries. */
const AT_ONCE = 60;

const inGroups = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));

/** Makes conferences from snapshots. Hidden until all is there; the same request goes on where it was interrupted (C14). */
export const createMaking = ({ db, store, makings, sites, units, live, readPlan, now }: MakeParts) => {
  const begin = async (
    actor: Actor,
    unitId: UnitId,
    within: readonly UnitId[],
    body: MakeBody,
    whole: ConferenceSnapshot,
  ): Promise<Result<void, PrepareCode>> => {
    const { conferenceId, name } = body;
    const { kind, siteLimit, supportPhone } = whole;
    const startsAt = Date.parse(body.startsAt);
    if (startsAt < now() - PAST_MS) return refuse('conference.starts_in_past');
    const hallId = body.hallSiteId ?? whole.hall?.siteId;
    const [hall] = hallId === undefined ? [] : await sites.byIds([hallId], within);
    const unitPath = await units.pathOf(unitId);
    if (!hall || !unitPath) return refuse('conference.unknown_hall');
    const there = await sites.byIds(
      whole.sites.map(({ siteId }) => siteId),
      within,
    );
    // The hall takes part anyway: it is neither invited nor lost.
    const { snapshot, lost } = withSites(whole, new Set([...there.map(({ siteId }) => siteId), hall.siteId]));
    const invited = { ...snapshot, sites: snapshot.sites.filter(({ siteId }) => siteId !== hall.siteId) };
    const id = commandOf(conferenceId, 'prepare');
    const prepare = { type: 'conference.prepare', kind, startsAt, hallId: hall.siteId, siteLimit } as const;
    return live.submit(conferenceId, actor, { id, command: prepare }, async (trx) => {
      const conference = { conferenceId, unitId, unitPath, kind, name, siteLimit, supportPhone, demo: false };
      await store.insert(trx, { ...conference, startsAt: new Date(startsAt) }, hall);
      await makings.insert(trx, conferenceId, invited, lost);
      await audit(trx, {
        action: 'conference.copy',
        actor,
        subject: { conferenceId, unitId },
        change: { name, kind, siteLimit, startsAt },
      });
    });
  };

  const invite = async (
    actor: Actor,
    { conferenceId }: StoredConference,
    chosen: readonly Site[],
  ): Promise<Result<void, PrepareCode>> => {
    for (const [n, batch] of inGroups(chosen, INVITE_BATCH).entries()) {
      const id = commandOf(conferenceId, `made:invite:${n}`);
      const siteIds = batch.map(({ siteId }) => siteId);
      const command = { type: 'conference.invite', siteIds } as const;
      const invited = await live.submit(conferenceId, actor, { id, command }, async (trx) => {
        await store.insertSites(trx, conferenceId, batch);
        await audit(trx, { action: 'conference.invite', actor, subject: { conferenceId }, change: { siteIds } });
      });
      if (!invited.ok) return invited;
    }
    return ok(undefined);
  };

  const writePlan = async (
    actor: Actor,
    { conferenceId, hallSiteId: hallId }: StoredConference,
    snapshot: ConferenceSnapshot,
  ): Promise<Result<void, PrepareCode>> => {
    // Names are written with the state that this server knows: it must know this conference.
    await readPlan(conferenceId);
    for (const group of inGroups(planCommands(snapshot, { conferenceId, hallId }), AT_ONCE)) {
      const answers = await Promise.all(group.map((body) => live.submit(conferenceId, actor, body)));
      const refused = answers.find((answer) => !answer.ok);
      if (refused) return refused;
    }
    return ok(undefined);
  };

  /** What was begun, to its end; done already, it is only answered. */
  const finish = async (
    actor: Actor,
    within: readonly UnitId[],
    conference: StoredConference,
  ): Promise<Result<Made, PrepareCode>> => {
    const { conferenceId, hallSiteId } = conference;
    const making = await makings.find(conferenceId);
    if (!making) return refuse('conference.exists');
    const { snapshot, lost } = making;
    if (snapshot !== null) {
      const chosen = await sites.byIds(
        snapshot.sites.map(({ siteId }) => siteId),
        within,
      );
      const invited = await invite(
        actor,
        conference,
        chosen.toSorted((a, b) => (a.code < b.code ? -1 : 1)),
      );
      if (!invited.ok) return invited;
      const written = await writePlan(actor, conference, snapshot);
      if (!written.ok) return written;
      await makings.end(db, conferenceId);
    }
    const invited = await store.countSites({ conferenceId, q: '', except: [hallSiteId] });
    return ok({ conferenceId, invited, lost });
  };

  const isSame = (before: StoredConference, body: MakeBody) =>
    before.name === body.name &&
    before.startsAt.getTime() === Date.parse(body.startsAt) &&
    (body.hallSiteId === undefined || before.hallSiteId === body.hallSiteId);

  /**
   * @param unitId the unit that the conference will belong to
   * @param read makes the snapshot; asked only when nothing was begun
   */
  return async (
    actor: Actor,
    unitId: UnitId,
    within: readonly UnitId[],
    body: MakeBody,
    read: () => Promise<ConferenceSnapshot>,
  ): Promise<Result<Made, PrepareCode>> => {
    const before = await store.findAny(body.conferenceId);
    if (before && !isSame(before, body)) return refuse('conference.exists');
    if (!before) {
      const begun = await begin(actor, unitId, within, body, await read());
      if (!begun.ok) return begun;
    }
    const conference = before ?? (await store.findAny(body.conferenceId));
    return conference ? finish(actor, within, conference) : refuse('conference.not_found');
  };
};
export type Making = ReturnType<typeof createMaking>;
