import { describe, expect, it } from 'vitest';
import {
  newRollCall,
  newTurn,
  pollingNo,
  refuses,
  requestNo,
  site,
  speaker,
  START,
  turnNo,
  yields,
} from '../kernel/given.fixture.ts';
import {
  asked,
  from,
  granted,
  invited,
  onAir,
  opened,
  prepared,
  ready,
  standby,
  standing,
  story,
  titled,
  type Story,
} from './stories.fixture.ts';
import type { PollingMode } from '../programme/index.ts';
import type { Command, LiveEvent } from './index.ts';

const speaking: Story = [...opened, granted(1), onAir(1)];
const lost = (n: number): LiveEvent => ({ type: 'sourceLost', siteId: site(n) });
const back = (n: number): LiveEvent => ({ type: 'sourceBack', siteId: site(n) });
const missing = (n: number): Command => ({ type: 'programme.reportMissing', siteId: site(n) });
const returns = (n: number): Command => ({ type: 'programme.reportBack', siteId: site(n) });
const interrupted: LiveEvent = { type: 'turnInterrupted', turnId: turnNo(1) };
const resumed: LiveEvent = { type: 'turnResumed', turnId: turnNo(1) };
const returned: LiveEvent = { type: 'floorReturned', turnId: turnNo(1) };
const released = (reason: 'ended' | 'next' | 'paused' | 'closed'): LiveEvent => ({
  type: 'floorReleased',
  turnId: turnNo(1),
  reason,
});
const byHand: LiveEvent = { type: 'programmeModeSet', mode: 'manual' };
const grantedTo = (n: number, requestId: number | null): LiveEvent =>
  ({
    ...granted(n),
    turnId: newTurn(1),
    requestId: requestId === null ? null : requestNo(requestId),
  }) as LiveEvent;

describe('one command, one batch', () => {
  it('C3, P2: opening puts the hall on air', () => {
    expect(story(...ready).when({ type: 'conference.open' })).toEqual(yields({ type: 'conferenceOpened' }, onAir(0)));
  });

  it('F6: a request puts its site on stand-by in the same append', () => {
    const ask: Command = {
      type: 'floor.request',
      requestId: requestNo(1),
      siteId: site(1),
      speakerId: speaker(1),
      kind: 'discussion',
    };
    expect(story(...opened).when(ask)).toEqual(yields(asked(1), standby('auto', standing(1))));
  });

  it('F6: a third request changes nobody who stands by', () => {
    const two: Story = [asked(1), asked(2), standby('auto', standing(1), standing(2))];
    const ask: Command = {
      type: 'floor.request',
      requestId: requestNo(3),
      siteId: site(3),
      speakerId: speaker(3),
      kind: 'discussion',
    };
    expect(story(...opened, ...two).when(ask)).toEqual(yields(asked(3)));
  });

  it('P9: giving the floor and cutting to the speaker are one append', () => {
    const waiting: Story = [...opened, asked(1), standby('auto', standing(1))];
    const grant: Command = { type: 'floor.grant', requestId: requestNo(1) };
    expect(story(...waiting).when(grant)).toEqual(yields(grantedTo(1, 1), standby('auto'), onAir(1)));
  });

  it('F8, P9: Tiếp ends, grants, calls the next two and cuts, all in one append', () => {
    const waiting: Story = [...speaking, asked(2), asked(3), asked(4), standby('auto', standing(2), standing(3))];
    const next: Command = { type: 'floor.next', endTurnId: turnNo(1), requestId: requestNo(2) };
    expect(story(...waiting).when(next)).toEqual(
      yields(released('next'), grantedTo(2, 2), standby('auto', standing(3), standing(4)), onAir(2)),
    );
  });

  it('F8: refused, it does nothing at all', () => {
    const next: Command = { type: 'floor.next', endTurnId: turnNo(1), requestId: requestNo(2) };
    expect(story(...speaking).when(next)).toEqual(refuses('floor.request_not_found'));
  });

  it('F9, P2: the end of a speech leaves the hall on air; taking it back cuts to the speaker again', () => {
    expect(story(...speaking).when({ type: 'floor.end', turnId: turnNo(1) })).toEqual(
      yields(released('ended'), onAir(0)),
    );
    const ended = story(...speaking, released('ended'), onAir(0));
    expect(ended.when({ type: 'floor.takeBack', turnId: turnNo(1) })).toEqual(yields(returned, onAir(1)));
  });

  it('P3: taken over, giving the floor cuts nothing', () => {
    const grantSite: Command = { type: 'floor.grantSite', siteId: site(1), speakerId: speaker(1), kind: 'discussion' };
    expect(story(...opened, byHand).when(grantSite)).toEqual(yields(grantedTo(1, null)));
  });

  it('P3: giving back cuts to who speaks now', () => {
    const overruled = story(...speaking, byHand, onAir(3));
    const following: LiveEvent = { type: 'programmeModeSet', mode: 'follow' };
    expect(overruled.when({ type: 'programme.follow' })).toEqual(yields(following, onAir(1)));
  });
});

