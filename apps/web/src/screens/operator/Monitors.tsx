import { IconArrowsExchange, IconId } from '@tabler/icons-react';
import { Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import { pictureInPreview, pictureOnAir, type Live } from '@diemcau/domain/live';

import { floorWords, lowerThirdOf, type TurnView } from '../../floor/index.ts';
import { conferenceOf, type LiveConnection, namesOf, useLiveState } from '../../live/index.ts';
import { layoutWords } from '../../live/layout-words.ts';
import { loadGrid, ProgrammeVideo, SiteVideo, useStage } from '../../media/index.ts';
import { Monitor, type MonitorView, pictureView, programmeWords, useMonitorName } from '../../programme/index.ts';
import {
  Button,
  Kbd,
  LowerThird,
  SpeechClock,
  type TagTone,
  usePress,
  useFormats,
  useWords,
  lazyPart,
} from '../../ui/index.ts';

type SiteView = Extract<MonitorView, { kind: 'site' }>;
type Status = { readonly tone: TagTone; readonly text: string };

const useStatus = (view: MonitorView, hasPicture: boolean): Status | null => {
  const words = useWords(programmeWords);
  const { count } = useFormats();
  if (view.kind === 'title' || view.kind === 'card' || view.kind === 'film') return null;
  if (view.kind === 'grid')
    return view.missing > 0 ? { tone: 'amber', text: words.layout.missing(count(view.missing)) } : null;
  if (view.isLost) return { tone: 'amber', text: words.lost };
  return hasPicture ? { tone: 'green', text: words.ready } : { tone: 'amber', text: words.noPicture };
};

const PictureGrid = lazyPart(() => loadGrid().then((module) => ({ default: module.PictureGrid })));

/** The card of the conference, or of what is announced. */
const Card = ({ view, title }: { view: MonitorView; title: string }) => {
  const { card } = useWords(layoutWords);
  const announced = view.kind === 'card' && view.card !== 'conference' ? card[view.card] : null;
  return (
    <p className="pg-title">
      <span>
        {announced && <b className="pg-title-card">{announced}</b>}
        {title}
      </span>
    </p>
  );
};

const Single = ({
  view,
  onPicture,
  hasPicture,
}: {
  view: SiteView;
  onPicture: (is: boolean) => void;
  hasPicture: boolean;
}) => {
  const words = useWords(programmeWords);
  return (
    <>
      {!hasPicture && <p className="pg-place">{view.isLost ? words.lost : words.noPicture}</p>}
      <SiteVideo
        key={`${view.siteId}/${view.sourceId ?? ''}`}
        siteId={view.siteId}
        sourceId={view.sourceId}
        quality="medium"
        onPicture={onPicture}
      />
    </>
  );
};

/** A film as it is tried here, heard by this desk alone. */
const FilmView = ({ track }: { track: MediaStreamTrack }) => {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current) video.current.srcObject = new MediaStream([track]);
  }, [track]);
  return <video ref={video} className="op-film" autoPlay muted playsInline disablePictureInPicture aria-hidden />;
};

const FILM: MonitorView = { kind: 'film' };

type PreviewProps = Pick<MonitorsProps, 'live' | 'connection' | 'film'>;

const Preview = ({ live, connection, film }: PreviewProps) => {
  const words = useWords(programmeWords);
  const names = useLiveState(connection, namesOf);
  const title = useLiveState(connection, conferenceOf)?.name ?? '';
  const stage = useStage();
  const view = film ? FILM : pictureView(live, names, pictureInPreview(live), live.programme.preview);
  const [pictured, setPictured] = useState<string | null>(null);
  const shown = view.kind === 'site' ? `${view.siteId}/${view.sourceId ?? ''}` : null;
  const hasPicture = shown !== null && pictured === shown;
  const status = useStatus(view, hasPicture);
  return (
    <Monitor side="preview" view={view} status={status}>
      {film && <FilmView track={film} />}
      {(view.kind === 'title' || view.kind === 'card') && <Card view={view} title={title} />}
      {view.kind === 'site' && (
        <Single view={view} hasPicture={hasPicture} onPicture={(is) => setPictured(is ? shown : null)} />
      )}
      {view.kind === 'grid' && stage && (
        <Suspense>
          <PictureGrid stage={stage} live={connection} picture={view.picture} own={null} label={words.previewLabel} />
        </Suspense>
      )}
    </Monitor>
  );
};

