import './grid.css';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { SiteId } from '@diemcau/domain/kernel';
import type { Place } from '@diemcau/domain/programme';
import { namesOf, siteNamed, useLiveState, type LiveConnection } from '../live/index.ts';
import { useWords } from '../ui/index.ts';
import type { Quality } from './cameras.ts';
import { placesOf, type GridPicture } from './grid-picture.ts';
import { gridWords } from './grid-words.ts';
import type { Stage } from './stage.ts';

/** Plays a camera in an element, and tells when frames of it are seen. The own one goes no way round. */
const play = (
  video: HTMLVideoElement,
  stage: Stage,
  { siteId, isOwn, quality }: { siteId: SiteId; isOwn: boolean; quality: Quality },
  onSeen: (isSeen: boolean) => void,
): (() => void) => {
  const watch = isOwn ? null : stage.cameras.watch(siteId, quality);
  let track: MediaStreamTrack | null = null;
  let frame = 0;
  const look = () => {
    const now = isOwn ? stage.ownCamera() : stage.cameras.trackOf(siteId);
    if (now === track) return;
    track = now;
    if (now) video.srcObject = new MediaStream([now]);
    else onSeen(false);
  };
  const framed = () => {
    // A track that ends leaves a black frame behind, which is no picture.
    if (track?.readyState === 'live' && !track.muted) onSeen(true);
    frame = video.requestVideoFrameCallback(framed);
  };
  frame = video.requestVideoFrameCallback(framed);
  const stops = [stage.cameras.subscribe(look), stage.subscribe(look)];
  look();
  return () => {
    video.cancelVideoFrameCallback(frame);
    for (const stop of stops) stop();
    watch?.release();
    video.srcObject = null;
  };
};

type TileProps = {
  stage: Stage;
  place: Place;
  name: string;
  isOwn: boolean;
  quality: Quality;
  /** Where it stands; elements are never moved, which would stop their pictures. */
  order: number;
  onSeen: (siteId: SiteId, isSeen: boolean) => void;
};

const Tile = ({ stage, place, name, isOwn, quality, order, onSeen }: TileProps) => {
  const words = useWords(gridWords);
  const video = useRef<HTMLVideoElement>(null);
  const [isSeen, see] = useState(false);
  const { siteId, isMissing, isSpeaking } = place;
  useEffect(
    () => (video.current ? play(video.current, stage, { siteId, isOwn, quality }, see) : undefined),
    [stage, siteId, isOwn, quality],
  );
  useEffect(() => onSeen(siteId, isSeen), [onSeen, siteId, isSeen]);
  const state = isMissing ? words.missing : isSeen ? null : words.waiting;
  return (
    <figure
      className="media-tile"
      style={{ order }}
      data-site={siteId}
      data-seen={isSeen}
      data-missing={isMissing}
      data-speaking={isSpeaking}
      aria-label={[name, state, isSpeaking ? words.speaking : null].filter(Boolean).join(', ')}
    >
      <video ref={video} data-site={siteId} autoPlay muted playsInline disablePictureInPicture aria-hidden />
      {state !== null && (
        <p className="media-tile-state">
          {isMissing && <IconPlugConnectedX size="1.2em" stroke={1.75} aria-hidden />}
          {state}
        </p>
      )}
      <figcaption>
        {isSpeaking && <b className="media-tile-speaking">{words.speaking}</b>}
        <span>{name}</span>
      </figcaption>
    </figure>
  );
};

export type PictureGridProps = {
  stage: Stage;
  live: LiveConnection;
  picture: GridPicture;
  /** The site of a room screen, whose own camera is shown without the way round. */
  own: SiteId | null;
  label: string;
  onSeen?: (siteId: SiteId, isSeen: boolean) => void;
};

const nobody = () => undefined;

/** Several sites in one picture. A mosaic asks for small pictures, two beside each other for middle ones. */
export const PictureGrid = ({ stage, live, picture, own, label, onSeen = nobody }: PictureGridProps) => {
  const words = useWords(gridWords);
  const names = useLiveState(live, namesOf);
  const places = placesOf(picture);
  const quality = picture.kind === 'hallBeside' ? 'medium' : 'low';
  const order = new Map(places.map(({ siteId }, at) => [siteId, at]));
  return (
    <div className={`media-grid ${picture.kind}`} role="group" aria-label={label} data-layout={picture.kind}>
      <div className="media-grid-places">
        {places
          .toSorted((a, b) => (a.siteId < b.siteId ? -1 : 1))
          .map((place) => (
            <Tile
              key={place.siteId}
              stage={stage}
              place={place}
              name={siteNamed(names, place.siteId)?.name ?? words.unnamed}
              isOwn={place.siteId === own}
              quality={quality}
              order={order.get(place.siteId) ?? 0}
              onSeen={onSeen}
            />
          ))}
      </div>
    </div>
  );
};
