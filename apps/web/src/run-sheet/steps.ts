import { showsSource, type AgendaItemId, type Layout, type RequestId, type RowId } from '@diemcau/domain/kernel';
import { actsOfRow, type Command, type Live, nextStep } from '@diemcau/domain/live';
import { type Person, type Row, rowOf, rowsAhead, type RunSheetCommand } from '@diemcau/domain/run-sheet';

import type { Names } from '../live/index.ts';
import { type Called, calledAt, hallOf, layoutSites, type SheetRow, sheetRows } from './rows.ts';

type Of<T extends RunSheetCommand['type']> = Extract<RunSheetCommand, { type: T }>;

/** "Tiếp" names the row, and what it expects to find: a second press does nothing (R4). */
export const nextRowCommand = ({ runSheet, floor }: Live, rowId: RowId): Of<'runSheet.next'> => ({
  type: 'runSheet.next',
  rowId,
  fromRowId: runSheet.currentId,
  endTurnId: floor.turn?.turnId ?? null,
});

/** What "Tiếp" will do, one thing after the other, before anybody presses it. */
export type Effect =
  | { readonly kind: 'open' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'pause'; readonly minutes: number | null }
  | { readonly kind: 'item'; readonly itemId: AgendaItemId }
  | { readonly kind: 'end'; readonly who: Called }
  | { readonly kind: 'invite'; readonly who: Called; readonly limitSeconds: number | null }
  | { readonly kind: 'picture'; readonly of: Called }
  /** `how`: it begins; its file is nowhere, so the row is done without it; or the operator holds the picture. */
  | { readonly kind: 'film'; readonly title: string; readonly how: 'shown' | 'missing' | 'byHand' }
  | { readonly kind: 'filmEnds' }
  | { readonly kind: 'layout'; readonly layout: Layout; readonly sites: readonly Called[] };

const MINUTE_MS = 60_000;

const speaking = (live: Live, names: Names): readonly Effect[] => {
  const { turn } = live.floor;
  return turn === null ? [] : [{ kind: 'end', who: calledAt(hallOf(live), names, turn) }];
};

const pauseFor = ({ returnsAt }: Extract<Command, { type: 'conference.pause' }>, now: number): Effect => ({
  kind: 'pause',
  minutes: returnsAt === undefined ? null : Math.round((returnsAt - now) / MINUTE_MS),
});

const inviting = (
  live: Live,
  names: Names,
  who: Person,
  limitSeconds: number | null | undefined,
): readonly Effect[] => [
  ...speaking(live, names),
  { kind: 'invite', who: calledAt(hallOf(live), names, who), limitSeconds: limitSeconds ?? null },
];

/** What one act of "Tiếp" does to conference, agenda and floor; of the others it has none. */
const effectsOfAct = (live: Live, names: Names, act: Command, now: number): readonly Effect[] => {
  if (act.type === 'conference.open') return [{ kind: 'open' }];
  if (act.type === 'conference.resume') return [{ kind: 'resume' }];
  if (act.type === 'conference.pause') return [pauseFor(act, now)];
  if (act.type === 'agenda.begin') return [{ kind: 'item', itemId: act.itemId }];
  if (act.type === 'programme.layout') {
    const { layout } = act;
    return [{ kind: 'layout', layout, sites: layoutSites(hallOf(live), names, layout) }];
  }
  if (act.type === 'programme.stopFilm') return [{ kind: 'filmEnds' }];
  if (act.type === 'floor.end') return speaking(live, names);
  if (act.type === 'floor.nextSite') return inviting(live, names, act, act.limitSeconds);
  if (act.type !== 'floor.next') return [];
  const asked = live.floor.queue.find(({ requestId }) => requestId === act.requestId);
  return asked ? inviting(live, names, asked, act.limitSeconds) : speaking(live, names);
};

/** The picture follows the floor, unless the operator holds it. */
const pictureAfter = (live: Live, names: Names, effects: readonly Effect[]): readonly Effect[] => {
  const { conference, programme } = live;
  if (conference.status === 'absent' || programme.mode !== 'follow') return [];
  const laid = effects.find((effect) => effect.kind === 'layout')?.layout ?? programme.layout;
  if (!showsSource(laid)) return [];
  const invited = effects.find((effect) => effect.kind === 'invite');
  const turns = effects.some(({ kind }) => kind === 'open' || kind === 'end' || kind === 'pause' || kind === 'resume');
  const siteId = invited ? invited.who.siteId : turns ? conference.hallId : null;
  const isOnAir = programme.onAir.kind === 'site' && programme.onAir.siteId === siteId;
  return siteId === null || isOnAir
    ? []
    : [{ kind: 'picture', of: calledAt(hallOf(live), names, { siteId, speakerId: null }) }];
};

