import { describe, expect, it } from 'vitest';
import type { SiteId } from '@diemcau/domain/kernel';
import { initialLive, type Live } from '@diemcau/domain/live';
import { CLOSING_MS, OwnAudience } from './own-audience.ts';
import { meeting } from './meeting.fixture.ts';

const own = '0190aaaa-0000-7000-8000-00000000000a' as SiteId;
const desks = ['desk:1'];
const toDesks = { audience: { to: 'desks', desks }, againMs: null };

const live = (status: 'open' | 'paused', standsBy: boolean): Live => ({
  ...meeting(status),
  floor: { ...initialLive.floor, standby: standsBy ? [{ siteId: own, requestId: null, speakerId: null }] : [] },
});
const shown = live('open', true);
const over = live('open', false);

describe('who may watch the own camera (M6)', () => {
  it('is the desks alone before it was ever shown, and without news of the conference', () => {
    expect(new OwnAudience().at(0, over, own, desks)).toEqual(toDesks);
    expect(new OwnAudience().at(0, null, own, desks)).toEqual(toDesks);
  });

  it('is everybody while it stands by, however long, and closes a moment after the end of that, not later', () => {
    const audience = new OwnAudience();
    expect(audience.at(0, shown, own, desks)).toEqual({ audience: { to: 'all' }, againMs: null });
    expect(audience.at(60_000, over, own, desks)).toEqual({ audience: { to: 'all' }, againMs: CLOSING_MS });
    expect(audience.at(60_000 + CLOSING_MS - 1, over, own, desks)).toEqual({ audience: { to: 'all' }, againMs: 1 });
    expect(audience.at(60_000 + CLOSING_MS, over, own, desks)).toEqual(toDesks);
  });

  it('is the desks at once in a pause', () => {
    const audience = new OwnAudience();
    audience.at(0, shown, own, desks);
    expect(audience.at(1, live('paused', false), own, desks)).toEqual(toDesks);
    expect(audience.at(2, over, own, desks)).toEqual(toDesks);
  });
});
