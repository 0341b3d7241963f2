import { describe, expect, it } from 'vitest';

import { hallId, names, opened, siteId } from '../../live/live.fixture.ts';
import { onAirView, watchedSites } from './desk.ts';

describe('onAirView', () => {
  it('is the speaker while the picture follows the floor, and the hall between speeches', () => {
    const story = opened().asks(1);
    expect(onAirView(story.live, names, null)).toMatchObject({
      turn: null,
      siteId: hallId,
      siteName: 'Cơ quan Trung ương',
    });
    expect(onAirView(story.granted(1).live, names, null)).toMatchObject({ siteId: siteId(1), isElsewhere: false });
  });

  it('says when the operator shows something else', () => {
    const story = opened()
      .asks(1)
      .granted(1)
      .do({ type: 'programme.cut', source: { kind: 'site', siteId: siteId(5) } });
    expect(onAirView(story.live, names, null)).toMatchObject({ siteName: 'Xã Số 5', isElsewhere: true });
    story.do({ type: 'programme.cut', source: { kind: 'title' } });
    expect(onAirView(story.live, names, null)).toMatchObject({ siteName: null, isElsewhere: true });
  });

  it('does not call the hall elsewhere while the speaker is missing', () => {
    const story = opened()
      .asks(1)
      .granted(1)
      .do({ type: 'programme.reportMissing', siteId: siteId(1) });
    expect(onAirView(story.live, names, null)).toMatchObject({ siteId: hallId, isElsewhere: false });
  });
});

describe('watchedSites', () => {
  it('are the hall, the speaker and who stands by', () => {
    expect(watchedSites(opened().asks(1).asks(2).asks(3).asks(4).granted(1).live)).toEqual([0, 1, 2, 3].map(siteId));
  });
});
