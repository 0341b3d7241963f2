import { MAX_LOST_NAMED, type Lost } from '@diemcau/domain/snapshot';
import type { SiteId } from '@diemcau/domain/kernel';
import type { ConferenceSnapshot, SnapshotAct, SnapshotPerson } from '@diemcau/domain/snapshot';
import type { Plan } from '@diemcau/domain/wire';
import type { StoredConference } from './store.ts';

type PlanRow = Plan['rows'][number];
type InvitedSite = { readonly siteId: SiteId; readonly code: string; readonly name: string; readonly hall: boolean };

/** A conference as it stands now, to make others from (C13). */
export const snapshotOf = (
  conference: StoredConference,
  sites: readonly InvitedSite[],
  plan: Plan,
): ConferenceSnapshot => {
  const { kind, siteLimit, supportPhone, hallSiteId } = conference;
  const known = new Set<string>(plan.speakers.map(({ speakerId }) => speakerId));
  const named = (speakerId: string | null) => (speakerId !== null && known.has(speakerId) ? speakerId : null);
  const person = ({ siteId, speakerId }: { siteId: SiteId; speakerId: string | null }): SnapshotPerson => ({
    siteId: siteId === hallSiteId ? null : siteId,
    speaker: named(speakerId),
  });
  const actOf = ({ act }: PlanRow): SnapshotAct => {
    if (act.kind !== 'speech') return act;
    const { kind: speech, speechKind, speaker, reserve } = act;
    return { kind: speech, speechKind, speaker: person(speaker), reserve: reserve && person(reserve) };
  };
  const places = sites.map(({ siteId, code, name, hall }) => ({ hall, site: { siteId, code, name } }));
  return {
    kind,
    siteLimit,
    supportPhone,
    hall: places.find(({ hall }) => hall)?.site ?? null,
    sites: places.flatMap(({ hall, site }) => (hall ? [] : [site])),
    items: plan.items.map(({ itemId, parentId, kind: itemKind, title, seconds, presenterId }) => ({
      key: itemId,
      parent: parentId,
      kind: itemKind,
      title,
      seconds,
      presenter: named(presenterId),
    })),
    rows: plan.rows.map((row) => ({
      key: row.rowId,
      act: actOf(row),
      item: row.itemId,
      seconds: row.seconds,
      cue: row.cue,
      note: row.note,
      ...(row.layout ? { layout: row.layout } : {}),
      ...(row.film ? { filmTitle: row.filmTitle } : {}),
    })),
    speakers: plan.speakers.map(({ speakerId, honorific, name, position }) => ({
      key: speakerId,
      honorific,
      name,
      position,
    })),
  };
};

type SnapshotRow = ConferenceSnapshot['rows'][number];

/** A mosaic goes without the sites that do not take part; without any it is one picture. */
const withLayout = ({ layout, ...row }: SnapshotRow, taking: ReadonlySet<SiteId>): SnapshotRow => {
  if (!layout) return row;
  if (!('siteIds' in layout)) return { ...row, layout };
  const siteIds = layout.siteIds.filter((siteId) => taking.has(siteId));
  return siteIds.length === 0 ? row : { ...row, layout: { ...layout, siteIds } };
};

const firstOf = <T>(all: readonly T[]) => ({ total: all.length, first: all.slice(0, MAX_LOST_NAMED) });

/** What of it can be made where only these sites take part beside the hall, and what is lost. */
export const withSites = (
  snapshot: ConferenceSnapshot,
  taking: ReadonlySet<SiteId>,
): { readonly snapshot: ConferenceSnapshot; readonly lost: Lost } => {
  const isHere = ({ siteId }: SnapshotPerson) => siteId === null || taking.has(siteId);
  const people = new Map(snapshot.speakers.map(({ key, honorific, name }) => [key, `${honorific} ${name}`]));
  const places = new Map(snapshot.sites.map(({ siteId, name }) => [siteId, name]));
  const lostSpeeches: { person: string; site: string }[] = [];
  const lose = ({ siteId, speaker }: SnapshotPerson) =>
    lostSpeeches.push({
      person: (speaker !== null && people.get(speaker)) || '',
      site: (siteId !== null && places.get(siteId)) || '',
    });
  const rows = snapshot.rows.flatMap((whole) => {
    const row = withLayout(whole, taking);
    const { act } = row;
    if (act.kind !== 'speech') return [row];
    const reserve = act.reserve && isHere(act.reserve) ? act.reserve : null;
    if (isHere(act.speaker)) {
      if (act.reserve && !reserve) lose(act.reserve);
      return [{ ...row, act: { ...act, reserve } }];
    }
    lose(act.speaker);
    return [];
  });
  const lostSites = snapshot.sites.filter(({ siteId }) => !taking.has(siteId));
  return {
    snapshot: { ...snapshot, rows, sites: snapshot.sites.filter(({ siteId }) => taking.has(siteId)) },
    lost: {
      sites: firstOf(lostSites.map(({ code, name }) => ({ code, name }))),
      speeches: firstOf(lostSpeeches),
    },
  };
};
