import { v7 } from 'uuid';
import { afterEach, expect, it, vi } from 'vitest';
import { ConferenceId, SiteId } from '@diemcau/domain/kernel';
import { askedOnce } from './conference-info.ts';
import type { ConferenceInfo } from './ports.ts';

const conferenceId = ConferenceId.parse(v7());
const info = (name: string): ConferenceInfo => ({
  conferenceId,
  name,
  hallId: SiteId.parse(v7()),
  supportPhone: null,
  demo: false,
  unitPath: [],
});

afterEach(() => void vi.useRealTimers());

it('E11: all who ask at once share one answer; while nothing can be read, the last one will do', async () => {
  vi.useFakeTimers();
  let now: () => Promise<ConferenceInfo | null> = () => Promise.reject(new Error('the database is away'));
  let asked = 0;
  const read = askedOnce(() => {
    asked += 1;
    return now();
  });
  await expect(read(conferenceId)).rejects.toThrow('away');
  const one = info('Hội nghị');
  now = () => Promise.resolve(one);
  expect(await Promise.all([read(conferenceId), read(conferenceId)])).toEqual([one, one]);
  expect(asked).toBe(2);
  vi.advanceTimersByTime(5000);
  now = () => Promise.reject(new Error('the database is away'));
  expect(await read(conferenceId)).toEqual(one);
  expect(asked).toBe(3);
});
