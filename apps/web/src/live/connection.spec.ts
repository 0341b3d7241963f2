import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConferenceId, RequestId, SeatId, SiteId, SpeakerId, TurnId } from '@diemcau/domain/kernel';
import { initialLive, evolveLive, type Live, type LiveEvent } from '@diemcau/domain/live';
import { PROTOCOL, type ClientFrame, type ServerFrame, type Speaker, type WireEvent } from '@diemcau/domain/wire';
import { LiveConnection, type LiveOptions } from './connection.ts';
import type { Said } from './state.ts';
import type { OpenWire, WireEvents } from './wire.ts';

const seatId = '0190aaaa-0000-7000-8000-000000000001' as SeatId;
const conferenceId = '0190aaaa-0000-7000-8000-000000000002' as ConferenceId;
const hallId = '0190aaaa-0000-7000-8000-000000000003' as SiteId;
const siteId = '0190aaaa-0000-7000-8000-000000000004' as SiteId;
const turnId = '0190aaaa-0000-7000-8000-000000000005' as TurnId;
const speakerId = '0190aaaa-0000-7000-8000-000000000006' as SpeakerId;

const at = 1_764_000_000_000;

/** The wire alone is replaced: what is folded is the domain's own code. */
class FakeWire {
  readonly sent: ClientFrame[] = [];
  closed = false;
  readonly events: WireEvents;
  constructor(events: WireEvents) {
    this.events = events;
  }
  say(frame: ServerFrame | { type: 'nonsense' }): void {
    this.events.received(JSON.stringify(frame));
  }
  ofType<T extends ClientFrame['type']>(type: T): Extract<ClientFrame, { type: T }>[] {
    return this.sent.filter((frame): frame is Extract<ClientFrame, { type: T }> => frame.type === type);
  }
}

const welcome = (epoch = 'e1'): ServerFrame => ({
  type: 'welcome',
  protocol: PROTOCOL,
  epoch,
  now: at,
  viewClass: 'site',
  seat: { seatId, conferenceId, role: 'room', siteId, personName: null },
  conference: { name: 'Hội nghị', hallId, supportPhone: '024 3942 8181', demo: false },
});

const events: readonly LiveEvent[] = [
  { type: 'conferencePrepared', kind: 'conference', startsAt: at, hallId, siteLimit: 10 },
  { type: 'sitesInvited', siteIds: [], total: 1 },
  { type: 'conferenceOpened' },
  { type: 'pictureCut', source: { kind: 'site', siteId: hallId } },
  { type: 'floorGranted', turnId, requestId: null, siteId, speakerId, kind: 'discussion', limitSeconds: 300 },
  { type: 'pictureCut', source: { kind: 'site', siteId } },
];
const stateAfter = (count: number): Live =>
  events.slice(0, count).reduce((s, e) => evolveLive(s, { ...e, at }), initialLive);
const wireEvent = (seq: number): WireEvent => {
  const event = events[seq - 1];
  if (!event) throw new Error(`no event ${seq}`);
  return { ...event, seq, at };
};
const range = (from: number, to: number): ServerFrame => ({
  type: 'events',
  from,
  to,
  events: Array.from({ length: to - from + 1 }, (_, i) => wireEvent(from + i)),
});
const snapshot = (seq: number): ServerFrame => ({ type: 'snapshot', seq, state: stateAfter(seq) });

