import type { SiteId } from '@diemcau/domain/kernel';
import {
  microphoneOf,
  siteToHear,
  soundWarnings,
  type Heard,
  type Live,
  type SoundWarning,
} from '@diemcau/domain/live';
import type { SitePresence } from '@diemcau/domain/wire';
import { useState } from 'react';

import { formatLength, type NowMs, useWords } from '../ui/index.ts';
import { soundWords } from './words.ts';

/** For how long the site that should be heard has been so, with an open microphone; another site begins anew. */
export const useDueMs = (live: Live, media: Heard | null, nowMs: NowMs): number => {
  const siteId = siteToHear(live);
  const due = siteId !== null && microphoneOf(live, media, siteId) === 'open' ? siteId : null;
  const [since, begin] = useState(() => ({ due, at: nowMs() }));
  if (since.due !== due) begin({ due, at: nowMs() });
  return due === null || since.due !== due ? 0 : nowMs() - since.at;
};

/** What is wrong with the sound of each of these sites. */
export const warningsOf = (
  live: Live,
  media: Heard | null,
  dueMs: number,
  sites: readonly Pick<SitePresence, 'siteId' | 'sound'>[],
): ReadonlyMap<SiteId, readonly SoundWarning[]> =>
  new Map(
    sites.map(({ siteId, sound }) => [
      siteId,
      soundWarnings(live, siteId, { microphone: microphoneOf(live, media, siteId), sound, dueMs }),
    ]),
  );

/** A warning in a word, and what to do about it in the room. */
export const useWarningWords = (): ((warning: SoundWarning) => { readonly what: string; readonly how: string }) => {
  const words = useWords(soundWords);
  return (warning) => {
    switch (warning.kind) {
      case 'silent':
        return { what: words.silent(formatLength(warning.ms)), how: words.silentDo };
      case 'clips':
        return { what: words.clips, how: words.clipsDo };
      case 'echo':
        return { what: words.echo, how: words.echoDo };
      case 'device':
        return { what: words.wrong[warning.wrong], how: words.wrongDo[warning.wrong] };
    }
  };
};
