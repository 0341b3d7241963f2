import { evolveLive, type LiveEvent } from '@diemcau/domain/live';
import type { DeviceReport, Mine } from '@diemcau/domain/wire';
import { describe, expect, it } from 'vitest';

import { mine, names, opened, prepared, requestId, siteId, T0 } from '../../live/live.fixture.ts';
import { hear, nowOf, troubleOf, VOICE_LEVEL } from './now.ts';
import { codeInLink, typedCode } from '../../seat/user-code.ts';

const reportOf = ({ screen }: Mine): DeviceReport => {
  if (screen.status !== 'present' || !screen.report) throw new Error('the fixture has a report');
  return screen.report;
};
const good = reportOf(mine());
const with_ = (report: Partial<DeviceReport>): Partial<Mine> => ({
  screen: { status: 'present', label: 'x', report: { ...good, ...report } },
});
const now = (more: Partial<Mine> = {}, story = opened(), heard = true) =>
  nowOf(story.live, names, mine(more), { heard, answered: null, confirming: false });

describe('"Việc lúc này"', () => {
  it('first is to confirm the room screen', () => {
    expect(now({ screen: { status: 'none' } })).toEqual({ kind: 'noScreen' });
    expect(now({ screen: { status: 'away', label: 'TV' } })).toEqual({ kind: 'screenAway', label: 'TV' });
  });

  it('then to be seen and heard', () => {
    expect(now({ screen: { status: 'present', label: 'x', report: null } })).toMatchObject({
      check: { status: 'waiting' },
    });
    expect(now({}, opened(), false)).toEqual({ kind: 'check', check: { status: 'silent' } });
    expect(now(with_({ microphone: 'blocked' }))).toMatchObject({ check: { trouble: 'microphoneBlocked' } });
  });

  it('then nothing: the centre hears and sees well', () => {
    expect(now()).toEqual({
      kind: 'ready',
      phase: 'open',
      startsAt: T0,
      isHall: false,
      watched: false,
      speaksFirst: null,
    });
    expect(now({ watchers: 1 }, prepared())).toMatchObject({ phase: 'prepared', watched: true });
  });

  it('F6: before the opening a site is not called, and is told that it speaks first', () => {
    const story = prepared().asks(1);
    const first = { standbyPlace: 1, tally: 'off' } as const;
    expect(now({ ...first, screen: { status: 'none' } }, story)).toEqual({ kind: 'noScreen' });
    expect(now(first, story)).toMatchObject({ kind: 'ready', speaksFirst: { place: 1, person: { name: 'Người 1' } } });
  });

  it('is standing by, with what would keep the site from speaking', () => {
    const story = opened().asks(1);
    expect(now({ standbyPlace: 1, tally: 'standby', ...with_({ camera: 'busy' }) }, story)).toMatchObject({
      kind: 'standby',
      place: 1,
      person: { name: 'Người 1' },
      requestId: requestId(1),
      check: { trouble: 'cameraBusy' },
    });
  });

  it('is being on air before anything else', () => {
    const story = opened().asks(1).granted(1);
    expect(now({ tally: 'onAir', microphone: 'open', ...with_({ line: 'poor' }) }, story)).toMatchObject({
      kind: 'onAir',
      person: { name: 'Người 1' },
      microphone: 'open',
      seen: true,
    });
    expect(now({ microphone: 'open' }, story)).toMatchObject({ kind: 'onAir', seen: false });
    expect(now({ tally: 'onAir' })).toMatchObject({ kind: 'onAir', person: null, turn: null });
  });

  describe('while the centre asks who is there', () => {
    const asks = (story = opened()) => story.do({ type: 'attendance.openRollCall', closesAt: T0 + 600_000 });
    const rollCallIdOf = ({ live }: ReturnType<typeof opened>) => {
      const { rollCall } = live.attendance;
      if (!rollCall) throw new Error('the story has a roll call');
      return rollCall.rollCallId;
    };
    const own = { answered: false, headCount: null, enteredByProvince: false, present: 0, summoned: 0 };
    const told = { ...own, remindedAt: null, checkIn: null };

    it('N5: is to report, before the screen and its check', () => {
      expect(now({ rollCall: told }, asks())).toMatchObject({ kind: 'rollCall', rollCall: { status: 'open' } });
      expect(now({ screen: { status: 'none' } }, asks())).toMatchObject({ kind: 'rollCall' });
      expect(now(with_({ camera: 'busy' }), asks())).toMatchObject({ kind: 'rollCall' });
    });

    it('N14: comes after being on air, and after being called while somebody speaks', () => {
      const called = { standbyPlace: 1, tally: 'standby' } as const;
      const oneSpeaks = asks(opened().asks(2).granted(2).asks(1));
      expect(now(called, oneSpeaks)).toMatchObject({ kind: 'standby' });
      expect(now({ ...called, screen: { status: 'none' } }, oneSpeaks)).toEqual({ kind: 'noScreen' });
      expect(now(called, asks(opened().asks(1)))).toMatchObject({ kind: 'rollCall' });
      expect(now({ tally: 'onAir' }, asks(opened().asks(1).granted(1)))).toMatchObject({ kind: 'onAir' });
    });

    it('P18: on air for the roll call it is to report at once; one on air for another reason is on air', () => {
      const shown = (polling: 'onAir' | 'rollCall') => {
        const story = asks();
        const event: LiveEvent = { type: 'pictureCut', source: { kind: 'site', siteId: siteId(1) }, polling };
        return { live: evolveLive(story.live, { ...event, at: T0 }) };
      };
      const here = { heard: true, answered: null, confirming: false };
      const card = (polling: 'onAir' | 'rollCall', more: Partial<Mine> = {}) =>
        nowOf(shown(polling).live, names, mine({ tally: 'onAir', rollCall: told, ...more }), here);
      expect(card('rollCall')).toMatchObject({ kind: 'rollCall', onAir: true });
      expect(card('rollCall', { rollCall: { ...told, answered: true } })).toMatchObject({ kind: 'onAir' });
      expect(card('rollCall', { tally: 'off' })).toMatchObject({ kind: 'rollCall', onAir: false });
      expect(card('onAir')).toMatchObject({ kind: 'onAir' });
    });

    it('is done once the site has answered, whether the page was told or sent it', () => {
      expect(now({ rollCall: { ...told, answered: true } }, asks())).toMatchObject({ kind: 'ready' });
      const story = asks();
      const here = { heard: true, answered: rollCallIdOf(story), confirming: false };
      expect(nowOf(story.live, names, mine({ rollCall: told }), here)).toMatchObject({ kind: 'ready' });
      const closed = asks();
      closed.do({ type: 'attendance.closeRollCall', rollCallId: rollCallIdOf(closed) });
      expect(now({ rollCall: told }, closed)).toMatchObject({ kind: 'ready' });
    });

    it('waits for a screen whose code was scanned', () => {
      const here = { heard: true, answered: null, confirming: true };
      expect(nowOf(asks().live, names, mine({ screen: { status: 'none' } }), here)).toEqual({ kind: 'noScreen' });
    });
  });

  it('says that the turn is kept while the screen is missing (F12)', () => {
    const story = opened()
      .asks(1)
      .granted(1)
      .do({ type: 'programme.reportMissing', siteId: siteId(1) });
    expect(now({ screen: { status: 'away', label: 'TV' } }, story)).toMatchObject({ kind: 'interrupted' });
  });

  it('ends with the conference', () => {
    expect(now({ screen: { status: 'none' } }, opened().do({ type: 'conference.close' }))).toEqual({ kind: 'closed' });
  });
});

