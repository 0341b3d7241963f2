import { describe, expect, it } from 'vitest';

import { names, opened, siteId, sounding } from './live.fixture.ts';
import { endedView, takeBackSeconds, turnView } from './turn.ts';

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

describe('endedView', () => {
  it('can be taken back for three seconds (F9)', () => {
    const story = opened().asks(1).granted(1);
    const { turnId } = story;
    story.do({ type: 'floor.end', turnId });
    const ended = endedView(story.live, names);
    expect(ended).toMatchObject({ turnId, person: { name: 'Người 1' } });
    if (!ended) throw new Error('just ended');
    expect([0, 1, 2500, 3000, 9000].map((ms) => takeBackSeconds(ended, story.now + ms))).toEqual([3, 3, 1, 0, 0]);
  });

  it('is gone once another has the floor', () => {
    const story = opened().asks(1).asks(2).granted(1);
    story.do({ type: 'floor.end', turnId: story.turnId }).granted(2);
    expect(endedView(story.live, names)).toBeNull();
  });
});
