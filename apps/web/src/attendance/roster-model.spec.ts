import type { Delegate, DelegateText, Mark } from '@diemcau/domain/attendance';
import { RollCallId } from '@diemcau/domain/kernel';
import { describe, expect, it } from 'vitest';

import { Problem } from '../live/api.ts';
import { NOTHING_UNSENT, type Unsent } from './roster-keep.ts';
import { RosterModel } from './roster-model.ts';
import type { RosterPort } from './roster-port.ts';
import { delegate, delegateId, roster } from './roster.fixture.ts';

const rollCallId = RollCallId.parse('01990000-0008-7000-8000-000000000001');
const unheard = () => new Problem({ code: 'network.unreachable', vi: 'Mất mạng.', en: 'No line.', status: 0 });
const refused = () => new Problem({ code: 'attendance.closed', vi: 'Đã kết thúc.', en: 'Ended.', status: 409 });
const present = (n: number): Mark => ({ delegateId: delegateId(n), status: 'present', reason: null });

/** A site's attendance as the server keeps it; each change is done once for its id. */
class Server implements RosterPort {
  delegates: readonly Delegate[] = [delegate(1), delegate(2), delegate(3)];
  readonly batches: Mark[][] = [];
  readonly ids: string[] = [];
  heads: number | null = null;
  /** What befalls the next changes, the first of them first. */
  fates: (() => Problem)[] = [];
  #held: Promise<void> = Promise.resolve();

  /** Nothing is answered until this is called. */
  hold(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#held = promise;
    return resolve;
  }

  async #meets(id: string): Promise<void> {
    this.ids.push(id);
    await this.#held;
    const fate = this.fates.shift();
    if (fate) throw fate();
  }

  readings = 0;
  readonly read = () => {
    this.readings += 1;
    const present = this.delegates.filter(({ status }) => status === 'present').length;
    return Promise.resolve(roster(this.delegates, { present }));
  };
  readonly mark: RosterPort['mark'] = async ({ id, marks }) => {
    this.batches.push([...marks]);
    await this.#meets(id);
    this.delegates = this.delegates.map((one) => {
      const mark = marks.find((each) => each.delegateId === one.delegateId);
      return mark ? { ...one, status: mark.status } : one;
    });
  };
  readonly answer: RosterPort['answer'] = async ({ id, headCount }) => {
    await this.#meets(id);
    this.heads = headCount;
  };
  readonly put: RosterPort['put'] = async ({ id, ...text }) => {
    await this.#meets(id);
    const others = this.delegates.filter(({ delegateId: each }) => each !== text.delegateId);
    this.delegates = [...others, { ...delegate(9), ...text }];
  };
  readonly remove: RosterPort['remove'] = async ({ id, delegateId: gone }) => {
    await this.#meets(id);
    this.delegates = this.delegates.filter(({ delegateId: each }) => each !== gone);
  };
  readonly import: RosterPort['import'] = async ({ id, rows }) => {
    await this.#meets(id);
    return { stored: rows.length, notUnderstood: [] };
  };
  readonly contact: RosterPort['contact'] = ({ id }) => this.#meets(id);
}

const START = Date.UTC(2026, 10, 24, 1);

/** A device that keeps what is not sent, and may be opened again. */
const device = () => {
  let kept: Unsent = NOTHING_UNSENT;
  return { read: () => kept, write: (unsent: Unsent) => (kept = unsent), kept: () => kept };
};

const given = async (keep = device(), server = new Server()) => {
  const pauses: number[] = [];
  let made = 0;
  const model = new RosterModel({
    port: server,
    keep,
    nowMs: () => START,
    newId: () => String(++made),
    pause: (ms) => {
      pauses.push(ms);
      return Promise.resolve();
    },
    random: () => 0,
  });
  await model.load();
  const ready = () => {
    const state = model.state();
    if (state.status !== 'ready') throw new Error(`the roster is ${state.status}`);
    return state;
  };
  const statuses = () => ready().roster.delegates.map(({ status }) => status);
  return { server, model, pauses, ready, statuses };
};

