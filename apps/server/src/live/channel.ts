import type { Logger } from 'pino';
import type { ConferenceId, SiteId } from '@diemcau/domain/kernel';
import { NO_MESSAGES } from '@diemcau/domain/message';
import {
  classOf,
  entitledToSpeak,
  identityOf,
  isScreen,
  shownToAll,
  VIEW_CLASSES,
  type Live,
  type ViewClass,
} from '@diemcau/domain/live';
import type { AnnouncementFrame, Audience, MediaState, MessagesFrame, People, Presence } from '@diemcau/domain/wire';
import { besideOf, holdsAny, isAnything, NOTHING_BESIDE, readBeside, type BesideReads } from './beside.ts';
import { encode, Feed } from './feed.ts';
import { hearsOfMessages, sendIfNew, sitesOf, writesForSite, type Member } from './member.ts';
import { EMPTY_PEOPLE, Names, peopleSince } from './names.ts';
import { ownRollCalls, screenLabels } from './own-site.ts';
import type { ReadAttendance, ReadMessages, ReadSupport, Seats } from './ports.ts';
import type { PresenceBoard } from './presence.ts';
import type { ScreenReports } from './screens.ts';
import type { LiveAdvance } from './stream.ts';
import { SupportDesks } from './support-desks.ts';
import { Throttle } from './throttle.ts';
import type { Watchers } from './watchers.ts';
import { mineOf, neededBy, NOTHING_NEEDED, presenceOf, queueHeadOf, screenOf, touchedSites } from './whole-state.ts';

export type ChannelDeps = BesideReads & {
  readonly conferenceId: ConferenceId;
  readonly names: Names;
  readonly presence: PresenceBoard;
  readonly reports: ScreenReports;
  readonly watchers: Watchers;
  readonly seats: Seats;
  readonly attendance: ReadAttendance;
  readonly messages: ReadMessages;
  readonly support: ReadSupport;
  readonly log: Logger;
};

/** Whole-state frames go at most once a second. */
const WHOLE_STATE_MS = 1000;
/** The operator waits for the site, and the site for the end: sooner than other frames. */
const ASIDE_MS = 50;

/** The pages of one conference on this server, and all that is sent to them. */
export class Channel {
  private readonly deps: ChannelDeps;
  private readonly members = new Map<ViewClass, Set<Member>>(VIEW_CLASSES.map((c) => [c, new Set()]));
  private readonly feeds: ReadonlyMap<ViewClass, Feed>;
  private readonly sent = new Map<ViewClass, { people: People; queueHead: string; presence: string }>();
  private readonly dirty = new Set<SiteId>();
  private readonly ofClasses: Throttle;
  private readonly ofSites: Throttle;
  private readonly ofPresence: Throttle;
  private readonly ofAttendance: Throttle;
  private readonly ofMessages: Throttle;
  private readonly ofSupport: SupportDesks;
  private readonly ofAudience: Throttle;
  private readonly ofAsides: Throttle;
  /** What is beside the programme now, as far as this server has read. */
  private beside = NOTHING_BESIDE;
  /** The frames of messages that are the same for all, as they went out last. */
  private readonly toldOfMessages = { messages: '', announcement: '' };
  private live: Live;
  private media: Omit<MediaState, 'type'> = { available: false, sounding: [] };

  constructor(deps: ChannelDeps, start: { readonly state: Live; readonly seq: number }) {
    this.deps = deps;
    this.live = start.state;
    this.feeds = new Map(VIEW_CLASSES.map((c) => [c, new Feed(c, start, (frame) => this.broadcast(c, frame))]));
    for (const c of VIEW_CLASSES) this.sent.set(c, { people: EMPTY_PEOPLE, queueHead: '', presence: '' });
    this.ofClasses = new Throttle(WHOLE_STATE_MS, deps.log, () => this.sendClasses());
    this.ofSites = new Throttle(WHOLE_STATE_MS, deps.log, () => this.sendSites());
    this.ofPresence = new Throttle(WHOLE_STATE_MS, deps.log, () => this.sendPresence());
    this.ofAttendance = new Throttle(WHOLE_STATE_MS, deps.log, () => this.sendAttendance());
    this.ofMessages = new Throttle(WHOLE_STATE_MS, deps.log, () => this.sendMessages());
    this.ofAsides = new Throttle(ASIDE_MS, deps.log, () => this.sendAsides());
    this.ofSupport = new SupportDesks(WHOLE_STATE_MS, deps, () => this.desks());
    this.ofAudience = new Throttle(WHOLE_STATE_MS, deps.log, () => this.sendAudience(this.allRooms()));
    // Begun before this server knew the conference.
    this.ofAsides.ask();
  }

