import type { RequestId, SiteId, SpeakerId } from '@diemcau/domain/kernel';
import type { People, SiteLabel, Speaker } from '@diemcau/domain/wire';
import type { Db } from '../platform/db/index.ts';
import type { ReadSiteLabels } from './ports.ts';
import { readSpeakers, readSubjects } from './texts.ts';
import type { Needed } from './whole-state.ts';

/** Names of one conference, read once and kept; a corrected one is read again. */
export class Names {
  private readonly db: Db;
  private readonly readLabels: ReadSiteLabels;
  private readonly speakers = new Map<SpeakerId, Speaker>();
  private readonly sites = new Map<SiteId, SiteLabel>();
  private readonly subjects = new Map<RequestId, string>();

  constructor(db: Db, readLabels: ReadSiteLabels) {
    this.db = db;
    this.readLabels = readLabels;
  }

  forget(speakerId: SpeakerId): void {
    this.speakers.delete(speakerId);
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

  /** Reads what is missing, in three queries at most. */
  async load({ speakers, sites, requests }: Needed): Promise<void> {
    const lacking = <T>(ids: ReadonlySet<T>, known: ReadonlyMap<T, unknown>) => [...ids].filter((id) => !known.has(id));
    const [readNow, labels, texts] = await Promise.all([
      readSpeakers(this.db, lacking(speakers, this.speakers)),
      this.labelsOf(lacking(sites, this.sites)),
      readSubjects(this.db, lacking(requests, this.subjects)),
    ]);
    for (const speaker of readNow) this.speakers.set(speaker.speakerId, speaker);
    for (const label of labels) this.sites.set(label.siteId, label);
    for (const id of requests) if (texts[id] !== undefined) this.subjects.set(id, texts[id]);
  }

  people({ speakers, sites, requests }: Needed): People {
    return {
      type: 'people',
      full: true,
      speakers: [...speakers].flatMap((id) => this.speakers.get(id) ?? []),
      sites: [...sites].flatMap((id) => this.sites.get(id) ?? []),
      subjects: Object.fromEntries(
        [...requests].flatMap((id) => (this.subjects.has(id) ? [[id, this.subjects.get(id)!]] : [])),
      ),
    };
  }

  private async labelsOf(ids: readonly SiteId[]): Promise<readonly SiteLabel[]> {
    return ids.length === 0 ? [] : this.readLabels(ids);
  }
}

/** What of `next` a page that has `before` lacks; null when nothing. */
export const peopleSince = (before: People, next: People): People | null => {
  const had = new Set([...before.speakers, ...before.sites].map((entry) => JSON.stringify(entry)));
  const lacks = (entry: object) => !had.has(JSON.stringify(entry));
  const speakers = next.speakers.filter(lacks);
  const sites = next.sites.filter(lacks);
  const subjects = Object.fromEntries(
    Object.entries(next.subjects).filter(([id, text]) => before.subjects[id] !== text),
  );
  const nothing = speakers.length === 0 && sites.length === 0 && Object.keys(subjects).length === 0;
  return nothing ? null : { type: 'people', full: false, speakers, sites, subjects };
};
