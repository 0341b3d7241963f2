import { isOnAir, microphoneOf, sitesOnAir, type Live, type ViewClass } from '@diemcau/domain/live';
import type { OwnMessages } from '@diemcau/domain/message';
import type { OwnSupport } from '@diemcau/domain/support';
import {
  sitesNamed,
  SpeakerId,
  type AgendaItemId,
  type RequestId,
  type RowId,
  type SiteId,
  type SourceId,
} from '@diemcau/domain/kernel';
import type {
  MediaState,
  Mine,
  OwnRollCall,
  Presence,
  QueueHead,
  QueuedRequest,
  Screen,
  SiteLabel,
  SitePresence,
  Speaker,
  Tally,
} from '@diemcau/domain/wire';
import type { SiteHere } from './presence.ts';

/** How much of the queue those see who are no desk. */
const HEAD = 20;

const queued = ({ requestId, siteId, speakerId, kind }: Live['floor']['queue'][number]): QueuedRequest => ({
  requestId,
  siteId,
  speakerId,
  kind,
});

export const queueHeadOf = ({ floor }: Live): QueueHead => ({
  type: 'queueHead',
  length: floor.queue.length,
  head: floor.queue.slice(0, HEAD).map(queued),
});

export type Needed = {
  readonly speakers: ReadonlySet<SpeakerId>;
  readonly sites: ReadonlySet<SiteId>;
  readonly requests: ReadonlySet<RequestId>;
  readonly items: ReadonlySet<AgendaItemId>;
  readonly rows: ReadonlySet<RowId>;
  readonly sources: ReadonlySet<SourceId>;
};

export const NOTHING_NEEDED: Needed = {
  speakers: new Set(),
  sites: new Set(),
  requests: new Set(),
  items: new Set(),
  rows: new Set(),
  sources: new Set(),
};

type Person = { readonly siteId: SiteId; readonly speakerId: SpeakerId | null };

/** Who speaks by the run sheet, and who in their place. */
const plannedIn = ({ runSheet }: Live): readonly Person[] =>
  runSheet.rows
    .flatMap(({ act }) => (act.kind === 'speech' ? [act.speaker, act.reserve] : []))
    .filter((p) => p !== null);

/** Sites of mosaics that desks prepare. */
const laidOutOf = ({ runSheet, programme }: Live): readonly SiteId[] =>
  [programme.previewLayout, ...runSheet.rows.map(({ layout }) => layout)].flatMap((layout) =>
    layout ? sitesNamed(layout) : [],
  );

/**
 * What a class needs the words of now: the agenda with its presenters, who speaks, what is on air; sites those who
 * stand by and the head of the queue; desks the whole queue, the run sheet and who has spoken.
 */
export const neededBy = (viewClass: ViewClass, live: Live): Needed => {
  const { conference, agenda, runSheet, floor, programme } = live;
  const isDesk = viewClass === 'desk';
  const shown = isDesk ? floor.queue : floor.queue.slice(0, HEAD);
  const turns = [floor.turn, floor.ended?.turn ?? null].filter((turn) => turn !== null);
  const waiting = viewClass === 'public' ? [] : [...floor.standby, ...shown];
  const named: readonly Person[] = [...turns, ...waiting, ...(isDesk ? plannedIn(live) : [])];
  const spoken = isDesk ? Object.keys(floor.spoken).map((id) => SpeakerId.parse(id)) : [];
  const presenters = agenda.items.flatMap(({ presenterId }) => presenterId ?? []);
  const speakers = new Set([...spoken, ...presenters, ...named.flatMap(({ speakerId }) => speakerId ?? [])]);
  const sites = new Set(named.map(({ siteId }) => siteId));
  if (conference.status !== 'absent') sites.add(conference.hallId);
  // The preview is the desks' own (P4).
  for (const source of isDesk ? [programme.onAir, programme.preview] : [programme.onAir])
    if (source.kind === 'site') sites.add(source.siteId);
  for (const siteId of sitesNamed(programme.layout)) sites.add(siteId);
  if (isDesk) for (const siteId of laidOutOf(live)) sites.add(siteId);
  if (isDesk) for (const siteId of programme.polling?.siteIds ?? []) sites.add(siteId);
  if (viewClass !== 'public') for (const siteId of [...programme.lost, ...floor.silenced]) sites.add(siteId);
  const requests = isDesk ? new Set(shown.map(({ requestId }) => requestId)) : new Set<RequestId>();
  const turnRequest = floor.turn?.requestId;
  if (turnRequest) requests.add(turnRequest);
  const items = new Set(agenda.items.map(({ itemId }) => itemId));
  const rows = new Set(isDesk ? runSheet.rows.map(({ rowId }) => rowId) : []);
  // Names of cameras and microphones: of those who choose from them, and of those who name them.
  const sources = new Set(viewClass === 'public' ? [] : programme.sources.map(({ sourceId }) => sourceId));
  return { speakers, sites, requests, items, rows, sources };
};