type OnAirProps = Pick<MonitorsProps, 'live' | 'connection' | 'turn' | 'trouble'>;

const OnAir = ({ live, connection, turn, trouble }: OnAirProps) => {
  const floor = useWords(floorWords);
  const words = useWords(programmeWords);
  const names = useLiveState(connection, namesOf);
  const title = useLiveState(connection, conferenceOf)?.name ?? '';
  const view = pictureView(live, names, pictureOnAir(live), live.programme.onAir);
  const status = useStatus(view, true);
  const isLive = live.conference.status === 'open' || live.conference.status === 'paused';
  return (
    <Monitor
      side="onAir"
      view={view}
      status={
        trouble === null ? (view.kind === 'grid' && view.missing > 0 ? status : null) : { tone: 'amber', text: trouble }
      }
      isLive={isLive}
      {...(turn ? { end: <SpeechClock timing={turn.timing} nowMs={connection.nowMs} size="inline" /> } : {})}
    >
      <ProgrammeVideo live={connection} label={words.onAirLabel} title={<Card view={view} title={title} />}>
        {(shown) => {
          const lines = shown.kind === 'site' ? lowerThirdOf(live, names, shown.siteId, floor) : null;
          return lines && <LowerThird {...lines} />;
        }}
      </ProgrammeVideo>
    </Monitor>
  );
};

const CutButton = ({ what, onCut }: { what: string; onCut: (() => Promise<unknown>) | null }) => {
  const words = useWords(programmeWords);
  const press = usePress(onCut ?? undefined);
  return (
    <button
      type="button"
      className="op-cut"
      disabled={onCut === null}
      aria-busy={press.pending || undefined}
      aria-disabled={press.pending || undefined}
      aria-keyshortcuts="Enter"
      onClick={press.start}
    >
      <IconArrowsExchange size={26} stroke={2} aria-hidden />
      <span>
        {words.cut} <span className="hidden-text">{what}</span>
      </span>
      <Kbd>Enter</Kbd>
    </button>
  );
};

export type MonitorsProps = {
  live: Live;
  connection: LiveConnection;
  turn: TurnView | null;
  onCut: (() => Promise<unknown>) | null;
  /** What is wrong with the voice that everybody waits for, in a word. */
  trouble: string | null;
  /** A film in the preview, before it is cut to; null: none. */
  film: MediaStreamTrack | null;
  onTitle: () => Promise<unknown>;
  /** Below the cut: what is done with the pictures besides. */
  below: ReactNode;
};

/** Preview at the left, programme at the right, and between them what makes the one the other. */
export const Monitors = ({ live, connection, turn, onCut, onTitle, trouble, film, below }: MonitorsProps) => {
  const words = useWords(programmeWords);
  const names = useLiveState(connection, namesOf);
  const { preview } = live.programme;
  const what = useMonitorName(film ? FILM : pictureView(live, names, pictureInPreview(live), preview));
  return (
    <div className="op-monitors">
      <Preview live={live} connection={connection} film={film} />
      <div className="op-between">
        <CutButton what={what} onCut={onCut} />
        <Button
          icon={IconId}
          shortcut="0"
          pressed={film === null && preview.kind === 'title' && live.programme.previewLayout.kind === 'one'}
          className="op-title"
          onPress={onTitle}
        >
          {words.title}
        </Button>
        {below}
      </div>
      <OnAir live={live} connection={connection} turn={turn} trouble={trouble} />
    </div>
  );
};
