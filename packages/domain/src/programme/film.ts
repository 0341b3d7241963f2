import { ok, refuse, type Actor, type FilmId, type Result, type SeatId } from '../kernel/index.ts';
import type { FilmEnd, ProgrammeCommand, ProgrammeEvent } from './messages.ts';
import { isOnAir, pausing } from './polling.ts';
import type { ProgrammeCode } from './problems.ts';
import type { Programme, ProgrammeFacts } from './rules.ts';

/** A film, an anthem, an opening: on air from the player of one operator, over all else. */
export type Film = { readonly filmId: FilmId; readonly seatId: SeatId };

type Decision = Result<readonly ProgrammeEvent[], ProgrammeCode>;
export type FilmCommand = Extract<ProgrammeCommand, { type: `programme.${string}Film${string}` }>;
export type FilmEvent = Extract<ProgrammeEvent, { type: `film${string}` }>;

export const isFilmCommand = (command: ProgrammeCommand): command is FilmCommand => command.type.includes('Film');
export const isFilmEvent = (event: ProgrammeEvent): event is FilmEvent => event.type.startsWith('film');

export const endingFilm = ({ film }: Programme, reason: FilmEnd): readonly ProgrammeEvent[] =>
  film ? [{ type: 'filmStopped', filmId: film.filmId, reason }] : [];

const start = (
  state: Programme,
  { filmId }: Extract<FilmCommand, { type: 'programme.startFilm' }>,
  actor: Actor,
  { phase }: ProgrammeFacts,
): Decision => {
  if (state.film?.filmId === filmId) return ok([]);
  // Rights let operators alone come so far.
  if (actor.kind !== 'seat' || (phase !== 'open' && phase !== 'paused')) return refuse('programme.not_open');
  if (state.film) return refuse('programme.film_exists');
  const suspended = state.polling && isOnAir(state.polling) ? pausing(state, 'layout') : [];
  return ok([...suspended, { type: 'filmStarted', filmId, seatId: actor.seatId }]);
};

export const decideFilm = (
  state: Programme,
  command: FilmCommand,
  { actor, facts }: { readonly actor: Actor; readonly facts: ProgrammeFacts },
): Decision => {
  if (command.type === 'programme.startFilm') return start(state, command, actor, facts);
  if (state.film?.filmId !== command.filmId) return ok([]);
  return ok(endingFilm(state, command.type === 'programme.stopFilm' ? 'hand' : 'missing'));
};

export const evolveFilm = (film: Film | null, event: FilmEvent): Film | null => {
  if (event.type === 'filmStarted') return { filmId: event.filmId, seatId: event.seatId };
  return film?.filmId === event.filmId ? null : film;
};