describe('phases end what must end', () => {
  it('C4: a pause ends the turn and leaves the hall on air', () => {
    const pause: Command = { type: 'conference.pause' };
    expect(story(...speaking).when(pause)).toEqual(yields({ type: 'conferencePaused' }, released('paused'), onAir(0)));
    expect(story(...opened).when(pause)).toEqual(yields({ type: 'conferencePaused' }));
  });

  it('C4: resuming gives the floor to nobody', () => {
    const paused = story(...speaking, { type: 'conferencePaused' }, released('paused'), onAir(0));
    expect(paused.when({ type: 'conference.resume' })).toEqual(yields({ type: 'conferenceResumed' }));
    expect(paused.state.floor.turn).toBeNull();
  });

  it('C4: a pause takes the picture from the operator, who keeps it by hand afterwards', () => {
    const taken = story(...opened, byHand, onAir(2));
    expect(taken.when({ type: 'conference.pause' })).toEqual(yields({ type: 'conferencePaused' }, onAir(0)));
  });

  it('C5: closing ends the turn and leaves the title card', () => {
    const close: Command = { type: 'conference.close' };
    expect(story(...speaking).when(close)).toEqual(yields({ type: 'conferenceClosed' }, released('closed'), titled));
  });

  it('C5: after the end nothing is done, each with its own sentence', () => {
    const closed = story(...opened, { type: 'conferenceClosed' }, titled);
    expect(closed.when({ type: 'conference.open' })).toEqual(refuses('conference.closed'));
    expect(closed.when({ type: 'floor.silenceAll' })).toEqual(refuses('floor.closed'));
    expect(closed.when({ type: 'programme.follow' })).toEqual(refuses('programme.closed'));
  });
});

describe('a site that is missing', () => {
  it('F12, P6: the site on air missing: the hall on air, the turn kept', () => {
    expect(story(...speaking).when(missing(1))).toEqual(yields(lost(1), interrupted, onAir(0)));
    const { state } = story(...speaking, lost(1), interrupted, onAir(0));
    expect(state.floor.turn?.turnId).toBe(turnNo(1));
  });

  it('F12: its return alone gives it nothing back; the moderator resumes with one key', () => {
    const gone: Story = [...speaking, lost(1), interrupted, onAir(0)];
    const resume: Command = { type: 'floor.resumeTurn', turnId: turnNo(1) };
    expect(story(...gone).when(returns(1))).toEqual(yields(back(1)));
    expect(story(...gone).when(resume)).toEqual(refuses('floor.site_lost'));
    expect(story(...gone, back(1)).when(resume)).toEqual(yields(resumed, onAir(1)));
  });

  it('P6: the hall missing between speeches: the title card, and the hall again when it is back', () => {
    expect(story(...opened).when(missing(0))).toEqual(yields(lost(0), titled));
    expect(story(...opened, lost(0), titled).when(returns(0))).toEqual(yields(back(0), onAir(0)));
  });

  it('P10: taken over, a source that comes back waits for the operator', () => {
    const gone: Story = [...opened, byHand, onAir(2), lost(2), onAir(0)];
    expect(story(...opened, byHand, onAir(2)).when(missing(2))).toEqual(yields(lost(2), onAir(0)));
    expect(story(...gone).when(returns(2))).toEqual(yields(back(2)));
  });

  it('F9, F12: an end taken back while the site is missing is an interrupted turn', () => {
    const ended: Story = [...speaking, released('ended'), onAir(0), lost(1)];
    expect(story(...ended).when({ type: 'floor.takeBack', turnId: turnNo(1) })).toEqual(
      yields<LiveEvent>(returned, interrupted),
    );
  });

  it('P6: one that is nowhere on air changes only the list of who is missing', () => {
    expect(story(...speaking).when(missing(3))).toEqual(yields(lost(3)));
  });
});

describe('C7: a site that is removed leaves the queue and stand-by', () => {
  const remove: Command = { type: 'conference.uninvite', siteIds: [site(1)] };
  const removed: LiveEvent = { type: 'sitesUninvited', siteIds: [site(1)], total: 3 };
  const gone = (n: number): LiveEvent => ({ type: 'floorWithdrawn', requestId: requestNo(n) });

  it('C7: its requests are withdrawn in the same append', () => {
    const waiting: Story = [...ready, asked(1), asked(2), asked(7, 1), standby('auto', standing(1), standing(2))];
    expect(story(...waiting).when(remove)).toEqual(yields(removed, gone(1), gone(7), standby('auto', standing(2))));
  });

  it('C7: named by hand, it stands by no more', () => {
    const named: Story = [...ready, standby('manual', standing(1, null), standing(2, null))];
    expect(story(...named).when(remove)).toEqual(yields(removed, standby('manual', standing(2, null))));
  });
});