export const effectsOf = (live: Live, names: Names, acts: readonly Command[], now: number): readonly Effect[] => {
  const effects = acts.flatMap((act) => effectsOfAct(live, names, act, now));
  return [...effects, ...pictureAfter(live, names, effects)];
};

/** A row as the next step. */
export type RowStep = {
  readonly row: SheetRow;
  readonly command: Of<'runSheet.next'>;
  readonly effects: readonly Effect[];
};

/** What becomes of the film of a row (R12). */
const filmOf = ({ programme, conference }: Live, row: SheetRow, acts: readonly Command[]): readonly Effect[] => {
  if (row.film === null || conference.status === 'absent' || conference.status === 'closed') return [];
  const { title, loaded } = row.film;
  const isShown = acts.some(({ type }) => type === 'programme.startRowFilm');
  const byHand = programme.mode === 'manual' || loaded;
  return [{ kind: 'film', title, how: isShown ? 'shown' : byHand ? 'byHand' : 'missing' }];
};

/** What one row would do now; null when it is gone. */
const stepOf = (live: Live, names: Names, rowId: RowId, now: number): RowStep | null => {
  const row = sheetRows(live, names).find((each) => each.rowId === rowId);
  if (!row) return null;
  const acts = actsOfRow(live, rowId, now);
  return {
    row,
    command: nextRowCommand(live, rowId),
    effects: [...effectsOf(live, names, acts, now), ...filmOf(live, row, acts)],
  };
};

/** A speech waits for the opening; whatever else the run sheet begins with does not. */
const isHeld = ({ conference: { status } }: Live, { act }: Row): boolean =>
  status === 'absent' || status === 'closed' || (status === 'prepared' && act.kind === 'speech');

/** The row that "Tiếp" does; null when it is the queue's turn, nothing is left (R8), or it is not time yet. */
export const rowStep = (live: Live, names: Names, now: number): RowStep | null => {
  const step = nextStep(live);
  return step?.kind === 'row' && !isHeld(live, step.row) ? stepOf(live, names, step.row.rowId, now) : null;
};

/** Requests that wait in a row of the run sheet already. */
export const slottedRequests = ({ runSheet }: Live): ReadonlySet<RequestId> =>
  new Set(
    runSheet.rows.flatMap(({ act, status }) =>
      act.kind === 'speech' && act.requestId !== null && status === 'waiting' ? [act.requestId] : [],
    ),
  );

/** Where a request is slotted in: before the next row, in the item of the row of now. */
export const slotCommand = (
  live: Live,
  request: Live['floor']['queue'][number],
  rowId: RowId,
  limitSeconds: number | null,
): Of<'runSheet.add'> => {
  const { requestId, siteId, speakerId, kind } = request;
  const now = rowOf(live.runSheet, live.runSheet.currentId);
  return {
    type: 'runSheet.add',
    rowId,
    act: { kind: 'speech', speechKind: kind, speaker: { siteId, speakerId }, reserve: null, requestId },
    itemId: now ? now.itemId : (live.agenda.current?.itemId ?? null),
    seconds: limitSeconds,
    before: rowsAhead(live.runSheet)[0]?.rowId ?? null,
  };
};

/** The reserve speaks instead; who was to speak becomes the reserve. */
export const reserveCommand = ({ rowId, act, itemId, seconds }: SheetRow): Of<'runSheet.change'> | null =>
  act.kind === 'speech' && act.reserve
    ? {
        type: 'runSheet.change',
        rowId,
        act: { ...act, speaker: act.reserve, reserve: act.speaker, requestId: null },
        itemId,
        seconds,
      }
    : null;

/** Puts a row at a place (0 = first) of the run sheet as it was seen. Null when it stands there, or is gone. */
export const moveRowCommand = (
  rows: readonly { readonly rowId: RowId }[],
  rowId: RowId,
  toIndex: number,
  sheetVersion: number,
): Of<'runSheet.move'> | null => {
  const from = rows.findIndex((row) => row.rowId === rowId);
  const to = Math.max(0, Math.min(rows.length - 1, toIndex));
  if (from < 0 || from === to) return null;
  const rest = rows.filter((row) => row.rowId !== rowId);
  return { type: 'runSheet.move', rowId, before: rest[to]?.rowId ?? null, sheetVersion };
};
