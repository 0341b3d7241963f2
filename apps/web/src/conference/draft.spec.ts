import { CreateConferenceBody } from '@diemcau/domain/conference';
import { SiteId } from '@diemcau/domain/kernel';
import { describe, expect, it } from 'vitest';

import { bodyOf, Draft, emptyDraft, startOf, wrongInDraft } from './draft.ts';

const hall = { siteId: SiteId.parse('00000000-0000-4000-8000-000000000001'), code: 'TW', name: 'Trung ương' };
const site = { siteId: SiteId.parse('00000000-0000-4000-8000-000000000002'), code: '05518', name: 'Xã Ba Bể' };
const good: Draft = {
  ...emptyDraft('00000000-0000-4000-8000-0000000000ff'),
  name: 'Hội nghị trực tuyến toàn quốc',
  date: '28/12/2026',
  time: '08:00',
  hall,
  sites: [site],
};
const now = Date.parse('2026-11-24T02:00:00Z');

describe('a new conference', () => {
  it('is sent in the form that the server reads', () => {
    const body = CreateConferenceBody.parse(bodyOf({ ...good, supportPhone: ' 024 3825 1234 ' }));
    expect(body).toMatchObject({
      supportPhone: '024 3825 1234',
      siteIds: [site.siteId],
      startsAt: '2026-12-28T08:00:00+07:00',
    });
  });

  it('starts in the time of Viet Nam whatever the device says', () => {
    expect(Date.parse(startOf(good) ?? '')).toBe(Date.parse('2026-12-28T01:00:00Z'));
  });

  it.each([
    [{ name: ' ' }, ['name']],
    [{ name: 'x'.repeat(201) }, ['name']],
    [{ date: '' }, ['date']],
    [{ date: '40/13/2026', time: '25:00' }, ['date', 'time']],
    [{ date: '23/11/2026' }, ['past']],
    [{ hall: null }, ['hall']],
    [{ siteLimit: 0 }, ['limit']],
    [{ siteLimit: 1.5 }, ['limit']],
    [{ siteLimit: 10_001 }, ['limit']],
    [{ supportPhone: 'gọi anh Tú' }, ['phone']],
  ])('is not sent with %o', (change, wrong) => {
    expect(wrongInDraft({ ...good, ...change }, now)).toEqual(wrong);
  });

  it('is sent when nothing is wrong', () => {
    expect(wrongInDraft(good, now)).toEqual([]);
  });

  it('comes back from storage as it was written', () => {
    expect(Draft.parse(JSON.parse(JSON.stringify(good)))).toEqual(good);
  });
});
