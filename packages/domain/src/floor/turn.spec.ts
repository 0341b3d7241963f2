import { describe, expect, it } from 'vitest';
import { hall, later, newTurn, refuses, requestNo, site, speaker, turnNo, yields } from '../kernel/given.fixture.ts';
import { FloorCommand, MAX_LIMIT_SECONDS, redactFloor, TAKE_BACK_MS } from './index.ts';
import type { FloorEvent } from './index.ts';
import {
  asked,
  facts,
  granted,
  inPhase,
  interrupted,
  missing,
  open,
  released,
  returned,
  resumed,
  silenced,
  started,
  withFacts,
  type Story,
} from './stories.fixture.ts';

const grant = (n: number, limitSeconds?: number): FloorCommand => ({
  type: 'floor.grant',
  requestId: requestNo(n),
  ...(limitSeconds === undefined ? {} : { limitSeconds }),
});
const grantSite = (n: number, named: number | null = n): FloorCommand => ({
  type: 'floor.grantSite',
  siteId: site(n),
  speakerId: named === null ? null : speaker(named),
  kind: 'response',
});
const next = (endTurn: number | null, n: number): FloorCommand => ({
  type: 'floor.next',
  endTurnId: endTurn === null ? null : turnNo(endTurn),
  requestId: requestNo(n),
});
const of = <T extends FloorCommand['type']>(type: T, n: number) => ({ type, turnId: turnNo(n) });
const newlyGranted = (n: number, changed: Partial<Extract<FloorEvent, { type: 'floorGranted' }>> = {}): FloorEvent => ({
  ...granted(n),
  turnId: newTurn(1),
  requestId: requestNo(n),
  ...changed,
});

describe('F13: the floor is given to a request that waits, or to a site unasked', () => {
  it('F13: a named request gets the floor and leaves the queue', () => {
    expect(open(asked(1), asked(2)).when(grant(2))).toEqual(yields(newlyGranted(2)));
    const { state } = open(asked(1), asked(2), newlyGranted(2));
    expect(state.queue.map((r) => r.requestId)).toEqual([requestNo(1)]);
    expect(state.turn).toMatchObject({ siteId: site(2), speakerId: speaker(2), startedAt: null, interruptedAt: null });
  });

  it('F13: a time limit may be given with it', () => {
    expect(open(asked(1)).when(grant(1, 300))).toEqual(yields(newlyGranted(1, { limitSeconds: 300 })));
  });

  it('F13: a site is called unasked, with or without a name', () => {
    const called = { requestId: null, kind: 'response' } as const;
    expect(open().when(grantSite(3))).toEqual(yields(newlyGranted(3, called)));
    expect(open().when(grantSite(3, null))).toEqual(yields(newlyGranted(3, { ...called, speakerId: null })));
    expect(open().when(grantSite(0)).ok).toBe(true);
    expect(open().when({ ...grantSite(3), limitSeconds: 60 } as FloorCommand)).toEqual(
      yields(newlyGranted(3, { ...called, limitSeconds: 60 })),
    );
  });

  it('F13: one speaks at a time', () => {
    expect(open(asked(1), granted(2)).when(grant(1))).toEqual(refuses('floor.taken'));
    expect(open(granted(2)).when(grantSite(1))).toEqual(refuses('floor.taken'));
  });

  it.each(['prepared', 'paused'] as const)('F13: the floor is not given while the conference is %s', (phase) => {
    expect(withFacts(inPhase(phase), asked(1)).when(grant(1))).toEqual(refuses('floor.not_open'));
    expect(withFacts(inPhase(phase)).when(grantSite(1))).toEqual(refuses('floor.not_open'));
    expect(withFacts(inPhase(phase), asked(1)).when(next(null, 1))).toEqual(refuses('floor.not_open'));
  });

  it('F13: a request that no longer waits gets nothing', () => {
    expect(open().when(grant(1))).toEqual(refuses('floor.request_not_found'));
  });

  it('F13: a site that is not part of the conference gets nothing', () => {
    expect(open().when(grantSite(99))).toEqual(refuses('floor.site_not_invited'));
  });

  it('F13: a site that was removed after it asked gets nothing', () => {
    const removed = facts({ isInvited: (siteId) => siteId !== site(1) });
    expect(withFacts(removed, asked(1)).when(grant(1))).toEqual(refuses('floor.site_not_invited'));
    expect(withFacts(removed, asked(1)).when(next(null, 1))).toEqual(refuses('floor.site_not_invited'));
  });

  it('F13: a site that lost its connection is not called', () => {
    expect(withFacts(missing(1), asked(1)).when(grant(1))).toEqual(refuses('floor.site_lost'));
    expect(withFacts(missing(1)).when(grantSite(1))).toEqual(refuses('floor.site_lost'));
    expect(withFacts(missing(2), asked(1)).when(grant(1)).ok).toBe(true);
  });
});

