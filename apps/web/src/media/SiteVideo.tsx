import './media.css';
import { useEffect, useRef } from 'react';
import type { SiteId, SourceId } from '@diemcau/domain/kernel';
import type { Quality } from './cameras.ts';
import type { Stage } from './stage.ts';
import { useStage } from './StageProvider.tsx';

export type SiteVideoProps = {
  siteId: SiteId;
  /** A further camera of the site; null or missing: that of its room screen. */
  sourceId?: SourceId | null;
  quality: Quality;
  /** Told when a picture comes or goes, for the words that stand in its place. */
  onPicture?: (isThere: boolean) => void;
};

/** Shows a camera in an element while that element is on the screen; a tile that scrolled away costs nothing. */
const playWhileVisible = (
  video: HTMLVideoElement,
  stage: Stage,
  { siteId, sourceId = null, quality, onPicture }: SiteVideoProps,
) => {
  let end: () => void = () => undefined;
  let track: MediaStreamTrack | null = null;
  const look = () => {
    const now = stage.cameras.trackOf(siteId, sourceId);
    if (now === track) return;
    track = now;
    video.srcObject = now ? new MediaStream([now]) : null;
    onPicture?.(now !== null);
  };
  const begin = () => {
    const watch = stage.cameras.watch(siteId, quality, sourceId);
    const stop = stage.cameras.subscribe(look);
    return () => {
      stop();
      watch.release();
    };
  };
  const observer = new IntersectionObserver(
    (entries) => {
      end();
      end = entries.at(-1)?.isIntersecting ? begin() : () => undefined;
    },
    { rootMargin: '64px' },
  );
  observer.observe(video);
  return () => {
    observer.disconnect();
    end();
    video.srcObject = null;
  };
};

/** The camera of a site, subscribed only while it is visible. Without a picture it is transparent. */
export const SiteVideo = ({ siteId, sourceId = null, quality, onPicture }: SiteVideoProps) => {
  const stage = useStage();
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef(onPicture);
  useEffect(() => {
    told.current = onPicture;
  }, [onPicture]);
  useEffect(() => {
    if (!stage || !video.current) return;
    return playWhileVisible(video.current, stage, {
      siteId,
      sourceId,
      quality,
      onPicture: (is) => told.current?.(is),
    });
  }, [stage, siteId, sourceId, quality]);
  return <video ref={video} className="media-video" data-site={siteId} autoPlay muted playsInline aria-hidden />;
};