describe('a roster on a page', () => {
  it('N4: a mark shows at once, and taps made meanwhile travel together', async () => {
    const { server, model, statuses } = await given();
    const answer = server.hold();
    const marking = model.mark([present(1)]);
    void model.mark([present(2)]);
    void model.mark([present(3)]);
    expect(statuses()).toEqual(['present', 'present', 'present']);
    answer();
    await marking;
    expect(server.batches.map((batch) => batch.length)).toEqual([1, 2]);
    expect(statuses()).toEqual(['present', 'present', 'present']);
  });

  it('N4: a mark that was refused is taken from the page, and said', async () => {
    const { server, model, statuses, ready } = await given();
    server.fates = [refused];
    await model.mark([present(1)]);
    expect(statuses()).toEqual(['unknown', 'unknown', 'unknown']);
    expect(ready().problem).toMatchObject({ code: 'attendance.closed' });
    model.dismiss();
    expect(ready().problem).toBeNull();
  });

  it('N11: is read anew for what is news to the page alone', async () => {
    const { server, model, statuses } = await given();
    const told = { answered: false, headCount: null, present: 0, summoned: 3 };
    await model.hear(told);
    expect(server.readings).toBe(1);
    server.delegates = server.delegates.map((one, n) => (n === 0 ? { ...one, status: 'present' } : one));
    await Promise.all([model.hear(told), model.hear({ ...told, present: 1 })]);
    expect(server.readings).toBe(2);
    expect(statuses()).toEqual(['present', 'unknown', 'unknown']);
  });

  it('N13: what nobody answered is sent again with its own id, and not for ever', async () => {
    const { server, model, pauses, ready } = await given();
    server.fates = [unheard, unheard];
    expect(await model.answer(rollCallId, 17)).toBe(true);
    expect(server.ids).toEqual(['1', '1', '1']);
    expect(ready().answered).toBe(rollCallId);
    expect(server.heads).toBe(17);
    server.fates = [unheard, unheard, unheard, unheard];
    expect(await model.answer(rollCallId, 18)).toBe(false);
    expect(server.ids.slice(3)).toEqual(['2', '2', '2', '2']);
    expect(pauses).toEqual([1000, 2000, 1000, 2000, 4000]);
    expect(server.heads).toBe(17);
  });

  it('N13: a refusal is not tried again', async () => {
    const { server, model } = await given();
    server.fates = [refused];
    expect(await model.remove(delegateId(1))).toBe(false);
    expect(server.ids).toHaveLength(1);
  });

  it('N5: a head count waits for the marks before it, and for them to be taken', async () => {
    const { server, model } = await given();
    const answer = server.hold();
    void model.mark([present(1)]);
    const answering = model.answer(rollCallId, 1);
    answer();
    expect(await answering).toBe(true);
    expect(server.batches).toHaveLength(1);
    expect(server.ids).toEqual(['1', '2']);
    server.fates = [refused];
    void model.mark([present(2)]);
    expect(await model.answer(rollCallId, 2)).toBe(false);
    expect(server.heads).toBe(1);
  });
});

