import { describe, expect, it } from 'vitest';
import type { SiteId, SpeakerId, TurnId } from '@diemcau/domain/kernel';
import { evolveLive, initialLive, type Live, type LiveEvent } from '@diemcau/domain/live';
import type { MediaState } from '@diemcau/domain/wire';
import type { DeviceStatus } from '../../media/index.ts';
import { momentOf, tallyOf, watchOf } from './moment.ts';

const hallId = '0190aaaa-0000-7000-8000-000000000003' as SiteId;
const own = '0190aaaa-0000-7000-8000-00000000000a' as SiteId;
const other = '0190aaaa-0000-7000-8000-00000000000b' as SiteId;
const turnId = '0190aaaa-0000-7000-8000-000000000005' as TurnId;
const speakerId = '0190aaaa-0000-7000-8000-000000000006' as SpeakerId;
const at = 1_764_000_000_000;

const opened: readonly LiveEvent[] = [
  { type: 'conferencePrepared', kind: 'conference', startsAt: at, hallId, siteLimit: 10 },
  { type: 'conferenceOpened' },
  { type: 'pictureCut', source: { kind: 'site', siteId: hallId } },
];
const granted: readonly LiveEvent[] = [
  ...opened,
  { type: 'floorGranted', turnId, requestId: null, siteId: own, speakerId, kind: 'discussion', limitSeconds: null },
  { type: 'pictureCut', source: { kind: 'site', siteId: own } },
];
const after = (events: readonly LiveEvent[]): Live => events.reduce((s, e) => evolveLive(s, { ...e, at }), initialLive);
const sounding = (...sites: SiteId[]): MediaState => ({ type: 'media', available: true, sounding: sites });
const moment = (events: readonly LiveEvent[], media: MediaState | null, microphone: DeviceStatus = 'ok') =>
  momentOf({ live: after(events), own, media, microphone });

describe('what a room must know of its own part', () => {
  it('is called with its place while it stands by', () => {
    const standby = (...siteIds: SiteId[]): readonly LiveEvent[] => [
      ...opened,
      { type: 'standbySet', mode: 'auto', standby: siteIds.map((siteId) => ({ siteId, requestId: null, speakerId })) },
    ];
    expect(moment(standby(own, other), null)).toEqual({ kind: 'standby', place: 1, speakerId });
    expect(moment(standby(other, own), null)).toEqual({ kind: 'standby', place: 2, speakerId });
    expect(moment(standby(other), null)).toEqual({ kind: 'calm' });
  });

  it('is amber until the media server confirms its microphone, then red', () => {
    expect(moment(granted, sounding(hallId))).toMatchObject({ kind: 'turn', microphone: 'opening', seen: true });
    expect(moment(granted, sounding(hallId, own))).toMatchObject({ kind: 'turn', microphone: 'open', seen: true });
  });

  it('says that the turn is kept when it is silenced or interrupted', () => {
    const silenced: LiveEvent = { type: 'microphonesSilenced', siteIds: [own] };
    expect(moment([...granted, silenced], sounding(own))).toMatchObject({ microphone: 'silenced' });
    expect(moment([...granted, { type: 'turnInterrupted', turnId }], sounding(own))).toMatchObject({
      microphone: 'interrupted',
    });
  });

  it('says why a microphone does not open', () => {
    expect(moment(granted, sounding(), 'missing')).toMatchObject({ microphone: 'noDevice' });
    expect(moment(granted, { type: 'media', available: false, sounding: [] })).toMatchObject({ microphone: 'noMedia' });
  });

  it('is seen without being heard when the operator shows it', () => {
    expect(moment([...opened, { type: 'pictureCut', source: { kind: 'site', siteId: own } }], null)).toEqual({
      kind: 'seen',
    });
  });

  it('is calm for the hall between speeches, and for all before the opening and in a pause', () => {
    expect(momentOf({ live: after(opened), own: hallId, media: null, microphone: 'ok' })).toEqual({ kind: 'calm' });
    expect(moment([...granted, { type: 'conferencePaused' }], null)).toEqual({ kind: 'calm' });
    expect(momentOf({ live: initialLive, own, media: null, microphone: 'ok' })).toEqual({ kind: 'calm' });
  });
});

describe('the frame around its own picture', () => {
  it('is red on air, amber on stand-by, and else plain', () => {
    expect(tallyOf(after(granted), own)).toBe('onAir');
    expect(tallyOf(after(granted), other)).toBe('off');
    const standby: LiveEvent = {
      type: 'standbySet',
      mode: 'auto',
      standby: [{ siteId: own, requestId: null, speakerId }],
    };
    expect(tallyOf(after([...opened, standby]), own)).toBe('standby');
    expect(tallyOf(after(granted.slice(0, 1)), own)).toBe('off');
  });
});

describe('what a room is told while a desk looks at it', () => {
  const watch = (events: readonly LiveEvent[], watchers = 1) => watchOf(after(events), watchers, own);

  it('is a technical check before the opening, and else that it may be seen', () => {
    expect(watch(opened.slice(0, 1))).toBe('before');
    expect(watch(opened)).toBe('during');
    expect(watch([...opened, { type: 'conferencePaused' }])).toBe('during');
  });

  it('is nothing while nobody looks, or all see it', () => {
    expect(watch(opened, 0)).toBe('no');
    expect(watch(granted)).toBe('no');
  });
});