describe('F8: Tiếp', () => {
  it('F8: Tiếp ends this speech and grants the named request, both or neither', () => {
    expect(open(asked(2), granted(1)).when(next(1, 2))).toEqual(yields(released(1, 'next'), newlyGranted(2)));
    expect(open(granted(1)).when(next(1, 2))).toEqual(refuses('floor.request_not_found'));
    expect(withFacts(missing(2), asked(2), granted(1)).when(next(1, 2))).toEqual(refuses('floor.site_lost'));
  });

  it('F8: with nobody speaking it grants only', () => {
    expect(open(asked(2)).when(next(null, 2))).toEqual(yields(newlyGranted(2)));
    const limited: FloorCommand = { type: 'floor.next', endTurnId: null, requestId: requestNo(2), limitSeconds: 600 };
    expect(open(asked(2)).when(limited)).toEqual(yields(newlyGranted(2, { limitSeconds: 600 })));
  });

  it('F8: a double press, or a press on an old page, calls nobody', () => {
    expect(open(asked(2), asked(3), granted(1)).when(next(9, 2))).toEqual(refuses('floor.turn_changed'));
    expect(open(asked(2), granted(1)).when(next(null, 2))).toEqual(refuses('floor.turn_changed'));
    expect(open(asked(2)).when(next(1, 2))).toEqual(refuses('floor.turn_changed'));
  });
});

describe('F9: ending a speech, and taking the end back', () => {
  it('F9: the speech named is ended', () => {
    expect(open(granted(1)).when(of('floor.end', 1))).toEqual(yields(released(1)));
    expect(open(granted(1), released(1)).state.turn).toBeNull();
  });

  it('F9: it is taken back within 3 s and is the same turn again', () => {
    const before = open(granted(1, 300), started(1));
    expect(open(granted(1), released(1), later(TAKE_BACK_MS)).when(of('floor.takeBack', 1))).toEqual(
      yields(returned(1)),
    );
    expect(open(granted(1, 300), started(1), released(1), returned(1)).state.turn).toEqual(before.state.turn);
  });

  it('F9: after 3 s it is too late', () => {
    expect(TAKE_BACK_MS).toBe(3000);
    const late = open(granted(1), released(1), later(TAKE_BACK_MS + 1));
    expect(late.when(of('floor.takeBack', 1))).toEqual(refuses('floor.too_late'));
  });

  it('F9: nothing is taken back once another was granted, nor twice, nor another turn', () => {
    const back = of('floor.takeBack', 1);
    expect(open(granted(1), released(1, 'next'), granted(2)).when(back)).toEqual(refuses('floor.turn_changed'));
    expect(open(granted(1), released(1), granted(2), released(2)).when(back)).toEqual(refuses('floor.turn_changed'));
    expect(open(granted(1), released(1), returned(1)).when(back)).toEqual(refuses('floor.turn_changed'));
    expect(open(granted(1)).when(back)).toEqual(refuses('floor.turn_changed'));
    expect(open().when(back)).toEqual(refuses('floor.turn_changed'));
  });

  it.each(['next', 'paused', 'closed'] as const)('F9: an end by %s is not taken back', (reason) => {
    expect(open(granted(1), released(1, reason)).when(of('floor.takeBack', 1))).toEqual(refuses('floor.turn_changed'));
  });

  it('F9: nothing is taken back during a pause', () => {
    const back = of('floor.takeBack', 1);
    expect(withFacts(inPhase('paused'), granted(1), released(1)).when(back)).toEqual(refuses('floor.not_open'));
  });

  it('F9: a speech that was silenced comes back silenced', () => {
    const { state } = open(granted(1), silenced(1), released(1), returned(1));
    expect(state.silenced).toEqual([site(1)]);
    expect(open(granted(1), silenced(1), released(1)).state.silenced).toEqual([]);
    expect(open(granted(1), released(1), returned(1)).state.silenced).toEqual([]);
  });

  it('F9: an event without a speech to end or to return changes nothing', () => {
    expect(open(released(1)).state).toEqual(open().state);
    expect(open(returned(1)).state).toEqual(open().state);
  });
});