  get size(): number {
    return [...this.members.values()].reduce((n, set) => n + set.size, 0);
  }

  *everyone(): Iterable<Member> {
    for (const set of this.members.values()) yield* set;
  }

  /** Whether the media server holds the mirror of who is heard, as far as this server knows. */
  get mediaState(): Omit<MediaState, 'type'> {
    return this.media;
  }

  advance(advance: LiveAdvance): void {
    const before = this.live;
    this.live = advance.state;
    for (const feed of this.feeds.values()) feed.push(advance);
    for (const event of advance.events) this.deps.names.heed(event);
    this.touch([...touchedSites(before), ...touchedSites(this.live)]);
    this.sendAudiences(shownToAll(before), shownToAll(this.live));
    if (this.beside.asides.length > 0) this.ofAsides.ask();
    if (before.attendance !== this.live.attendance) this.attendanceChanged(this.connectedSites());
    this.ofClasses.ask();
  }

  /** A page that said hello: what it lacks, then all that stands outside the numbered events. */
  join(member: Member, lastSeq: number | null): void {
    const { viewClass, holder } = member;
    for (const frame of this.feeds.get(viewClass)!.catchUp(lastSeq)) member.send(frame);
    this.members.get(viewClass)!.add(member);
    const sent = this.sent.get(viewClass)!;
    if (sent.queueHead !== '') member.send(Buffer.from(sent.queueHead));
    member.send(encode(sent.people));
    if (sent.presence !== '') member.send(Buffer.from(sent.presence));
    member.send(encode({ type: 'media', ...this.media }));
    if (isScreen(holder.role)) this.tellAudience([member]);
    if (holder.siteId !== null) this.touch([holder.siteId]);
    if (viewClass === 'desk') for (const each of [this.ofAttendance, this.ofSupport]) each.ask();
    if (hearsOfMessages(holder)) {
      for (const text of Object.values(this.toldOfMessages)) if (text !== '') member.send(Buffer.from(text));
      this.ofMessages.ask();
    }
    if (holder.role === 'technician') this.ofMessages.ask();
    if (isAnything(this.beside)) this.ofAsides.ask();
    this.ofClasses.ask();
    this.ofPresence.ask();
  }

  leave(member: Member): void {
    this.members.get(member.viewClass)!.delete(member);
  }

  setMedia(media: Omit<MediaState, 'type'>): void {
    const changed = JSON.stringify(media) !== JSON.stringify(this.media);
    if (!changed) return;
    this.touch([...this.media.sounding, ...media.sounding]);
    this.media = media;
    const frame = encode({ type: 'media', ...media } satisfies MediaState);
    for (const c of VIEW_CLASSES) this.broadcast(c, frame);
  }

  /** Sites of which something outside the stream changed: presence, reports, who looks. */
  touch(siteIds: Iterable<SiteId>): void {
    this.tell(siteIds, this.ofPresence);
    this.ofSupport.ask();
  }

  /** Seats came, went or moved to another device: who may watch a camera may have changed. */
  seatsChanged(): void {
    this.tellAudience(this.allRooms());
    this.touch(this.connectedSites());
  }

  /** Marks, answers, reminders or check-in codes of these sites. */
  attendanceChanged(siteIds: Iterable<SiteId>): void {
    this.tell(siteIds, this.ofAttendance);
  }

  /** Messages of these sites, or what is for all. */
  messagesChanged(siteIds: Iterable<SiteId>): void {
    this.tell(siteIds, this.ofMessages);
  }

  /** Who talks or listens to whom, or what was written to a site. */
  asidesChanged(): void {
    this.ofAsides.ask();
  }

  /** Requests for help or checks of these sites. */
  supportChanged(siteIds: Iterable<SiteId>): void {
    this.tell(siteIds, this.ofSupport);
  }

  /** Lines of sites: the technical desks alone hear of it, in numbers. */
  linesChanged(): void {
    this.ofSupport.ask();
  }

  /** Whether this page talks or listens to a site, or calls one, as far as this server has read. */
  holdsAside({ holder }: Member): boolean {
    return holdsAny(holder, this.beside);
  }

  rooms(siteIds: ReadonlySet<SiteId>): readonly Member[] {
    return [...this.members.get('site')!].filter(
      ({ holder }) => isScreen(holder.role) && holder.siteId !== null && siteIds.has(holder.siteId),
    );
  }

