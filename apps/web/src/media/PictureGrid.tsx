import './grid.css';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { SeatId, SiteId } from '@diemcau/domain/kernel';
import { namesOf, siteNamed, useLiveState, type LiveConnection } from '../live/index.ts';
import { useWords } from '../ui/index.ts';
import type { Quality } from './cameras.ts';
import { watchContent } from './contents.ts';
import { FrameNotice } from './frame-notice.ts';
import { keyOf, placesOf, type GridPicture, type Place } from './grid-picture.ts';
import { gridWords } from './grid-words.ts';
import type { Stage } from './stage.ts';

type Shown = Pick<Place, 'siteId' | 'content' | 'sourceId'> & { readonly isOwn: boolean; readonly quality: Quality };
/** Where a picture comes from: its track as it is now, and how to let it go. */
type View = { readonly track: () => MediaStreamTrack | null; readonly release: () => void };

/** The own camera goes no way round, nor does what this page itself shows. */
const viewOf = (stage: Stage, { siteId, content, sourceId, isOwn, quality }: Shown, look: () => void): View => {
  const stops = [stage.subscribe(look)];
  const release = () => stops.forEach((stop) => stop());
  if (content !== null) {
    const watch = watchContent(stage.room, { siteId, from: content }, look);
    stops.push(watch.release);
    return { track: () => (isOwn ? stage.ownContent : null) ?? watch.track(), release };
  }
  stops.push(stage.cameras.subscribe(look));
  if (isOwn) return { track: () => stage.ownCamera(sourceId ?? undefined), release };
  stops.push(stage.cameras.watch(siteId, quality, sourceId).release);
  return { track: () => stage.cameras.trackOf(siteId, sourceId), release };
};

/** What this page itself plays is seen here without the way round. */
const filmView = (stage: Stage, seatId: SeatId, look: () => void): View => {
  const watch = watchContent(stage.room, { filmOf: seatId }, look);
  const stop = stage.subscribe(look);
  const release = () => {
    watch.release();
    stop();
  };
  return { track: () => stage.ownContent ?? watch.track(), release };
};

/** Plays a picture in an element, and tells when frames of it are seen. */
const play = (
  video: HTMLVideoElement,
  open: (look: () => void) => View,
  onSeen: (isSeen: boolean) => void,
): (() => void) => {
  let track: MediaStreamTrack | null = null;
  let view: View | null = null;
  const look = () => {
    const now = view?.track() ?? null;
    if (now === track) return;
    track = now;
    if (now) {
      video.srcObject = new MediaStream([now]);
      frames.atOnce();
    } else onSeen(false);
  };
  const frames = new FrameNotice(video, {
    isPicture: () => track?.readyState === 'live' && !track.muted,
    onFrame: () => onSeen(true),
  });
  view = open(look);
  look();
  return () => {
    frames.stop();
    view?.release();
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
  onSeen: (key: string, isSeen: boolean) => void;
};

const Tile = ({ stage, place, name, isOwn, quality, order, onSeen }: TileProps) => {
  const words = useWords(gridWords);
  const video = useRef<HTMLVideoElement>(null);
  const [isSeen, see] = useState(false);
  const { siteId, content, sourceId, isMissing, isSpeaking } = place;
  const key = keyOf(place);
  useEffect(
    () =>
      video.current
        ? play(video.current, (look) => viewOf(stage, { siteId, content, sourceId, isOwn, quality }, look), see)
        : undefined,
    [stage, siteId, content, sourceId, isOwn, quality],
  );
  useEffect(() => onSeen(key, isSeen), [onSeen, key, isSeen]);
  const waiting = content === null ? words.waiting : words.waitingForContent;
  const state = isMissing ? words.missing : isSeen ? null : waiting;
  const called = content === null ? name : words.contentOf(name);
  return (
    <figure
      className="media-tile"
      style={{ order }}
      data-site={siteId}
      data-content={content}
      data-seen={isSeen}
      data-missing={isMissing}
      data-speaking={isSpeaking}
      aria-label={[called, state, isSpeaking ? words.speaking : null].filter(Boolean).join(', ')}
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
        <span>{called}</span>
      </figcaption>
    </figure>
  );
};

/** A film fills the picture. */
const FilmView = ({ stage, seatId, onSeen }: { stage: Stage; seatId: SeatId; onSeen: TileProps['onSeen'] }) => {
  const words = useWords(gridWords);
  const video = useRef<HTMLVideoElement>(null);
  const [isSeen, see] = useState(false);
  useEffect(
    () => (video.current ? play(video.current, (look) => filmView(stage, seatId, look), see) : undefined),
    [stage, seatId],
  );
  useEffect(() => onSeen('film', isSeen), [onSeen, isSeen]);
  return (
    <figure className="media-film" data-seen={isSeen} aria-label={words.film}>
      <video ref={video} data-film autoPlay muted playsInline disablePictureInPicture aria-hidden />
      {!isSeen && <p className="media-tile-state">{words.waitingForFilm}</p>}
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
  onSeen?: (key: string, isSeen: boolean) => void;
};

const nobody = () => undefined;

/** Several sites in one picture. A mosaic asks for small pictures, two beside each other for middle ones. */
export const PictureGrid = ({ stage, live, picture, own, label, onSeen = nobody }: PictureGridProps) => {
  const words = useWords(gridWords);
  const names = useLiveState(live, namesOf);
  const places = placesOf(picture);
  const quality = picture.kind === 'hallBeside' ? 'medium' : 'low';
  const order = new Map(places.map((place, at) => [keyOf(place), at]));
  return (
    <div className={`media-grid ${picture.kind}`} role="group" aria-label={label} data-layout={picture.kind}>
      <div className="media-grid-places">
        {picture.kind === 'film' && <FilmView stage={stage} seatId={picture.seatId} onSeen={onSeen} />}
        {places
          .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
          .map((place) => (
            <Tile
              key={keyOf(place)}
              stage={stage}
              place={place}
              name={siteNamed(names, place.siteId)?.name ?? words.unnamed}
              isOwn={place.siteId === own}
              quality={quality}
              order={order.get(keyOf(place)) ?? 0}
              onSeen={onSeen}
            />
          ))}
      </div>
    </div>
  );
};
