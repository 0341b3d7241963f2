import { FULL_LINE, type SiteId, type SiteLine, type SourceId } from '@diemcau/domain/kernel';
import { entitledToSpeak, isScreen } from '@diemcau/domain/live';
import type { Room } from 'livekit-client';
import type { LiveConnection, LiveState } from '../live/index.ts';
import { Cameras } from './cameras.ts';
import type { Capture } from './capture.ts';
import { duePicture, isVoiceComing, warmSites } from './due-picture.ts';
import { OwnAudience } from './own-audience.ts';
import { ProgrammePlayer } from './programme-player.ts';
import { Publisher, type Audience } from './publisher.ts';
import { takeRoomAhead } from './room-ahead.ts';
import { newRoom, StageConnection } from './stage-connection.ts';
import { fetchTicket } from './ticket.ts';
import type { LineLadder, Measured } from './thin/index.ts';
import { Voices } from './voices.ts';

/** Events of the room may be lost while its line is restored; so often what it holds is looked at without one. */
const LOOK_AGAIN_MS = 1000;
const NOBODY: ReadonlySet<SiteId> = new Set();
const NO_SOURCES: ReadonlyMap<SourceId, MediaStreamTrack> = new Map();

/**
 * Members: seats of a conference that is not over. What the server does not want there, it does not let in; so the line
 * is made beside the first news of the conference, not after it.
 */
const isMember = ({ live, connection }: LiveState): boolean => {
  const phase = live?.conference.status;
  return connection.status !== 'refused' && phase !== 'absent' && phase !== 'closed';
};

/**
 * One page on the stage: follows the conference's state, and sees to it that the page sends, shows and plays what that
 * state allows. Room screens send from their devices; everybody else sends nothing.
 */
export class Stage {
  readonly room: Room;
  readonly cameras: Cameras;
  readonly voices: Voices;
  readonly connection: StageConnection;
  /** What every room sees, as this page shows it: in whichever box it is mounted. */
  readonly programme: ProgrammePlayer;
  #publisher: Publisher | null = null;
  #capture: Capture | null = null;
  #ownContent: MediaStreamTrack | null = null;
  readonly #listeners = new Set<() => void>();
  #endOfCapture: () => void = () => undefined;
  readonly #live: LiveConnection;
  #sound: boolean;
  #wasAvailable = true;
  readonly #audience = new OwnAudience();
  #closing: ReturnType<typeof setTimeout> | undefined;
  /** Fetched once the line is up: a page needs no measure of it before. */
  #ladder: LineLadder | 'coming' | null = null;
  #isOver = false;
  #ends: readonly (() => void)[] = [];

  constructor(live: LiveConnection, sound: boolean) {
    this.#live = live;
    this.#sound = sound;
    const { seatId } = live.state();
    const ahead = takeRoomAhead(seatId);
    this.room = ahead?.room ?? newRoom();
    this.cameras = new Cameras(this.room);
    this.voices = new Voices(this.room);
    this.connection = new StageConnection({
      room: this.room,
      joined: ahead?.joined,
      ticket: () => fetchTicket(seatId),
      nowMs: live.nowMs,
      random: Math.random,
    });
    this.programme = new ProgrammePlayer({
      cameras: this.cameras,
      ownCamera: (sourceId) => this.ownCamera(sourceId),
      isUp: () => this.#isUp(),
    });
  }

  start(): void {
    const follow = () => this.#follow();
    const timer = setInterval(() => this.#lookAgain(), LOOK_AGAIN_MS);
    this.#ends = [
      this.#live.subscribe(follow),
      this.connection.subscribe(this.programme.refresh),
      () => clearInterval(timer),
    ];
    window.addEventListener('online', this.connection.hurry);
    this.#follow();
  }

