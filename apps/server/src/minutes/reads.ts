import { z } from 'zod';
import type { ConferenceId } from '@diemcau/domain/kernel';
import {
  summarise,
  type NotePage,
  type OfRehearsal,
  type RecordEntry,
  type RecordPage,
  type RecordSummary,
  type SinceQuery,
  type SpokenPeoplePage,
  type SpokenQuery,
  type SpokenSitesPage,
  type StillPage,
} from '@diemcau/domain/minutes';
import { cutPage, readCursor } from '../platform/http/index.ts';
import type { Notes } from './notes.ts';
import type { RecordPorts } from './ports.ts';
import { momentsOf } from './moments.ts';
import { namesOf, type ReadRecord } from './records.ts';
import type { Stills } from './stills.ts';

export type ReadsParts = {
  readonly readRecord: ReadRecord;
  readonly notes: Notes;
  readonly stills: Stills;
  readonly ports: RecordPorts;
};

const bySeq = (entries: readonly RecordEntry[]) => entries.toSorted((a, b) => a.seq - b.seq);

/** Entries that changed after `after`; those that one event changed stay together, so a page may be a little longer. */
const cutByChange = (entries: readonly RecordEntry[], { after, limit }: SinceQuery) => {
  const newer = entries.filter(({ changed }) => changed > after);
  const last = newer[limit - 1]?.changed;
  const items = last === undefined ? newer : newer.filter(({ changed }) => changed <= last);
  return { items, next: items.at(-1)?.changed ?? after, more: items.length < newer.length };
};

/** What pages read of a record (K8, K9). */
export const createReads = ({ readRecord, notes, stills, ports }: ReadsParts) => {
  const summaryOf = async (conferenceId: ConferenceId, rehearsal?: number) => {
    const { phase, byChange, rehearsals } = await readRecord(conferenceId, rehearsal);
    return { phase, summary: summarise(bySeq(byChange)), rehearsals };
  };
  const spokenPage = <Row extends { readonly firstSeq: number }>(
    all: readonly Row[],
    { cursor, limit }: SpokenQuery,
  ) => {
    const after = readCursor(z.tuple([z.number()]), cursor)?.[0] ?? 0;
    return cutPage(all.filter(({ firstSeq }) => firstSeq > after).slice(0, limit + 1), limit, ({ firstSeq }) => [
      firstSeq,
    ]);
  };

  return {
    entries: async (conferenceId: ConferenceId, query: SinceQuery): Promise<z.infer<typeof RecordPage>> => {
      const page = cutByChange((await readRecord(conferenceId, query.rehearsal)).byChange, query);
      return { ...page, names: await namesOf(ports.names, page.items) };
    },

    notes: async (
      conferenceId: ConferenceId,
      { after, limit, rehearsal }: SinceQuery,
    ): Promise<z.infer<typeof NotePage>> => {
      const { rehearsals } = await readRecord(conferenceId);
      const rows = await notes.since(conferenceId, after, limit + 1, momentsOf(rehearsals, rehearsal));
      const items = rows.slice(0, limit);
      return { items, next: items.at(-1)?.changed ?? after, more: rows.length > limit };
    },

    stills: async (conferenceId: ConferenceId, { after, limit, rehearsal }: SinceQuery): Promise<StillPage> => {
      const { rehearsals } = await readRecord(conferenceId);
      const rows = await stills.since(conferenceId, { after, limit: limit + 1 }, momentsOf(rehearsals, rehearsal));
      const items = rows.slice(0, limit);
      const ids = new Set(
        items.flatMap(({ siteIds, onAirId }) => [...siteIds, ...(onAirId === null ? [] : [onAirId])]),
      );
      const none = { speakers: [], items: [], requests: [], films: [], sources: [] };
      const { sites } = ids.size === 0 ? { sites: [] } : await ports.names({ ...none, sites: [...ids] });
      return { items: [...items], sites, next: items.at(-1)?.changed ?? after, more: rows.length > limit };
    },

    summary: async (
      conferenceId: ConferenceId,
      { rehearsal }: z.output<typeof OfRehearsal>,
    ): Promise<RecordSummary | null> => {
      const [about, { phase, summary, rehearsals }] = await Promise.all([
        ports.about(conferenceId),
        summaryOf(conferenceId, rehearsal),
      ]);
      const counted = await notes.count(conferenceId, momentsOf(rehearsals, rehearsal));
      if (!about) return null;
      const { name, unitName, hallName, startsAt, invited } = about;
      const { people, sites, items, ...numbers } = summary;
      const none = { speakers: [], sites: [], requests: [], films: [], sources: [] };
      const { titles } = await ports.names({ ...none, items: items.map(({ itemId }) => itemId) });
      return {
        name,
        unitName,
        hallName,
        startsAt,
        invited,
        ...numbers,
        status: phase,
        rehearsals: [...rehearsals],
        people: people.length,
        sites: sites.length,
        notes: counted.note,
        recommendations: counted.recommendation,
        items: items.map((item) => ({ ...item, title: titles[item.itemId] ?? null })),
      };
    },

    people: async (conferenceId: ConferenceId, query: SpokenQuery): Promise<z.infer<typeof SpokenPeoplePage>> => {
      const { summary } = await summaryOf(conferenceId, query.rehearsal);
      const { rows, next } = spokenPage(summary.people, query);
      const speakers = rows.flatMap(({ speakerId }) => speakerId ?? []);
      const names = await ports.names({
        speakers,
        sites: rows.map(({ siteId }) => siteId),
        items: [],
        requests: [],
        films: [],
        sources: [],
      });
      const items = rows.flatMap(({ speakerId, siteId, ...spoken }) => {
        const site = names.sites.find((one) => one.siteId === siteId);
        const person = names.people.find((one) => one.speakerId === speakerId) ?? null;
        return site ? [{ ...spoken, person, site }] : [];
      });
      return { items, next };
    },

    sites: async (conferenceId: ConferenceId, query: SpokenQuery): Promise<z.infer<typeof SpokenSitesPage>> => {
      const { summary } = await summaryOf(conferenceId, query.rehearsal);
      const { rows, next } = spokenPage(summary.sites, query);
      const ids = rows.map(({ siteId }) => siteId);
      const names = await ports.names({ speakers: [], sites: ids, items: [], requests: [], films: [], sources: [] });
      const items = rows.flatMap(({ siteId, ...spoken }) => {
        const site = names.sites.find((one) => one.siteId === siteId);
        return site ? [{ ...spoken, site }] : [];
      });
      return { items, next };
    },
  };
};
export type Reads = ReturnType<typeof createReads>;