describe('a clerk without a line', () => {
  const without = (server: Server, tries: number) => {
    server.fates = Array.from({ length: tries }, () => unheard);
  };

  it('N18: marks that nobody hears stay on the page and are said to be unsent, with their own time', async () => {
    const { server, model, ready, statuses } = await given();
    without(server, 4);
    await model.mark([present(1)]);
    void model.mark([present(2)]);
    expect(statuses()).toEqual(['present', 'present', 'unknown']);
    expect(ready()).toMatchObject({ unsent: { edits: 0, marks: 2, headCount: null }, problem: null });
    await model.resume();
    expect(ready().unsent).toBeNull();
    expect(server.delegates.map(({ status }) => status)).toEqual(['present', 'present', 'unknown']);
    expect(server.batches.flat().every(({ at }) => at === new Date(START).toISOString())).toBe(true);
  });

  it('N18: the same batch goes again with its own id, before what came after it', async () => {
    const { server, model } = await given();
    without(server, 4);
    await model.mark([present(1)]);
    void model.mark([present(2)]);
    await model.resume();
    expect(server.ids).toEqual(['1', '1', '1', '1', '1', '2']);
  });

  it('N18: a page that is opened again sends what the one before could not, the head count after the marks', async () => {
    const keep = device();
    const before = await given(keep);
    without(before.server, 8);
    await before.model.mark([present(1)]);
    expect(await before.model.answer(rollCallId, 17)).toBe(false);
    const { server, model, ready, statuses } = await given(keep);
    expect(statuses()).toEqual(['present', 'unknown', 'unknown']);
    expect(ready().unsent).toEqual({ edits: 0, marks: 1, headCount: 17 });
    await model.resume();
    expect(server.heads).toBe(17);
    expect(server.batches).toHaveLength(1);
    expect(keep.kept()).toEqual(NOTHING_UNSENT);
    expect(ready()).toMatchObject({ unsent: null, answered: rollCallId });
  });

  it('N18: what is refused when it is sent late is said, and not kept', async () => {
    const keep = device();
    const { server, model, ready } = await given(keep);
    without(server, 4);
    expect(await model.answer(rollCallId, 17)).toBe(false);
    server.fates = [refused];
    await model.resume();
    expect(ready()).toMatchObject({ unsent: null, problem: { code: 'attendance.closed' } });
    expect(keep.kept()).toEqual(NOTHING_UNSENT);
  });

  const named = (name: string): DelegateText => ({
    honorific: 'Bà',
    name,
    position: null,
    unit: null,
    kind: 'official',
    substituteFor: null,
    phone: null,
    rank: null,
  });
  const names = (delegates: readonly Delegate[]) => delegates.map(({ name }) => name);

  it('N18: who is put on the roster and taken off without a line is kept and shown, and goes before the marks', async () => {
    const keep = device();
    const before = await given(keep);
    without(before.server, 4);
    expect(await before.model.put(delegateId(4), named('Lò Thị Mai'))).toBe(true);
    expect(await before.model.remove(delegateId(1))).toBe(true);
    expect(await before.model.contact('Hà', '0912 345 678')).toBe(true);
    void before.model.mark([present(4)]);
    expect(before.ready().unsent).toEqual({ edits: 3, marks: 1, headCount: null });
    // The page is opened again, where there is a line.
    const { server, model, ready, statuses } = await given(keep);
    expect(names(ready().roster.delegates)).toEqual(['Người 2', 'Người 3', 'Lò Thị Mai']);
    expect(statuses()).toEqual(['unknown', 'unknown', 'present']);
    expect(ready().roster.contact).toEqual({ name: 'Hà', phone: '0912 345 678' });
    await model.resume();
    expect(names(server.delegates)).toEqual(['Người 2', 'Người 3', 'Lò Thị Mai']);
    expect(server.delegates.map(({ status }) => status)).toEqual(['unknown', 'unknown', 'present']);
    // Those of the page before, in their order.
    expect(server.ids.slice(0, 3)).toEqual(['1', '2', '3']);
    expect(keep.kept()).toEqual(NOTHING_UNSENT);
    expect(ready()).toMatchObject({ unsent: null, problem: null });
  });

  it('N18: a change that is refused when it is sent late is taken from the page and said; those after it go', async () => {
    const keep = device();
    const { server, model, ready } = await given(keep);
    without(server, 4);
    await model.put(delegateId(4), named('Lò Thị Mai'));
    await model.remove(delegateId(1));
    server.fates = [refused];
    await model.resume();
    expect(names(ready().roster.delegates)).toEqual(['Người 2', 'Người 3']);
    expect(keep.kept()).toEqual(NOTHING_UNSENT);
  });

  it('N18: with a line a refused change is said at once, and is not shown as done', async () => {
    const { server, model, ready } = await given();
    server.fates = [refused];
    expect(await model.put(delegateId(4), named('Lò Thị Mai'))).toBe(false);
    expect(names(ready().roster.delegates)).toEqual(['Người 1', 'Người 2', 'Người 3']);
    expect(ready()).toMatchObject({ unsent: null, problem: { code: 'attendance.closed' } });
  });
});
