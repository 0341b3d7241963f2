import type { AgendaItemId, SiteId, SpeakerId } from '../kernel/index.ts';
import type { EntryOf, RecordEntry } from './entry.ts';

/** `ms`: how long all speeches that have ended lasted together. `firstSeq` places it in the order of first speeches. */
export type Spoken = { readonly firstSeq: number; readonly speeches: number; readonly ms: number };
export type SpokenPerson = Spoken & { readonly speakerId: SpeakerId | null; readonly siteId: SiteId };
export type SpokenSite = Spoken & { readonly siteId: SiteId; readonly interruptions: number };
export type SpentItem = {
  readonly itemId: AgendaItemId;
  readonly beganAt: number;
  /** The end of the last stretch; null while it is the current one. */
  readonly endedAt: number | null;
  /** All stretches that have ended. */
  readonly spentMs: number;
  readonly plannedSeconds: number | null;
  readonly speeches: number;
  readonly speechMs: number;
};
export type Summary = {
  readonly openedAt: number | null;
  readonly closedAt: number | null;
  /** Of all pauses that have ended. */
  readonly pausedMs: number;
  readonly speeches: number;
  readonly speechMs: number;
  readonly interruptions: number;
  readonly cuts: number;
  readonly people: readonly SpokenPerson[];
  readonly sites: readonly SpokenSite[];
  readonly items: readonly SpentItem[];
};

type Speech = EntryOf<'speech'>;

/** A speech that was given: not one that was taken back. */
const isSpeech = (entry: RecordEntry): entry is Speech => entry.kind === 'speech' && entry.takenBackAt === null;

const spokenOf = (speeches: readonly Speech[]): Spoken => ({
  firstSeq: speeches[0]?.seq ?? 0,
  speeches: speeches.length,
  ms: speeches.reduce((sum, { lengthMs }) => sum + (lengthMs ?? 0), 0),
});

const groups = <T>(list: readonly T[], keyOf: (one: T) => string): readonly (readonly [T, ...T[]])[] => {
  const found = new Map<string, [T, ...T[]]>();
  for (const one of list) {
    const group = found.get(keyOf(one));
    if (group) group.push(one);
    else found.set(keyOf(one), [one]);
  }
  return [...found.values()];
};

const itemsOf = (entries: readonly RecordEntry[], speeches: readonly Speech[]): readonly SpentItem[] => {
  const stretches = entries.filter(
    (entry): entry is EntryOf<'item'> => entry.kind === 'item' && entry.takenBackAt === null,
  );
  return groups(stretches, ({ itemId }) => String(itemId)).flatMap((group) => {
    const [{ itemId, at: beganAt }] = group;
    if (itemId === null) return [];
    const last = group.at(-1) ?? group[0];
    const { speeches: times, ms: speechMs } = spokenOf(speeches.filter((speech) => speech.itemId === itemId));
    const spentMs = group.reduce((sum, { at, endedAt }) => sum + (endedAt === null ? 0 : endedAt - at), 0);
    const { endedAt, plannedSeconds } = last;
    return [{ itemId, beganAt, endedAt, spentMs, plannedSeconds, speeches: times, speechMs }];
  });
};

/** Who spoke how long, by person, site and agenda item, each in the order of first speeches (K8). */
export const summarise = (entries: readonly RecordEntry[]): Summary => {
  const speeches = entries.filter(isSpeech);
  const people = groups(speeches, ({ speakerId, siteId }) => speakerId ?? `at ${siteId}`);
  const sites = groups(speeches, ({ siteId }) => siteId);
  const interruptions = (of: readonly Speech[]) => of.reduce((sum, one) => sum + one.interruptions.length, 0);
  const { speeches: times, ms } = spokenOf(speeches);
  return {
    openedAt: entries.find(({ kind }) => kind === 'opened')?.at ?? null,
    closedAt: entries.find(({ kind }) => kind === 'closed')?.at ?? null,
    pausedMs: entries.reduce(
      (sum, entry) => sum + (entry.kind === 'paused' && entry.resumedAt !== null ? entry.resumedAt - entry.at : 0),
      0,
    ),
    speeches: times,
    speechMs: ms,
    interruptions: interruptions(speeches),
    cuts: entries.filter(({ kind }) => kind === 'cut').length,
    people: people.map((group) => ({
      ...spokenOf(group),
      speakerId: group[0].speakerId,
      siteId: group[0].siteId,
    })),
    sites: sites.map((group) => ({
      ...spokenOf(group),
      siteId: group[0].siteId,
      interruptions: interruptions(group),
    })),
    items: itemsOf(entries, speeches),
  };
};
