import { describe, expect, it } from 'vitest';
import { LINE_STEPS, type LineStep } from '@diemcau/domain/kernel';
import { climb, PATIENCE_MS, START, within, type Bounds, type Ladder, type Reading, type Verdict } from './ladder.ts';

const FREE: Bounds = { most: 'full', least: 'text' };
type Stretch = readonly [seconds: number, verdict: Verdict, rateBps?: number];

/** Second by second; every step with when it was taken, in seconds. */
const run = (stretches: readonly Stretch[], bounds = FREE, from: Ladder = START) => {
  let ladder = from;
  let second = 0;
  const steps: (readonly [number, LineStep])[] = [[0, ladder.step]];
  for (const [seconds, verdict, rateBps = 5_000_000] of stretches)
    for (let i = 0; i < seconds; i += 1) {
      second += 1;
      ladder = climb(ladder, { now: second * 1000, verdict, rateBps }, bounds);
      if (ladder.step !== steps.at(-1)?.[1]) steps.push([second, ladder.step]);
    }
  return { ladder, steps, names: steps.map(([, step]) => step) };
};

describe('M21: a line falls to what passes, the voice before the picture', () => {
  it.each([
    [300_000, 'small'],
    [120_000, 'still'],
    [40_000, 'sound'],
    [24_000, 'sound'],
    [8000, 'text'],
  ] as const)('M21: of %i bits a second, within four seconds, it keeps: %s', (rateBps, step) => {
    expect(run([[4, 'bad', rateBps]]).names).toEqual(['full', step]);
  });

  it('M21: it falls at least one step, whatever seems to pass', () => {
    expect(run([[4, 'bad', 5_000_000]]).names).toEqual(['full', 'small']);
  });

  it('M21: a burst of two seconds changes nothing', () => {
    expect(
      run([
        [2, 'bad', 9000],
        [1, 'good'],
        [2, 'bad', 9000],
        [1, 'good'],
      ]).names,
    ).toEqual(['full']);
  });

  it('M21: what it does not know changes nothing', () => {
    expect(run([[60, 'unknown', 0]]).names).toEqual(['full']);
  });

  it('M21: after a fall the queue may empty before it falls again', () => {
    const { steps } = run([[30, 'bad', 100_000]]);
    expect(steps).toEqual([
      [0, 'full'],
      [4, 'still'],
      [12, 'sound'],
      [20, 'text'],
    ]);
  });
});

describe('M21: it climbs again, without flapping', () => {
  it('M21: one step at a time, each after three good seconds', () => {
    const { steps } = run([
      [4, 'bad', 8000],
      [22, 'good'],
    ]);
    expect(steps.slice(2)).toEqual([
      [8, 'sound'],
      [12, 'still'],
      [16, 'small'],
      [20, 'full'],
    ]);
  });

  it('M21: one bad second does not put it off, two do', () => {
    const from = { ...START, step: 'small' } as const;
    expect(
      run(
        [
          [2, 'good'],
          [1, 'bad'],
          [1, 'good'],
        ],
        FREE,
        from,
      ).names,
    ).toEqual(['small', 'full']);
    expect(
      run(
        [
          [2, 'good'],
          [2, 'bad'],
          [3, 'good'],
        ],
        FREE,
        from,
      ).names,
    ).toEqual(['small']);
  });

  it('M21: what it does not know is not good: three seconds without a break', () => {
    const from = { ...START, step: 'small' } as const;
    const broken: readonly Stretch[] = [
      [2, 'good'],
      [1, 'unknown'],
      [3, 'good'],
    ];
    expect(run(broken, FREE, from).names).toEqual(['small']);
    expect(run([...broken, [1, 'good']], FREE, from).names).toEqual(['small', 'full']);
  });

  it('M21: each climb that fails makes the next try wait twice as long, two minutes at most', () => {
    const patience: number[] = [];
    let ladder: Ladder = { ...START, step: 'sound' };
    let now = 0;
    const second = (verdict: Verdict) => {
      now += 1000;
      ladder = climb(ladder, { now, verdict, rateBps: 60_000 }, FREE);
    };
    for (let i = 0; i < 8; i += 1) {
      while (ladder.step === 'sound') second('good');
      patience.push(ladder.patienceMs);
      while (ladder.step === 'still') second('bad');
    }
    expect(patience.map((ms) => ms / PATIENCE_MS)).toEqual([1, 2, 4, 8, 16, 32, 40, 40]);
  });

  it('M21: a climb that holds for half a minute is proven: the next line that fails is tried as early as the first', () => {
    const tried = { ...START, step: 'sound', patienceMs: 64_000 } as const;
    const { ladder } = run([[140, 'good']], FREE, tried);
    expect(ladder).toMatchObject({ patienceMs: PATIENCE_MS, climbedAt: null });
  });
});

describe('M22: chosen by hand', () => {
  it('M22: never more than chosen, but less where the line carries less, and by itself again', () => {
    const chosen: Bounds = { most: 'still', least: 'text' };
    expect(run([[60, 'good']], chosen).names).toEqual(['full', 'still']);
    expect(run([[4, 'bad', 30_000]], chosen).names).toEqual(['full', 'still', 'sound']);
    const { ladder } = run([[60, 'good']], chosen);
    expect(run([[12, 'good']], FREE, ladder).names).toEqual(['still', 'small', 'full']);
  });

  it('M22: what a room sends is never words alone', () => {
    const upwards: Bounds = { most: 'full', least: 'sound' };
    expect(run([[40, 'bad', 5000]], upwards).names).toEqual(['full', 'sound']);
    expect(within('text', upwards)).toBe('sound');
  });
});

/** The same readings in every run: none, as few as it likes of each verdict, at any rate. */
const readings = (seed: number, count: number): readonly Reading[] => {
  let state = seed;
  const dice = (sides: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
  const verdicts: readonly Verdict[] = ['good', 'bad', 'unknown'];
  let verdict: Verdict = 'good';
  return Array.from({ length: count }, (_, i) => {
    if (dice(4) === 0) verdict = verdicts[dice(3)] ?? 'good';
    return { now: i * 1000, verdict, rateBps: dice(3_000_000) };
  });
};

describe('M21: whatever is measured', () => {
  const all = LINE_STEPS.flatMap((most, at) => LINE_STEPS.slice(at).map((least): Bounds => ({ most, least })));

  it.each(all)(
    'M21: between $most and $least: one step up at a time, and three seconds between any two changes',
    (given) => {
      for (let seed = 1; seed <= 40; seed += 1) {
        let ladder: Ladder = { ...START, step: within('full', given) };
        const steps = readings(seed, 200).map((each) => (ladder = climb(ladder, each, given)).step);
        expect(steps.every((step) => within(step, given) === step)).toBe(true);
        const ranks = [within('full', given), ...steps].map((step) => LINE_STEPS.indexOf(step));
        const moves = ranks.map((rank, i) => rank - (ranks[i - 1] ?? rank));
        expect(Math.min(...moves)).toBeGreaterThanOrEqual(-1);
        const moments = moves.flatMap((move, i) => (move === 0 ? [] : [i]));
        const apart = moments.map((at, i) => at - (moments[i - 1] ?? -Infinity));
        expect(Math.min(Infinity, ...apart)).toBeGreaterThanOrEqual(3);
      }
    },
  );
});