  stop(): void {
    this.#isOver = true;
    if (this.#ladder !== 'coming') this.#ladder?.stop();
    this.#ladder = null;
    for (const end of this.#ends) end();
    window.removeEventListener('online', this.connection.hurry);
    clearTimeout(this.#closing);
    this.sendFrom(null);
    this.voices.stop();
    this.connection.want(false);
  }

  /** What this page itself shows as content, seen here without the way round. */
  get ownContent(): MediaStreamTrack | null {
    return this.#ownContent;
  }

  setOwnContent(track: MediaStreamTrack | null): void {
    this.#ownContent = track;
    for (const listener of this.#listeners) listener();
  }

  /** The camera that this page sends from, as it is now; `subscribe` tells when it is another. */
  ownCamera(sourceId?: SourceId): MediaStreamTrack | null {
    const state = this.#capture?.state();
    return (sourceId === undefined ? state?.camera : state?.sources.get(sourceId)) ?? null;
  }

  /** What the line of this page carries, in steps. The same object until it changes. */
  readonly line = (): SiteLine =>
    this.#ladder === null || this.#ladder === 'coming' ? FULL_LINE : this.#ladder.line();

  /** What goes through that line now; null: not measured yet. */
  readonly measured = (): Measured | null =>
    this.#ladder === null || this.#ladder === 'coming' ? null : this.#ladder.measured();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Room screens: where camera and microphone come from; null: nothing is sent. */
  sendFrom(capture: Capture | null): void {
    this.#endOfCapture();
    this.#capture = capture;
    this.#endOfCapture = capture?.subscribe(this.#look) ?? (() => undefined);
    if (capture) this.#publisher ??= new Publisher(this.room);
    else this.#publisher?.stop();
    this.#look();
  }

  /** Desks listen when they want to; a desk in the hall does not. */
  setSound(sound: boolean): void {
    this.#sound = sound;
    this.#follow();
  }

  readonly #look = (): void => {
    this.#follow();
    for (const listener of this.#listeners) listener();
  };

  /** Rooms, delegates and observers: who watches many pictures at a desk has a line for it. */
  #measure({ seat }: LiveState): void {
    const isAudience = seat !== null && (isScreen(seat.role) || seat.role === 'observer');
    if (this.#ladder !== null || !isAudience || this.connection.state().status !== 'up') return;
    this.#ladder = 'coming';
    void import('./thin/index.ts').then(
      (thin) => {
        const { room, cameras } = this;
        this.#ladder = this.#isOver ? null : new thin.LineLadder({ room, cameras, changed: this.#look });
        this.#follow();
      },
      // The line fell just then: it is asked for again with the next news.
      () => (this.#ladder = null),
    );
  }

  /** Whether what stands still may be blamed on the site that is shown: our own line and the media server are there. */
  #isUp(): boolean {
    const { connection, media } = this.#live.state();
    return this.connection.state().status === 'up' && connection.status === 'live' && media?.available !== false;
  }

  #showProgramme({ live, seat }: LiveState): void {
    if (!live) return;
    const own = seat && isScreen(seat.role) ? seat.siteId : null;
    const { down } = this.line();
    const warm = down === 'full' ? warmSites(live, own) : [];
    this.programme.show(duePicture(live, own, down), warm, isVoiceComing(live));
  }

  #lookAgain(): void {
    this.voices.look();
    this.cameras.look();
  }

  #follow(): void {
    const state = this.#live.state();
    const { live, seat } = state;
    const own = seat?.siteId ?? null;
    const entitled = live ? entitledToSpeak(live) : NOBODY;
    this.connection.want(isMember(state));
    this.#showProgramme(state);
    this.#comeBack(state.media?.available ?? true);
    this.#measure(state);
    const film = live?.programme.film;
    const filmOf = film && film.seatId !== state.seatId ? film.seatId : null;
    this.voices.listen({ entitled, own, sound: this.#sound && this.line().down !== 'text', filmOf });
    if (!this.#publisher || !this.#capture || own === null) return;
    const { camera, microphone, mix, sources, choices } = this.#capture.state();
    this.voices.setLoudspeaker(choices.loudspeakerId);
    const ladder = this.#ladder === 'coming' ? null : this.#ladder;
    ladder?.choose(choices.step);
    this.#publisher.send({
      camera: ladder ? ladder.outgoing(camera) : camera,
      microphone: mix ?? microphone,
      // A line that carries no full picture carries one camera.
      sources: this.line().up === 'full' ? sources : NO_SOURCES,
      entitled: entitled.has(own),
      mixer: choices.mixer,
      audience: this.#audienceOf(state, own),
    });
  }

  #audienceOf({ live, audience }: LiveState, own: SiteId): Audience {
    const now = this.#audience.at(performance.now(), live, own, audience?.desks ?? []);
    clearTimeout(this.#closing);
    if (now.againMs !== null) this.#closing = setTimeout(() => this.#follow(), now.againMs);
    return now.audience;
  }

  /** The server has seen the media server again: no need to wait for the next attempt. */
  #comeBack(isAvailable: boolean): void {
    if (isAvailable && !this.#wasAvailable) this.connection.hurry();
    this.#wasAvailable = isAvailable;
  }
}
