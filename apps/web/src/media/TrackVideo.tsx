import './media.css';
import { useEffect, useRef } from 'react';

/** A track of this page's own: its camera. */
export const TrackVideo = ({ track, name }: { track: MediaStreamTrack | null; name: string }) => {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current) video.current.srcObject = track ? new MediaStream([track]) : null;
  }, [track]);
  return <video ref={video} className="media-video" data-site={name} autoPlay muted playsInline aria-hidden />;
};
