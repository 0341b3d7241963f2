import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { Logger } from 'pino';
import { ConferenceId, SeatId, SiteId } from '@diemcau/domain/kernel';
import { entitledToSpeak, isScreen, shownToAll, type RoomSound } from '@diemcau/domain/live';
import type { LineNow } from '@diemcau/domain/support';
import { DeviceControl } from '@diemcau/domain/wire';
import type { Db } from '../platform/db/index.ts';
import type { SeatChange, SeatHolder, SeatRegistry } from '../platform/identity/index.ts';
import type { Notifications } from '../platform/realtime/index.ts';
import type { Asides } from './asides.ts';
import { Channel } from './channel.ts';
import type { Cues } from './cues.ts';
import { encode } from './feed.ts';
import type { Member } from './member.ts';
import { Names } from './names.ts';
import type { LiveMetrics } from './metrics.ts';
import type { ReadAttendance, ReadMessages, ReadSiteLabels, ReadSupport } from './ports.ts';
import { PresenceBoard } from './presence.ts';
import { LineReports } from './line-reports.ts';
import { ScreenReports } from './screens.ts';
import type { LiveStore } from './stream.ts';
import { Watchers } from './watchers.ts';

const POLL_MS = 1000;
/** Sockets closed at once when the server stops, and the pause after them. */
const WAVE = 200;
const WAVE_MS = 40;
/** Totals are read again this often, in case a notification was missed. */
const ATTENDANCE_BEATS = 10;
const IDLE_MS = 10 * 60 * 1000;
/** Sites that one notification names: far below its 8,000 bytes. */
const SITES_PER_NOTIFICATION = 100;
/** Pages of the sites whom all watch are asked for a sign of life often, the others seldom. */
const HEARTBEAT = { shown: { everyMs: 1000, silentMs: 3500 }, others: { everyMs: 10_000, silentMs: 25_000 } };

const SitesNote = z.object({ conferenceId: ConferenceId, siteIds: z.array(SiteId) });
const WatchNote = z.object({ conferenceId: ConferenceId, seatId: SeatId, siteIds: z.array(SiteId) });
const ControlNote = z.object({ conferenceId: ConferenceId, siteId: SiteId, control: DeviceControl });
const MediaNote = z.object({ conferenceId: ConferenceId, available: z.boolean(), sounding: z.array(SiteId) });
export type MediaNote = z.infer<typeof MediaNote>;

const LISTEN = encode({ type: 'control', control: { do: 'listen' } });

export type HubDeps = {
  readonly db: Db;
  readonly store: LiveStore;
  readonly notifications: Notifications;
  readonly seats: SeatRegistry;
  readonly asides: Asides;
  readonly cues: Cues;
  readonly readSiteLabels: ReadSiteLabels;
  readonly attendance: ReadAttendance;
  readonly messages: ReadMessages;
  readonly support: ReadSupport;
  readonly metrics: LiveMetrics;
  readonly log: Logger;
};

/** All connected pages of this server, and what the servers tell one another about them. */
export class Hub {
  private readonly deps: HubDeps;
  readonly presence: PresenceBoard;
  private readonly reports: ScreenReports;
  private readonly lines: LineReports;
  private readonly channels = new Map<ConferenceId, Channel>();
  private readonly watchers = new Map<ConferenceId, Watchers>();
  private readonly timers: NodeJS.Timeout[] = [];
  private beats = 0;
  private polling: Promise<void> = Promise.resolve();
  private controls: Promise<void> = Promise.resolve();

  constructor(deps: HubDeps) {
    this.deps = deps;
    this.reports = new ScreenReports(deps.db);
    this.lines = new LineReports(deps.db);
    this.presence = new PresenceBoard(deps.db, deps.log, (conferenceId, siteIds) =>
      this.noteSites(conferenceId, siteIds),
    );
  }

