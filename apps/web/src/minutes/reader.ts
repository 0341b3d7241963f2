import {
  NotePage,
  RecordPage,
  StillPage,
  type Note,
  type RecordEntry,
  type RecordNames,
  type Still,
} from '@diemcau/domain/minutes';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';

import { api, asProblem, type Problem } from '../live/api.ts';

/** What a page has read of a record. */
export type ReadRecord = {
  readonly isRead: boolean;
  readonly entries: readonly RecordEntry[];
  readonly notes: readonly Note[];
  readonly stills: readonly Still[];
  readonly names: RecordNames;
  readonly problem: Problem | null;
};

const noNames: RecordNames = { people: [], sites: [], titles: {}, subjects: {}, films: {}, sources: {} };
const nothing: ReadRecord = { isRead: false, entries: [], notes: [], stills: [], names: noNames, problem: null };

const learn = (known: RecordNames, more: RecordNames): RecordNames => ({
  people: [...new Map([...known.people, ...more.people].map((one) => [one.speakerId, one])).values()],
  sites: [...new Map([...known.sites, ...more.sites].map((one) => [one.siteId, one])).values()],
  titles: { ...known.titles, ...more.titles },
  subjects: { ...known.subjects, ...more.subjects },
  films: { ...known.films, ...more.films },
  sources: { ...known.sources, ...more.sources },
});

/** Reads a record page by page and goes on from what changed last. `base`: of a seat, or of a conference. */
class RecordReader {
  private readonly base: string;
  private readonly of: string;
  private readonly entries = new Map<number, RecordEntry>();
  private readonly notes = new Map<string, Note>();
  private readonly stills = new Map<string, Still>();
  private names = noNames;
  private readonly after = { entries: 0, notes: 0, stills: 0 };
  private reading: Promise<void> | null = null;
  private readonly listeners = new Set<() => void>();
  state = nothing;

  /** @param rehearsal the number of one; null: the conference itself */
  constructor(base: string, rehearsal: number | null) {
    this.base = base;
    this.of = rehearsal === null ? '' : `rehearsal=${rehearsal}&`;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Reads what is new; who asks meanwhile gets the same answer. */
  readonly read = (): Promise<void> => {
    this.reading ??= this.readAll().finally(() => {
      this.reading = null;
    });
    return this.reading;
  };

  /** After a change of one's own: what it made is read, whatever was being read before. */
  readonly readAgain = async (): Promise<void> => {
    await this.reading;
    await this.read();
  };

  private async readAll(): Promise<void> {
    try {
      const isNew = await this.readPages();
      if (!isNew && this.state.isRead && this.state.problem === null) return;
      this.tell({
        isRead: true,
        entries: [...this.entries.values()].toSorted((a, b) => a.seq - b.seq),
        notes: [...this.notes.values()],
        stills: [...this.stills.values()],
        names: this.names,
        problem: null,
      });
    } catch (thrown) {
      this.tell({ ...this.state, problem: asProblem(thrown) });
    }
  }

  private async readPages(): Promise<boolean> {
    let isNew = false;
    for (let more = true; more;) {
      const page = await api.get(`${this.base}/record?${this.of}after=${this.after.entries}`, RecordPage);
      for (const entry of page.items) this.entries.set(entry.seq, entry);
      isNew ||= page.items.length > 0;
      this.names = learn(this.names, page.names);
      this.after.entries = page.next;
      ({ more } = page);
    }
    for (let more = true; more;) {
      const page = await api.get(`${this.base}/record/notes?${this.of}after=${this.after.notes}`, NotePage);
      for (const note of page.items) this.notes.set(note.noteId, note);
      isNew ||= page.items.length > 0;
      this.after.notes = page.next;
      ({ more } = page);
    }
    for (let more = true; more;) {
      const page = await api.get(`${this.base}/record/stills?${this.of}after=${this.after.stills}`, StillPage);
      for (const still of page.items) this.stills.set(still.stillId, still);
      isNew ||= page.items.length > 0;
      this.names = learn(this.names, { ...noNames, sites: page.sites });
      this.after.stills = page.next;
      ({ more } = page);
    }
    return isNew;
  }

  private tell(state: ReadRecord): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

const LOOK_EVERY_MS = 3000;
/** Beside a line that tells of every event: for notes and stills of others, which are none. */
const LOOK_BESIDE_MS = 15_000;
/** Events that come together are read together. */
const TOGETHER_MS = 250;

/** Reads soon after each news, however fast they come; nothing where there are none. */
const useReadOnNews = (is: RecordReader, news: string | null): void => {
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    if (news === null || waiting.current !== undefined) return;
    waiting.current = setTimeout(() => {
      waiting.current = undefined;
      void is.readAgain();
    }, TOGETHER_MS);
  }, [is, news]);
  useEffect(
    () => () => {
      clearTimeout(waiting.current);
      waiting.current = undefined;
    },
    [is],
  );
};

/**
 * The record of a seat's conference, or of an administrator's, looked at again while the page is seen.
 * @param news another one whenever the page learns of something; null for a page that learns of nothing by itself
 */
export const useRecord = (base: string, rehearsal: number | null, news: string | null) => {
  const of = `${base} ${rehearsal}`;
  const [reader, setReader] = useState(() => ({ of, is: new RecordReader(base, rehearsal) }));
  if (reader.of !== of) setReader({ of, is: new RecordReader(base, rehearsal) });
  const { is } = reader;
  const everyMs = news === null ? LOOK_EVERY_MS : LOOK_BESIDE_MS;
  useEffect(() => {
    void is.read();
    const timer = setInterval(() => document.visibilityState === 'visible' && void is.read(), everyMs);
    return () => clearInterval(timer);
  }, [is, everyMs]);
  useReadOnNews(is, news);
  const record = useSyncExternalStore(is.subscribe, () => is.state);
  return { record, readAgain: is.readAgain };
};