  desks(): readonly Member[] {
    return [...this.members.get('desk')!];
  }

  close(): void {
    for (const feed of this.feeds.values()) feed.close();
    const { ofClasses, ofSites, ofPresence, ofAttendance, ofMessages, ofSupport, ofAudience, ofAsides } = this;
    for (const throttle of [ofClasses, ofSites, ofPresence, ofAttendance, ofMessages, ofSupport, ofAudience, ofAsides])
      throttle.stop();
  }

  /** These sites are told of what is their own, and who else hears of it with the others. */
  private tell(siteIds: Iterable<SiteId>, others: { ask(): void }): void {
    for (const siteId of siteIds) this.dirty.add(siteId);
    if (this.dirty.size > 0) this.ofSites.ask();
    others.ask();
  }

  private connectedSites(): readonly SiteId[] {
    return sitesOf(this.members.get('site')!);
  }

  private broadcast(viewClass: ViewClass, frame: Buffer): void {
    for (const member of this.members.get(viewClass)!) member.send(frame);
  }

  private async sendClasses(): Promise<void> {
    const queueHead = JSON.stringify(queueHeadOf(this.live));
    for (const c of VIEW_CLASSES) {
      const needed = neededBy(c, this.live);
      await this.deps.names.load(needed);
      const sent = this.sent.get(c)!;
      const people = this.deps.names.people(needed);
      const more = peopleSince(sent.people, people);
      sent.people = people;
      if (more) this.broadcast(c, encode(more));
      if (c !== 'site' || sent.queueHead === queueHead) continue;
      sent.queueHead = queueHead;
      this.broadcast(c, Buffer.from(queueHead));
    }
  }

  /** `mine` of the sites that changed and are connected here: nine queries, however many sites. */
  private async sendSites(): Promise<void> {
    const sites = new Set(this.dirty);
    this.dirty.clear();
    const members = [...this.members.get('site')!].filter(
      ({ holder }) => holder.siteId !== null && sites.has(holder.siteId),
    );
    if (members.length === 0) return;
    const connected = sitesOf(members);
    const { names, presence, reports, conferenceId } = this.deps;
    const own = this.live.floor.queue.filter((r) => sites.has(r.siteId));
    const [speakers, requests] = [new Set(own.map((r) => r.speakerId)), new Set(own.map((r) => r.requestId))];
    const clerks = sitesOf(members.filter(({ holder }) => holder.role === 'clerk'));
    const writing = sitesOf(members.filter(({ holder }) => writesForSite(holder)));
    await names.load({ ...NOTHING_NEEDED, speakers, sites: new Set(connected), requests });
    const here = new Map((await presence.ofSites(conferenceId, connected)).map((row) => [row.siteId, row]));
    const reported = await reports.full(conferenceId, clerks);
    const messages = writing.length === 0 ? null : await this.deps.messages.own(conferenceId, writing);
    const support = writing.length === 0 ? null : await this.deps.support.own(conferenceId, writing);
    const labels = await screenLabels(this.deps);
    const rollCalls = await ownRollCalls(this.deps, this.live, members);
    for (const member of members) {
      const siteId = member.holder.siteId!;
      const site = names.site(siteId);
      if (!site) continue;
      const screen = screenOf(
        labels.get(siteId),
        here.get(siteId),
        member.holder.role === 'clerk' ? reported.get(siteId) : undefined,
      );
      const around = {
        watchers: this.deps.watchers.of(siteId),
        screen,
        texts: names,
        rollCall: rollCalls(member),
        messages: writesForSite(member.holder) ? (messages?.get(siteId) ?? NO_MESSAGES) : null,
        support: writesForSite(member.holder) ? (support?.get(siteId) ?? null) : null,
      };
      sendIfNew(member, mineOf(this.live, this.media, site, around));
    }
  }