/** Sites whose `mine` a change may touch: those with a turn, on stand-by, on air or in the queue. */
export const touchedSites = (live: Live): ReadonlySet<SiteId> => {
  const { floor } = live;
  const sites = new Set<SiteId>([
    ...sitesOnAir(live),
    ...floor.silenced,
    ...floor.standby.map((s) => s.siteId),
    ...floor.queue.map((r) => r.siteId),
  ]);
  if (floor.turn) sites.add(floor.turn.siteId);
  return sites;
};

/** Who will speak first is known before the opening, but nobody is called yet (F6). */
const tallyOf = (live: Live, siteId: SiteId): Tally => {
  const { conference, floor } = live;
  if (conference.status === 'prepared') return 'off';
  if (isOnAir(live, siteId)) return 'onAir';
  return floor.standby.some((s) => s.siteId === siteId) ? 'standby' : 'off';
};

/** Names and subjects of a site's own requests, as far as they were read. */
export type OwnTexts = {
  readonly speaker: (id: SpeakerId) => Speaker | undefined;
  readonly subject: (id: RequestId) => string | undefined;
};

export const mineOf = (
  live: Live,
  media: Omit<MediaState, 'type'>,
  site: SiteLabel,
  around: {
    readonly watchers: number;
    readonly screen: Screen;
    readonly texts: OwnTexts;
    readonly rollCall: OwnRollCall | null;
    readonly messages: OwnMessages | null;
    readonly support: OwnSupport | null;
  },
): Mine => {
  const { siteId } = site;
  const standbyAt = live.floor.standby.findIndex((s) => s.siteId === siteId);
  const requests = live.floor.queue.flatMap((request, i) =>
    request.siteId === siteId
      ? [
          {
            ...queued(request),
            place: i + 1,
            subject: around.texts.subject(request.requestId) ?? null,
            speaker: around.texts.speaker(request.speakerId) ?? null,
          },
        ]
      : [],
  );
  return {
    type: 'mine',
    site,
    tally: tallyOf(live, siteId),
    standbyPlace: standbyAt < 0 ? null : standbyAt + 1,
    requests,
    watchers: around.watchers,
    microphone: microphoneOf(live, media, siteId),
    screen: around.screen,
    rollCall: around.rollCall,
    messages: around.messages,
    support: around.support,
  };
};

/** The screen of a site, as its clerk is told of it. */
export const screenOf = (
  label: string | undefined,
  here: SiteHere | undefined,
  report: Extract<Screen, { status: 'present' }>['report'] | undefined,
): Screen => {
  if (label === undefined) return { status: 'none' };
  return here?.room ? { status: 'present', label, report: report ?? null } : { status: 'away', label };
};

export const presenceOf = (
  siteId: SiteId,
  here: SiteHere | undefined,
  row: (Pick<SitePresence, 'line' | 'ladder' | 'sound' | 'microphones'> & { readonly level: number }) | undefined,
): Presence['sites'][number] => ({
  siteId,
  room: here?.room ?? false,
  clerk: here?.clerk ?? false,
  lostAt: here?.lostAt ?? null,
  level: row ? Math.round(row.level * 100) / 100 : null,
  sound: row?.sound ?? null,
  ...(row?.microphones ? { microphones: row.microphones } : {}),
  line: here?.room ? (row?.line ?? 'unknown') : 'lost',
  ladder: here?.room ? (row?.ladder ?? null) : null,
});
