import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { ConferenceId, SeatId, SiteId } from '@diemcau/domain/kernel';
import { AsideId } from '@diemcau/domain/aside';
import { identityOf, initialLive, type Command, type Live } from '@diemcau/domain/live';
import type { AsideRow } from './asides.ts';
import type { SeatHolder } from '../platform/identity/index.ts';
import type { Member } from '../platform/media/index.ts';
import { liveMetrics } from './metrics.ts';
import { Reconciler } from './reconciler.ts';

const hallId = SiteId.parse(v7());
const conferenceId = ConferenceId.parse(v7());
const START = 1_000_000;
const live: Live = {
  ...initialLive,
  conference: {
    status: 'open',
    kind: 'conference',
    startsAt: START,
    hallId,
    siteLimit: 10,
    sites: new Set(),
    invited: 0,
    openedAt: START,
    closedAt: null,
    returnsAt: null,
    rehearsal: null,
    rehearsals: 0,
  },
};

const seat: SeatHolder = {
  conferenceId,
  seatId: SeatId.parse(v7()),
  deviceId: 'device',
  deviceLabel: '',
  personName: null,
  role: 'room',
  siteId: hallId,
};
const member: Member = { identity: identityOf(seat), mayPublish: [], mayMore: false, active: true, tracks: [] };
/** Asked for nothing here: the reconciler remembers there which conferences have media. */
const db = new Kysely<object>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (each) => new PostgresIntrospector(each),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** An open conference with its hall on the stage; the test moves its database, the hall's screen and the clock. */
const conference = () => {
  const world = {
    now: START,
    databaseUp: true,
    screenLostAt: null as number | null,
    asides: [] as readonly AsideRow[],
    roomsGo: true,
  };
  /** What the media server was asked to change, in order. */
  const asked: string[] = [];
  const done: Command['type'][] = [];
  const read = async <T>(value: T): Promise<T> => {
    if (!world.databaseUp) throw new Error('the database is away');
    return value;
  };
  const metrics = liveMetrics(new Registry());
  const reconciler = new Reconciler({
    db,
    store: { recent: () => read({ state: live, seq: 1 }), onAdvance: () => undefined },
    seats: { seatsOf: async () => [seat] },
    asides: {
      of: async () => world.asides,
      end: async () => {
        world.asides = world.asides.map((row) => ({ ...row, isHeld: false }));
      },
      forget: async () => {
        world.asides = [];
      },
    },
    media: {
      isUp: async () => true,
      ensureRoom: async () => undefined,
      deleteRoom: async (room) => {
        if (!world.roomsGo) throw new Error('the media server is away');
        asked.push(`away ${room.split('-', 1)[0]}`);
      },
      list: async () => [member],
      permit: async (_, { sources }) => {
        asked.push(`permit ${sources.includes('microphone') ? 'microphone' : 'silence'}`);
        return { ...member, mayPublish: sources };
      },
      remove: async () => undefined,
      token: async () => '',
    },
    hub: {
      noteMedia: async () => undefined,
      laddersOf: async () => new Map(),
      presence: {
        ofSites: () =>
          read([{ siteId: hallId, room: world.screenLostAt === null, clerk: false, lostAt: world.screenLostAt }]),
        seatsHere: () => read(new Set()),
      },
    },
    commands: {
      bySystem: async (_conferenceId, _name, _about, { type }) => {
        done.push(type);
        return { ok: true, seq: 1 };
      },
    },
    leadership: { leads: () => read(true), release: async () => undefined },
    metrics,
    now: () => world.now,
    log: pino({ level: 'silent' }),
  });
  const passes = async (): Promise<number> => {
    const { values } = await metrics.reconciliations.get();
    return values.filter(({ metricName }) => metricName?.endsWith('_count')).reduce((sum, { value }) => sum + value, 0);
  };
  const lookAt = async (now: number): Promise<void> => {
    world.now = now;
    const before = await passes();
    reconciler.wake(conferenceId);
    await expect.poll(passes, { interval: 1 }).toBe(before + 1);
  };
  return { world, asked, done, lookAt };
};

describe('a site that lost its screen', () => {
  it('P6: is reported missing 5 s later', async () => {
    const { world, done, lookAt } = conference();
    await lookAt(START);
    world.screenLostAt = START + 60_000;
    await lookAt(START + 64_000);
    expect(done).toEqual([]);
    await lookAt(START + 65_000);
    expect(done).toEqual(['programme.reportMissing']);
  });

  it('E11: is not missing because nothing could be read: it gets 15 s from the first look after the outage', async () => {
    const { world, done, lookAt } = conference();
    await lookAt(START);
    world.databaseUp = false;
    await lookAt(START + 60_000);
    world.databaseUp = true;
    world.screenLostAt = START + 61_000;
    for (const now of [70_000, 84_000]) await lookAt(START + now);
    expect(done).toEqual([]);
    await lookAt(START + 85_000);
    expect(done).toEqual(['programme.reportMissing']);
  });
});

describe('an aside with a site whose microphone may open', () => {
  const held: AsideRow = {
    asideId: AsideId.parse(v7()),
    conferenceId,
    seatId: SeatId.parse(v7()),
    siteId: hallId,
    kind: 'talk',
    isHeld: true,
  };

  it('Q4: its room is taken away first, and then the microphone is permitted', async () => {
    const { world, asked, lookAt } = conference();
    world.asides = [held];
    await lookAt(START);
    expect(asked).toEqual(['away aside', 'permit microphone']);
  });

  it('Q5: what is over is taken away again a second later, for who was just joining, and then forgotten', async () => {
    const { world, asked, lookAt } = conference();
    world.asides = [{ ...held, isHeld: false }];
    await lookAt(START);
    await lookAt(START + 900);
    expect(world.asides).toHaveLength(1);
    await lookAt(START + 1000);
    expect(world.asides).toHaveLength(0);
    await lookAt(START + 2000);
    expect(asked.filter((what) => what === 'away aside')).toHaveLength(3);
  });

  it('Q4: no microphone is permitted while the room cannot be taken away', async () => {
    const { world, asked, lookAt } = conference();
    world.asides = [held];
    world.roomsGo = false;
    await lookAt(START);
    expect(asked).toEqual([]);
    world.roomsGo = true;
    await lookAt(START + 2000);
    expect(asked).toEqual(['away aside', 'permit microphone']);
  });
});