describe('F10: a time limit is a sign, never a cut-off', () => {
  const limit = (n: number, limitSeconds: number | null) =>
    ({ type: 'timeLimitSet', turnId: turnNo(n), limitSeconds }) as const;

  it('F10: it is set, lifted and extended', () => {
    expect(open(granted(1)).when({ ...of('floor.setLimit', 1), limitSeconds: 120 })).toEqual(yields(limit(1, 120)));
    expect(open(granted(1, 120)).when({ ...of('floor.setLimit', 1), limitSeconds: null })).toEqual(
      yields(limit(1, null)),
    );
    expect(open(granted(1, 120)).when({ ...of('floor.extend', 1), bySeconds: 60 })).toEqual(yields(limit(1, 180)));
    expect(open(granted(1)).when({ ...of('floor.extend', 1), bySeconds: 60 })).toEqual(yields(limit(1, 60)));
    expect(open(granted(1), limit(1, 120)).state.turn?.limitSeconds).toBe(120);
  });

  it('F10: it grows to four hours at most', () => {
    const long = open(granted(1, MAX_LIMIT_SECONDS - 10));
    expect(long.when({ ...of('floor.extend', 1), bySeconds: 60 })).toEqual(yields(limit(1, MAX_LIMIT_SECONDS)));
    expect(MAX_LIMIT_SECONDS).toBe(4 * 3600);
  });

  it('F10: a turn long over its limit is still there', () => {
    expect(open(granted(1, 10), started(1), later(3_600_000)).state.turn?.turnId).toBe(turnNo(1));
  });

  it.each([9, MAX_LIMIT_SECONDS + 1, 10.5, '60'])('F10: a limit of %j is no valid command', (limitSeconds) => {
    expect(FloorCommand.safeParse({ ...of('floor.setLimit', 1), limitSeconds }).success).toBe(false);
  });
});

