import {
  FilmId,
  ok,
  refuse,
  type Context,
  type Recorded,
  type Result,
  type RowId,
  type SeatId,
} from '../kernel/index.ts';
import type { FilmEnd, ProgrammeCommand, ProgrammeEvent } from './messages.ts';
import { isOnAir, pausing } from './polling.ts';
import type { ProgrammeCode } from './problems.ts';
import type { Programme, ProgrammeFacts } from './rules.ts';

/** A film, an anthem, an opening: on air from the player of one operator, over all else. */
export type Film = {
  readonly filmId: FilmId;
  readonly seatId: SeatId;
  /** Of the run sheet, when one of its rows shows it. */
  readonly rowId: RowId | null;
  /** Ms since the epoch. */
  readonly startedAt: number;
};

/** The film of a row, ready on the computer of an operator. */
export type LoadedFilm = { readonly rowId: RowId; readonly seatId: SeatId };

/** Most films that are ready at once; the latest count. */
export const MAX_LOADED = 50;

type Decision = Result<readonly ProgrammeEvent[], ProgrammeCode>;
export type FilmCommand = Extract<ProgrammeCommand, { type: `programme.${string}Film${string}` }>;
export type FilmEvent = Extract<ProgrammeEvent, { type: `film${string}` }>;
export type LoadingEvent = Extract<FilmEvent, { type: 'filmLoaded' | 'filmUnloaded' }>;

export const isFilmCommand = (command: ProgrammeCommand): command is FilmCommand => command.type.includes('Film');
export const isFilmEvent = (event: ProgrammeEvent): event is FilmEvent => event.type.startsWith('film');
export const isLoadingEvent = (event: ProgrammeEvent): event is LoadingEvent =>
  event.type === 'filmLoaded' || event.type === 'filmUnloaded';

export const endingFilm = ({ film }: Pick<Programme, 'film'>, reason: FilmEnd): readonly ProgrammeEvent[] =>
  film ? [{ type: 'filmStopped', filmId: film.filmId, reason }] : [];

const beginning = (state: Programme, film: Pick<Film, 'filmId' | 'seatId'> & { readonly rowId?: RowId }) => {
  const suspended = state.polling && isOnAir(state.polling) ? pausing(state, 'layout') : [];
  return [...suspended, { type: 'filmStarted', ...film } as const];
};

const mayBegin = ({ phase }: ProgrammeFacts): boolean => phase === 'open' || phase === 'paused';

type Of<T extends FilmCommand['type']> = Extract<FilmCommand, { type: T }>;
type Now = Pick<Context<ProgrammeFacts>, 'actor' | 'facts' | 'newId'>;

const start = (state: Programme, { filmId, rowId }: Of<'programme.startFilm'>, { actor, facts }: Now): Decision => {
  if (state.film?.filmId === filmId) return ok([]);
  // Rights let operators alone come so far.
  if (actor.kind !== 'seat' || !mayBegin(facts)) return refuse('programme.not_open');
  if (state.film) return refuse('programme.film_exists');
  const { seatId } = actor;
  const isOfRow = state.loaded.some((film) => film.rowId === rowId && film.seatId === seatId);
  return ok(beginning(state, { filmId, seatId, ...(rowId !== undefined && isOfRow ? { rowId } : {}) }));
};

/** A row is done without its film when that is nowhere (R12); another film gives way to it. */
const startOfRow = (state: Programme, { rowId }: Of<'programme.startRowFilm'>, { facts, newId }: Now): Decision => {
  const loaded = state.loaded.find((film) => film.rowId === rowId);
  if (!loaded || state.film?.rowId === rowId) return ok([]);
  if (!mayBegin(facts)) return refuse('programme.not_open');
  const { seatId } = loaded;
  return ok([...endingFilm(state, 'hand'), ...beginning(state, { filmId: FilmId.parse(newId()), seatId, rowId })]);
};

/** Whose computer has it, is the operator's own word. */
const load = (
  { loaded }: Programme,
  { type, rowId }: Of<'programme.loadFilm' | 'programme.unloadFilm'>,
  { actor }: Now,
): Decision => {
  if (actor.kind !== 'seat') return ok([]);
  const { seatId } = actor;
  const isThere = loaded.some((film) => film.rowId === rowId && film.seatId === seatId);
  if (type === 'programme.loadFilm') return ok(isThere ? [] : [{ type: 'filmLoaded', rowId, seatId }]);
  return ok(isThere ? [{ type: 'filmUnloaded', rowId, seatId }] : []);
};

export const decideFilm = (state: Programme, command: FilmCommand, now: Now): Decision => {
  switch (command.type) {
    case 'programme.startFilm':
      return start(state, command, now);
    case 'programme.startRowFilm':
      return startOfRow(state, command, now);
    case 'programme.loadFilm':
    case 'programme.unloadFilm':
      return load(state, command, now);
    case 'programme.reportFilmDeskGone': {
      const gone = state.loaded.filter(({ seatId }) => seatId === command.seatId);
      return ok(gone.map((film) => ({ type: 'filmUnloaded', ...film })));
    }
    case 'programme.stopFilm':
    case 'programme.reportFilmMissing': {
      if (state.film?.filmId !== command.filmId) return ok([]);
      return ok(endingFilm(state, command.type === 'programme.stopFilm' ? 'hand' : 'missing'));
    }
  }
};

type Films = Pick<Programme, 'film' | 'loaded'>;

export const evolveFilm = ({ film, loaded }: Films, event: Recorded<FilmEvent>): Films => {
  const others = (gone: LoadedFilm) =>
    loaded.filter(({ rowId, seatId }) => rowId !== gone.rowId || seatId !== gone.seatId);
  switch (event.type) {
    case 'filmStarted': {
      const { filmId, seatId, rowId = null, at: startedAt } = event;
      return { film: { filmId, seatId, rowId, startedAt }, loaded };
    }
    case 'filmStopped':
      return { film: film?.filmId === event.filmId ? null : film, loaded };
    case 'filmLoaded':
      return { film, loaded: [{ rowId: event.rowId, seatId: event.seatId }, ...others(event)].slice(0, MAX_LOADED) };
    case 'filmUnloaded':
      return { film, loaded: others(event) };
  }
};
