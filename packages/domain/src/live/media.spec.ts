import { describe, expect, it } from 'vitest';
import { contentNo, hall, site, turnNo } from '../kernel/given.fixture.ts';
import { desiredMedia, entitledToSpeak, identityOf, shownToAll, type LiveEvent } from './index.ts';
import {
  asked,
  granted,
  onAir,
  opened,
  ready,
  roomSeat,
  seats,
  standby,
  standing,
  story,
  titled,
  type Story,
} from './stories.fixture.ts';

const ALL = ['camera', 'microphone', 'screen_share', 'screen_share_audio'];
const speaking: Story = [...opened, granted(1), onAir(1)];
const silenced = (n: number): LiveEvent => ({ type: 'microphonesSilenced', siteIds: [site(n)] });
const interrupted: LiveEvent = { type: 'turnInterrupted', turnId: turnNo(1) };
const paused: Story = [
  { type: 'conferencePaused' },
  { type: 'floorReleased', turnId: turnNo(1), reason: 'paused' },
  onAir(0),
];

const heard = (...steps: Story) => [...entitledToSpeak(story(...steps).state)];
const shown = (...steps: Story) => [...shownToAll(story(...steps).state)];
const members = (...steps: Story) => desiredMedia(story(...steps).state, seats);
const room = (n: number, ...steps: Story) => members(...steps).find((m) => m.role === 'room' && m.siteId === site(n));

describe('M1: who may be heard', () => {
  it('M1: the hall while it is open or paused, and the site whose turn it is', () => {
    expect(heard(...opened)).toEqual([hall]);
    expect(heard(...speaking)).toEqual([hall, site(1)]);
    expect(heard(...speaking, ...paused)).toEqual([hall]);
    expect(heard(...opened, granted(0))).toEqual([hall]);
  });

  it('M1: nobody before the opening, after the end, or where there is no conference', () => {
    expect(heard()).toEqual([]);
    expect(heard(...ready)).toEqual([]);
    expect(heard(...speaking, { type: 'conferenceClosed' })).toEqual([]);
  });

  it('M1: who stands by or is on air by hand is not heard', () => {
    const shownByHand: Story = [
      asked(2),
      standby('auto', standing(2)),
      { type: 'programmeModeSet', mode: 'manual' },
      onAir(3),
    ];
    expect(heard(...speaking, ...shownByHand)).toEqual([hall, site(1)]);
  });

  it('M1: even a turn that outlived its phase would not be heard', () => {
    expect(heard(...speaking, { type: 'conferencePaused' })).toEqual([hall]);
  });
});

describe('M2: who is silenced is not heard', () => {
  it('M2: neither the site whose turn it is, nor the hall', () => {
    expect(heard(...speaking, silenced(1))).toEqual([hall]);
    expect(heard(...speaking, silenced(0))).toEqual([site(1)]);
    expect(heard(...speaking, silenced(0), silenced(1))).toEqual([]);
    expect(heard(...speaking, silenced(1), { type: 'microphoneRestored', siteId: site(1) })).toEqual([hall, site(1)]);
  });
});

describe('M3: an interrupted turn has no microphone', () => {
  it('M3: until the moderator resumes it', () => {
    const gone: Story = [...speaking, { type: 'sourceLost', siteId: site(1) }, interrupted, onAir(0)];
    expect(heard(...gone)).toEqual([hall]);
    expect(heard(...gone, { type: 'sourceBack', siteId: site(1) })).toEqual([hall]);
    expect(heard(...gone, { type: 'sourceBack', siteId: site(1) }, { type: 'turnResumed', turnId: turnNo(1) })).toEqual(
      [hall, site(1)],
    );
  });
});

describe('M4: who publishes', () => {
  it('M4: room screens alone; chair, moderator, operator and observer publish nothing', () => {
    const others = members(...speaking).filter((m) => m.role !== 'room');
    expect(others.map((m) => [m.role, m.sources])).toEqual([
      ['chair', []],
      ['chair', []],
      ['moderator', []],
      ['operator', []],
      ['observer', []],
    ]);
  });

  it('M4: a room screen without a site publishes nothing', () => {
    const lonely = { ...roomSeat(1), siteId: null };
    expect(desiredMedia(story(...speaking).state, [lonely])[0]?.sources).toEqual([]);
  });

  it("M4: a clerk's page is no member: it sees and hears through its room screen", () => {
    expect(members(...speaking).some((m) => m.role === 'clerk')).toBe(false);
  });

  it('M4: the technical desk is no member', () => {
    const technician = { ...roomSeat(1), role: 'technician' as const, siteId: null };
    expect(desiredMedia(story(...speaking).state, [technician])).toEqual([]);
  });
});

describe('M5: what each room screen may publish', () => {
  it('M5: a site its camera; with the floor its microphone too', () => {
    expect(room(1, ...opened)?.sources).toEqual(['camera']);
    expect(room(1, ...opened, standby('manual', standing(1, null)))?.sources).toEqual(['camera']);
    expect(room(1, ...speaking)?.sources).toEqual(['camera', 'microphone']);
    expect(room(2, ...speaking)?.sources).toEqual(['camera']);
    expect(room(1, ...speaking, silenced(1))?.sources).toEqual(['camera']);
    expect(room(1, ...speaking, interrupted)?.sources).toEqual(['camera']);
  });

  it('M5: the hall all four while open or paused, its camera alone before, and while silenced', () => {
    expect(room(0, ...opened)?.sources).toEqual(ALL);
    expect(room(0, ...speaking, ...paused)?.sources).toEqual(ALL);
    expect(room(0, ...ready)?.sources).toEqual(['camera']);
    expect(room(0, ...opened, silenced(0))?.sources).toEqual(['camera']);
  });
});