  start(): void {
    const { store, notifications } = this.deps;
    store.onAdvance((advance) => this.channels.get(advance.streamId as ConferenceId)?.advance(advance));
    notifications.on('stream', (payload) => {
      const [id = '', head] = payload.split(' ');
      void this.catchUp(id, Number(head));
    });
    this.deps.seats.onChange((change, holder) => this.seatChanged(change, holder));
    notifications.on('screen', (payload) =>
      this.onNote(SitesNote, payload, (note) => this.channels.get(note.conferenceId)?.touch(note.siteIds)),
    );
    notifications.on('attendance', (payload) =>
      this.onNote(SitesNote, payload, (note) => this.channels.get(note.conferenceId)?.attendanceChanged(note.siteIds)),
    );
    notifications.on('message', (payload) =>
      this.onNote(SitesNote, payload, (note) => this.channels.get(note.conferenceId)?.messagesChanged(note.siteIds)),
    );
    notifications.on('aside', (payload) => this.channels.get(ConferenceId.parse(payload))?.asidesChanged());
    notifications.on('support', (payload) =>
      this.onNote(SitesNote, payload, (note) => this.channels.get(note.conferenceId)?.supportChanged(note.siteIds)),
    );
    notifications.on('lines', (payload) => this.channels.get(ConferenceId.parse(payload))?.linesChanged());
    notifications.on('watch', (payload) => this.onNote(WatchNote, payload, (note) => this.watched(note)));
    notifications.on('control', (payload) => this.onNote(ControlNote, payload, (note) => this.controlled(note)));
    notifications.on('media', (payload) =>
      this.onNote(MediaNote, payload, ({ conferenceId, ...media }) => this.channels.get(conferenceId)?.setMedia(media)),
    );
    this.presence.start();
    this.timers.push(setInterval(() => this.everySecond(), POLL_MS));
  }

  /** Closes all sockets in waves, so that they do not come back all at once. */
  async stop(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await this.polling;
    const members = [...this.channels.values()].flatMap((channel) => [...channel.everyone()]);
    for (let i = 0; i < members.length; i += WAVE) {
      for (const member of members.slice(i, i + WAVE)) member.end('wire.unavailable');
      await delay(WAVE_MS);
    }
    for (const channel of this.channels.values()) channel.close();
    await this.presence.stop();
  }

  async channel(conferenceId: ConferenceId): Promise<Channel> {
    const known = this.channels.get(conferenceId);
    if (known) return known;
    const { db, seats, asides, cues, readSiteLabels, attendance, messages, support, log, store } = this.deps;
    const start = await store.refresh(conferenceId);
    const raced = this.channels.get(conferenceId);
    if (raced) return raced;
    const names = new Names(db, readSiteLabels);
    const { presence, reports } = this;
    const channel = new Channel(
      {
        conferenceId,
        names,
        presence,
        reports,
        watchers: this.watchersOf(conferenceId),
        seats,
        asides,
        cues,
        attendance,
        messages,
        support,
        log,
      },
      start,
    );
    this.channels.set(conferenceId, channel);
    return channel;
  }

  get(conferenceId: ConferenceId): Channel | undefined {
    return this.channels.get(conferenceId);
  }

  arrived({ holder, viewClass }: Member): void {
    this.deps.metrics.sockets.inc({ class: viewClass });
    this.presence.arrived(holder);
  }

  left(member: Member): void {
    this.deps.metrics.sockets.dec({ class: member.viewClass });
    const channel = this.channels.get(member.holder.conferenceId);
    channel?.leave(member);
    this.presence.left(member.holder, member.silentMs());
    if (member.watching.size > 0) void this.noteWatch(member, []);
    if (member.holder.role === 'operator' || channel?.holdsAside(member)) this.endAsides(member);
  }

  report(member: Member, report: Parameters<ScreenReports['put']>[2]): void {
    const { conferenceId, siteId } = member.holder;
    if (siteId !== null) this.reports.put(conferenceId, siteId, report);
  }

