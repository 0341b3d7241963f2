import { describe, expect, it } from 'vitest';
import { moderator, refuses, requestNo, seat, site, speaker, yields } from '../kernel/given.fixture.ts';
import { floorWithoutQueue, nextTwo, QUEUE_LIMIT, redactFloor, REQUESTS_PER_SITE } from './index.ts';
import type { SpeechKind } from '../kernel/index.ts';
import type { FloorCommand, FloorEvent, Standby } from './index.ts';
import { asked, facts, granted, inPhase, open, released, withFacts, type Story } from './stories.fixture.ts';

const ask = (n: number, at = n, kind: SpeechKind = 'discussion'): FloorCommand => ({
  type: 'floor.request',
  requestId: requestNo(n),
  siteId: site(at),
  speakerId: speaker(n),
  kind,
});
const withdraw = (n: number): FloorCommand => ({ type: 'floor.withdraw', requestId: requestNo(n) });
const withdrawn = (n: number) => ({ type: 'floorWithdrawn', requestId: requestNo(n) }) as const;
const move = (n: number, before: number | null, queueVersion: number): FloorCommand => ({
  type: 'floor.move',
  requestId: requestNo(n),
  before: before === null ? null : requestNo(before),
  queueVersion,
});
const moved = (n: number, before: number | null) =>
  ({ type: 'requestMoved', requestId: requestNo(n), before: before === null ? null : requestNo(before) }) as const;
const order = (...story: Story) => open(...story).state.queue.map((r) => Number(r.requestId.slice(-4)));

describe('F1: the floor is asked for, for a named person of an invited site', () => {
  it.each(['prepared', 'open', 'paused'] as const)('F1: a request is taken while the conference is %s', (phase) => {
    expect(withFacts(inPhase(phase)).when(ask(1))).toEqual(yields(asked(1)));
  });

  it('F1: the moment of asking is kept', () => {
    const { state, now } = open(asked(1));
    expect(state.queue).toEqual([
      { requestId: requestNo(1), siteId: site(1), speakerId: speaker(1), kind: 'discussion', askedAt: now },
    ]);
  });

  it('F1: a site that is not part of the conference is refused', () => {
    expect(open().when(ask(1, 99))).toEqual(refuses('floor.site_not_invited'));
  });

  it('F1: nothing is asked for where there is no conference, nor after its end', () => {
    expect(withFacts(inPhase('absent')).when(ask(1))).toEqual(refuses('floor.not_open'));
    expect(withFacts(inPhase('closed')).when(ask(1))).toEqual(refuses('floor.closed'));
  });
});

describe('F2: limits of the queue', () => {
  it('F2: one person waits once for one kind of speech', () => {
    const again: FloorCommand = { ...ask(1), requestId: requestNo(2) } as FloorCommand;
    expect(open(asked(1)).when(again)).toEqual(refuses('floor.already_queued'));
    expect(open(asked(1)).when(ask(1))).toEqual(refuses('floor.already_queued'));
  });

  it('F2: the same person may wait for another kind of speech', () => {
    const order: FloorCommand = {
      type: 'floor.request',
      requestId: requestNo(2),
      siteId: site(1),
      speakerId: speaker(1),
      kind: 'pointOfOrder',
    };
    expect(open(asked(1)).when(order).ok).toBe(true);
  });

  it('F2: a person who has spoken may ask again', () => {
    const granted1 = { ...granted(1), requestId: requestNo(1) };
    expect(open(asked(1), granted1).when(ask(1)).ok).toBe(true);
  });

  it('F2: a site has at most five requests waiting', () => {
    const five = Array.from({ length: REQUESTS_PER_SITE }, (_, n) => asked(n + 1, 1));
    expect(REQUESTS_PER_SITE).toBe(5);
    expect(open(...five.slice(1)).when(ask(9, 1)).ok).toBe(true);
    expect(open(...five).when(ask(9, 1))).toEqual(refuses('floor.too_many_requests'));
    expect(open(...five).when(ask(9, 2)).ok).toBe(true);
    expect(open(...five, withdrawn(3)).when(ask(9, 1)).ok).toBe(true);
  });

  it('F2: the queue has a limit', () => {
    const everywhere = facts({ isInvited: () => true });
    const full = Array.from({ length: QUEUE_LIMIT }, (_, n) => asked(n + 1));
    expect(withFacts(everywhere, ...full).when(ask(QUEUE_LIMIT + 1))).toEqual(refuses('floor.queue_full'));
    expect(withFacts(everywhere, ...full.slice(1)).when(ask(QUEUE_LIMIT + 1)).ok).toBe(true);
  });
});

describe('F3: a point of order jumps the queue', () => {
  it('F3: it goes before all that is none, after those that came before it', () => {
    expect(order(asked(1), asked(2), asked(3, 3, 'pointOfOrder'))).toEqual([3, 1, 2]);
    expect(order(asked(1), asked(3, 3, 'pointOfOrder'), asked(4, 4, 'pointOfOrder'), asked(2))).toEqual([3, 4, 1, 2]);
    expect(order(asked(3, 3, 'pointOfOrder'))).toEqual([3]);
  });

  it('F3: it does not cut who speaks', () => {
    const before = open(granted(1)).state.turn;
    expect(open(granted(1), asked(3, 3, 'pointOfOrder')).state.turn).toEqual(before);
  });
});

