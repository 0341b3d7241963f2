import { MessageId, type Message } from '@diemcau/domain/message';
import { describe, expect, test } from 'vitest';

import { Problem } from '../live/api.ts';
import { ThreadModel, type ThreadPort } from './thread-model.ts';

const PAGE = 3;
const unheard = () => new Problem({ code: 'network.unreachable', vi: '', en: '', status: 0 });
const refusal = () => new Problem({ code: 'message.too_fast', vi: '', en: '', status: 429 });

/** A server that keeps messages by their ids, and does what `fails` says before it answers or after it stored. */
const setUp = (kept: string | null = null) => {
  const stored: Message[] = [];
  const pauses: number[] = [];
  const world = {
    kept,
    fails: [] as ('unheard' | 'stored but unheard' | 'refused')[],
    reads: 0,
    writes: 0,
    marks: [] as number[],
    stored,
    pauses,
  };
  let ids = 0;
  const put = (text: string, id = MessageId.parse(`0199a000-0000-7000-8000-00000000${1000 + stored.length}`)) => {
    if (stored.some(({ messageId }) => messageId === id)) return;
    const no = stored.length + 1;
    stored.push({
      messageId: id,
      no,
      byDesk: true,
      siteId: null,
      siteName: null,
      text,
      at: '2026-11-24T01:00:00Z',
    });
  };
  const port: ThreadPort<Message> = {
    read: async (cursor) => {
      world.reads += 1;
      const before = cursor === null ? Infinity : Number(cursor);
      const items = stored
        .filter(({ no }) => no < before)
        .toReversed()
        .slice(0, PAGE);
      const last = items.at(-1)?.no ?? 1;
      return { items, next: last > 1 ? String(last) : null };
    },
    write: async ({ id, text }) => {
      world.writes += 1;
      const how = world.fails.shift();
      if (how === 'refused') throw refusal();
      if (how === 'unheard') throw unheard();
      put(text, id);
      if (how === 'stored but unheard') throw unheard();
    },
    markRead: async (no) => void world.marks.push(no),
  };
  const open = () =>
    new ThreadModel<Message>({
      port,
      keep: { read: () => world.kept, write: (text) => void (world.kept = text) },
      newId: () => `0199a000-0000-7000-8000-0000000000${10 + ids++}`,
      pause: async (ms) => void pauses.push(ms),
      readAfterMs: () => 700,
    });
  return { world, put, open };
};

const texts = (model: ThreadModel<Message>) => model.state().messages.map(({ text }) => text);

describe('a thread on a page', () => {
  test('X4: an answer that is lost makes no second message, and the field is free at once', async () => {
    const { world, open } = setUp();
    world.fails = ['stored but unheard', 'unheard'];
    const model = open();
    model.type('Xin hỏi');
    const sending = model.send();
    expect(model.state()).toMatchObject({ draft: '', outgoing: [{ text: 'Xin hỏi' }] });
    await sending;
    expect(world.stored).toHaveLength(1);
    expect(world.writes).toBe(3);
    expect(model.state()).toMatchObject({ outgoing: [], isStuck: false });
    expect(texts(model)).toEqual(['Xin hỏi']);
    expect(world.kept).toBeNull();
  });

  test('X4: a second press sends nothing', async () => {
    const { world, open } = setUp();
    const model = open();
    model.type('Một lần');
    await Promise.all([model.send(), model.send()]);
    expect(world.stored).toHaveLength(1);
  });

  test('X4: a killed page sends what it had not heard of with the same id, when it is opened again', async () => {
    const { world, open } = setUp();
    world.fails = ['stored but unheard', 'unheard', 'unheard', 'unheard'];
    const killed = open();
    killed.type('Trước khi tắt máy');
    await killed.send();
    expect(killed.state()).toMatchObject({ isStuck: true, outgoing: [{ text: 'Trước khi tắt máy' }] });
    killed.type('đang gõ dở');
    const opened = open();
    expect(opened.state()).toMatchObject({ draft: 'đang gõ dở', outgoing: [{ text: 'Trước khi tắt máy' }] });
    await opened.resend();
    expect(world.stored).toHaveLength(1);
    expect(opened.state().outgoing).toEqual([]);
  });

  test('X4: what is refused comes back into the field, before what was typed since', async () => {
    const { world, open } = setUp();
    world.fails = ['refused'];
    const model = open();
    model.type('Tin một');
    const sending = model.send();
    model.type('Tin hai');
    await sending;
    expect(model.state()).toMatchObject({ draft: 'Tin một\nTin hai', problem: { code: 'message.too_fast' } });
    expect(model.state().outgoing).toEqual([]);
  });

  test('X4: messages keep their order while the first of them waits', async () => {
    const { world, open } = setUp();
    world.fails = ['unheard'];
    const model = open();
    model.type('Một');
    void model.send();
    model.type('Hai');
    await model.send();
    expect(world.stored.map(({ text }) => text)).toEqual(['Một', 'Hai']);
  });

  test('X12: opened, it reads at once; then what it was told of once, after its pause, and nothing that it knows', async () => {
    const { world, put, open } = setUp();
    put('Một');
    const model = open();
    await Promise.all([model.hear(1), model.hear(1)]);
    expect(world.reads).toBe(1);
    expect(world.pauses).toEqual([0]);
    await model.hear(1);
    expect(world.reads).toBe(1);
    put('Hai');
    await Promise.all([model.hear(2), model.hear(2)]);
    expect(world.reads).toBe(2);
    expect(world.pauses).toEqual([0, 700]);
  });

  test('X5: older messages are read page by page; what came while it was away leaves no gap', async () => {
    const { world, put, open } = setUp();
    for (const n of [1, 2, 3, 4, 5]) put(`Tin ${n}`);
    const model = open();
    await model.load();
    expect(texts(model)).toEqual(['Tin 3', 'Tin 4', 'Tin 5']);
    await model.loadOlder();
    expect([texts(model).length, model.state().hasOlder]).toEqual([5, false]);
    for (const n of [6, 7, 8, 9, 10]) put(`Tin ${n}`);
    await model.load();
    expect([texts(model), model.state().hasOlder]).toEqual([['Tin 8', 'Tin 9', 'Tin 10'], true]);
    await model.loadOlder();
    expect(texts(model)).toHaveLength(6);
    expect(world.reads).toBe(4);
  });

  test('X3: what was seen is said once', async () => {
    const { world, put, open } = setUp();
    put('Một');
    const model = open();
    await model.load();
    await model.markRead(1);
    await model.markRead(1);
    put('Hai');
    await model.load();
    await model.markRead(2);
    expect(world.marks).toEqual([1, 2]);
  });
});