  reportLine({ holder: { conferenceId, siteId } }: Member, line: LineNow): void {
    if (siteId !== null) this.lines.put({ conferenceId, siteId, line });
  }

  /** How much the lines of these sites carry, as their screens said last. */
  laddersOf(conferenceId: ConferenceId, siteIds: readonly SiteId[]) {
    return this.reports.ladders(conferenceId, siteIds);
  }

  /** The sound of a room as its screen told it last. */
  async roomSound(conferenceId: ConferenceId, siteId: SiteId): Promise<RoomSound | null> {
    return (await this.reports.full(conferenceId, [siteId])).get(siteId)?.sound ?? null;
  }

  /** One after another: on two connections of the pool a later one could overtake an earlier one. */
  control(conferenceId: ConferenceId, siteId: SiteId, control: DeviceControl): Promise<void> {
    const note = JSON.stringify({ conferenceId, siteId, control } satisfies z.infer<typeof ControlNote>);
    this.controls = this.controls.then(() => this.deps.notifications.notify('control', note));
    return this.controls;
  }

  async watch(member: Member, siteIds: readonly SiteId[]): Promise<void> {
    member.watching = new Set(siteIds);
    await this.noteWatch(member, siteIds);
    this.channels.get(member.holder.conferenceId)?.touch([]);
  }

  async noteMedia(note: MediaNote): Promise<void> {
    const { conferenceId, ...media } = note;
    this.channels.get(conferenceId)?.setMedia(media);
    await this.deps.notifications.notify('media', JSON.stringify(note));
  }

  /** Its page is gone: nobody holds the key any more. Fails only while the database is away, and then the lease ends it. */
  private endAsides({ holder: { conferenceId, seatId } }: Member): void {
    this.deps.asides
      .release(conferenceId, seatId)
      .catch((error: unknown) => this.deps.log.warn({ err: error }, 'an aside ends with its lease'));
  }

  private onNote<T>(schema: z.ZodType<T>, payload: string, handle: (note: T) => void): void {
    handle(schema.parse(JSON.parse(payload)));
  }

  private watchersOf(conferenceId: ConferenceId): Watchers {
    const known = this.watchers.get(conferenceId) ?? new Watchers();
    this.watchers.set(conferenceId, known);
    return known;
  }

  private async noteWatch(member: Member, siteIds: readonly SiteId[]): Promise<void> {
    const { conferenceId, seatId } = member.holder;
    await this.deps.notifications.notify(
      'watch',
      JSON.stringify({ conferenceId, seatId, siteIds: [...siteIds] } satisfies z.infer<typeof WatchNote>),
    );
  }

  /** The hall and the site that may be heard report their sound whatever the desks show: one or two rooms. */
  private listenToHeard(conferenceId: ConferenceId, channel: Channel): void {
    const live = this.deps.store.peek(conferenceId)?.state;
    if (!live) return;
    for (const room of channel.rooms(entitledToSpeak(live))) room.send(LISTEN);
  }

  /** Rooms that a desk shows report their levels; they and their clerks learn that somebody looks. */
  private watched({ conferenceId, seatId, siteIds }: z.infer<typeof WatchNote>): void {
    const changed = this.watchersOf(conferenceId).saw(seatId, siteIds);
    const channel = this.channels.get(conferenceId);
    if (!channel) return;
    channel.touch(changed);
    for (const room of channel.rooms(new Set(siteIds))) room.send(LISTEN);
  }

  private controlled({ conferenceId, siteId, control }: z.infer<typeof ControlNote>): void {
    for (const room of this.channels.get(conferenceId)?.rooms(new Set([siteId])) ?? [])
      room.send(encode({ type: 'control', control }));
  }

