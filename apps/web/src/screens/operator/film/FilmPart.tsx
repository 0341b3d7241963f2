import './film.css';
import type { FilmId, SeatId } from '@diemcau/domain/kernel';
import type { Live } from '@diemcau/domain/live';
import { IconMovie, IconPlayerPause, IconPlayerPlay, IconPlayerStop, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';

import type { Run } from '../../../live/index.ts';
import { FilmPlayer, type FilmState } from '../../../media/film-player.ts';
import { useStage } from '../../../media/index.ts';
import { programmeWords } from '../../../programme/index.ts';
import { Button, formatLength, LevelMeter, Tag, useWords } from '../../../ui/index.ts';
import type { Films } from './use-films.ts';

const LEVEL_MS = 100;

const usePlayer = (): FilmPlayer | null => {
  const [player, set] = useState<FilmPlayer | null>(null);
  useEffect(() => {
    const made = new FilmPlayer();
    set(made);
    return () => made.stop();
  }, []);
  return player;
};

/** How loud it is now, while it plays. */
const Level = ({ player }: { player: FilmPlayer }) => {
  const words = useWords(programmeWords).film;
  const [level, set] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => set(player.level()), LEVEL_MS);
    return () => clearInterval(timer);
  }, [player]);
  return <LevelMeter level={level} label={words.level} size="thick" />;
};

/** The film as it is played here, before and while it is on air. */
const Picture = ({ player }: { player: FilmPlayer }) => {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.append(player.video);
    return () => player.video.remove();
  }, [player]);
  return <div ref={box} className="film-picture" />;
};

/** On air from here: it is sent for as long as the conference says so, and ended for all when it is over. */
const useOnAir = (
  player: FilmPlayer | null,
  filmId: FilmId | null,
  { seatId, run, isHere, isReady }: { seatId: SeatId; run: Run; isHere: boolean; isReady: boolean },
) => {
  const stage = useStage();
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!player || !stage || filmId === null) return;
    const over = () => void latest.current({ type: 'programme.stopFilm', filmId });
    // After a reload there is nothing to send: the film is ended, so that rooms do not wait for it.
    if (!isHere) return over();
    if (!isReady) return;
    player.send(seatId);
    stage.setOwnContent(player.picture());
    player.video.addEventListener('ended', over);
    return () => {
      player.video.removeEventListener('ended', over);
      player.stopSending();
      stage.setOwnContent(null);
    };
  }, [player, stage, filmId, seatId, isHere, isReady]);
};

type ActsProps = {
  player: FilmPlayer;
  film: FilmState;
  filmId: FilmId | null;
  /** Null: not now. */
  onShow: (() => Promise<unknown>) | null;
  films: Films;
  run: Run;
};

const Acts = ({ player, film, filmId, onShow, films, run }: ActsProps) => {
  const words = useWords(programmeWords).film;
  if (filmId !== null)
    return (
      <>
        <Button
          size="small"
          icon={film.isPlaying ? IconPlayerPause : IconPlayerPlay}
          onPress={() => (film.isPlaying ? player.pause() : void player.play())}
        >
          {film.isPlaying ? words.pause : words.goOn}
        </Button>
        <Button size="small" icon={IconPlayerStop} onPress={() => run({ type: 'programme.stopFilm', filmId })}>
          {words.end}
        </Button>
      </>
    );
  if (film.status !== 'ready') return null;
  const isTried = films.previewed !== null;
  const tryIt = () => {
    films.preview(player.picture());
    void player.play();
  };
  return (
    <>
      <Button
        size="small"
        icon={isTried ? IconPlayerStop : IconPlayerPlay}
        onPress={() => (isTried ? films.preview(null) : tryIt())}
      >
        {isTried ? words.stopTrying : words.try}
      </Button>
      <Button size="small" icon={IconMovie} tone="primary" disabled={onShow === null} onPress={() => onShow?.()}>
        {words.show}
      </Button>
    </>
  );
};

const EMPTY: FilmState = { status: 'empty', name: '', file: null, isPlaying: false, leftMs: 0 };
const nothing = () => () => undefined;
const empty = () => EMPTY;

export type FilmPartProps = {
  live: Live;
  seatId: SeatId;
  run: Run;
  films: Films;
  /** Shows what is in the player at all sites; null: not now. */
  onShow: (() => Promise<unknown>) | null;
};

/** What is chosen goes into the player; whether it can be played is said to the conference. */
const useChosen = (player: FilmPlayer | null, film: FilmState, films: Films) => {
  const { chosen, tried } = films;
  const { status } = film;
  const file = chosen?.file ?? null;
  const latest = useRef(tried);
  useEffect(() => {
    latest.current = tried;
  });
  useEffect(() => {
    if (player && file) player.load(file);
  }, [player, file]);
  useEffect(() => {
    if (chosen && film.file === chosen.file && status !== 'empty') latest.current(chosen, status === 'ready');
  }, [chosen, film.file, status]);
};

/** Tried no more: another picture was chosen for the preview. */
const useTrying = (player: FilmPlayer | null, isTried: boolean, isOnAir: boolean) => {
  useEffect(() => {
    if (!player || !isTried || isOnAir) return;
    return () => player.rewind();
  }, [player, isTried, isOnAir]);
};

/** Films, anthem and opening from a file of this computer: tried here alone, then shown at all sites. */
const FilmPart = ({ live, seatId, run, films, onShow }: FilmPartProps) => {
  const words = useWords(programmeWords).film;
  const player = usePlayer();
  const film = useSyncExternalStore(player?.subscribe ?? nothing, player?.state ?? empty);
  const { film: onAir } = live.programme;
  const filmId = onAir?.seatId === seatId ? onAir.filmId : null;
  const { chosen } = films;
  useChosen(player, film, films);
  useTrying(player, films.previewed !== null, filmId !== null);
  const rowId = filmId === null ? null : (onAir?.rowId ?? null);
  const isHere = chosen !== null || (rowId !== null && films.has(rowId));
  useOnAir(player, filmId, {
    seatId,
    run,
    isHere,
    isReady: film.status === 'ready' && film.file === chosen?.file && (rowId === null || chosen?.rowId === rowId),
  });
  if (!player || chosen === null) return null;
  const isOther = onAir !== null && filmId === null;
  const hint = filmId !== null ? words.echo : isOther ? words.other : words.hint;
  return (
    <section className="op-content film" aria-label={words.title}>
      <Picture player={player} />
      <div className="film-words">
        <p className="small film-name">
          <span className="ell" title={film.name}>
            {film.name}
          </span>
          <span className="num">{words.left(formatLength(film.leftMs))}</span>
        </p>
        {film.status === 'unreadable' ? (
          <p className="small film-fault" role="alert">
            {words.unreadable}
          </p>
        ) : film.isPlaying ? (
          <>
            <Level player={player} />
            {filmId !== null && <p className="small muted">{hint}</p>}
          </>
        ) : (
          <p className="small muted ell" title={hint}>
            {hint}
          </p>
        )}
      </div>
      {filmId !== null ? (
        <Tag tone="air">{words.onAir}</Tag>
      ) : (
        film.status === 'ready' && <Tag tone="green">{words.ready}</Tag>
      )}
      <Acts {...{ player, film, filmId, onShow, films, run }} />
      {filmId === null && (
        <Button size="small" tone="quiet" icon={IconX} label={words.close} onPress={films.putAway}>
          {null}
        </Button>
      )}
    </section>
  );
};

export default FilmPart;
