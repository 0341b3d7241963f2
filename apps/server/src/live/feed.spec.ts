import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RequestId, SiteId, SpeakerId } from '@diemcau/domain/kernel';
import { evolveLive, initialLive, type Live, type LiveEvent, type ViewClass } from '@diemcau/domain/live';
import type { Events, Snapshot } from '@diemcau/domain/wire';
import { Feed } from './feed.ts';

type Frame = Events | Snapshot;
const read = (frame: Buffer): Frame => JSON.parse(frame.toString()) as Frame;

const requested = (): LiveEvent => ({
  type: 'floorRequested',
  requestId: RequestId.parse(v7()),
  siteId: SiteId.parse(v7()),
  speakerId: SpeakerId.parse(v7()),
  kind: 'discussion',
});
const mode = (to: 'follow' | 'manual'): LiveEvent => ({ type: 'programmeModeSet', mode: to });

/** A stream that grows, and the feed of one class that follows it. */
const stream = (viewClass: ViewClass) => {
  const sent: Frame[] = [];
  let state: Live = initialLive;
  let seq = 0;
  const feed = new Feed(viewClass, { state, seq }, (frame) => sent.push(read(frame)));
  const append = (...events: LiveEvent[]) => {
    const before = state;
    const stored = events.map((event) => ({ ...event, seq: ++seq, at: 1000 + seq }));
    state = stored.reduce((s, event) => evolveLive(s, event), state);
    feed.push({ streamId: 'x', before, state, seq, events: stored });
  };
  return { feed, sent, append };
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('what a class of pages gets (W2, W3)', () => {
  it('W2: the first event goes at once, those of the next 100 ms together, without a gap', () => {
    const { sent, append } = stream('desk');
    append(mode('manual'));
    append(mode('follow'));
    append(mode('manual'));
    expect(sent).toMatchObject([{ type: 'events', from: 1, to: 1 }]);
    vi.advanceTimersByTime(100);
    expect(sent).toMatchObject([
      { from: 1, to: 1 },
      { from: 2, to: 3 },
    ]);
  });

  it('W2: events that a class may not know leave an empty range, so no gap shows', () => {
    const { sent, append } = stream('site');
    append(requested());
    vi.advanceTimersByTime(1000);
    expect(sent).toEqual([{ type: 'events', from: 1, to: 1, events: [] }]);
  });

  it('W2: what is empty for a class waits a second for what is not, so that a storm of requests is one frame', () => {
    const { feed, sent, append } = stream('site');
    for (let i = 0; i < 30; i++) {
      append(requested());
      vi.advanceTimersByTime(30);
    }
    expect(sent).toEqual([]);
    expect(feed.catchUp(null).map(read)).toMatchObject([{ type: 'snapshot', seq: 0 }]);
    append(mode('manual'));
    expect(sent).toMatchObject([{ from: 1, to: 31, events: [{ type: 'programmeModeSet', seq: 31 }] }]);
    append(requested());
    vi.advanceTimersByTime(999);
    expect(sent).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(sent.at(-1)).toEqual({ type: 'events', from: 32, to: 32, events: [] });
  });

  it('W2: a page that is up to date gets nothing, one that is behind the tail, one that knows nothing a snapshot', () => {
    const { feed, append } = stream('desk');
    append(mode('manual'));
    vi.advanceTimersByTime(100);
    append(mode('follow'));
    vi.advanceTimersByTime(100);
    expect(feed.catchUp(2)).toEqual([]);
    expect(feed.catchUp(1).map(read)).toMatchObject([{ type: 'events', from: 2, to: 2 }]);
    expect(feed.catchUp(null).map(read)).toMatchObject([
      { type: 'snapshot', seq: 2, state: { programme: { mode: 'follow' } } },
    ]);
  });

  it('W2: a page that claims more than there is gets a snapshot', () => {
    const { feed, append } = stream('desk');
    append(mode('manual'));
    expect(feed.catchUp(99).map(read)).toMatchObject([{ type: 'snapshot', seq: 1 }]);
  });

  it('W2: what waits for the next flush is neither in the snapshot nor in the tail', () => {
    const { feed, sent, append } = stream('desk');
    append(mode('manual'));
    append(mode('follow'));
    expect(feed.catchUp(null).map(read)).toMatchObject([
      { type: 'snapshot', seq: 1, state: { programme: { mode: 'manual' } } },
    ]);
    vi.advanceTimersByTime(100);
    expect(sent.at(-1)).toMatchObject({ from: 2, to: 2 });
  });

  it('W2: within 250 ms a snapshot is not made anew: who comes gets the last one and a tail', () => {
    const { feed, append } = stream('desk');
    append(mode('manual'));
    expect(feed.catchUp(null)).toHaveLength(1);
    vi.advanceTimersByTime(100);
    append(mode('follow'));
    const frames = feed.catchUp(null).map(read);
    expect(frames).toMatchObject([
      { type: 'snapshot', seq: 1 },
      { type: 'events', from: 2, to: 2 },
    ]);
    vi.advanceTimersByTime(250);
    expect(feed.catchUp(null).map(read)).toMatchObject([{ type: 'snapshot', seq: 2 }]);
  });

  it('W2: beyond the ring of 2,000 a page gets a snapshot', () => {
    const { feed, append } = stream('desk');
    for (let i = 0; i < 2100; i++) append(mode(i % 2 === 0 ? 'manual' : 'follow'));
    vi.advanceTimersByTime(100);
    expect(feed.catchUp(50).map(read)).toMatchObject([{ type: 'snapshot', seq: 2100 }]);
    expect(feed.catchUp(150).map(read)).toMatchObject([{ type: 'events', from: 151, to: 2100 }]);
  });

  it('W3: no class gets the ids of the invited sites', () => {
    const { feed, append } = stream('desk');
    append({ type: 'conferencePrepared', kind: 'meeting', startsAt: 0, hallId: SiteId.parse(v7()), siteLimit: 5 });
    append({ type: 'sitesInvited', siteIds: [SiteId.parse(v7())], total: 1 });
    vi.advanceTimersByTime(100);
    const [frame] = feed.catchUp(null).map(read);
    expect(frame).toMatchObject({ state: { conference: { invited: 1 } } });
    expect(JSON.stringify(frame)).not.toContain('sites"');
  });
});