  private noteSites(conferenceId: ConferenceId, siteIds: readonly SiteId[]): void {
    for (let i = 0; i < siteIds.length; i += SITES_PER_NOTIFICATION) {
      const note: z.infer<typeof SitesNote> = { conferenceId, siteIds: siteIds.slice(i, i + SITES_PER_NOTIFICATION) };
      void this.deps.notifications.notify('screen', JSON.stringify(note));
    }
  }

  /** A device that lost its seat is told so and leaves at once. */
  private seatChanged({ conferenceId, seatId }: SeatChange, holder: SeatHolder | null): void {
    const channel = this.channels.get(conferenceId);
    if (!channel) return;
    for (const member of channel.everyone()) {
      if (member.holder.seatId === seatId && member.holder.deviceId !== holder?.deviceId) member.end('seat.revoked');
    }
    // An observer shows nothing and looks at nothing but the programme: no site has to hear of it.
    if (holder?.role !== 'observer') channel.seatsChanged();
  }

  /** @param head how far it is; what this server appended itself is not asked for */
  private async catchUp(streamId: string, head: number): Promise<void> {
    const known = this.deps.store.peek(streamId);
    if (!known || known.seq >= head) return;
    try {
      await this.deps.store.refresh(streamId);
    } catch (error) {
      this.deps.log.warn({ err: error, streamId }, 'a stream could not be read');
    }
  }

  /** The poll is the truth, notifications only wake. */
  private everySecond(): void {
    this.beats += 1;
    this.heartbeat();
    this.polling = this.polling
      .then(() => this.poll())
      .catch((error: unknown) => this.deps.log.warn({ err: error }, 'the poll waits for the database'));
  }

  private async poll(): Promise<void> {
    const { store } = this.deps;
    for (const { id, head } of await store.behind()) await this.catchUp(id, head);
    const reported = Map.groupBy(await this.reports.flush(), ({ conferenceId }) => conferenceId);
    for (const [conferenceId, rows] of reported)
      this.noteSites(
        conferenceId,
        rows.map(({ siteId }) => siteId),
      );
    for (const conferenceId of await this.lines.flush()) await this.deps.notifications.notify('lines', conferenceId);
    for (const [conferenceId, watchers] of this.watchers) this.channels.get(conferenceId)?.touch(watchers.expire());
    if (this.beats % ATTENDANCE_BEATS === 0)
      for (const channel of this.channels.values()) {
        channel.attendanceChanged([]);
        channel.messagesChanged([]);
        channel.asidesChanged();
        channel.supportChanged([]);
      }
    if (this.beats % 4 === 0) {
      for (const [conferenceId, channel] of this.channels) {
        this.listenToHeard(conferenceId, channel);
        for (const desk of channel.desks()) if (desk.watching.size > 0) await this.noteWatch(desk, [...desk.watching]);
      }
    }
    for (const [id, channel] of this.channels)
      if (channel.size === 0 && this.beats % 60 === 0) this.forget(id, channel);
    store.evict(IDLE_MS, (id) => this.channels.has(id as ConferenceId));
  }

  private forget(conferenceId: ConferenceId, channel: Channel): void {
    channel.close();
    this.channels.delete(conferenceId);
    this.watchers.delete(conferenceId);
  }

  private heartbeat(): void {
    // Each second another tenth of those who are asked seldom: thousands at once would hold up what is sent meanwhile.
    const shares = HEARTBEAT.others.everyMs / POLL_MS;
    let n = 0;
    for (const [conferenceId, channel] of this.channels) {
      const live = this.deps.store.peek(conferenceId)?.state;
      const shown = live ? shownToAll(live) : new Set<SiteId>();
      for (const member of channel.everyone()) {
        const { role, siteId } = member.holder;
        const often = isScreen(role) && siteId !== null && shown.has(siteId);
        if (member.unansweredMs() > (often ? HEARTBEAT.shown : HEARTBEAT.others).silentMs) member.end('silent');
        else if (often || n % shares === this.beats % shares) member.ping();
        n += 1;
      }
    }
  }
}
