import type { SpeakerText } from '@diemcau/domain/floor';
import { SpeakerId } from '@diemcau/domain/kernel';
import type { Live } from '@diemcau/domain/live';
import type { SiteLabel } from '@diemcau/domain/wire';

import type { Names } from '../live/index.ts';
import { personOf, siteOf } from '../live/naming.ts';

export type SpokenRow = {
  readonly speakerId: string;
  readonly person: SpeakerText | null;
  readonly site: SiteLabel | null;
  readonly times: number;
  readonly ms: number;
};

/** Who has spoken, how often and how long; the last one first. A speech that was taken back does not count. */
export const spokenRows = ({ floor }: Live, names: Names): readonly SpokenRow[] =>
  Object.entries(floor.spoken)
    .filter(([, { times }]) => times > 0)
    .map(([id, { times, ms }]) => {
      const parsed = SpeakerId.safeParse(id);
      const speaker = parsed.success ? names.speakers.get(parsed.data) : undefined;
      const person = parsed.success ? personOf(names, parsed.data) : null;
      return { speakerId: id, person, site: speaker ? siteOf(names, speaker.siteId) : null, times, ms };
    })
    .reverse();

/** All speeches together. */
export const spokenTotal = (rows: readonly SpokenRow[]): { readonly times: number; readonly ms: number } =>
  rows.reduce((sum, row) => ({ times: sum.times + row.times, ms: sum.ms + row.ms }), { times: 0, ms: 0 });
