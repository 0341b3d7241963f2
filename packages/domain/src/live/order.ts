import type { Floor, Request, Standby } from '../floor/index.ts';
import { rowsAhead, type Row, type RunSheet } from '../run-sheet/index.ts';
import type { Live } from './state.ts';

const requestOf = ({ act }: Row) => (act.kind === 'speech' ? act.requestId : null);

/** Requests that wait for the queue's turn, not for that of a row into which they were slotted. */
export const unslotted = ({ runSheet, floor }: Pick<Live, 'runSheet' | 'floor'>): readonly Request[] => {
  const inRows = new Set(rowsAhead(runSheet).map(requestOf));
  return floor.queue.filter(({ requestId }) => !inRows.has(requestId));
};

/** The queue speaks from the row of a discussion on; requests that are slotted in are part of it (R7). */
const inDiscussion = ({ rows, currentId }: RunSheet): boolean => {
  const begun = rows.slice(0, rows.findIndex(({ rowId }) => rowId === currentId) + 1);
  return begun.findLast((row) => requestOf(row) === null)?.act.kind === 'discussion';
};

const isOfQueue = ({ queue }: Floor, row: Row | undefined): boolean =>
  row !== undefined && queue.some(({ requestId }) => requestId === requestOf(row));

/** How many of the rows ahead come before the queue. */
const rowsBeforeQueue = (runSheet: RunSheet, floor: Floor, rows: readonly Row[]): number => {
  const at = inDiscussion(runSheet)
    ? rows.findIndex((row) => !isOfQueue(floor, row))
    : rows.findIndex(({ act }) => act.kind === 'discussion');
  return at < 0 ? rows.length : at;
};

const isPointOfOrder = ({ kind }: Request): boolean => kind === 'pointOfOrder';

const ofRow = ({ queue }: Floor, { act }: Row): readonly Standby[] => {
  if (act.kind !== 'speech') return [];
  const asked = queue.find(({ requestId }) => requestId === act.requestId);
  const { siteId, speakerId } = asked ?? act.speaker;
  return [{ siteId, requestId: asked?.requestId ?? null, speakerId }];
};
const ofRequest = ({ siteId, requestId, speakerId }: Request): Standby => ({ siteId, requestId, speakerId });

/**
 * Who will speak, in order (R7): points of order at the head of the queue; the rows ahead, with the rest of the queue
 * where a discussion opens it, or else after them. The same on servers and pages, which do not hold the list of sites.
 */
export const upcoming = ({ floor, runSheet }: Pick<Live, 'floor' | 'runSheet'>): readonly Standby[] => {
  const rows = rowsAhead(runSheet);
  const at = rowsBeforeQueue(runSheet, floor, rows);
  const asked = unslotted({ floor, runSheet });
  const ordinary = asked.findIndex((request) => !isPointOfOrder(request));
  const first = ordinary < 0 ? asked.length : ordinary;
  return [
    ...asked.slice(0, first).map(ofRequest),
    ...rows.slice(0, at).flatMap((row) => ofRow(floor, row)),
    ...asked.slice(first).map(ofRequest),
    ...rows.slice(at).flatMap((row) => ofRow(floor, row)),
  ];
};

export type NextStep =
  | { readonly kind: 'row'; readonly row: Row }
  | { readonly kind: 'request'; readonly request: Request };

/** What "Tiếp" does now (R8); null: nothing is left. */
export const nextStep = ({ conference, runSheet, floor }: Live): NextStep | null => {
  const [request] = unslotted({ runSheet, floor });
  const rows = rowsAhead(runSheet);
  const [row] = rows;
  const asked: NextStep | null = request ? { kind: 'request', request } : null;
  if (!row) return asked;
  // A point of order that came before the opening, or in a pause, does not keep the conference from its row.
  const isNow = request && isPointOfOrder(request) && conference.status === 'open';
  const isQueues = inDiscussion(runSheet) && rowsBeforeQueue(runSheet, floor, rows) === 0;
  return asked && (isNow || isQueues) ? asked : { kind: 'row', row };
};
