import type { Recorded } from '../kernel/index.ts';
import type { Live, LiveEvent } from '../live/index.ts';
import type { Doer, EntryOf, RecordEntry } from './entry.ts';

/** An event with its place in the stream and who did it. */
export type Told = Recorded<LiveEvent> & { readonly seq: number; readonly by: Doer };
export type ToldOf<T extends LiveEvent['type']> = Extract<Told, { type: T }>;

/** Entries that may still change. All others are final, so a record of any length is folded in little space. */
export type Open = {
  readonly speech: EntryOf<'speech'> | null;
  /** The speech that ended last, and the one that gave way to the speech of now: either may go on. */
  readonly ended: EntryOf<'speech'> | null;
  readonly gaveWay: EntryOf<'speech'> | null;
  readonly item: EntryOf<'item'> | null;
  readonly itemBefore: EntryOf<'item'> | null;
  readonly pause: EntryOf<'paused'> | null;
  readonly rollCall: EntryOf<'rollCall'> | null;
  readonly polling: EntryOf<'polling'> | null;
  readonly content: EntryOf<'content'> | null;
  readonly film: EntryOf<'film'> | null;
  readonly row: EntryOf<'row'> | null;
  readonly missing: Readonly<Record<string, EntryOf<'missing'>>>;
  /** By site: its line while it does not carry all of it. */
  readonly lines: Readonly<Record<string, EntryOf<'line'>>>;
  /** The last cut: what another event of its append changes in the picture is told with it. */
  readonly cut: EntryOf<'cut'> | null;
  /** When the phase changed last: what is cut in the same append follows from it. */
  readonly phaseAt: number | null;
  /** When a site was missed, or was back, last. */
  readonly lineAt: number | null;
};

export const nothingOpen: Open = {
  speech: null,
  ended: null,
  gaveWay: null,
  item: null,
  itemBefore: null,
  pause: null,
  rollCall: null,
  polling: null,
  content: null,
  film: null,
  row: null,
  missing: {},
  lines: {},
  cut: null,
  phaseAt: null,
  lineAt: null,
};

/** The conference before and after an event. */
export type Moment<E extends Told = Told> = {
  readonly before: Live;
  readonly after: Live;
  readonly open: Open;
  readonly event: E;
};

/** What an event makes of the record: entries as they are now, and what is open from then on. */
export type Step = { readonly entries: readonly RecordEntry[]; readonly open: Partial<Open> };
export const nothing: Step = { entries: [], open: {} };

/** When an entry is told, by whom, and under which agenda item: the same for all that an event makes. */
export const stampOf = ({ event: { seq, at, by }, before, after }: Moment) => ({
  seq,
  changed: seq,
  at,
  by,
  itemId: after.agenda.current?.itemId ?? null,
  ...rehearsalOf(before, after),
});

/** What begins and what ends a rehearsal is told with it. */
const rehearsalOf = (before: Live, after: Live): { readonly rehearsal?: number } => {
  const rehearsal = rehearsalIn(after) ?? rehearsalIn(before);
  return rehearsal ? { rehearsal: rehearsal.no } : {};
};
const rehearsalIn = ({ conference }: Live) => (conference.status === 'absent' ? null : conference.rehearsal);

/** An entry that an event changes. */
export const changed = <E extends RecordEntry>(
  entry: E,
  { seq }: Told,
  change: Partial<Omit<E, 'seq' | 'changed' | 'kind'>>,
): E => ({ ...entry, ...change, changed: seq });

export const isUnderWay = ({ conference: { status } }: Live): boolean => status === 'open' || status === 'paused';
