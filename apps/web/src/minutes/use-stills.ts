import { MAX_STILL_BYTES } from '@diemcau/domain/minutes';
import type { SeatId } from '@diemcau/domain/kernel';
import { pictureOnAir, sourceOnAir } from '@diemcau/domain/live';
import { sitesOfPicture, type Picture } from '@diemcau/domain/programme';
import { useEffect, useRef, useState } from 'react';

import { api, asProblem } from '../live/api.ts';
import { isUnheard, sendUntilHeard } from '../live/heard.ts';
import type { LiveConnection } from '../live/index.ts';
import type { SaidProblem } from '../ui/index.ts';
import { noPicture } from './still-words.ts';

type Shot = { readonly jpeg: Blob; readonly width: number; readonly height: number };
/** Takes what is decoded on this page; null when there is nothing. */
export type Shoot = (picture: Picture, maxBytes: number) => Promise<Shot | null>;

/** The latest still of this page. `at` in ms since 1970. */
export type StillState =
  | { readonly status: 'idle' }
  | { readonly status: 'taking' | 'sending' }
  | { readonly status: 'kept'; readonly at: number; readonly width: number; readonly height: number }
  | { readonly status: 'failed'; readonly problem: SaidProblem; readonly again: (() => void) | null };

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** How long a still that was kept is told. */
const TOLD_MS = 8000;

/** Stills of this desk: each is taken at its press, sent until it is kept or refused, and stands in the record (K15). */
export const useStills = (seatId: SeatId, connection: LiveConnection, shoot: Shoot | null) => {
  const [state, tell] = useState<StillState>({ status: 'idle' });
  const latest = useRef('');
  useEffect(() => {
    if (state.status !== 'kept') return;
    const timer = setTimeout(() => tell({ status: 'idle' }), TOLD_MS);
    return () => clearTimeout(timer);
  }, [state]);

  const take = async (of: 'programme' | 'site', picture: Picture): Promise<void> => {
    const { live, seq } = connection.state();
    const sites = sitesOfPicture(picture);
    const stillId = crypto.randomUUID();
    latest.current = stillId;
    const say = (next: StillState) => {
      // Of several that overlap the last one is told; a failure is told whichever it was.
      if (latest.current === stillId || next.status === 'failed') tell(next);
    };
    if (!shoot || !live || sites.length === 0) return say({ status: 'failed', problem: noPicture, again: null });
    const at = Math.round(connection.nowMs());
    const source = sourceOnAir(live);
    const onAir = source.kind === 'site' ? { onAir: source.siteId } : {};
    const moment = new URLSearchParams({ of, sites: sites.join(','), seq: String(seq ?? 0), at: String(at), ...onAir });
    say({ status: 'taking' });
    const shot = await shoot(picture, MAX_STILL_BYTES);
    if (!shot) return say({ status: 'failed', problem: noPicture, again: null });
    const { jpeg, width, height } = shot;
    const keep = async (): Promise<void> => {
      say({ status: 'sending' });
      try {
        await sendUntilHeard(
          () => api.post(`/seats/${seatId}/record/stills/${stillId}?${moment.toString()}`, jpeg),
          pause,
        );
        say({ status: 'kept', at, width, height });
      } catch (thrown) {
        const problem = asProblem(thrown);
        say({ status: 'failed', problem, again: isUnheard(problem) ? () => void keep() : null });
      }
    };
    return keep();
  };

  return {
    state,
    programme: () => {
      const { live } = connection.state();
      return take('programme', live ? pictureOnAir(live) : { kind: 'title', card: 'conference' });
    },
    /** Of one camera. */
    site: (camera: Omit<Extract<Picture, { kind: 'one' }>, 'kind'>) => take('site', { ...camera, kind: 'one' }),
    dismiss: () => tell({ status: 'idle' }),
  };
};
export type DeskStills = ReturnType<typeof useStills>;
