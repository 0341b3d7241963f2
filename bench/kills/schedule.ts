// What happens in one run of the kill tests, made from its seed: who does what when, and when a server falls.
import fc from 'fast-check';
import type { Command } from '@diemcau/domain/live';

/** Pages that command: three desks and the clerks of three sites. */
export const PAGES = ['chair', 'moderator', 'operator', 'clerk1', 'clerk2', 'clerk3'] as const;
export type PageName = (typeof PAGES)[number];

type Weights = Partial<Record<Command['type'], number>>;

/** How often each is done, beside the others. Turns last long enough to be heard. */
const CONDUCTING = {
  'floor.request': 3,
  'floor.move': 5,
  'floor.setStandby': 3,
  'floor.resetStandby': 2,
  'floor.grant': 1,
  'floor.grantSite': 3,
  'floor.next': 2,
  'floor.end': 1,
  'floor.takeBack': 1,
  'floor.setLimit': 3,
  'floor.extend': 3,
  'floor.silence': 1,
  'floor.silenceAll': 1,
  'floor.liftSilence': 3,
  'conference.pause': 1,
  'conference.resume': 4,
} as const satisfies Weights;
const VISION = {
  'programme.preview': 2,
  'programme.cut': 3,
  'programme.takeOver': 1,
  'programme.follow': 2,
  'programme.lowerThird': 2,
} as const satisfies Weights;
const ASKING = { 'floor.request': 3, 'floor.withdraw': 1 } as const satisfies Weights;

type Type = keyof typeof CONDUCTING | keyof typeof VISION | keyof typeof ASKING;

/** Numbers choose targets in what the page shows at that moment, as a person does. */
export type Act = {
  readonly page: PageName;
  readonly type: Type;
  readonly a: number;
  readonly b: number;
  readonly commandId: string;
  /** Of a request, if this act makes one. */
  readonly newId: string;
};

export type Timed = { readonly act: Act; readonly atMs: number };

export type Schedule = {
  readonly acts: readonly Timed[];
  /** Which of the two servers is killed. */
  readonly victim: number;
  readonly killMs: number;
  /** Not at once, but with the next commit: between an append and its effects. */
  readonly atCommit: boolean;
  /** From the kill to the start. */
  readonly downMs: number;
  /** The server to which each page goes first. */
  readonly homes: readonly number[];
  /** Whether a page of the killed server goes to the other one, or waits for its own. */
  readonly moves: readonly boolean[];
};

export const LASTS_MS = 1800;
const ACTS = 44;
/** Sent in the last moments before the kill: these are under way when it comes. */
const LAST_WORDS = 14;
const LAST_MOMENT_MS = 25;

const weighted = <T extends string>(weights: Readonly<Record<T, number>>): fc.Arbitrary<T> =>
  fc.oneof(...(Object.keys(weights) as T[]).map((type) => ({ weight: weights[type], arbitrary: fc.constant(type) })));

const acts = (pages: readonly PageName[], types: fc.Arbitrary<Type>): fc.Arbitrary<Act> =>
  fc.record({
    page: fc.constantFrom(...pages),
    type: types,
    a: fc.nat(999),
    b: fc.nat(999),
    commandId: fc.uuid({ version: 4 }),
    newId: fc.uuid({ version: 4 }),
  });

const act = fc.oneof(
  { weight: 4, arbitrary: acts(['chair', 'moderator'], weighted(CONDUCTING)) },
  { weight: 2, arbitrary: acts(['operator'], weighted(VISION)) },
  { weight: 4, arbitrary: acts(['clerk1', 'clerk2', 'clerk3'], weighted(ASKING)) },
);

const many = <T>(arbitrary: fc.Arbitrary<T>, count: number): fc.Arbitrary<T[]> =>
  fc.array(arbitrary, { minLength: count, maxLength: count });

const schedules: fc.Arbitrary<Schedule> = fc
  .record({
    anyTime: many(fc.record({ act, atMs: fc.nat(LASTS_MS) }), ACTS),
    lastWords: many(fc.record({ act, beforeMs: fc.nat(LAST_MOMENT_MS) }), LAST_WORDS),
    victim: fc.nat(1),
    killMs: fc.integer({ min: 300, max: 900 }),
    atCommit: fc.boolean(),
    downMs: fc.nat(300),
    homes: many(fc.nat(1), PAGES.length),
    moves: many(fc.boolean(), PAGES.length),
  })
  .map(({ anyTime, lastWords, ...fall }) => ({
    ...fall,
    acts: [
      ...anyTime,
      ...lastWords.map(({ act: last, beforeMs }) => ({ act: last, atMs: fall.killMs - beforeMs })),
    ].toSorted((x, y) => x.atMs - y.atMs),
  }));

/** The same seed, the same schedule. */
export const scheduleOf = (seed: number): Schedule => fc.sample(fc.noBias(schedules), { seed, numRuns: 1 })[0]!;
