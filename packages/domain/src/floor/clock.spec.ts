import { describe, expect, it } from 'vitest';
import { later, site, speaker, turnNo, yields } from '../kernel/given.fixture.ts';
import { elapsedMs, sitesSpoken } from './index.ts';
import { granted, interrupted, open, released, resumed, returned, started, type Story } from './stories.fixture.ts';

/** Ms on the clock of the speech at the end of the story. */
const clock = (...story: Story): number | null => {
  const { state, now } = open(...story);
  return state.turn && elapsedMs(state.turn, now);
};
const start = { type: 'floor.startSpeech', turnId: turnNo(1) } as const;

describe('F7: the clock of a speech', () => {
  it('F7: it stands at zero until the speech starts', () => {
    expect(clock(granted(1), later(9000))).toBe(0);
    expect(clock(granted(1), later(9000), started(1), later(1500))).toBe(1500);
  });

  it('F7: the speech starts once', () => {
    expect(open(granted(1)).when(start)).toEqual(yields(started(1)));
    expect(open(granted(1), started(1)).when(start)).toEqual(yields());
    expect(clock(granted(1), started(1), later(1000), started(1), later(1000))).toBe(2000);
  });

  it('F7: it stands still while the site is missing (F12)', () => {
    const gone = [granted(1), started(1), later(1000), interrupted(1), later(7000)] as const;
    expect(clock(...gone)).toBe(1000);
    expect(clock(...gone, resumed(1), later(500))).toBe(1500);
    expect(clock(...gone, resumed(1), later(500), interrupted(1), later(9000), resumed(1), later(1))).toBe(1501);
  });

  it('F7: a site reported missing twice was missing since the first report', () => {
    expect(clock(granted(1), started(1), later(1000), interrupted(1), later(10), interrupted(1), later(10))).toBe(1000);
    expect(clock(granted(1), started(1), later(1000), resumed(1), later(10))).toBe(1010);
  });

  it('F7: a speech that starts while the site is missing counts from its return', () => {
    const gone = [granted(1), later(1000), interrupted(1), later(2000), started(1), later(3000)] as const;
    expect(clock(...gone)).toBe(0);
    expect(clock(...gone, resumed(1), later(400))).toBe(400);
  });

  it('F7: the time between the end and its taking back does not count (F9)', () => {
    expect(clock(granted(1), started(1), later(4000), released(1), later(2500), returned(1), later(100))).toBe(4100);
    expect(clock(granted(1), released(1), later(2500), returned(1), later(100), started(1), later(10))).toBe(10);
  });

  it('F7: an interrupted speech that is ended and taken back keeps its time (F9, F12)', () => {
    const back = [
      granted(1),
      started(1),
      later(1000),
      interrupted(1),
      later(1000),
      released(1),
      later(2000),
      returned(1),
    ] as const;
    expect(clock(...back, later(500))).toBe(1000);
    expect(clock(...back, later(500), resumed(1), later(30))).toBe(1030);
  });

  it('F7: it is never negative, whatever the clocks say', () => {
    expect(clock(granted(1), started(1), later(-500))).toBe(0);
  });

  it('F7: who has spoken, how often and how long, is known without a second count', () => {
    const once = open(granted(1), started(1), later(4000), released(1)).state.spoken;
    expect(once).toEqual({ [speaker(1)]: { times: 1, ms: 4000 } });
    const { state } = open(
      granted(1),
      started(1),
      later(4000),
      released(1),
      later(10),
      returned(1),
      later(500),
      released(1),
    );
    expect(state.spoken).toEqual({ [speaker(1)]: { times: 1, ms: 4500 } });
    const twice = open(
      granted(1),
      started(1),
      later(10),
      released(1, 'next'),
      granted(1),
      started(1),
      later(5),
      released(1),
    );
    expect(twice.state.spoken).toEqual({ [speaker(1)]: { times: 2, ms: 15 } });
    expect(open({ ...granted(1), speakerId: null }, started(1), later(10), released(1)).state.spoken).toEqual({});
  });

  it('F7: which sites have spoken is known, whoever spoke there; an end taken back counts once', () => {
    const unnamed = { ...granted(1), speakerId: null };
    expect(sitesSpoken(open().state)).toEqual([]);
    expect(sitesSpoken(open(unnamed).state)).toEqual([site(1)]);
    expect(sitesSpoken(open(unnamed, released(1)).state)).toEqual([site(1)]);
    const back = open(unnamed, released(1), { type: 'floorReturned', turnId: turnNo(1) });
    expect(back.state.spokenAt).toEqual({ [site(1)]: 0 });
    expect(sitesSpoken(back.state)).toEqual([site(1)]);
  });
});
