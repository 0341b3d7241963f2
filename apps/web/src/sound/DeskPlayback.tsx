import type { SeatId, SiteId } from '@diemcau/domain/kernel';
import { LatestPlayback, mayTryEcho, type Live } from '@diemcau/domain/live';
import { useQuery } from '@tanstack/react-query';

import { api } from '../live/api.ts';
import { PlaybackPart } from './PlaybackPart.tsx';

const READ_EVERY_MS = 1000;

/** The technical desk has a room recorded and played back to itself, and reads how far it is while it looks at the site. */
export const DeskPlayback = ({ seatId, siteId, live }: { seatId: SeatId; siteId: SiteId; live: Live }) => {
  const path = `/seats/${seatId}/sites/${siteId}/playbacks`;
  const { data } = useQuery({
    queryKey: ['playback', seatId, siteId],
    queryFn: ({ signal }) => api.get(path, LatestPlayback, { signal }),
    refetchInterval: READ_EVERY_MS,
  });
  return (
    <PlaybackPart
      playback={data?.playback ?? null}
      isPossible={mayTryEcho(live, siteId)}
      start={() => api.post(path)}
    />
  );
};
