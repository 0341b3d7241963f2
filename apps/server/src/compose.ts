import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { FastifyInstance } from 'fastify';
import { isInvited } from '@diemcau/domain/conference';
import { sitesSpoken } from '@diemcau/domain/floor';
import type { ConferenceId } from '@diemcau/domain/kernel';
import { normaliseCode } from '@diemcau/domain/site';
import { NOTHING, isOpenToAnyone, may, mayKnow, type Action, type Resource } from '@diemcau/domain/organisation';
import { createAttendanceSlice, type AttendanceSlice } from './attendance/index.ts';
import {
  conferenceRoutes,
  createConferenceStore,
  createDeskSites,
  deskSiteRoutes,
  createMaking,
  createMakingStore,
  createPreparation,
  createTemplateStore,
  templateRoutes,
} from './conference/index.ts';
import { createDemo, demoRoutes, readTree, type DemoConference } from './demo/index.ts';
import { demoPorts } from './demo-wiring.ts';
import { createLive, createReadRecordNames, SIGNAL_PREFIX, type Live } from './live/index.ts';
import { createMessageSlice } from './message/index.ts';
import { createMinutesSlice } from './minutes/index.ts';
import {
  createAccounts,
  createOrganisationStore,
  organisationRoutes,
  type Accounts,
  type OrganisationStore,
} from './organisation/index.ts';
import { Sealer } from './platform/audit/index.ts';
import type { Config } from './platform/config/index.ts';
import { pendingMigrations, type Database } from './platform/db/index.ts';
import { createLocalFiles } from './platform/files/index.ts';
import {
  createApi,
  createCookies,
  createHttp,
  serviceRoutes,
  type Health,
  type Http,
  type Pages,
  type Registered,
} from './platform/http/index.ts';
import { SeatRegistry, createIdentify } from './platform/identity/index.ts';
import type { Logger } from './platform/log/index.ts';
import { metrics } from './platform/metrics/index.ts';
import { allProblems, problemOf, type ProblemCode } from './problems.ts';
import { createSeatSlice } from './seat/index.ts';
import { createSiteStore, matchCodes, siteRoutes, type SiteStore } from './site/index.ts';
import { createSupportSlice } from './support/index.ts';

