import { describe, expect, it } from 'vitest';

import { names, opened, prepared, requestId, siteId } from '../live/live.fixture.ts';
import { callingOrder, comingUp, nextAct } from './next.ts';

describe('nextAct', () => {
  it('names beforehand whom it calls, and the speech that it ends (F8)', () => {
    const story = opened().asks(1).asks(2).granted(1);
    expect(nextAct(story.live, names, 300)).toMatchObject({
      status: 'ready',
      called: { person: { name: 'Người 2' }, site: { name: 'Xã Số 2' } },
      command: { type: 'floor.next', endTurnId: story.turnId, requestId: requestId(2), limitSeconds: 300 },
    });
  });

  it('expects no speech when nobody has the floor', () => {
    expect(nextAct(opened().asks(1).live, names, null)).toMatchObject({ command: { endTurnId: null } });
  });

  it('says why there is nothing to do', () => {
    expect(nextAct(opened().live, names, null)).toEqual({ status: 'empty' });
    expect(nextAct(prepared().asks(1).live, names, null)).toEqual({ status: 'notOpen', phase: 'prepared' });
  });

  it('warns that the site is missing', () => {
    const { live } = opened()
      .asks(1)
      .do({ type: 'programme.reportMissing', siteId: siteId(1) });
    expect(nextAct(live, names, null)).toMatchObject({ called: { lost: true } });
  });
});

describe('callingOrder', () => {
  const ids = (story: ReturnType<typeof opened>) => callingOrder(story.live).map((r) => r.requestId);

  it('is the queue, points of order first (F3)', () => {
    expect(ids(opened().asks(1).asks(2).asks(3, 'pointOfOrder'))).toEqual([3, 1, 2].map(requestId));
  });

  it('calls who was put on stand-by by hand before the queue', () => {
    const story = opened()
      .asks(1)
      .asks(2)
      .asks(3)
      .do({ type: 'floor.setStandby', siteIds: [siteId(3)] });
    expect(ids(story)).toEqual([3, 1, 2].map(requestId));
    expect(comingUp(story.live, names, 2)).toMatchObject([{}, { requestId: requestId(1) }]);
  });

  it('leaves out a stand-by site without a request', () => {
    const story = opened()
      .asks(1)
      .do({ type: 'floor.setStandby', siteIds: [siteId(9)] });
    expect(ids(story)).toEqual([requestId(1)]);
  });
});
