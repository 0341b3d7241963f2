import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { SiteId, SpeakerId } from '@diemcau/domain/kernel';
import { initialLive, type Live } from '@diemcau/domain/live';
import { neededBy } from './whole-state.ts';

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

  it('W4: desks know who has spoken, also after a reload', () => {
    expect(neededBy('desk', live).speakers).toContain(speaker);
    expect(neededBy('site', live).speakers).not.toContain(speaker);
  });
});
