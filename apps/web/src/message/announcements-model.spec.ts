import { MessageId, type OwnAnnouncement } from '@diemcau/domain/message';
import { describe, expect, test } from 'vitest';

import { AnnouncementsModel } from './announcements-model.ts';

const idOf = (no: number) => MessageId.parse(`0199a000-0000-7000-8000-00000000${1000 + no}`);
const latest = (no: number) => ({ messageId: idOf(no), no, text: `Thông báo ${no}`, at: 1_800_000_000_000 });

const setUp = (seen: readonly number[] = [], count = 0) => {
  const world = { reads: 0, confirmed: new Set(seen), count };
  const model = new AnnouncementsModel({
    port: {
      read: async () => {
        world.reads += 1;
        const items = Array.from({ length: world.count }, (_, i): OwnAnnouncement => {
          const no = world.count - i;
          const seenAt = world.confirmed.has(no) ? '2026-11-24T01:00:00Z' : null;
          return { ...latest(no), at: '2026-11-24T01:00:00Z', seenAt };
        });
        return { items, next: null };
      },
      confirm: async (id) => void world.confirmed.add([1, 2, 3].find((no) => idOf(no) === id)!),
    },
    pause: async () => undefined,
    readAfterMs: () => 0,
  });
  const shown = () => model.state().announcements.map(({ no, seenAt }) => [no, seenAt !== null]);
  return { world, model, shown };
};

describe('announcements on the page of a site', () => {
  test('X12: one that comes with its words is shown without a request', async () => {
    const { world, model, shown } = setUp();
    await model.hear({ count: 1, latest: latest(1), confirmed: 0 });
    await model.hear({ count: 2, latest: latest(2), confirmed: 0 });
    expect(shown()).toEqual([
      [2, false],
      [1, false],
    ]);
    expect(world.reads).toBe(0);
  });

  test('X12: what a page has missed, and what it had confirmed before, is read once', async () => {
    const { world, model, shown } = setUp([1], 2);
    await model.hear({ count: 2, latest: latest(2), confirmed: 1 });
    expect(shown()).toEqual([
      [2, false],
      [1, true],
    ]);
    await model.hear({ count: 2, latest: latest(2), confirmed: 1 });
    expect(world.reads).toBe(1);
  });

  test('X7: one that is confirmed stays so', async () => {
    const { world, model, shown } = setUp();
    await model.hear({ count: 1, latest: latest(1), confirmed: 0 });
    await model.confirm(idOf(1));
    expect(shown()).toEqual([[1, true]]);
    await model.hear({ count: 1, latest: latest(1), confirmed: 1 });
    expect([...world.confirmed]).toEqual([1]);
    expect(world.reads).toBe(0);
  });
});