describe('F11: silencing shuts a microphone and keeps the turn', () => {
  const silence = (n: number): FloorCommand => ({ type: 'floor.silence', siteId: site(n) });
  const lift = (n: number): FloorCommand => ({ type: 'floor.liftSilence', siteId: site(n) });
  const all: FloorCommand = { type: 'floor.silenceAll' };

  it('F11: the site with the floor, or the hall, is silenced', () => {
    expect(open(granted(1)).when(silence(1))).toEqual(yields(silenced(1)));
    expect(open(granted(1)).when(silence(0))).toEqual(yields(silenced(0)));
    const { state } = open(granted(1), silenced(1));
    expect([state.turn?.turnId, state.silenced]).toEqual([turnNo(1), [site(1)]]);
  });

  it('F11: a site whose microphone is shut anyway is refused', () => {
    expect(open(granted(1)).when(silence(2))).toEqual(refuses('floor.not_speaking'));
    expect(open().when(silence(1))).toEqual(refuses('floor.not_speaking'));
  });

  it('F11: twice is once', () => {
    expect(open(granted(1), silenced(1)).when(silence(1))).toEqual(yields());
    expect(open(granted(1), silenced(1), silenced(1)).state.silenced).toEqual([site(1)]);
    expect(open(granted(1), silenced(1)).when(all)).toEqual(yields());
  });

  it('F11: all but the hall', () => {
    expect(open(granted(1)).when(all)).toEqual(yields(silenced(1)));
    expect(open(granted(0)).when(all)).toEqual(yields());
    expect(open().when(all)).toEqual(yields());
  });

  it('F11: the silence is lifted by a desk, by the next grant of that site, and with the end of its turn', () => {
    expect(open(granted(1), silenced(1)).when(lift(1))).toEqual(
      yields({ type: 'microphoneRestored', siteId: site(1) }),
    );
    expect(open(granted(1)).when(lift(1))).toEqual(yields());
    expect(open(silenced(0), { type: 'microphoneRestored', siteId: hall }).state.silenced).toEqual([]);
    expect(open(silenced(0), granted(0)).state.silenced).toEqual([]);
    expect(open(granted(1), silenced(1), released(1)).state.silenced).toEqual([]);
  });

  it('F11: the hall stays silenced while others speak', () => {
    expect(open(silenced(0), granted(1), released(1), granted(2)).state.silenced).toEqual([hall]);
  });
});

describe('F12: an interruption keeps the turn', () => {
  const resume = of('floor.resumeTurn', 1);

  it('F12: the moderator resumes it once the site is back', () => {
    expect(open(granted(1), interrupted(1)).when(resume)).toEqual(yields(resumed(1)));
    expect(withFacts(missing(1), granted(1), interrupted(1)).when(resume)).toEqual(refuses('floor.site_lost'));
    expect(open(granted(1), interrupted(1), resumed(1)).state.turn?.interruptedAt).toBeNull();
  });

  it('F12: what was not interrupted is not resumed', () => {
    expect(open(granted(1)).when(resume)).toEqual(refuses('floor.not_interrupted'));
    expect(open(granted(1), interrupted(1), resumed(1)).when(resume)).toEqual(refuses('floor.not_interrupted'));
  });

  it('F12: an interrupted turn can be ended, and others called', () => {
    expect(open(granted(1), interrupted(1)).when(of('floor.end', 1))).toEqual(yields(released(1)));
    expect(open(asked(2), granted(1), interrupted(1)).when(next(1, 2)).ok).toBe(true);
  });
});

describe('F14: commands name the turn that they mean', () => {
  const commands: FloorCommand[] = [
    of('floor.end', 2),
    { ...of('floor.setLimit', 2), limitSeconds: 60 },
    { ...of('floor.extend', 2), bySeconds: 60 },
    of('floor.resumeTurn', 2),
    { ...of('floor.nameSpeaker', 2), speakerId: speaker(1) },
    of('floor.startSpeech', 2),
  ];

  it.each(commands)('F14: $type for another turn, or for none, is refused', (command) => {
    expect(open(granted(1)).when(command)).toEqual(refuses('floor.turn_changed'));
    expect(open(granted(2), released(2)).when(command)).toEqual(refuses('floor.turn_changed'));
    expect(open().when(command)).toEqual(refuses('floor.turn_changed'));
  });

  it('F14: nothing at all is done after the end, or where there is no conference', () => {
    const others: FloorCommand[] = [
      grant(1),
      grantSite(1),
      next(null, 1),
      { type: 'floor.silenceAll' },
      { type: 'floor.resetStandby' },
    ];
    for (const command of [...commands, ...others]) {
      expect(withFacts(inPhase('closed'), asked(1)).when(command)).toEqual(refuses('floor.closed'));
      expect(withFacts(inPhase('absent')).when(command)).toEqual(refuses('floor.not_open'));
    }
  });
});