describe('M16: who takes part alone', () => {
  const alone = (...events: Story) => {
    const seat = { ...roomSeat(1), role: 'delegate' } as const;
    return desiredMedia(story(...events).state, [seat])[0];
  };

  it('M16: sends nothing until it stands by; then its camera; with the floor its microphone too', () => {
    expect(alone(...ready)?.sources).toEqual([]);
    expect(alone(...opened)?.sources).toEqual([]);
    expect(alone(...opened, standby('manual', standing(1, null)))?.sources).toEqual(['camera']);
    expect(alone(...speaking)?.sources).toEqual(['camera', 'microphone']);
    expect(alone(...speaking, silenced(1))?.sources).toEqual(['camera']);
    expect(alone(...speaking, interrupted)?.sources).toEqual(['camera']);
    expect(alone(...speaking, ...paused)?.sources).toEqual([]);
  });

  it('M16: is a member that all see, as a room screen is', () => {
    expect(alone(...opened)).toMatchObject({ hidden: false, audience: 'desks', siteId: site(1) });
  });
});

describe('M17: content', () => {
  const shows = (n: number, from: 'camera' | 'screen'): LiveEvent => ({
    type: 'contentStarted',
    contentId: contentNo(1),
    siteId: site(n),
    from,
  });
  const clerk = (n: number, ...events: Story) =>
    members(...events).find((m) => m.role === 'clerk' && m.siteId === site(n));

  it("M17: a second camera is sent by the room's screen, beside what it may send anyway", () => {
    expect(room(1, ...speaking, shows(1, 'camera'))?.sources).toEqual(['camera', 'microphone', 'screen_share']);
    expect(room(1, ...speaking, silenced(1), shows(1, 'camera'))?.sources).toEqual(['camera', 'screen_share']);
    expect(room(0, ...opened, silenced(0), shows(0, 'camera'))?.sources).toEqual(['camera', 'screen_share']);
    expect(room(2, ...speaking, shows(1, 'camera'))?.sources).toEqual(['camera']);
    expect(clerk(1, ...speaking, shows(1, 'camera'))).toBeUndefined();
  });

  it("M17: a screen by the clerk's page, which is a member for so long: no microphone, no camera, no sound", () => {
    expect(clerk(1, ...speaking)).toBeUndefined();
    expect(clerk(1, ...speaking, shows(1, 'screen'))?.sources).toEqual(['screen_share']);
    expect(clerk(2, ...speaking, shows(1, 'screen'))).toBeUndefined();
    expect(room(1, ...speaking, shows(1, 'screen'))?.sources).toEqual(['camera', 'microphone']);
    const over: LiveEvent = { type: 'contentStopped', contentId: contentNo(1), reason: 'right' };
    expect(clerk(1, ...speaking, shows(1, 'screen'), over)).toBeUndefined();
  });

  it('M17: who takes part alone sends it from the own device', () => {
    const seat = { ...roomSeat(1), role: 'delegate' } as const;
    for (const from of ['camera', 'screen'] as const)
      expect(desiredMedia(story(...speaking, shows(1, from)).state, [seat])[0]?.sources).toEqual([
        'camera',
        'microphone',
        'screen_share',
      ]);
  });
});

describe('M6: who may be seen', () => {
  it('M6: by every room: on air, with the floor, standing by, and the hall', () => {
    expect(shown(...opened)).toEqual([hall]);
    expect(shown(...speaking, standby('auto', standing(2), standing(3)))).toEqual([hall, site(1), site(2), site(3)]);
    expect(shown(...opened, onAir(4))).toEqual([hall, site(4)]);
    expect(shown(...opened, titled)).toEqual([hall]);
  });

  it('M6: before the opening cameras are for the desks only; after the end nobody is seen', () => {
    expect(shown()).toEqual([]);
    expect(shown(...ready, asked(1), standby('auto', standing(1)))).toEqual([]);
    expect(shown(...speaking, { type: 'conferenceClosed' })).toEqual([]);
  });

  it('M6: in a pause nobody but the hall, also who stands by', () => {
    expect(shown(...speaking, standby('auto', standing(2)), ...paused)).toEqual([hall]);
  });

  it('M6: the audience of each member follows', () => {
    const audience = (n: number) => room(n, ...speaking, standby('auto', standing(2)))?.audience;
    expect([0, 1, 2, 3].map(audience)).toEqual(['all', 'all', 'all', 'desks']);
    expect(members(...speaking).find((m) => m.role === 'operator')?.audience).toBe('desks');
  });

  it('M6: the preview opens a camera to nobody else', () => {
    expect(shown(...opened, { type: 'previewSet', source: { kind: 'site', siteId: site(3) } })).toEqual([hall]);
  });
});

describe('M7: members of the stage', () => {
  it('M7: before the opening, for tests; none where there is no conference or after its end', () => {
    expect(members(...ready)).toHaveLength(11);
    expect(members()).toEqual([]);
    expect(members(...speaking, { type: 'conferenceClosed' })).toEqual([]);
  });

  it('M7: observers are hidden, all others are not', () => {
    expect(
      members(...opened)
        .filter((m) => m.hidden)
        .map((m) => m.role),
    ).toEqual(['observer']);
  });
});

describe('M8: identities', () => {
  it('M8: a member is a seat on a device', () => {
    expect(identityOf(roomSeat(1))).toBe(`${roomSeat(1).seatId}:d`);
    const identities = members(...opened).map((m) => m.identity);
    expect(new Set(identities).size).toBe(identities.length);
  });
});
