import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { RequestId, SiteId, SpeakerId } from '@diemcau/domain/kernel';
import { initialLive, type Live } from '@diemcau/domain/live';
import { sitesDue } from './missing.ts';
import { mineOf, neededBy, touchedSites } from './whole-state.ts';

const site = SiteId.parse(v7());
const speaker = SpeakerId.parse(v7());
const live: Live = {
  ...initialLive,
  programme: { ...initialLive.programme, preview: { kind: 'site', siteId: site } },
  floor: { ...initialLive.floor, spoken: { [speaker]: { times: 1, ms: 60_000 } } },
};

describe('whose names a class needs', () => {
  it('P4: the previewed site is named to the desks and to nobody else', () => {
    expect(neededBy('desk', live).sites).toContain(site);
    expect(neededBy('site', live).sites).not.toContain(site);
    expect(neededBy('public', live).sites).not.toContain(site);
  });

  it('W3: an observer gets no name of who waits or stands by', () => {
    const waits = {
      requestId: RequestId.parse(v7()),
      siteId: site,
      speakerId: speaker,
      kind: 'discussion',
      askedAt: 0,
    } as const;
    const standby = [{ siteId: site, requestId: waits.requestId, speakerId: speaker }];
    const waiting: Live = { ...live, floor: { ...live.floor, queue: [waits], standby } };
    expect(neededBy('site', waiting)).toMatchObject({ speakers: new Set([speaker]), sites: new Set([site]) });
    expect(neededBy('public', waiting)).toMatchObject({ speakers: new Set(), sites: new Set() });
  });

  it('W4: desks know who has spoken, also after a reload', () => {
    expect(neededBy('desk', live).speakers).toContain(speaker);
    expect(neededBy('site', live).speakers).not.toContain(speaker);
  });
});

const hallId = SiteId.parse(v7());
const inMosaic: Live = {
  ...live,
  conference: {
    status: 'open',
    kind: 'conference',
    startsAt: 0,
    hallId,
    siteLimit: 10,
    sites: new Set([site]),
    invited: 1,
    openedAt: 0,
    closedAt: null,
    returnsAt: null,
    rehearsal: null,
    rehearsals: 0,
  },
  programme: { ...initialLive.programme, layout: { kind: 'mosaic4', siteIds: [site] } },
};

describe('a site of a mosaic', () => {
  const label = { siteId: site, code: '1', name: 'Xã Ba Bể', province: null };
  const texts = { speaker: () => undefined, subject: () => undefined };
  const around = {
    watchers: 0,
    screen: { status: 'none' as const },
    texts,
    rollCall: null,
    messages: null,
    support: null,
  };
  const mine = (state: Live) => mineOf(state, { available: true, sounding: [] }, label, around);

  it('P13: knows that it is on air, with its microphone shut', () => {
    expect(mine(inMosaic)).toMatchObject({ tally: 'onAir', microphone: 'shut' });
    const one: Live = { ...inMosaic, programme: { ...inMosaic.programme, layout: { kind: 'one' } } };
    expect(mine(one).tally).toBe('off');
    expect(touchedSites(inMosaic)).toContain(site);
  });

  it('P6, P13: is looked after: missing, it is reported', () => {
    expect(sitesDue(inMosaic)).toEqual([hallId, site]);
  });

  it('P4, P13: is named to all on air, to the desks alone in the preview', () => {
    expect(neededBy('public', inMosaic).sites).toContain(site);
    const { layout } = inMosaic.programme;
    const previewed: Live = { ...inMosaic, programme: { ...initialLive.programme, previewLayout: layout } };
    expect(neededBy('desk', previewed).sites).toContain(site);
    expect(neededBy('site', previewed).sites).not.toContain(site);
  });
});

describe("one's own site", () => {
  it('W4: names its own requests, also far behind the head of the queue', () => {
    const request = (siteId: SiteId) => ({
      requestId: RequestId.parse(v7()),
      siteId,
      speakerId: SpeakerId.parse(v7()),
      kind: 'discussion' as const,
      askedAt: 0,
    });
    const others = Array.from({ length: 30 }, () => request(SiteId.parse(v7())));
    const own = request(site);
    const named = { speakerId: own.speakerId, siteId: site, honorific: 'Bà', name: 'Y Thông', position: 'Chủ tịch' };
    const waiting: Live = { ...live, floor: { ...live.floor, queue: [...others, own] } };
    const texts = { speaker: () => named, subject: () => 'Ngày vì người nghèo' };
    const label = { siteId: site, code: '1', name: 'Xã Ba Bể', province: null };
    const around = {
      watchers: 0,
      screen: { status: 'none' as const },
      texts,
      rollCall: null,
      messages: null,
      support: null,
    };
    expect(mineOf(waiting, { available: true, sounding: [] }, label, around).requests).toEqual([
      {
        requestId: own.requestId,
        siteId: site,
        speakerId: own.speakerId,
        kind: 'discussion',
        place: 31,
        subject: 'Ngày vì người nghèo',
        speaker: named,
      },
    ]);
  });
});