describe('F15: names live in tables; events carry the id', () => {
  it('F15: who speaks is named, or named anew, during the turn', () => {
    const name: FloorCommand = { ...of('floor.nameSpeaker', 1), speakerId: speaker(7) };
    const named = { type: 'speakerNamed', turnId: turnNo(1), speakerId: speaker(7) } as const;
    expect(open({ ...granted(1), speakerId: null }).when(name)).toEqual(yields(named));
    expect(open({ ...granted(1), speakerId: null }, named).state.turn?.speakerId).toBe(speaker(7));
  });

  it('F15: a correction tells every page to read the name again and changes nothing else', () => {
    const corrected = { type: 'speakerCorrected', speakerId: speaker(1) } as const;
    expect(open(granted(1)).when({ type: 'floor.correctSpeaker', speakerId: speaker(1) })).toEqual(yields(corrected));
    expect(open(granted(1), corrected).state).toEqual(open(granted(1)).state);
    expect(redactFloor(corrected)).toEqual(corrected);
  });
});

describe('F18: a grant taken back', () => {
  const backGrant: FloorEvent = { type: 'grantTakenBack', turnId: turnNo(2) };
  const spoken = [asked(2), asked(3), granted(1), started(1), later(60_000)];
  const toTwo = { ...granted(2), requestId: requestNo(2) };
  const given = [...spoken, released(1, 'next'), toTwo, later(2000)];

  it('F18: the request waits again at its place, the speech that it ended goes on with its clock', () => {
    expect(open(...given).when(of('floor.takeBackGrant', 2))).toEqual(yields(backGrant));
    const { state } = open(...given, backGrant);
    const before = open(...spoken).state;
    expect(state.queue).toEqual(before.queue);
    expect(state.turn).toEqual({ ...before.turn, stoppedMs: 2000 });
    expect(state.spoken[speaker(1)]?.times).toBe(0);
  });

  it('F18, F2: who asked for the same again in between waits once', () => {
    const again = { ...asked(9, 2), speakerId: speaker(2) };
    const { state } = open(...given, again, backGrant);
    expect(state.queue.map(({ requestId }) => requestId)).toEqual([requestNo(3), requestNo(9)]);
  });

  it('F18: given while nobody spoke, nobody speaks again', () => {
    const { state } = open(asked(2), toTwo, backGrant);
    expect([state.turn, state.queue.length, state.granted]).toEqual([null, 1, null]);
  });

  it('F18: the silence of the speech that goes on comes back with it', () => {
    const { state } = open(granted(1), silenced(1), released(1, 'next'), toTwo, silenced(0), backGrant);
    expect(new Set(state.silenced)).toEqual(new Set([site(1), hall]));
  });

  it('F18: not later than 3 s, not for another turn, not once it has ended, not in a pause', () => {
    const refused = (...story: Story) => open(...story).when(of('floor.takeBackGrant', 2));
    expect(refused(...given, later(1001))).toEqual(refuses('floor.too_late'));
    expect(refused(granted(1))).toEqual(refuses('floor.turn_changed'));
    expect(refused(toTwo, released(2))).toEqual(refuses('floor.turn_changed'));
    expect(withFacts(inPhase('paused'), ...given).when(of('floor.takeBackGrant', 2))).toEqual(
      refuses('floor.not_open'),
    );
  });
});

describe('F8: Tiếp to a site that is called unasked', () => {
  const nextSite = (endTurn: number | null): FloorCommand => ({
    type: 'floor.nextSite',
    endTurnId: endTurn === null ? null : turnNo(endTurn),
    siteId: site(2),
    speakerId: speaker(2),
    kind: 'discussion',
    limitSeconds: 300,
  });

  it('F8: ends the speech named and gives the floor, both or neither', () => {
    const called = newlyGranted(2, { requestId: null, limitSeconds: 300 });
    expect(open(granted(1)).when(nextSite(1))).toEqual(yields(released(1, 'next'), called));
    expect(open().when(nextSite(null))).toEqual(yields(called));
    expect(open(granted(1)).when(nextSite(null))).toEqual(refuses('floor.turn_changed'));
    expect(withFacts(missing(2), granted(1)).when(nextSite(1))).toEqual(refuses('floor.site_lost'));
  });
});
