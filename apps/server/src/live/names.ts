import type { AgendaItemId, RequestId, RowId, SiteId, SourceId, SpeakerId } from '@diemcau/domain/kernel';
import type { RowText } from '@diemcau/domain/run-sheet';
import type { People, SiteLabel, Speaker } from '@diemcau/domain/wire';
import type { LiveEvent } from '@diemcau/domain/live';
import type { Db } from '../platform/db/index.ts';
import type { ReadSiteLabels } from './ports.ts';
import { readRowTexts, readSourceNames, readSpeakers, readSubjects, readTitles } from './texts.ts';
import type { Needed } from './whole-state.ts';

const lacking = <T>(ids: ReadonlySet<T>, known: ReadonlyMap<T, unknown>) => [...ids].filter((id) => !known.has(id));
const learn = <K, V>(known: Map<K, V>, more: ReadonlyMap<K, V>): void =>
  more.forEach((value, key) => known.set(key, value));
const pick = <K extends string, V>(known: ReadonlyMap<K, V>, ids: Iterable<K>): Readonly<Record<string, V>> =>
  Object.fromEntries([...ids].flatMap((id) => (known.has(id) ? [[id, known.get(id)!]] : [])));

/** Names of one conference, read once and kept; a corrected one is read again. */
export class Names {
  private readonly db: Db;
  private readonly readLabels: ReadSiteLabels;
  private readonly speakers = new Map<SpeakerId, Speaker>();
  private readonly sites = new Map<SiteId, SiteLabel>();
  private readonly subjects = new Map<RequestId, string>();
  private readonly titles = new Map<AgendaItemId, string>();
  private readonly rows = new Map<RowId, RowText>();
  private readonly sources = new Map<SourceId, string>();

  constructor(db: Db, readLabels: ReadSiteLabels) {
    this.db = db;
    this.readLabels = readLabels;
  }

  /** Forgets what an event says was worded anew. */
  heed(event: LiveEvent): void {
    if (event.type === 'speakerCorrected') this.speakers.delete(event.speakerId);
    if (event.type === 'sourceRenamed') this.sources.delete(event.sourceId);
    if (event.type === 'agendaItemChanged') {
      this.titles.delete(event.itemId);
      if (event.presenterId !== null) this.speakers.delete(event.presenterId);
    }
    if (event.type !== 'rowChanged') return;
    this.rows.delete(event.rowId);
    if (event.act.kind !== 'speech') return;
    for (const person of [event.act.speaker, event.act.reserve])
      if (person?.speakerId) this.speakers.delete(person.speakerId);
  }

  site(siteId: SiteId): SiteLabel | undefined {
    return this.sites.get(siteId);
  }

  speaker(id: SpeakerId): Speaker | undefined {
    return this.speakers.get(id);
  }

  subject(id: RequestId): string | undefined {
    return this.subjects.get(id);
  }

  /** Reads what is missing, in six queries at most. */
  async load({ speakers, sites, requests, items, rows, sources }: Needed): Promise<void> {
    const [readNow, labels, subjects, titles, texts, sourceNames] = await Promise.all([
      readSpeakers(this.db, lacking(speakers, this.speakers)),
      this.labelsOf(lacking(sites, this.sites)),
      readSubjects(this.db, lacking(requests, this.subjects)),
      readTitles(this.db, lacking(items, this.titles)),
      readRowTexts(this.db, lacking(rows, this.rows)),
      readSourceNames(this.db, lacking(sources, this.sources)),
    ]);
    for (const speaker of readNow) this.speakers.set(speaker.speakerId, speaker);
    for (const label of labels) this.sites.set(label.siteId, label);
    learn(this.subjects, subjects);
    learn(this.titles, titles);
    learn(this.rows, texts);
    learn(this.sources, sourceNames);
  }

  people({ speakers, sites, requests, items, rows, sources }: Needed): People {
    return {
      type: 'people',
      full: true,
      speakers: [...speakers].flatMap((id) => this.speakers.get(id) ?? []),
      sites: [...sites].flatMap((id) => this.sites.get(id) ?? []),
      subjects: pick(this.subjects, requests),
      titles: pick(this.titles, items),
      rows: pick(this.rows, rows),
      sources: pick(this.sources, sources),
    };
  }

  private async labelsOf(ids: readonly SiteId[]): Promise<readonly SiteLabel[]> {
    return ids.length === 0 ? [] : this.readLabels(ids);
  }
}

/** Entries that are not the same in `before`. */
const newer = <V>(
  before: Readonly<Record<string, V>>,
  next: Readonly<Record<string, V>>,
): Readonly<Record<string, V>> =>
  Object.fromEntries(
    Object.entries(next).filter(([id, value]) => JSON.stringify(before[id]) !== JSON.stringify(value)),
  );

/** What a page has that was told of nobody. */
export const EMPTY_PEOPLE: People = {
  type: 'people',
  full: true,
  speakers: [],
  sites: [],
  subjects: {},
  titles: {},
  rows: {},
  sources: {},
};

/** What of `next` a page that has `before` lacks; null when nothing. */
export const peopleSince = (before: People, next: People): People | null => {
  const had = new Set([...before.speakers, ...before.sites].map((entry) => JSON.stringify(entry)));
  const lacks = (entry: object) => !had.has(JSON.stringify(entry));
  const speakers = next.speakers.filter(lacks);
  const sites = next.sites.filter(lacks);
  const subjects = newer(before.subjects, next.subjects);
  const titles = newer(before.titles, next.titles);
  const rows = newer(before.rows, next.rows);
  const sources = newer(before.sources, next.sources);
  const nothing = [speakers, sites].every((list) => list.length === 0);
  if (nothing && [subjects, titles, rows, sources].every((record) => Object.keys(record).length === 0)) return null;
  return { type: 'people', full: false, speakers, sites, subjects, titles, rows, sources };
};
