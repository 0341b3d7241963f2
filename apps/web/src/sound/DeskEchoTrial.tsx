import type { SeatId, SiteId } from '@diemcau/domain/kernel';
import { LatestTrial, mayTryEcho, type Live } from '@diemcau/domain/live';
import { useQuery } from '@tanstack/react-query';

import { api } from '../live/api.ts';
import { EchoTrialPart } from './EchoTrialPart.tsx';

const READ_EVERY_MS = 2000;

/** The technical desk has a room tried for echo, and reads what came of it while it looks at the site. */
export const DeskEchoTrial = ({ seatId, siteId, live }: { seatId: SeatId; siteId: SiteId; live: Live }) => {
  const path = `/seats/${seatId}/sites/${siteId}/echo-trials`;
  const { data } = useQuery({
    queryKey: ['echo', seatId, siteId],
    queryFn: ({ signal }) => api.get(path, LatestTrial, { signal }),
    refetchInterval: READ_EVERY_MS,
  });
  return <EchoTrialPart echo={data?.echo ?? null} isPossible={mayTryEcho(live, siteId)} start={() => api.post(path)} />;
};
