import { AgendaItemId, RowId, type SpeechKind } from '@diemcau/domain/kernel';
import type { Command } from '@diemcau/domain/live';
import type { RowAct } from '@diemcau/domain/run-sheet';

import { names as people, requestId, siteId, speakerId } from './live.fixture.ts';
import type { Names } from './state.ts';

const uuid = (kind: number, n: number): string => `01990000-000${kind}-7000-8000-${String(n).padStart(12, '0')}`;
export const itemId = (n: number): AgendaItemId => AgendaItemId.parse(uuid(5, n));
export const rowId = (n: number): RowId => RowId.parse(uuid(6, n));

const TITLES = ['', 'Khai mạc', 'Báo cáo', 'Thảo luận'];

/** The names of the other tests, with titles of the items 1 to 3. */
export const planNames: Names = {
  ...people,
  titles: Object.fromEntries([1, 2, 3].map((n) => [itemId(n), TITLES[n] ?? ''])),
};

/** The same with words of its own for a row. */
export const withCue = (n: number, cue: string): Names => ({ ...planNames, rows: { [rowId(n)]: { cue, note: '' } } });

export const item = (n: number, minutes: number | null = 10, parent: number | null = null): Command => ({
  type: 'agenda.add',
  itemId: itemId(n),
  kind: 'other',
  seconds: minutes === null ? null : minutes * 60,
  presenterId: null,
  parentId: parent === null ? null : itemId(parent),
  before: null,
});

/** Site `n` (0: the hall) speaks with its delegate, or its request of the queue. */
export const speech = (n: number, speechKind: SpeechKind = 'report', asked = false): RowAct => ({
  kind: 'speech',
  speechKind,
  speaker: { siteId: siteId(n), speakerId: speakerId(n) },
  reserve: null,
  requestId: asked ? requestId(n) : null,
});

export const row = (n: number, act: RowAct, of: number | null = null, seconds: number | null = null): Command => ({
  type: 'runSheet.add',
  rowId: rowId(n),
  act,
  itemId: of === null ? null : itemId(of),
  seconds,
  before: null,
});
