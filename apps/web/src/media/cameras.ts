import type { SiteId, SourceId } from '@diemcau/domain/kernel';
import {
  RoomEvent,
  Track,
  TrackPublication,
  VideoQuality,
  type RemoteTrackPublication,
  type Room,
} from 'livekit-client';
import { FirstOfferPause } from './first-offer.ts';
import { cameraIn, publicationOf, roomScreens } from './place.ts';

/** How large a picture is needed: 180, 360 or 720 lines. */
export type Quality = 'low' | 'medium' | 'high';

const ORDER = { low: VideoQuality.LOW, medium: VideoQuality.MEDIUM, high: VideoQuality.HIGH } as const;

/** The size that a box of so many device pixels in height needs. */
export const qualityFor = (heightPx: number): Quality =>
  heightPx <= 200 ? 'low' : heightPx <= 420 ? 'medium' : 'high';

/** One view of one camera. Release it when it is no longer shown. */
export type CameraWatch = {
  readonly setQuality: (quality: Quality) => void;
  readonly release: () => void;
};

type Demands = Set<{ quality: Quality }>;

/** A camera of a site: that of its room screen (null), or a further one. */
const keyOf = (siteId: SiteId, sourceId: string | null): string => `${siteId}/${sourceId ?? ''}`;

/** What a thin line lets through of a camera that is shown. */
export type Passing = (publication: RemoteTrackPublication) => boolean;
const everything: Passing = () => true;

/** After a subscription that failed, before it is asked for again. */
const AGAIN_MS = 1000;
/**
 * A camera that is just being opened to all is asked for before it is: LiveKit then looks again only after three
 * seconds. So long we ask ourselves.
 */
const OPENING_MS = 120;
const OPENING_TRIES = 25;

/**
 * A camera that nobody shows any more is stopped at once and let go later: LiveKit negotiates for that, and a voice that
 * is asked for within the next 150 ms would wait for it.
 */
const LINGER_MS = 2000;

/**
 * The cameras that this page shows. Several views may show one site (a tile, the preview, the programme): it is
 * subscribed once, at the largest size that any of them needs, and let go with the last.
 */
export class Cameras {
  readonly #room: Room;
  readonly #pause: FirstOfferPause;
  readonly #demands = new Map<string, Demands>();
  readonly #listeners = new Set<() => void>();
  /** By track: how often a camera that is not open to us was asked for again. */
  readonly #asked = new Map<string, number>();
  /** Shown by nobody, and about to be let go. */
  readonly #left = new Map<RemoteTrackPublication, ReturnType<typeof setTimeout>>();
  #due = false;
  #most: Quality | null = 'high';
  #passing = everything;

  constructor(room: Room) {
    this.#room = room;
    this.#pause = new FirstOfferPause(room, this.look);
    const look = () => this.#soon();
    room
      .on(RoomEvent.SignalConnected, look)
      .on(RoomEvent.Connected, look)
      .on(RoomEvent.Reconnected, look)
      .on(RoomEvent.Disconnected, look)
      .on(RoomEvent.ParticipantConnected, look)
      .on(RoomEvent.ParticipantDisconnected, look)
      .on(RoomEvent.ParticipantMetadataChanged, look)
      .on(RoomEvent.TrackPublished, look)
      .on(RoomEvent.TrackUnpublished, look)
      .on(RoomEvent.TrackSubscribed, look)
      .on(RoomEvent.TrackSubscriptionPermissionChanged, (publication, status) => {
        if (status === TrackPublication.PermissionStatus.NotAllowed) this.#notOpen(publication);
      })
      .on(RoomEvent.TrackUnsubscribed, look)
      .on(RoomEvent.TrackSubscriptionFailed, (trackSid, participant) => {
        participant.videoTrackPublications.get(trackSid)?.setSubscribed(false);
        setTimeout(look, AGAIN_MS);
      });
  }

  /** Shows a site's camera from now on, whenever it is there. */
  watch(siteId: SiteId, quality: Quality, sourceId: SourceId | null = null): CameraWatch {
    const demand = { quality };
    const key = keyOf(siteId, sourceId);
    const demands: Demands = this.#demands.get(key) ?? new Set();
    this.#demands.set(key, demands.add(demand));
    this.#soon();
    return {
      setQuality: (next) => {
        if (demand.quality === next) return;
        demand.quality = next;
        this.#soon();
      },
      release: () => {
        demands.delete(demand);
        this.#soon();
      },
    };
  }

