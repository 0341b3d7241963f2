import type { Standby } from '@diemcau/domain/floor';
import { type Live, upcoming } from '@diemcau/domain/live';

/** Who will speak, in order (R7). Pages do not hold the list of sites: whom the server lets stand in a row takes part. */
export const speakersAhead = (live: Live): readonly Standby[] => {
  const { conference, runSheet, floor } = live;
  if (conference.status === 'absent') return [];
  const inRows = runSheet.rows.flatMap(({ act }) => (act.kind === 'speech' ? [act.speaker.siteId] : []));
  const sites = new Set([...inRows, ...floor.queue.map(({ siteId }) => siteId)]);
  return upcoming({ ...live, conference: { ...conference, sites } });
};