describe('troubleOf', () => {
  it('names the gravest first', () => {
    expect(troubleOf(good)).toBeNull();
    expect(troubleOf({ ...good, line: 'lost', camera: 'missing' })).toBe('lineLost');
    expect(troubleOf({ ...good, camera: 'missing', microphone: 'off' })).toBe('cameraMissing');
    expect(troubleOf({ ...good, needsGesture: true, line: 'poor' })).toBe('needsGesture');
    expect(troubleOf({ ...good, line: 'poor' })).toBe('linePoor');
  });
});

describe('hear', () => {
  const deaf = { microphoneId: 'm', heard: false };

  it('takes a voice, not a hiss, and keeps it', () => {
    expect(hear(deaf, { ...good, level: VOICE_LEVEL / 2 })).toBe(deaf);
    const heard = hear(deaf, { ...good, level: 0.5 });
    expect(heard.heard).toBe(true);
    expect(hear(heard, { ...good, level: 0 })).toBe(heard);
    expect(hear(heard, null)).toBe(heard);
  });

  it('wants another microphone to be heard anew', () => {
    expect(hear({ microphoneId: 'm', heard: true }, { ...good, microphoneId: 'n' })).toEqual({
      microphoneId: 'n',
      heard: false,
    });
  });
});

describe('the code of the room screen', () => {
  it('appears as it is shown while it is typed', () => {
    expect(typedCode('bcdf')).toBe('BCDF');
    expect(typedCode('bcdfg')).toBe('BCDF-G');
    expect(typedCode(' b c-d?f ghjkl')).toBe('BCDF-GHJK');
    expect(typedCode('aeiou')).toBe('');
  });

  it('comes with a scanned link', () => {
    expect(codeInLink('BCDF-GHJK')).toBe('BCDF-GHJK');
    expect(codeInLink('#code=bcdfghjk')).toBe('BCDF-GHJK');
    expect(codeInLink('')).toBeNull();
    expect(codeInLink('hello')).toBeNull();
    expect(codeInLink('%E0%A4%A')).toBeNull();
  });
});
