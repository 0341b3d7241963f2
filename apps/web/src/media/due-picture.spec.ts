import { describe, expect, it } from 'vitest';
import { TurnId, type Layout, type SiteId } from '@diemcau/domain/kernel';
import { initialLive, type Live } from '@diemcau/domain/live';
import type { Source } from '@diemcau/domain/programme';
import { duePicture, isVoiceComing, warmSites } from './due-picture.ts';
import { hallId, meeting } from './meeting.fixture.ts';

const a = '0190aaaa-0000-7000-8000-00000000000a' as SiteId;
const b = '0190aaaa-0000-7000-8000-00000000000b' as SiteId;
const of = (siteId: SiteId): Source => ({ kind: 'site', siteId });

const live = (onAir: Source, lost: readonly SiteId[] = [], standby: readonly SiteId[] = []): Live => ({
  ...meeting(),
  floor: { ...initialLive.floor, standby: standby.map((siteId) => ({ siteId, requestId: null, speakerId: null })) },
  programme: { ...initialLive.programme, onAir, lost },
});

describe('what a room sees of the programme', () => {
  it('is the site on air', () => {
    expect(duePicture(live(of(a)), b)).toEqual({ kind: 'site', siteId: a });
    expect(duePicture(live(of(a)), null)).toEqual({ kind: 'site', siteId: a });
  });
  it('is the hall, for the site that is on air itself', () => {
    expect(duePicture(live(of(a)), a)).toEqual({ kind: 'site', siteId: hallId });
  });
  it('is its own camera when the hall is missing, and for the hall on air', () => {
    expect(duePicture(live(of(a), [hallId]), a)).toEqual({ kind: 'own' });
    expect(duePicture(live(of(hallId)), hallId)).toEqual({ kind: 'own' });
  });
  it('is the title card before the opening', () => {
    expect(duePicture(initialLive, a)).toEqual({ kind: 'title' });
  });
});

describe('M21: what a thin line brings of the programme', () => {
  it('M21: a picture down to stills, none with sound or words alone', () => {
    const shown = (['full', 'small', 'still', 'sound', 'text'] as const).map(
      (step) => duePicture(live(of(a)), b, step).kind,
    );
    expect(shown).toEqual(['site', 'site', 'site', 'title', 'title']);
  });

  it('M21: its own camera, which does not come through the line', () => {
    expect(duePicture(live(of(hallId)), hallId, 'text')).toEqual({ kind: 'own' });
  });

  it('M21: of several sites the one that speaks, else the first that is there', () => {
    const mosaic = live(of(hallId), [a]);
    const layout: Layout = { kind: 'mosaic4', siteIds: [a, b] };
    const programme = { ...mosaic.programme, layout };
    expect(duePicture({ ...mosaic, programme }, null, 'small')).toEqual({ kind: 'site', siteId: b });
    expect(duePicture({ ...mosaic, programme }, null)).toEqual({ kind: 'site', siteId: hallId });
  });

  it('M24: of a site that sends sound alone the title card', () => {
    const heard = live(of(a));
    const programme = { ...heard.programme, lines: { [a]: { down: 'sound', up: 'sound' } } } as const;
    expect(duePicture({ ...heard, programme }, b)).toEqual({ kind: 'title' });
  });
});

describe('the cameras that may be next', () => {
  it('are who stands by and the hall, each once, never its own', () => {
    expect(warmSites(live(of(hallId), [], [a, b]), b)).toEqual([a, hallId]);
    expect(warmSites(live(of(a), [], [hallId]), null)).toEqual([hallId]);
  });
  it('are none before the opening', () => {
    expect(warmSites(initialLive, null)).toEqual([]);
  });
});

describe('a voice that is on its way', () => {
  const granted = (startedAt: number | null, onAir: Source): Live => {
    const state = live(onAir);
    const turn: Live['floor']['turn'] = {
      turnId: TurnId.parse('0190aaaa-0000-7000-8000-0000000000c1'),
      siteId: a,
      requestId: null,
      speakerId: null,
      kind: 'discussion',
      limitSeconds: null,
      grantedAt: 0,
      startedAt,
      stoppedMs: 0,
      interruptedAt: null,
    };
    return { ...state, floor: { ...state.floor, turn } };
  };
  it('is the one of who was given the floor and is on air, until the speech starts', () => {
    expect(isVoiceComing(granted(null, of(a)))).toBe(true);
    expect(isVoiceComing(granted(1, of(a)))).toBe(false);
    expect(isVoiceComing(granted(null, of(b)))).toBe(false);
    expect(isVoiceComing(live(of(a)))).toBe(false);
  });
});
