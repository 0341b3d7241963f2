import type { FastifyInstance } from 'fastify';
import type { Registry } from 'prom-client';
import type { Logger } from 'pino';
import { ConferenceId, ok, refuse, type SeatId, type Sentences, type SiteId } from '@diemcau/domain/kernel';
import type { Live as LiveState, LiveCode } from '@diemcau/domain/live';
import type { Action, Resource } from '@diemcau/domain/organisation';
import { DatabaseClock, type Database } from '../platform/db/index.ts';
import { EventStore } from '../platform/event-store/index.ts';
import { Unavailable, type Api } from '../platform/http/index.ts';
import type { SeatRegistry } from '../platform/identity/index.ts';
import type { LiveCommands, ReadPlan } from '../platform/live-port.ts';
import { LiveKitMedia } from '../platform/media/index.ts';
import { Notifications } from '../platform/realtime/index.ts';
import { withAbsent } from './absent.ts';
import { Commands, type CommandCode } from './commands.ts';
import { Asides } from './asides.ts';
import { askedOnce } from './conference-info.ts';
import { Cues } from './cues.ts';
import { Deadlines } from './deadlines.ts';
import { registerGate } from './gate.ts';
import { Hub } from './hub.ts';
import { LineRuns } from './line-runs.ts';
import { Leadership } from './leadership.ts';
import { liveMetrics } from './metrics.ts';
import { Names } from './names.ts';
import { planOf } from './plan.ts';
import type { ReadAttendance, ReadConference, ReadMessages, ReadSiteLabels, ReadSupport } from './ports.ts';
import { Reconciler } from './reconciler.ts';
import { registerLiveRoutes } from './routes.ts';
import { conferenceStream, type LiveStore } from './stream.ts';

export type LiveOptions = {
  readonly database: Database;
  /** Of the installation: changes when its database is made or restored. */
  readonly epoch: string;
  readonly seats: SeatRegistry;
  readonly readConference: ReadConference;
  readonly readSiteLabels: ReadSiteLabels;
  readonly attendance: ReadAttendance;
  readonly messages: ReadMessages;
  readonly support: ReadSupport;
  readonly livekit: { readonly url: string; readonly key: string; readonly secret: string };
  readonly problemOf: (code: string) => Sentences;
  readonly registry: Registry;
  readonly log: Logger;
};

/** The live part of a server: append, sockets, deadlines, reconciler and gate, started and stopped as one. */
export type Live = {
  readonly commands: LiveCommands;
  readonly readPlan: ReadPlan;
  readonly readLive: (conferenceId: ConferenceId) => Promise<LiveState>;
  /** As this server knows it, of the last second at the latest; asked anew unless it is as `isExpected` says. */
  readonly peekLive: (conferenceId: ConferenceId, isExpected: (live: LiveState) => boolean) => Promise<LiveState>;
  readonly mediaAvailable: () => Promise<boolean>;
  /** Sites whose room screen is connected now, to any server. */
  readonly sitesPresent: (conferenceId: ConferenceId) => Promise<readonly SiteId[]>;
  /** Seats of observers that were connected to any server within the last so many ms. */
  readonly observersHere: (conferenceId: ConferenceId, withinMs: number) => Promise<ReadonlySet<SeatId>>;
  readonly register: (
    app: FastifyInstance,
    api: Api<Action, Resource, string>,
    apiIn: (scope: FastifyInstance) => Api<Action, Resource, string>,
  ) => Promise<void>;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** The slices' port: `conference.prepare` makes the stream, and the database being away is the caller's 503. */
const portOf = (database: Database, store: LiveStore, commands: Commands): LiveCommands => ({
  submit: async (conferenceId, actor, body, alongside) => {
    if (body.command.type === 'conference.prepare')
      await database.db.transaction().execute((trx) => store.create(trx, conferenceId));
    const answer = await commands.submit(conferenceId, actor, body, alongside);
    if (answer.ok) return ok(undefined);
    if (isLiveCode(answer.code)) return refuse(answer.code);
    throw new Unavailable(answer.code);
  },
});

const isLiveCode = (code: CommandCode): code is LiveCode => !code.startsWith('wire.');

export const createLive = (options: LiveOptions): Live => {
  const { database, epoch, seats, readConference, livekit, problemOf, registry, log } = options;
  const { db } = database;
  const metrics = liveMetrics(registry);
  const store: LiveStore = new EventStore(database, conferenceStream);
  const notifications = new Notifications(database, log);
  const clock = new DatabaseClock(db, (error) => log.warn({ err: error }, 'the database clock was not measured'));
  const commands = new Commands({ store, metrics, log, afterRehearsal: options.attendance.afterRehearsal });
  const asides = new Asides({ db, notifications });
  const cues = new Cues({ db, notifications });
  const lineRuns = new LineRuns(db);
  const hub = new Hub({
    db,
    store,
    notifications,
    seats,
    asides,
    cues,
    readSiteLabels: options.readSiteLabels,
    attendance: options.attendance,
    messages: options.messages,
    support: options.support,
    metrics,
    log,
  });
  const leadership = new Leadership(database, log);
  const media = new LiveKitMedia(livekit);
  const now = () => clock.now();
  const reconciler = new Reconciler({ db, store, seats, asides, media, hub, commands, leadership, metrics, now, log });
  const deadlines = new Deadlines(db, commands, withAbsent(store, hub.presence), log);
  const socket = { hub, commands, epoch, now, problemOf, log };
  const wakeOnSeats = (conferenceId: ConferenceId) => reconciler.wakeIfKept(conferenceId);

  return {
    commands: portOf(database, store, commands),
    readPlan: async (conferenceId) =>
      planOf((await store.refresh(conferenceId)).state, new Names(db, options.readSiteLabels)),
    readLive: async (conferenceId) => (await store.refresh(conferenceId)).state,
    peekLive: async (conferenceId, isExpected) => {
      const known = store.peek(conferenceId)?.state;
      return known && isExpected(known) ? known : (await store.refresh(conferenceId)).state;
    },
    mediaAvailable: () => media.isUp(),
    sitesPresent: (conferenceId) => hub.presence.sitesPresent(conferenceId),
    observersHere: (conferenceId, withinMs) => hub.presence.observersHere(conferenceId, withinMs),
    register: async (app, api, apiIn) => {
      await registerLiveRoutes(app, api, apiIn, {
        hub,
        asides,
        cues,
        lineRuns,
        media,
        reconciler,
        notifications,
        seats,
        readConference: askedOnce(readConference),
        support: options.support,
        socket,
        store,
        livekit,
        metrics,
      });
      await registerGate(app, { store, seats, asides, lineRuns, livekit, metrics });
    },
    start: async () => {
      notifications.on(
        'seats',
        (payload) => void seats.told(payload).catch((error: unknown) => log.warn({ err: error }, 'seats wait')),
      );
      notifications.on('aside', (payload) => wakeOnSeats(ConferenceId.parse(payload)));
      notifications.on('reconcile', (payload) => wakeOnSeats(ConferenceId.parse(payload)));
      seats.onChange(({ conferenceId }) => wakeOnSeats(conferenceId));
      await clock.start();
      await notifications.start();
      hub.start();
      await reconciler.start();
      deadlines.start();
    },
    stop: async () => {
      await deadlines.stop();
      await hub.stop();
      await reconciler.stop();
      await leadership.stop();
      await notifications.stop();
      clock.stop();
    },
  };
};
