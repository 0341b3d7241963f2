import { describe, expect, it } from 'vitest';

import { cueOf } from './cue.ts';
import { names, opened, prepared, siteId, T0 } from '../live/live.fixture.ts';

describe('cueOf', () => {
  it('waits for the opening', () => {
    expect(cueOf(prepared().live, names)).toEqual({ status: 'prepared', startsAt: T0 });
  });

  it('invites the first when nobody spoke', () => {
    expect(cueOf(opened().asks(1).live, names)).toMatchObject({
      status: 'turn',
      thank: null,
      invite: { person: { name: 'Người 1' } },
    });
  });

  it('thanks who speaks and invites who is next', () => {
    expect(cueOf(opened().asks(1).asks(2, 'pointOfOrder').granted(1).live, names)).toMatchObject({
      thank: { person: { name: 'Người 1' } },
      invite: { person: { name: 'Người 2' }, kind: 'pointOfOrder' },
    });
  });

  it('asks for more when the queue is empty', () => {
    expect(cueOf(opened().live, names)).toEqual({ status: 'turn', thank: null, invite: null });
  });

  it('asks to wait for a missing speaker, and to go on when they are back', () => {
    const story = opened()
      .asks(1)
      .granted(1)
      .do({ type: 'programme.reportMissing', siteId: siteId(1) });
    expect(cueOf(story.live, names)).toMatchObject({ status: 'lost', site: { name: 'Xã Số 1' } });
    story.do({ type: 'programme.reportBack', siteId: siteId(1) });
    expect(cueOf(story.live, names)).toMatchObject({ status: 'back', to: { person: { name: 'Người 1' } } });
  });

  it('follows pause and close', () => {
    expect(cueOf(opened().do({ type: 'conference.pause' }).live, names)).toEqual({ status: 'paused' });
    expect(cueOf(opened().do({ type: 'conference.close' }).live, names)).toEqual({ status: 'closed' });
  });
});
