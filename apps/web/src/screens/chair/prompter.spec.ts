import { describe, expect, it } from 'vitest';

import { here, names, opened, presence, siteId, T0 } from '../../live/live.fixture.ts';
import { prompterSites, prompterView } from './prompter.ts';

const known = { names, media: null, presence: null, answered: new Set<never>(), limitSeconds: 300, now: T0 };

describe('the prompter', () => {
  it('says who speaks, who is next and whether ready, then who, and how many more', () => {
    const { live } = opened().asks(1).asks(2).asks(3).asks(4).asks(5).granted(1);
    const view = prompterView({ ...known, live, presence: presence(here(2)) });
    expect(view).toMatchObject({
      turn: { person: { name: 'Người 1' } },
      next: { status: 'ready', called: { person: { name: 'Người 2' } } },
      readiness: 'ready',
      after: [{ person: { name: 'Người 3' } }, { person: { name: 'Người 4' } }],
      more: 1,
      onAirName: 'Xã Số 1',
    });
  });

  it('has nobody to name in an empty conference', () => {
    expect(prompterView({ ...known, live: opened().live })).toMatchObject({
      turn: null,
      next: { status: 'empty' },
      called: null,
      readiness: null,
      after: [],
      more: 0,
    });
  });

  it('names who comes also in a pause, and nobody after the end', () => {
    const paused = opened().asks(1).asks(2).do({ type: 'conference.pause' });
    expect(prompterView({ ...known, live: paused.live })).toMatchObject({
      next: { status: 'notOpen' },
      called: { person: { name: 'Người 1' } },
      after: [{ person: { name: 'Người 2' } }],
      more: 0,
    });
    const closed = paused.do({ type: 'conference.close' });
    expect(prompterView({ ...known, live: closed.live })).toMatchObject({ called: null, after: [], more: 0 });
  });

  it('asks about who speaks and who comes', () => {
    const { live } = opened().asks(1).asks(2).asks(3).asks(4).granted(1);
    expect(prompterSites(live)).toEqual([1, 2, 3].map(siteId));
  });
});
