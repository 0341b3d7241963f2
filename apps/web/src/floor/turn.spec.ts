import { describe, expect, it } from 'vitest';

import { names, opened, siteId, sounding } from '../live/live.fixture.ts';
import { turnView } from './turn.ts';

describe('turnView', () => {
  it('is null between speeches', () => {
    expect(turnView(opened().live, names, null)).toBeNull();
  });

  it('names who has the floor and times the speech', () => {
    const story = opened().asks(1).granted(1, 300);
    story.do({ type: 'floor.startSpeech', turnId: story.turnId });
    const view = turnView(story.live, names, sounding(1));
    expect(view).toMatchObject({ person: { name: 'Người 1' }, site: { name: 'Xã Số 1' }, microphone: 'open' });
    expect(view?.timing).toMatchObject({ startedAt: story.now, interruptedAt: null, limitSeconds: 300 });
  });

  it('keeps the turn of a missing site, and says when it is back (F12)', () => {
    const story = opened().asks(1).granted(1);
    expect(turnView(story.live, names, null)?.interruption).toBe('none');
    story.do({ type: 'programme.reportMissing', siteId: siteId(1) });
    expect(turnView(story.live, names, null)?.interruption).toBe('lost');
    story.do({ type: 'programme.reportBack', siteId: siteId(1) });
    expect(turnView(story.live, names, null)?.interruption).toBe('back');
  });
});
