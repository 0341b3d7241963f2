import { describe, expect, it } from 'vitest';
import type { SiteId } from '@diemcau/domain/kernel';
import {
  cutTo,
  isAwaited,
  KEEP_MS,
  lookAgainMs,
  settleCut,
  STILL_MS,
  WARM_MS,
  type Cut,
  type Picture,
  type Sight,
} from './cut.ts';

const hall: Picture = { kind: 'site', siteId: '0190aaaa-0000-7000-8000-000000000003' as SiteId };
const site: Picture = { kind: 'site', siteId: '0190aaaa-0000-7000-8000-000000000004' as SiteId };
const title: Picture = { kind: 'title' };

const t0 = 100_000;
const onHall: Cut = { shown: hall, due: hall, dueSince: 0 };
const sight = (now: number, frames: { hall?: number; site?: number } = {}, isUp = true): Sight => ({
  now,
  isUp,
  frameAt: (picture) => (picture === hall ? (frames.hall ?? now) : (frames.site ?? null)),
});

describe('the cut as a room sees it', () => {
  it('awaits the picture of a site, and neither its own camera nor a card', () => {
    const to = (due: Picture) => isAwaited(cutTo({ shown: title, due: title, dueSince: 0 }, due, t0));
    expect([to(site), to({ kind: 'own' }), to(title)]).toEqual([true, false, false]);
    expect(isAwaited(onHall)).toBe(false);
  });

  it('swaps in a picture on stand-by at once', () => {
    const cut = settleCut(cutTo(onHall, site, t0), sight(t0, { site: t0 - 40 }));
    expect(cut.shown).toEqual(site);
  });

  it('keeps the last picture for a cold one, and swaps with its first frame', () => {
    const due = settleCut(cutTo(onHall, site, t0), sight(t0));
    expect(due.shown).toEqual(hall);
    expect(settleCut(due, sight(t0 + 300, { site: t0 + 300 })).shown).toEqual(site);
  });

  it('counts a frame of before as cold when it is older than half a second', () => {
    const cut = settleCut(cutTo(onHall, site, t0), sight(t0, { site: t0 - WARM_MS - 1 }));
    expect(cut.shown).toEqual(hall);
  });

  it('shows the title card after a second without a frame, and the picture when it comes', () => {
    const due = settleCut(cutTo(onHall, site, t0), sight(t0));
    expect(settleCut(due, sight(t0 + KEEP_MS - 1)).shown).toEqual(hall);
    const card = settleCut(due, sight(t0 + KEEP_MS));
    expect(card.shown).toEqual(title);
    expect(settleCut(card, sight(t0 + 4000, { site: t0 + 4000 })).shown).toEqual(site);
  });

  it('goes back at once to what is still seen', () => {
    const there = settleCut(cutTo(onHall, site, t0), sight(t0));
    const back = settleCut(cutTo(there, hall, t0 + 200), sight(t0 + 200));
    expect(back.shown).toEqual(hall);
    expect(settleCut(back, sight(t0 + KEEP_MS * 2)).shown).toEqual(hall);
  });

  it('does not start its second again when the same picture is due again', () => {
    const cut = cutTo(cutTo(onHall, site, t0), site, t0 + 900);
    expect(cut.dueSince).toBe(t0);
  });

  it('keeps the last picture, however long, while its own line is down', () => {
    const cut = cutTo(onHall, site, t0);
    expect(settleCut(cut, sight(t0 + 60_000, { hall: t0 }, false)).shown).toEqual(hall);
    expect(settleCut(onHall, sight(t0 + 60_000, { hall: t0 }, false)).shown).toEqual(hall);
  });

  it('puts up the title card when the picture on air has stood still for long', () => {
    expect(settleCut(onHall, sight(t0, { hall: t0 - STILL_MS + 1 })).shown).toEqual(hall);
    expect(settleCut(onHall, sight(t0, { hall: t0 - STILL_MS - 1 })).shown).toEqual(title);
  });

  it('looks again when its second is over, and never without need', () => {
    const due = settleCut(cutTo(onHall, site, t0), sight(t0 + 400));
    expect(lookAgainMs(due, { now: t0 + 400, isUp: true })).toBe(600);
    expect(lookAgainMs(due, { now: t0 + 400, isUp: false })).toBeNull();
    expect(lookAgainMs({ shown: title, due: title, dueSince: 0 }, { now: t0, isUp: true })).toBeNull();
  });
});