const setUp = (options: Partial<LiveOptions> = {}) => {
  const wires: FakeWire[] = [];
  const open: OpenWire = (_url, wireEvents) => {
    const wire = new FakeWire(wireEvents);
    wires.push(wire);
    return {
      send: (text) => wire.sent.push(JSON.parse(text) as ClientFrame),
      close: () => {
        wire.closed = true;
      },
    };
  };
  const newId = () => crypto.randomUUID();
  const whyNot = (): Promise<Said | null> => Promise.resolve(null);
  const connection = new LiveConnection({
    seatId,
    url: 'ws://127.0.0.1/api/v1/seats/x/socket',
    open,
    random: () => 0.5,
    newId,
    reload: () => 1000,
    whyNot,
    ...options,
  });
  connection.start();
  const wire = (): FakeWire => {
    const last = wires.at(-1);
    if (!last) throw new Error('no wire yet');
    return last;
  };
  const bringUp = (seq: number) => {
    wire().events.opened();
    wire().say(welcome());
    wire().say(snapshot(seq));
  };
  return { connection, wires, wire, bringUp };
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('hello, snapshot, tail', () => {
  it('says hello with what it holds, and is live with the snapshot', () => {
    const { connection, wire, bringUp } = setUp();
    expect(connection.state().connection.status).toBe('connecting');
    bringUp(3);
    expect(wire().sent[0]).toEqual({ type: 'hello', protocol: PROTOCOL, epoch: null, lastSeq: 0 });
    expect(connection.state().connection.status).toBe('live');
    expect(connection.state().live?.conference.status).toBe('open');
  });

  it('folds ranges of events with the code of the domain', () => {
    const { connection, wire, bringUp } = setUp();
    bringUp(3);
    wire().say(range(4, 6));
    expect(connection.state().seq).toBe(6);
    expect(connection.state().live).toEqual(stateAfter(6));
  });

  it('takes an empty range as numbers that it may not know', () => {
    const { connection, wire, bringUp } = setUp();
    bringUp(3);
    wire().say({ type: 'events', from: 4, to: 4, events: [] });
    wire().say(range(5, 5));
    expect(connection.state().seq).toBe(5);
    expect(connection.state().live?.floor.turn?.turnId).toBe(turnId);
  });

  it('does not fold an event twice', () => {
    const { connection, wire, bringUp } = setUp();
    bringUp(5);
    const before = connection.state();
    wire().say(range(4, 5));
    expect(connection.state()).toBe(before);
  });

  it('says hello again at a gap, once, and goes on from the snapshot', () => {
    const { connection, wire, bringUp } = setUp();
    bringUp(3);
    wire().say(range(5, 5));
    wire().say(range(6, 6));
    expect(
      wire()
        .ofType('hello')
        .map(({ lastSeq, epoch }) => [lastSeq, epoch]),
    ).toEqual([
      [0, null],
      [3, 'e1'],
    ]);
    expect(connection.state().live?.floor.turn).toBeNull();
    wire().say(welcome());
    wire().say(snapshot(6));
    expect(connection.state().live).toEqual(stateAfter(6));
  });

  it('folds nothing across epochs: a restored database is another numbering', () => {
    const { connection, wire, bringUp } = setUp();
    bringUp(5);
    wire().events.closed();
    vi.advanceTimersByTime(1000);
    wire().events.opened();
    wire().say(welcome('e2'));
    wire().say({ type: 'events', from: 6, to: 6, events: [wireEvent(6)] });
    expect(connection.state().seq).toBeNull();
    wire().say(snapshot(4));
    expect(connection.state().live).toEqual(stateAfter(4));
  });

  it('lets a frame of a newer server pass', () => {
    const { connection, wire, bringUp } = setUp();
    bringUp(3);
    const before = connection.state();
    wire().say({ type: 'nonsense' });
    expect(connection.state()).toBe(before);
  });
});

describe('whole-state frames', () => {
  const people = (full: boolean, speakers: Speaker[]): ServerFrame => ({
    type: 'people',
    full,
    speakers,
    sites: [],
    subjects: {},
    titles: {},
    rows: {},
    sources: {},
  });
  const ban = { speakerId, siteId, honorific: 'đồng chí', name: 'Hoàng Thị Duyên', position: 'Chủ tịch' };
  it('adds names, corrects them, and starts afresh with a full frame', () => {
    const { connection, wire, bringUp } = setUp();
    bringUp(3);
    wire().say(people(true, [ban]));
    wire().say(people(false, [{ ...ban, name: 'Hoàng Thị Duyền' }]));
    expect(connection.state().names.speakers.get(speakerId)?.name).toBe('Hoàng Thị Duyền');
    wire().say(people(true, []));
    expect(connection.state().names.speakers.size).toBe(0);
  });

  it('always knows its own site and whom it asked for, whose names come with its own state', () => {
    const { connection, wire, bringUp } = setUp();
    bringUp(3);
    const site = { siteId, code: 'TN-01', name: 'Xã Ba Bể', province: 'tỉnh Thái Nguyên' };
    const requestId = '0190aaaa-0000-7000-8000-0000000000aa' as RequestId;
    const asked = { requestId, siteId, speakerId, kind: 'discussion', place: 31, subject: null, speaker: ban };
    const mine = { type: 'mine', site, tally: 'off', standbyPlace: null, requests: [asked], watchers: 0 } as const;
    wire().say({
      ...mine,
      microphone: 'shut',
      screen: { status: 'none' },
      rollCall: null,
      messages: null,
      support: null,
    });
    wire().say(people(true, []));
    expect(connection.state().names.sites.get(siteId)).toEqual(site);
    expect(connection.state().names.speakers.get(speakerId)).toEqual(ban);
  });

  it('hands what the clerk asks to the room screen, and keeps none of it', () => {
    const { connection, wire, bringUp } = setUp();
    const asked: string[] = [];
    connection.onControl((control) => asked.push(control.do));
    bringUp(3);
    wire().say({ type: 'control', control: { do: 'testLoudspeaker' } });
    expect(asked).toEqual(['testLoudspeaker']);
  });
});

describe('commands', () => {
  const command = { type: 'floor.end', turnId } as const;

  it('settles with the answer of the server', async () => {
    const { connection, wire, bringUp } = setUp();
    bringUp(5);
    const answer = connection.send(command);
    const [sent] = wire().ofType('command');
    expect(sent?.command).toEqual(command);
    wire().say({ type: 'done', id: sent?.id ?? '', ok: true });
    await expect(answer).resolves.toMatchObject({ ok: true });
  });

  it('sends a command again after a reconnect, with the same id, until it is answered', async () => {
    const { connection, wire, bringUp } = setUp();
    bringUp(5);
    const answer = connection.send(command);
    const first = wire().ofType('command')[0];
    wire().events.closed();
    vi.advanceTimersByTime(1000);
    wire().events.opened();
    expect(wire().ofType('command')).toEqual([]);
    wire().say(welcome());
    expect(wire().ofType('command')).toEqual([first]);
    wire().say({ type: 'done', id: first?.id ?? '', ok: false, code: 'floor.turn_changed', vi: 'a', en: 'b' });
    await expect(answer).resolves.toMatchObject({ ok: false, code: 'floor.turn_changed' });
    wire().events.closed();
    vi.advanceTimersByTime(1000);
    wire().events.opened();
    wire().say(welcome());
    expect(wire().ofType('command')).toEqual([]);
  });

  it('keeps a command given while the line is down', () => {
    const { connection, wire, bringUp } = setUp();
    void connection.send(command);
    bringUp(5);
    expect(wire().ofType('command')).toHaveLength(1);
  });

  it('W5: asks a busy server again, and tells the person after several tries', async () => {
    const { connection, wire, bringUp } = setUp();
    bringUp(5);
    const answer = connection.send(command);
    for (let i = 0; i < 7; i++) {
      const sent = wire().ofType('command');
      expect(sent).toHaveLength(i + 1);
      wire().say({ type: 'done', id: sent[0]?.id ?? '', ok: false, code: 'wire.unavailable', vi: 'a', en: 'b' });
      vi.advanceTimersByTime(3000);
    }
    await expect(answer).resolves.toMatchObject({
      ok: false,
      code: 'wire.not_stored',
      vi: expect.stringContaining('thử lại'),
    });
  });

  it('settles what is left when the page goes away', async () => {
    const { connection, bringUp } = setUp();
    bringUp(5);
    const answer = connection.send(command);
    connection.stop();
    await expect(answer).resolves.toMatchObject({ ok: false });
  });
});

describe('a lost line', () => {
  it('keeps the last state, comes back within a second, then spreads over ten', () => {
    const { connection, wires, wire, bringUp } = setUp({ random: () => 0.999 });
    bringUp(5);
    wire().events.closed();
    expect(connection.state().connection).toMatchObject({ status: 'lost' });
    expect(connection.state().live).toEqual(stateAfter(5));
    vi.advanceTimersByTime(1000);
    expect(wires).toHaveLength(2);
    wire().events.closed();
    vi.advanceTimersByTime(9000);
    expect(wires).toHaveLength(2);
    vi.advanceTimersByTime(1000);
    expect(wires).toHaveLength(3);
    wire().events.opened();
    wire().say(welcome());
    expect(wire().ofType('hello')[0]).toMatchObject({ epoch: 'e1', lastSeq: 5 });
    expect(connection.state().connection.status).toBe('live');
  });

  it('notices a pulled cable: two beats without a word', () => {
    const { connection, wire, bringUp } = setUp();
    bringUp(5);
    vi.advanceTimersByTime(5000);
    wire().say({ type: 'pong', t: 0, now: at });
    vi.advanceTimersByTime(10_000);
    expect(connection.state().connection.status).toBe('live');
    vi.advanceTimersByTime(5000);
    expect(connection.state().connection.status).toBe('lost');
  });

  it('gives up an attempt that does not open', () => {
    const { wires } = setUp();
    vi.advanceTimersByTime(10_000 + 5000);
    expect(wires).toHaveLength(2);
    expect(wires[0]?.closed).toBe(true);
  });
});

describe('refusals', () => {
  it('stops for good, with its sentence, when the seat is revoked', async () => {
    const { connection, wires, wire, bringUp } = setUp();
    bringUp(5);
    wire().say({ type: 'refused', code: 'seat.revoked', vi: 'Đã thu hồi.', en: 'Revoked.' });
    expect(connection.state().connection).toEqual({
      status: 'refused',
      code: 'seat.revoked',
      vi: 'Đã thu hồi.',
      en: 'Revoked.',
    });
    vi.advanceTimersByTime(60_000);
    expect(wires).toHaveLength(1);
    await expect(connection.send({ type: 'floor.silenceAll' })).resolves.toMatchObject({ code: 'seat.revoked' });
  });

  it('asks again by itself while the seat is not open yet', () => {
    const { wires, wire } = setUp();
    wire().events.opened();
    wire().say({ type: 'refused', code: 'seat.too_early', vi: 'a', en: 'b' });
    vi.advanceTimersByTime(40_000);
    expect(wires).toHaveLength(2);
  });

  it('reloads when the server is newer, and again only after the time it was told', () => {
    const reload = vi.fn<() => number>(() => 300_000);
    const { connection, wire } = setUp({ reload });
    wire().events.opened();
    wire().say({ type: 'refused', code: 'wire.client_too_old', vi: 'a', en: 'b' });
    expect(reload).toHaveBeenCalledTimes(1);
    expect(connection.state().connection).toMatchObject({ status: 'refused', code: 'wire.client_too_old' });
    vi.advanceTimersByTime(299_000);
    expect(reload).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1000);
    expect(reload).toHaveBeenCalledTimes(2);
  });

  it('goes on after a frame that the server could not take', () => {
    const { connection, wire, bringUp } = setUp();
    bringUp(5);
    wire().say({ type: 'refused', code: 'wire.bad_frame', vi: 'a', en: 'b' });
    expect(connection.state().connection.status).toBe('live');
    expect(connection.state().trouble?.code).toBe('wire.bad_frame');
  });

  it('asks over HTTP why nobody answers, and says it', async () => {
    const whyNot = (): Promise<Said> => Promise.resolve({ code: 'seat.revoked', vi: 'a', en: 'b' });
    const { connection, wire } = setUp({ whyNot });
    wire().events.closed();
    vi.advanceTimersByTime(10_000);
    wire().events.closed();
    await vi.advanceTimersByTimeAsync(0);
    expect(connection.state().connection).toMatchObject({ status: 'refused', code: 'seat.revoked' });
  });
});