const CATCH_UP_MS = 5000;
export type Server = {
  readonly app: FastifyInstance;
  readonly http: Http;
  /** Every route with the action that it names. */
  readonly registry: readonly Registered<Action>[];
  readonly accounts: Accounts;
  readonly live: Live;
  readonly attendance: AttendanceSlice['read'];
  readonly demo: DemoConference | undefined;
  /** Begins what runs by itself; call it before listening. */
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

export type ComposeOptions = {
  readonly config: Config;
  readonly database: Database;
  readonly log: Logger;
  readonly pages: Pages;
  /** ms since the epoch; tests move it. */
  readonly now?: () => number;
};

/** Builds one server from its parts: the only place that knows them all. The database is migrated already. */
export const composeServer = async ({
  config,
  database,
  log,
  pages,
  now = Date.now,
}: ComposeOptions): Promise<Server> => {
  const { db } = database;
  const { publicUrl } = config;
  const key = config.cookieSecret;
  const units = createOrganisationStore(db);
  const sites = createSiteStore(db);
  const conferences = createConferenceStore(db);
  const registry = new SeatRegistry(db);
  const cookies = createCookies(publicUrl);
  await fillTree(database, units, sites);

  const epoch = await epochOf(database);
  const attendance = createAttendanceSlice({
    db,
    runKept: database.runKept,
    key,
    now,
    conferences: {
      facts: async (conferenceId) => (await conferences.find(conferenceId)) ?? null,
      meeting: async (conferenceId, expected) => {
        const state = await live.peekLive(
          conferenceId,
          ({ conference, attendance: { rollCall } }) =>
            conference.status !== 'absent' &&
            (expected === undefined || (rollCall?.status === 'open' && rollCall.rollCallId === expected)),
        );
        return {
          isClosed: state.conference.status === 'closed',
          rollCall: state.attendance.rollCall,
          isInvited: (siteId) => isInvited(state.conference, siteId),
        };
      },
    },
  });
  const messages = createMessageSlice({
    db,
    log,
    ports: {
      isClosed: async (conferenceId) => (await live.peekLive(conferenceId, () => true)).conference.status === 'closed',
      contacts: attendance.contacts,
    },
  });
  const support = createSupportSlice({
    db,
    ports: {
      isClosed: async (conferenceId) => (await live.peekLive(conferenceId, () => true)).conference.status === 'closed',
      contacts: attendance.contacts,
      unitPath: async (conferenceId) => (await conferences.find(conferenceId))?.unitPath ?? null,
    },
  });
  const accounts = createAccounts({ db, store: units, key, epoch, now });
  const live = createLive({
    database,
    epoch,
    seats: registry,
    readConference: async (conferenceId) => {
      const found = await conferences.find(conferenceId);
      return found ? { ...found, hallId: found.hallSiteId } : null;
    },
    readSiteLabels: sites.labels,
    attendance: attendance.read,
    messages: messages.told,
    support: support.told,
    livekit: { url: config.livekit.url, key: config.livekit.apiKey, secret: config.livekit.apiSecret },
    problemOf,
    registry: metrics,
    log,
  });
  const minutes = createMinutesSlice({
    db,
    files: createLocalFiles(join(config.dataDir, 'files')),
    now,
    ports: {
      about: async (conferenceId) => {
        const found = await conferences.find(conferenceId);
        if (!found) return null;
        const { name, hallName, startsAt, invited, unitPath } = found;
        const unitName = (await units.units.nameOf(unitPath.at(-1))) ?? '';
        return { name, hallName, startsAt: startsAt.getTime(), invited, unitPath, unitName };
      },
      takesPart: async (conferenceId, siteId) => (await conferences.site(conferenceId, siteId)) !== null,
      names: createReadRecordNames(db, sites.labels),
      attendance: async (conferenceId) => {
        const { attendance: state } = await live.peekLive(conferenceId, () => true);
        return attendance.read.totals(conferenceId, state.rollCall?.rollCallId ?? null);
      },
      absentees: attendance.absentees,
    },
  });
  const seat = createSeatSlice({
    observersHere: live.observersHere,
    db,
    registry,
    cookies,
    publicUrl,
    key,
    now,
    conferences: {
      facts: async (conferenceId) => {
        const found = await conferences.find(conferenceId);
        return found ? { ...found, startsAt: found.startsAt.getTime() } : null;
      },
      site: conferences.site,
      siteNames: async (conferenceId, siteIds) => {
        const found = await conferences.sites({ conferenceId, q: '', only: siteIds }, null, siteIds.length);
        return new Map(found.flatMap(({ siteId, name, personal }) => (personal ? [] : [[siteId, name]])));
      },
    },
  });
  const preparation = createPreparation({
    store: conferences,
    units: units.units,
    seats: seat.siteSeats,
    rosters: attendance.rosters,
    live: live.commands,
    now,
    sites: {
      ...sites,
      byPastedCodes: async (codes, within) => matchCodes(codes, await sites.byCodes(codes.map(normaliseCode), within)),
    },
  });

  const http = await createHttp({
    log,
    problems: allProblems,
    publicUrl,
    pages,
    proxied: [SIGNAL_PREFIX],
    ...(config.tls && { tls: filesOf(config.tls) }),
  });
  const { app, refuse } = http;
  const identify = createIdentify({
    seats: registry,
    administratorOf: async (token) => {
      const account = await accounts.accountOf(token);
      return account ? { kind: 'administrator', accountId: account.accountId, unitIds: account.unitIds } : null;
    },
  });
  const gate = { may, mayKnow, isOpenToAnyone, identify, nothing: NOTHING };
  const routes: Registered<Action>[] = [];
  const api = createApi<Action, Resource, ProblemCode>(app, gate, refuse, '/api/v1', routes);
  /** For scopes of their own; codes are known to the table at run time. */
  const apiIn = (scope: FastifyInstance) => createApi<Action, Resource, string>(scope, gate, refuse, '/api/v1', routes);
  serviceRoutes(app, api, healthOf(database, live));
  organisationRoutes(api, { store: units, accounts, cookies, demo: config.demo });
  siteRoutes(api, { store: sites, unitPathOf: units.units.pathOf });
  conferenceRoutes(api, {
    store: conferences,
    preparation,
    seats: seat.siteSeats,
    live: live.commands,
    readPlan: live.readPlan,
    now,
  });
  const floorOf = async (conferenceId: ConferenceId) => (await live.peekLive(conferenceId, () => true)).floor;
  deskSiteRoutes(api, {
    deskSites: createDeskSites(db),
    seats: seat.siteSeats,
    sitesPresent: live.sitesPresent,
    sitesSpoken: async (conferenceId) => sitesSpoken(await floorOf(conferenceId)),
    sitesAsking: async (conferenceId) => (await floorOf(conferenceId)).queue.map(({ siteId }) => siteId),
    sitesWanting: support.sitesWanting,
  });
  const making = { db, store: conferences, units: units.units, readPlan: live.readPlan, now };
  const makings = createMakingStore(db);
  const make = createMaking({ ...making, makings, sites, live: live.commands });
  templateRoutes(api, { ...making, templates: createTemplateStore(db), make });
  seat.routes(api);
  attendance.routes(api);
  messages.routes(api);
  support.routes(api);
  await minutes.routes(app, api, apiIn);
  await live.register(app, apiIn(app), apiIn);

  const ports = demoPorts({ attendance, conferences, preparation, units, sites, seat, registry, live, accounts, db });
  const demo = config.demo
    ? createDemo({ ports, provinceCodes: ports.provinceCodes, origin: () => originOf(app), now })
    : undefined;
  if (demo) demoRoutes(api, { demo, cookies, enterAsAdministrator: ports.enterAsAdministrator, refuse });

  const sealer = new Sealer(database, log);
  let catchingUp: NodeJS.Timeout | undefined;
  return {
    app,
    http,
    registry: routes,
    accounts,
    live,
    attendance: attendance.read,
    demo,
    start: async () => {
      await live.start();
      sealer.start();
      messages.retention.start();
      await demo?.prepare();
      const catchUp = () =>
        registry
          .catchUp()
          .catch((error: unknown) => log.warn({ err: error }, 'changes of seats wait for the database'));
      catchingUp = setInterval(() => void catchUp(), CATCH_UP_MS);
      await catchUp();
    },
    stop: async () => {
      clearInterval(catchingUp);
      demo?.stop();
      await messages.retention.stop();
      await sealer.stop();
      await live.stop();
      await app.close();
    },
  };
};

const FILL_LOCK = 4_202_503;

/** A new installation begins with the real tree of units and a site in each: there is nothing to prepare without. */
const fillTree = async ({ db }: Database, units: OrganisationStore, sites: SiteStore): Promise<void> => {
  if (!(await units.units.isEmpty())) return;
  const tree = await readTree();
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${FILL_LOCK})`.execute(trx);
    // Another server of the same installation may have been first.
    if (!(await units.units.isEmpty())) return;
    await units.units.insert(trx, tree.units);
    await sites.insert(trx, tree.sites);
  });
};

const epochOf = async ({ db }: Database): Promise<string> => {
  const { rows } = await sql<{ epoch: string }>`select epoch from installation`.execute(db);
  if (!rows[0]) throw new Error('the installation has no epoch');
  return rows[0].epoch;
};

const filesOf = ({ certFile, keyFile }: NonNullable<Config['tls']>) => ({
  cert: readFileSync(certFile),
  key: readFileSync(keyFile),
});

const healthOf =
  ({ pool }: Database, live: Live) =>
  async (): Promise<Health> => {
    const media = await live.mediaAvailable();
    try {
      return { database: true, migrations: (await pendingMigrations(pool)).length === 0, media };
    } catch {
      // Whatever keeps the database from answering, the server is not ready; who asks wants to know that much.
      return { database: false, migrations: false, media };
    }
  };

/** The address of this very process, for the children that play simulated sites. */
const originOf = (app: FastifyInstance): string => {
  const address = app.server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the server does not listen yet');
  return `http://127.0.0.1:${address.port}`;
};
