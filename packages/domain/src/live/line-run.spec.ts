import { describe, expect, it } from 'vitest';
import { hall, site } from '../kernel/given.fixture.ts';
import { desiredLineRun, identityOf, lineEndOf, mayRunLine } from './index.ts';
import { granted, onAir, opened, ready, seats, standby, standing, story, type Story } from './stories.fixture.ts';

const may = (n: number, ...steps: Story) => mayRunLine(story(...steps).state, n === 0 ? hall : site(n));

describe('H13: when the line of a site may be tried', () => {
  it('H13: before the opening, and while it is neither seen nor heard nor soon will be', () => {
    expect(may(1, ...ready)).toBe(true);
    expect(may(0, ...ready)).toBe(true);
    expect(may(2, ...opened, granted(1), onAir(1))).toBe(true);
  });

  it('H13: not on air, with the floor or standing by; not the hall while it is seen; not after the end', () => {
    expect(may(1, ...opened, granted(1), onAir(1))).toBe(false);
    expect(may(1, ...opened, onAir(1))).toBe(false);
    expect(may(2, ...opened, standby('auto', standing(2)))).toBe(false);
    expect(may(0, ...opened)).toBe(false);
    expect(may(1, ...opened, { type: 'conferenceClosed' })).toBe(false);
    expect(may(1)).toBe(false);
  });
});

describe('H13: the members of a run', () => {
  const screen = seats.find((seat) => seat.role === 'room' && seat.siteId === site(1))!;
  const members = (seatId: typeof screen.seatId, ...steps: Story) =>
    desiredLineRun(story(...steps).state, { siteId: site(1), seatId }, seats);

  it('H13: the screen, which sends a picture and no sound, and its own other end, which sends nothing', () => {
    expect(members(screen.seatId, ...ready).map(({ identity, sources, room }) => [identity, sources, room])).toEqual([
      [identityOf(screen), ['camera'], 'line'],
      [lineEndOf(screen), [], 'line'],
    ]);
  });

  it('H13: nobody while the site is seen, and no seat but a screen of this site', () => {
    expect(members(screen.seatId, ...opened, onAir(1))).toEqual([]);
    for (const seat of seats.filter((one) => one !== screen)) expect(members(seat.seatId, ...ready)).toEqual([]);
  });
});
