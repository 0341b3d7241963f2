import type { Logger } from 'pino';
import {
  FULL_LINE,
  sameLine,
  SiteId,
  type ConferenceId,
  type ContentId,
  type FilmId,
  type SiteLine,
} from '@diemcau/domain/kernel';
import {
  desiredMedia,
  entitledToSpeak,
  isScreen,
  shownToAll,
  sitesOnAir,
  type DesiredMember,
  type Live,
} from '@diemcau/domain/live';
import type { Db } from '../platform/db/index.ts';
import type { MediaPort, Member } from '../platform/media/index.ts';
import { AsideRooms } from './aside-rooms.ts';
import type { Asides } from './asides.ts';
import type { Commands } from './commands.ts';
import { GoneDesks } from './gone-desks.ts';
import type { Hub } from './hub.ts';
import type { Leadership } from './leadership.ts';
import type { LiveMetrics } from './metrics.ts';
import { arrives, filmArrives, MissingPicture } from './missing-content.ts';
import { MissingSites, sitesDue } from './missing.ts';
import type { Seats } from './ports.ts';
import type { PresenceBoard } from './presence.ts';
import { MediaRoom, soundingSites, stageRoom } from './stage.ts';
import type { LiveAdvance, LiveStore } from './stream.ts';

const EVERY_MS = 2000;
/** When something is not confirmed yet, the next look comes sooner. */
const SOON_MS = 200;
/** A voice is on its way: what was appended within so long is not asked for again. */
const JUST_NOW_MS = 100;
/** While somebody is talked or listened to, so that a lease that was not renewed ends it. */
const ASIDE_MS = 500;

type Tables = { media_room: { conference_id: ConferenceId } };

export type ReconcilerDeps = {
  readonly db: Db;
  readonly store: Pick<LiveStore, 'recent' | 'onAdvance'>;
  readonly seats: Pick<Seats, 'seatsOf'>;
  readonly asides: Pick<Asides, 'of' | 'end' | 'forget'>;
  readonly media: MediaPort;
  readonly hub: Pick<Hub, 'noteMedia' | 'laddersOf'> & {
    readonly presence: Pick<PresenceBoard, 'ofSites' | 'seatsHere'>;
  };
  readonly commands: Pick<Commands, 'bySystem'>;
  readonly leadership: Pick<Leadership, 'leads' | 'release'>;
  readonly metrics: LiveMetrics;
  readonly now: () => number;
  readonly log: Logger;
};

type Kept = {
  readonly stage: MediaRoom;
  readonly asides: AsideRooms;
  readonly missing: MissingSites;
  readonly content: MissingPicture<ContentId>;
  readonly film: MissingPicture<FilmId>;
  readonly desks: GoneDesks;
  running: Promise<void> | null;
  again: boolean;
};

/** What of a conference decides who may be seen and heard: the reconciler runs when it changes. */
const mediaKey = (live: Live): string =>
  JSON.stringify([
    live.conference.status,
    [...entitledToSpeak(live)],
    [...shownToAll(live)],
    sitesOnAir(live),
    live.floor.turn?.turnId ?? null,
    live.programme.content,
    live.programme.film,
  ]);

/**
 * The only caller of the media port. Brings the media server to what the conference says, whatever either
 * of them forgot; runs on append, on webhook and every 2 s; never opens a microphone on doubt.
 */
export class Reconciler {
  private readonly deps: ReconcilerDeps;
  private readonly kept = new Map<ConferenceId, Kept>();
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private reachable = false;

  constructor(deps: ReconcilerDeps) {
    this.deps = deps;
  }

  async start(): Promise<void> {
    const { db, store } = this.deps;
    store.onAdvance((advance) => this.advanced(advance));
    const rooms = await db.withTables<Tables>().selectFrom('media_room').select('conference_id').execute();
    for (const { conference_id } of rooms) this.wake(conference_id);
    this.timer = setInterval(() => {
      for (const id of this.kept.keys()) this.wake(id);
    }, EVERY_MS);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await Promise.all([...this.kept.values()].map(async ({ running }) => running));
  }

  /** From now on this conference has media: its room is made and kept right, also after a restart. */
  async keep(conferenceId: ConferenceId): Promise<void> {
    if (this.kept.has(conferenceId)) return;
    await this.deps.db
      .withTables<Tables>()
      .insertInto('media_room')
      .values({ conference_id: conferenceId })
      .onConflict((c) => c.doNothing())
      .execute();
    this.wake(conferenceId);
  }