describe('F4: a request is withdrawn', () => {
  it('F4: a desk withdraws any request, a clerk one of its own site', () => {
    expect(open(asked(1)).when(withdraw(1), moderator)).toEqual(yields(withdrawn(1)));
    expect(open(asked(1)).when(withdraw(1), seat('clerk', site(1)))).toEqual(yields(withdrawn(1)));
    expect(order(asked(1), asked(2), withdrawn(1))).toEqual([2]);
  });

  it('F4: to a clerk the request of another site looks like none', () => {
    expect(open(asked(1)).when(withdraw(1), seat('clerk', site(2)))).toEqual(refuses('floor.request_not_found'));
    expect(open().when(withdraw(1), seat('clerk', site(1)))).toEqual(refuses('floor.request_not_found'));
  });

  it('F4: what is not in the queue cannot be withdrawn', () => {
    expect(open(asked(1), withdrawn(1)).when(withdraw(1))).toEqual(refuses('floor.request_not_found'));
  });
});

describe('F5: the chair orders the queue', () => {
  const three = [asked(1), asked(2), asked(3)] as const;

  it('F5: a request is put before another one, or last', () => {
    expect(open(...three).when(move(3, 1, 3))).toEqual(yields(moved(3, 1)));
    expect(order(...three, moved(3, 1))).toEqual([3, 1, 2]);
    expect(order(...three, moved(1, null))).toEqual([2, 3, 1]);
    expect(order(...three, moved(1, 3))).toEqual([2, 1, 3]);
  });

  it('F5: a move carries the queue that it saw; a newer one refuses it', () => {
    expect(open(...three).when(move(3, 1, 2))).toEqual(refuses('floor.queue_changed'));
    expect(open(...three, moved(3, 1)).when(move(3, 1, 3))).toEqual(refuses('floor.queue_changed'));
    expect(open(...three, withdrawn(2)).when(move(3, 1, 3))).toEqual(refuses('floor.queue_changed'));
  });

  it('F5: what is moved, or moved before, must wait in the queue', () => {
    expect(open(...three).when(move(9, 1, 3))).toEqual(refuses('floor.request_not_found'));
    expect(open(...three).when(move(1, 9, 3))).toEqual(refuses('floor.queue_changed'));
  });

  it('F5: before itself is where it stands: nothing happens', () => {
    expect(open(...three).when(move(2, 2, 3))).toEqual(yields());
  });

  it('F5: an event that names who is gone leaves the order as it is', () => {
    expect(order(...three, moved(9, 1))).toEqual([1, 2, 3]);
    expect(order(...three, moved(1, 9))).toEqual([1, 2, 3]);
  });
});

describe('F6: who stands by', () => {
  const standing = (n: number, request: number | null = n) => ({
    siteId: site(n),
    requestId: request === null ? null : requestNo(request),
    speakerId: request === null ? null : speaker(request),
  });
  const byHand = (...standby: Standby[]): FloorEvent => ({ type: 'standbySet', mode: 'manual', standby });
  const set = (...numbers: number[]): FloorCommand => ({ type: 'floor.setStandby', siteIds: numbers.map(site) });

  it('F6: the next two of the queue stand by', () => {
    expect(nextTwo(open(asked(1), asked(2), asked(3)).state)).toEqual([standing(1), standing(2)]);
    expect(nextTwo(open(asked(1)).state)).toEqual([standing(1)]);
  });

  it('F6: the moderator names others, each with its first request, if it has one', () => {
    const manual = byHand(standing(7, null), standing(3));
    expect(open(asked(1), asked(3), asked(4, 3)).when(set(7, 3, 7))).toEqual(yields(manual));
    expect(open(asked(1), manual).state).toMatchObject({
      standbyMode: 'manual',
      standby: [standing(7, null), standing(3)],
    });
  });

  it('F6: nobody stands by when the moderator names none', () => {
    expect(open(asked(1)).when(set())).toEqual(yields({ type: 'standbySet', mode: 'manual', standby: [] }));
  });

  it('F6: a site that is not part of the conference cannot stand by', () => {
    expect(open().when(set(1, 99))).toEqual(refuses('floor.site_not_invited'));
  });

  it("F6: resetting, and every grant, return to the queue's order", () => {
    const manual = byHand(standing(7, null));
    const auto: FloorEvent = { type: 'standbySet', mode: 'auto', standby: [standing(1)] };
    expect(open(asked(1), manual).when({ type: 'floor.resetStandby' })).toEqual(yields(auto));
    expect(open(asked(1), manual, granted(5)).state.standbyMode).toBe('auto');
    expect(open(asked(1), manual, released(5)).state.standbyMode).toBe('manual');
  });
});

describe('F16: the queue is for the desks', () => {
  it('F16: requests, withdrawals and moves reach no other class', () => {
    expect([asked(1), withdrawn(1), moved(1, null)].map(redactFloor)).toEqual([null, null, null]);
    expect(redactFloor(granted(1))).toEqual(granted(1));
  });

  it('F16: other classes see who speaks and who stands by', () => {
    const { state } = open(asked(1), asked(2), granted(3));
    expect(floorWithoutQueue(state)).toEqual({ ...state, queue: [], queueVersion: 0 });
    expect(floorWithoutQueue(state).turn?.siteId).toBe(site(3));
  });
});