  /** Totals for all, rows for the desks that show them. */
  private async sendPresence(): Promise<void> {
    const { presence, reports, conferenceId } = this.deps;
    const invited = this.live.conference.status === 'absent' ? 0 : this.live.conference.invited + 1;
    const totals: Presence = { type: 'presence', present: await presence.present(conferenceId), invited, sites: [] };
    const desks = this.desks();
    // Who may be heard now concerns every desk, whatever its tiles show: the hall and one site at most.
    const heard = desks.length === 0 ? [] : [...entitledToSpeak(this.live)];
    const watched = [...new Set([...heard, ...desks.flatMap(({ watching }) => [...watching])])];
    const here = new Map((await presence.ofSites(conferenceId, watched)).map((row) => [row.siteId, row]));
    const levels = await reports.levels(conferenceId, watched);
    for (const desk of desks) {
      const sites = [...new Set([...desk.watching, ...heard])].map((siteId) =>
        presenceOf(siteId, here.get(siteId), levels.get(siteId)),
      );
      sendIfNew(desk, { ...totals, sites });
    }
    const text = JSON.stringify(totals);
    for (const c of ['public', 'site'] as const) {
      const sent = this.sent.get(c)!;
      if (sent.presence === text) continue;
      sent.presence = text;
      this.broadcast(c, Buffer.from(text));
    }
    if (watched.length > 0) setTimeout(() => this.ofPresence.ask(), WHOLE_STATE_MS).unref();
  }

  /** One query, however many desks and sites; none while no desk is here. */
  private async sendAttendance(): Promise<void> {
    const desks = this.desks();
    if (desks.length === 0) return;
    const { attendance, conferenceId } = this.deps;
    const totals = await attendance.totals(conferenceId, this.live.attendance.rollCall?.rollCallId ?? null);
    for (const desk of desks) sendIfNew(desk, { type: 'attendance', ...totals });
  }

  private hearers(): readonly Member[] {
    return [...this.members.get('site')!, ...this.members.get('desk')!].filter(
      ({ holder }) => hearsOfMessages(holder) || holder.role === 'technician',
    );
  }

  /** One query, however many sites write; none while nobody is here who is told of it. */
  private async sendMessages(): Promise<void> {
    if (this.hearers().length === 0) return;
    const { state, latest, inboxes } = await this.deps.messages.all(this.deps.conferenceId);
    // Asked anew: who has joined meanwhile got the frames of before.
    const told = this.hearers();
    const shared: readonly (MessagesFrame | AnnouncementFrame)[] = [
      { type: 'messages', ...state },
      { type: 'announcement', latest },
    ];
    for (const frame of shared) {
      const text = JSON.stringify(frame);
      if (this.toldOfMessages[frame.type] === text) continue;
      this.toldOfMessages[frame.type] = text;
      const bytes = Buffer.from(text);
      for (const member of told) if (hearsOfMessages(member.holder)) member.send(bytes);
    }
    for (const member of told) {
      const { role } = member.holder;
      if (role === 'secretary' || role === 'technician') sendIfNew(member, { type: 'inbox', ...inboxes[role] });
    }
  }

  /** Who has nothing to be told, and was told nothing, is not told that. */
  private async sendAsides(): Promise<void> {
    this.beside = await readBeside(this.deps, this.deps.conferenceId, () => this.live);
    const desks = this.desks().filter(({ holder: { role } }) => role === 'operator' || role === 'technician');
    for (const member of [...this.members.get('site')!, ...desks]) {
      const frame = besideOf(member.holder, this.beside);
      const isEmpty = frame.current === null && frame.cue === null && frame.calling === null;
      if (!isEmpty || member.last.has('aside')) sendIfNew(member, frame);
    }
  }

  private sendAudiences(before: ReadonlySet<SiteId>, after: ReadonlySet<SiteId>): void {
    const moved = new Set([...before, ...after].filter((id) => before.has(id) !== after.has(id)));
    if (moved.size > 0) this.tellAudience(this.rooms(moved));
  }

  /** At once; whoever could not be told because nothing could be read is told with all others, until it succeeds. */
  private tellAudience(rooms: readonly Member[]): void {
    this.sendAudience(rooms).catch((error: unknown) => {
      this.deps.log.warn({ err: error }, 'who may watch is told later');
      this.ofAudience.ask();
    });
  }

  private allRooms(): readonly Member[] {
    return [...this.members.get('site')!].filter(({ holder }) => isScreen(holder.role));
  }

  private async sendAudience(rooms: readonly Member[]): Promise<void> {
    if (rooms.length === 0) return;
    const seats = await this.deps.seats.seatsOf(this.deps.conferenceId);
    const desks = seats.filter(({ role }) => classOf(role) === 'desk').map(identityOf);
    const shown = shownToAll(this.live);
    for (const room of rooms) {
      const to = room.holder.siteId !== null && shown.has(room.holder.siteId) ? 'all' : 'desks';
      sendIfNew(room, { type: 'audience', to, desks } satisfies Audience);
    }
  }
}