  /** Runs soon; what wakes it meanwhile makes it run once more. */
  wake(conferenceId: ConferenceId): void {
    if (this.stopped) return;
    const { media, metrics } = this.deps;
    const kept = this.kept.get(conferenceId) ?? {
      stage: new MediaRoom(stageRoom(conferenceId), media, metrics),
      asides: new AsideRooms(conferenceId, this.deps),
      missing: new MissingSites(),
      content: new MissingPicture(),
      film: new MissingPicture(),
      desks: new GoneDesks(),
      running: null,
      again: false,
    };
    this.kept.set(conferenceId, kept);
    if (kept.running) kept.again = true;
    else kept.running = this.runUntilQuiet(conferenceId, kept);
  }

  wakeIfKept(conferenceId: ConferenceId): void {
    if (this.kept.has(conferenceId)) this.wake(conferenceId);
  }

  private advanced({ streamId, before, state }: LiveAdvance): void {
    const id = streamId as ConferenceId;
    if (this.kept.has(id) && mediaKey(before) !== mediaKey(state)) this.wake(id);
  }

  private async runUntilQuiet(conferenceId: ConferenceId, kept: Kept): Promise<void> {
    do {
      kept.again = false;
      const stop = this.deps.metrics.reconciliations.startTimer();
      let outcome = 'failed';
      try {
        outcome = await this.run(conferenceId, kept);
      } catch (error) {
        kept.missing.lookAway();
        kept.desks.lookAway();
        this.deps.log.warn({ err: error, conferenceId }, 'the reconciler waits');
      }
      stop({ outcome });
    } while (kept.again && !this.stopped);
    kept.running = null;
  }

  private async run(
    conferenceId: ConferenceId,
    kept: Kept,
  ): Promise<'settled' | 'unconfirmed' | 'follower' | 'ended' | 'no_media'> {
    const { store, seats, leadership } = this.deps;
    if (!(await leadership.leads(conferenceId))) return 'follower';
    const { state, seq } = await store.recent(conferenceId, JUST_NOW_MS);
    if (state.conference.status === 'closed') return this.end(conferenceId, kept, state);
    // A voice waits for both.
    const [held, asides] = await Promise.all([seats.seatsOf(conferenceId), kept.asides.read()]);
    const desired = desiredMedia(state, held);
    const members = await this.members(kept, { live: state, seats: held, asides }, desired, conferenceId);
    const sounding = members ? soundingSites(state, desired, members) : [];
    await this.deps.hub.noteMedia({ conferenceId, available: members !== null, sounding: [...sounding] });
    // The computer of a clerk, who shows a screen, is no screen of its site.
    const siteOf = new Map(desired.filter(({ role }) => isScreen(role)).map((row) => [row.identity, row.siteId]));
    const onStage =
      members && new Set(members.filter(({ active }) => active).flatMap(({ identity }) => siteOf.get(identity) ?? []));
    await this.report(conferenceId, kept, state, seq, onStage);
    await this.takeBackFilms(conferenceId, kept, state, seq);
    const { turn } = state.floor;
    const starts = turn !== null && turn.startedAt === null && sounding.includes(turn.siteId);
    if (starts)
      await this.deps.commands.bySystem(conferenceId, 'reconciler', `start:${turn.turnId}`, {
        type: 'floor.startSpeech',
        turnId: turn.turnId,
      });
    if (!members) {
      kept.content.lookAway();
      kept.film.lookAway();
      return 'no_media';
    }
    await this.endLostContent(conferenceId, kept, state, { desired, members });
    await this.endLostFilm(conferenceId, kept, state, { desired, members });
    return this.confirmed(state, sounding, onStage) ? 'settled' : this.lookSoon(conferenceId);
  }

  /** An aside that must end has ended before the stage changes: no microphone opens beside a voice from the desk. */
  private async members(
    { stage, asides }: Kept,
    state: Parameters<AsideRooms['endOver']>[0],
    desired: ReturnType<typeof desiredMedia>,
    conferenceId: ConferenceId,
  ): Promise<readonly Member[] | null> {
    try {
      const goOn = await asides.endOver(state);
      const members = await stage.bringTo(desired);
      await asides.bringTo(goOn, state).catch((error: unknown) => {
        this.deps.log.warn({ err: error, conferenceId }, 'the room of an aside waits');
      });
      if (goOn.length > 0) setTimeout(() => this.wake(conferenceId), ASIDE_MS).unref();
      this.reachable = true;
      return members;
    } catch (error) {
      if (this.reachable) this.deps.log.warn({ err: error }, 'the media server does not answer');
      this.reachable = false;
      return null;
    }
  }

  /** Everyone who sounds may, and who was given the floor sounds or is not there to. */
  private confirmed(state: Live, sounding: readonly SiteId[], onStage: ReadonlySet<SiteId> | null): boolean {
    const entitled = entitledToSpeak(state);
    const { turn } = state.floor;
    const opening =
      turn !== null &&
      turn.startedAt === null &&
      entitled.has(turn.siteId) &&
      (onStage?.has(turn.siteId) ?? false) &&
      !sounding.includes(turn.siteId);
    return !opening && sounding.every((siteId) => entitled.has(siteId));
  }

