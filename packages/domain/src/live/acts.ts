import { ok, ONE, refuse, sameLayout, type Result, type RowId } from '../kernel/index.ts';
import { rowOf, type Row } from '../run-sheet/index.ts';
import type { Command, LiveCode } from './decider.ts';
import type { Live } from './state.ts';

/** A break of a row without a length. */
const BREAK_SECONDS = 15 * 60;
/** The time that sites have to answer, of a row without a length. */
const ROLL_CALL_SECONDS = 10 * 60;

const phaseActs = ({ conference: { status } }: Live, { act, seconds }: Row, now: number): readonly Command[] => {
  if (act.kind === 'opening' && status === 'prepared') return [{ type: 'conference.open' }];
  if (act.kind !== 'break') return status === 'paused' ? [{ type: 'conference.resume' }] : [];
  if (status === 'paused') return [];
  return [{ type: 'conference.pause', returnsAt: now + (seconds ?? BREAK_SECONDS) * 1000 }];
};

const agendaActs = ({ agenda }: Live, { itemId }: Row): readonly Command[] => {
  const fromId = agenda.current?.itemId ?? null;
  return itemId === null || itemId === fromId ? [] : [{ type: 'agenda.begin', itemId, fromId }];
};

const floorActs = ({ floor }: Live, { act, seconds: limitSeconds }: Row): readonly Command[] => {
  const turnId = floor.turn?.turnId ?? null;
  if (act.kind !== 'speech') return turnId === null ? [] : [{ type: 'floor.end', turnId }];
  const waiting = floor.queue.find(({ requestId }) => requestId === act.requestId);
  if (waiting) return [{ type: 'floor.next', endTurnId: turnId, requestId: waiting.requestId, limitSeconds }];
  const { siteId, speakerId } = act.speaker;
  return [{ type: 'floor.nextSite', endTurnId: turnId, siteId, speakerId, kind: act.speechKind, limitSeconds }];
};

const attendanceActs = ({ attendance: { rollCall } }: Live, { act, seconds }: Row, now: number): readonly Command[] => {
  if (act.kind !== 'rollCall' || rollCall?.status === 'open') return [];
  return [{ type: 'attendance.openRollCall', closesAt: now + (seconds ?? ROLL_CALL_SECONDS) * 1000 }];
};

/** The layout of a row, unless the operator holds the picture (R11). */
const layoutActs = ({ conference: { status }, programme }: Live, { act, layout }: Row): readonly Command[] => {
  const willBeOpen = status === 'open' || (act.kind === 'opening' ? status === 'prepared' : status === 'paused');
  if (!willBeOpen || (act.kind === 'break' && status === 'paused') || programme.mode !== 'follow') return [];
  const due = layout ?? ONE;
  return sameLayout(programme.layout, due) ? [] : [{ type: 'programme.layout', layout: due }];
};

/** The film of the row before gives way to any other row; that of the row is shown, unless the operator holds the picture (R12). */
const filmActs = ({ conference: { status }, programme }: Live, { rowId, act, film }: Row): readonly Command[] => {
  const { film: onAir, loaded, mode } = programme;
  const ends: readonly Command[] =
    onAir !== null && onAir.rowId !== null && onAir.rowId !== rowId
      ? [{ type: 'programme.stopFilm', filmId: onAir.filmId }]
      : [];
  const willBeOn = status === 'open' || status === 'paused' || (status === 'prepared' && act.kind === 'opening');
  const isReady = film && willBeOn && mode === 'follow' && loaded.some((one) => one.rowId === rowId);
  return isReady ? [...ends, { type: 'programme.startRowFilm', rowId }] : ends;
};

/**
 * What "Tiếp" of a row does besides going to it, in this order (R5): phase, agenda, floor, roll call, layout, film; the source
 * of the picture follows the floor. The desks show it beforehand.
 */
export const actsOfRow = (state: Live, rowId: RowId, now: number): readonly Command[] => {
  const row = rowOf(state.runSheet, rowId);
  if (!row) return [];
  const floor = floorActs(state, row);
  const phase = phaseActs(state, row, now);
  const agenda = agendaActs(state, row);
  const layout = layoutActs(state, row);
  const film = filmActs(state, row);
  // A break ends the speech first, so that taking the break back lets it go on; no layout is set in a pause.
  if (row.act.kind === 'break') return [...floor, ...layout, ...phase, ...agenda, ...film];
  return [...phase, ...agenda, ...floor, ...attendanceActs(state, row, now), ...layout, ...film];
};

/** The acts of the last "Tiếp", undone from the last to the first (R6). */
export const actsOfTakingBack = ({
  conference,
  agenda,
  runSheet,
  attendance: { rollCall },
  floor,
  programme,
}: Live): Result<readonly Command[], LiveCode> => {
  const { last } = runSheet;
  if (!last || conference.status === 'absent') return ok([]);
  if (last.row.act.kind === 'opening' && conference.openedAt === last.at) return refuse('run_sheet.cannot_take_back');
  const acts: Command[] = [];
  if (rollCall?.status === 'open' && rollCall.openedAt === last.at)
    acts.push({ type: 'attendance.closeRollCall', rollCallId: rollCall.rollCallId });
  const endsBreak = last.row.act.kind === 'break' && conference.status === 'paused';
  if (endsBreak) acts.push({ type: 'conference.resume' });
  if (floor.turn?.grantedAt === last.at) acts.push({ type: 'floor.takeBackGrant', turnId: floor.turn.turnId });
  else if (!floor.turn && floor.ended?.at === last.at)
    acts.push({ type: 'floor.takeBack', turnId: floor.ended.turn.turnId });
  if (agenda.current && agenda.last?.at === last.at)
    acts.push({ type: 'agenda.takeBack', itemId: agenda.current.itemId });
  const isOpen = conference.status === 'open' || endsBreak;
  if (isOpen && programme.mode === 'follow' && programme.lastLayout?.at === last.at)
    acts.push({ type: 'programme.layout', layout: programme.lastLayout.before });
  const { film } = programme;
  if (film?.rowId === last.row.rowId && film.startedAt === last.at)
    acts.push({ type: 'programme.stopFilm', filmId: film.filmId });
  return ok(acts);
};