  /** A thin line: no picture is larger than this (null: there is none), and none moves but as `passing` lets it. */
  readonly limit = (most: Quality | null, passing: Passing = everything): void => {
    this.#most = most;
    this.#passing = passing;
    this.#soon();
  };

  /** The picture of a site's camera, while it is here; null while it is not. */
  trackOf(siteId: SiteId, sourceId: SourceId | null = null): MediaStreamTrack | null {
    const screen = roomScreens(this.#room).get(siteId);
    const publication = screen && publicationOf(screen, Track.Source.Camera, sourceId);
    const track = publication?.isSubscribed ? publication.track?.mediaStreamTrack : undefined;
    return track?.readyState === 'live' ? track : null;
  }

  /** Whether a site sends this further camera at all; its picture may still be on its way. */
  isSent(siteId: SiteId, sourceId: SourceId): boolean {
    const screen = roomScreens(this.#room).get(siteId);
    return screen !== undefined && publicationOf(screen, Track.Source.Camera, sourceId) !== undefined;
  }

  /** How many lines a site's camera has as it was published; null while that is not known. */
  heightOf(siteId: SiteId, sourceId: SourceId | null = null): number | null {
    const screen = roomScreens(this.#room).get(siteId);
    return (screen && publicationOf(screen, Track.Source.Camera, sourceId)?.dimensions?.height) ?? null;
  }

  /** Whether any picture of another is here. */
  get isAny(): boolean {
    return [...this.#room.remoteParticipants.values()].some(({ videoTrackPublications }) =>
      [...videoTrackPublications.values()].some(
        (each) =>
          cameraIn(each) !== undefined && each.isSubscribed && each.track?.mediaStreamTrack.readyState === 'live',
      ),
    );
  }

  /** Calls `listener` whenever a track may have come, gone or changed. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Looks again at what the room holds: LiveKit drops what it has to tell while it restores its signalling. */
  readonly look = (): void => {
    this.#settle();
    for (const listener of this.#listeners) listener();
  };

  /** At the end of this turn, once, so that a view that moves does not let its camera go. */
  #soon(): void {
    if (this.#due) return;
    this.#due = true;
    queueMicrotask(() => {
      this.#due = false;
      this.#asked.clear();
      this.look();
    });
  }

  #notOpen(publication: RemoteTrackPublication): void {
    const tries = this.#asked.get(publication.trackSid) ?? 0;
    if (tries >= OPENING_TRIES || this.#left.has(publication)) return;
    this.#asked.set(publication.trackSid, tries + 1);
    setTimeout(() => {
      if (publication.isDesired && !publication.isSubscribed) publication.setSubscribed(true);
    }, OPENING_MS);
  }

  #show(publication: RemoteTrackPublication, demands: Demands): void {
    clearTimeout(this.#left.get(publication));
    this.#left.delete(publication);
    if (!publication.isDesired) publication.setSubscribed(true);
    // Said outright, because our own elements show it: LiveKit would pause what it does not see attached.
    publication.setEnabled(this.#passing(publication));
    const wanted = Math.max(...[...demands].map(({ quality }) => ORDER[quality]));
    publication.setVideoQuality(Math.min(wanted, ORDER[this.#most ?? 'low']));
  }

  #leave(publication: RemoteTrackPublication): void {
    if (!publication.isDesired) return;
    publication.setEnabled(false);
    if (this.#left.has(publication)) return;
    const timer = setTimeout(() => {
      this.#left.delete(publication);
      publication.setSubscribed(false);
    }, LINGER_MS);
    this.#left.set(publication, timer);
  }

  #settle(): void {
    if (this.#pause.holds()) return;
    const screens = roomScreens(this.#room);
    for (const [key, demands] of this.#demands) if (demands.size === 0) this.#demands.delete(key);
    const sites = new Map([...screens].map(([siteId, screen]) => [screen, siteId]));
    for (const participant of this.#room.remoteParticipants.values()) {
      const siteId = sites.get(participant);
      for (const publication of participant.videoTrackPublications.values()) {
        // Shown by `contents.ts`.
        if (publication.source === Track.Source.ScreenShare) continue;
        const camera = cameraIn(publication);
        const isShown = siteId !== undefined && camera !== undefined;
        const demands = isShown ? this.#demands.get(keyOf(siteId, camera)) : undefined;
        if (demands && this.#most !== null) this.#show(publication, demands);
        else this.#leave(publication);
      }
    }
  }
}