  private lookSoon(conferenceId: ConferenceId): 'unconfirmed' {
    setTimeout(() => this.wake(conferenceId), SOON_MS).unref();
    return 'unconfirmed';
  }

  private async report(
    conferenceId: ConferenceId,
    kept: Kept,
    state: Live,
    seq: number,
    onStage: ReadonlySet<SiteId> | null,
  ): Promise<void> {
    const due = sitesDue(state);
    await this.noteLines(conferenceId, state, seq, due);
    if (due.length === 0) return;
    const here = new Map((await this.deps.hub.presence.ofSites(conferenceId, due)).map((row) => [row.siteId, row]));
    const { missing, back } = kept.missing.look(due, state.programme.lost, { now: this.deps.now(), here, onStage });
    for (const siteId of missing) {
      await this.deps.commands.bySystem(conferenceId, 'reconciler', `missing:${siteId}:${seq}`, {
        type: 'programme.reportMissing',
        siteId,
      });
    }
    for (const siteId of back) {
      await this.deps.commands.bySystem(conferenceId, 'reconciler', `back:${siteId}:${seq}`, {
        type: 'programme.reportBack',
        siteId,
      });
    }
  }

  /** Content whose page was closed, or whose camera gives no picture, does not stay on air for long (P19). */
  private async endLostContent(
    conferenceId: ConferenceId,
    { content: watch }: Kept,
    state: Live,
    media: { readonly desired: readonly DesiredMember[]; readonly members: readonly Member[] },
  ): Promise<void> {
    const { content } = state.programme;
    const lost = watch.look(content?.contentId ?? null, arrives(state, media), this.deps.now());
    if (lost === null) return;
    await this.deps.commands.bySystem(conferenceId, 'reconciler', `content:${lost}`, {
      type: 'programme.reportContentMissing',
      contentId: lost,
    });
  }

  /** How others see and hear the sites on air, for the record and for their rooms (P21): a line of nobody is as good as any. */
  private async noteLines(
    conferenceId: ConferenceId,
    { programme }: Live,
    seq: number,
    due: readonly SiteId[],
  ): Promise<void> {
    const noted = Object.keys(programme.lines).map((id) => SiteId.parse(id));
    const lines = due.length === 0 ? new Map<SiteId, SiteLine>() : await this.deps.hub.laddersOf(conferenceId, due);
    for (const siteId of new Set([...due, ...noted])) {
      const line = due.includes(siteId) ? (lines.get(siteId) ?? FULL_LINE) : null;
      if (sameLine(programme.lines[siteId] ?? FULL_LINE, line ?? FULL_LINE)) continue;
      await this.deps.commands.bySystem(conferenceId, 'reconciler', `line:${siteId}:${seq}`, {
        type: 'programme.noteLine',
        siteId,
        line,
      });
    }
  }

  /** The same of a film whose operator's page is gone (P22). */
  private async endLostFilm(
    conferenceId: ConferenceId,
    { film: watch }: Kept,
    state: Live,
    media: { readonly desired: readonly DesiredMember[]; readonly members: readonly Member[] },
  ): Promise<void> {
    const { film } = state.programme;
    const lost = watch.look(film?.filmId ?? null, filmArrives(state, media), this.deps.now());
    if (lost === null) return;
    await this.deps.commands.bySystem(conferenceId, 'reconciler', `film:${lost}`, {
      type: 'programme.reportFilmMissing',
      filmId: lost,
    });
  }

  /** What was ready at a desk whose page is gone is ready no more: the run sheet does not begin it to nobody (R12). */
  private async takeBackFilms(conferenceId: ConferenceId, { desks }: Kept, state: Live, seq: number): Promise<void> {
    const due = new Set(state.programme.loaded.map(({ seatId }) => seatId));
    const here = due.size === 0 ? due : await this.deps.hub.presence.seatsHere(conferenceId, [...due]);
    for (const seatId of desks.look(due, here, this.deps.now()))
      await this.deps.commands.bySystem(conferenceId, 'reconciler', `desk:${seatId}:${seq}`, {
        type: 'programme.reportFilmDeskGone',
        seatId,
      });
  }

  /** A closed conference has no room: all its members are sent away, and the next start does not look for it. */
  private async end(conferenceId: ConferenceId, kept: Kept, live: Live): Promise<'ended'> {
    await kept.asides.endOver({ live, seats: [], asides: await kept.asides.read() }, true);
    await kept.stage.end();
    await this.deps.hub.noteMedia({ conferenceId, available: true, sounding: [] });
    await this.deps.db
      .withTables<Tables>()
      .deleteFrom('media_room')
      .where('conference_id', '=', conferenceId)
      .execute();
    await this.deps.leadership.release(conferenceId);
    this.kept.delete(conferenceId);
    return 'ended';
  }
}