describe('F6: stand-by by hand keeps up with the queue', () => {
  const named: Story = [...opened, asked(1), asked(3), standby('manual', standing(3))];

  it('F6: a request that is withdrawn is no longer the one that stands by; its site is', () => {
    expect(story(...named).when({ type: 'floor.withdraw', requestId: requestNo(3) })).toEqual(
      yields({ type: 'floorWithdrawn', requestId: requestNo(3) }, standby('manual', standing(3, null))),
    );
  });

  it('F6: a site that stands by and then asks stands by with its request', () => {
    const silent: Story = [...opened, standby('manual', standing(2, null))];
    const ask: Command = {
      type: 'floor.request',
      requestId: requestNo(2),
      siteId: site(2),
      speakerId: speaker(2),
      kind: 'discussion',
    };
    expect(story(...silent).when(ask)).toEqual(yields(asked(2), standby('manual', standing(2))));
  });
});

describe('routing', () => {
  it('C1: nothing is done where there is no conference, each slice with its own sentence', () => {
    expect(story().when({ type: 'conference.open' })).toEqual(refuses('conference.not_found'));
    expect(story().when({ type: 'floor.silenceAll' })).toEqual(refuses('floor.not_open'));
    expect(story().when({ type: 'programme.cut', source: from(0) })).toEqual(refuses('programme.closed'));
    const prepare: Command = {
      type: 'conference.prepare',
      kind: 'conference',
      startsAt: prepared.startsAt,
      hallId: site(0),
      siteLimit: 100,
    };
    expect(story().when(prepare)).toEqual(yields(prepared));
  });

  it('C2: each slice knows who is invited', () => {
    const some = story(prepared, invited(1), { type: 'conferenceOpened' }, onAir(0));
    expect(some.when({ type: 'programme.cut', source: from(2) })).toEqual(refuses('programme.site_not_invited'));
    expect(some.when({ type: 'floor.setStandby', siteIds: [site(2)] })).toEqual(refuses('floor.site_not_invited'));
  });
});

describe('what takes the picture from a polling, in one append', () => {
  const pollingId = pollingNo(1);
  const started = (mode: PollingMode): LiveEvent => ({
    type: 'pollingStarted',
    pollingId,
    mode,
    siteIds: [site(2)],
    seconds: 10,
    repeat: false,
    followed: true,
  });
  const stepped: LiveEvent = { type: 'pollingStepped', pollingId, move: 1, place: 0, passedOver: [], seconds: 10 };
  const shown = (polling: 'onAir' | 'rollCall'): LiveEvent => ({ type: 'pictureCut', source: from(2), polling });
  const asking: LiveEvent = { type: 'rollCallOpened', rollCallId: newRollCall(1), closesAt: START + 60_000 };
  const follows: LiveEvent = { type: 'programmeModeSet', mode: 'follow' };
  const polled = (mode: 'onAir' | 'rollCall'): Story => [
    ...opened,
    asking,
    started(mode),
    byHand,
    stepped,
    shown(mode),
  ];
  const grant: Command = {
    type: 'floor.grantSite',
    siteId: site(1),
    speakerId: speaker(1),
    kind: 'discussion',
    limitSeconds: null,
  };

  it('P16: a speech that begins suspends it, and the speaker is on air', () => {
    expect(story(...polled('onAir')).when(grant)).toEqual(
      yields(grantedTo(1, null), { type: 'pollingPaused', pollingId, reason: 'speech' }, follows, onAir(1)),
    );
    const inPreview = [...opened, started('preview'), stepped, { type: 'previewSet', source: from(2) }] as Story;
    expect(story(...inPreview).when(grant)).toEqual(yields(grantedTo(1, null), onAir(1)));
  });

  it('P16: a pause suspends it, the hall is on air; the end stops it', () => {
    const pause = story(...polled('onAir')).when({ type: 'conference.pause' });
    expect(pause).toEqual(
      yields({ type: 'conferencePaused' }, { type: 'pollingPaused', pollingId, reason: 'pause' }, follows, onAir(0)),
    );
    const closed = story(...polled('onAir')).when({ type: 'conference.close' });
    expect(closed.ok && closed.value.map(({ type }) => type)).toEqual([
      'conferenceClosed',
      'rollCallClosed',
      'pollingStopped',
      'programmeModeSet',
      'pictureCut',
    ]);
  });

  it('P18: with its roll call, a roll call on air ends; another polling goes on', () => {
    const close: Command = { type: 'attendance.closeRollCall', rollCallId: newRollCall(1) };
    const closed: LiveEvent = { type: 'rollCallClosed', rollCallId: newRollCall(1) };
    expect(story(...polled('rollCall')).when(close)).toEqual(
      yields(closed, { type: 'pollingStopped', pollingId, reason: 'rollCall' }, follows, onAir(0)),
    );
    expect(story(...polled('onAir')).when(close)).toEqual(yields(closed));
  });

  it('P6: a site on air that is lost gives way to the hall, and the polling goes on', () => {
    const { when } = story(...polled('onAir'));
    expect(when(missing(2))).toEqual(yields(lost(2), onAir(0)));
  });
});
