import { ContentId, type SiteId } from '@diemcau/domain/kernel';
import type { Live } from '@diemcau/domain/live';
import type { ContentFrom } from '@diemcau/domain/programme';
import { useEffect, useRef, useState } from 'react';

import type { Run } from '../../live/index.ts';

export type OwnScreen = {
  /** Within a press: asks the person which window or screen; null when they chose none. */
  readonly choose: () => Promise<MediaStreamTrack | null>;
  /** Sends it until it is told to end. */
  readonly send: (track: MediaStreamTrack) => () => void;
};

type Screen = { readonly contentId: ContentId; readonly track: MediaStreamTrack };

export type ContentActs = {
  readonly hasFailed: boolean;
  readonly show: (from: ContentFrom) => Promise<unknown>;
  readonly stop: () => Promise<unknown>;
};

/**
 * Shows content of a site: the screen of this very computer is taken and sent from here, a second camera by the room's
 * screen. What the person or the browser ends is ended for all, and what the conference ends is let go here.
 */
export const useContent = (
  { live, own, run }: { live: Live; own: SiteId; run: Run },
  { choose, send }: OwnScreen,
): ContentActs => {
  const [screen, setScreen] = useState<Screen | null>(null);
  const [hasFailed, fail] = useState(false);
  const { content } = live.programme;
  const contentId = content?.siteId === own ? content.contentId : null;
  const latest = useRef({ send, run });
  useEffect(() => {
    latest.current = { send, run };
  });
  useEffect(() => {
    if (!screen) return;
    const { track, contentId: id } = screen;
    const end = latest.current.send(track);
    const stop = () => void latest.current.run({ type: 'programme.stopContent', contentId: id });
    track.addEventListener('ended', stop);
    return () => {
      track.removeEventListener('ended', stop);
      end();
      track.stop();
    };
  }, [screen]);
  // The answer may come before the event: only what was seen to be shown is let go.
  const wasShown = useRef<ContentId | null>(null);
  useEffect(() => {
    if (screen && contentId !== screen.contentId && wasShown.current === screen.contentId) setScreen(null);
    wasShown.current = contentId;
  }, [contentId, screen]);
  const begin = async (from: ContentFrom, track: MediaStreamTrack | null): Promise<boolean> => {
    const id = ContentId.parse(crypto.randomUUID());
    const isShown = await run({ type: 'programme.startContent', contentId: id, siteId: own, from });
    if (!track) return isShown;
    if (isShown) setScreen({ contentId: id, track });
    else track.stop();
    return isShown;
  };
  const show = async (from: ContentFrom): Promise<unknown> => {
    fail(false);
    if (from === 'camera') return begin(from, null);
    try {
      const track = await choose();
      return track && (await begin(from, track));
    } catch {
      // The system refused the picture: the panel says what to do.
      fail(true);
      return false;
    }
  };
  const stop = async () => contentId !== null && run({ type: 'programme.stopContent', contentId });
  return { hasFailed, show, stop };
};
