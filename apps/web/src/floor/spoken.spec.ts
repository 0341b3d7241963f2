import { describe, expect, it } from 'vitest';

import { names, opened } from '../live/live.fixture.ts';
import { spokenRows, spokenTotal } from './spoken.ts';

describe('who has spoken', () => {
  it('counts turns and time, the last one first; a speech taken back does not count', () => {
    const story = opened().asks(1).granted(1);
    story.do({ type: 'floor.startSpeech', turnId: story.turnId }).do({ type: 'floor.end', turnId: story.turnId });
    story.asks(2).granted(2);
    const { turnId } = story;
    story.do({ type: 'floor.startSpeech', turnId }).do({ type: 'floor.end', turnId });
    const rows = spokenRows(story.live, names);
    expect(rows).toMatchObject([
      { person: { name: 'Người 2' }, site: { name: 'Xã Số 2' }, times: 1, ms: 1000 },
      { person: { name: 'Người 1' }, times: 1, ms: 1000 },
    ]);
    expect(spokenTotal(rows)).toEqual({ times: 2, ms: 2000 });
    story.do({ type: 'floor.takeBack', turnId });
    expect(spokenRows(story.live, names).map((row) => row.person?.name)).toEqual(['Người 1']);
  });
});
