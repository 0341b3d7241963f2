import type { SeatId } from '@diemcau/domain/kernel';
import { RoomEvent, Track, type RemoteTrack, type Room } from 'livekit-client';
import { FirstOfferPause } from './first-offer.ts';
import { playsHere, type Listening as SiteListening } from './listening.ts';
import { playerIn, publicationOf, roomScreens } from './place.ts';

/** Whom this page plays now. */
export type Listening = SiteListening & {
  /** The operator from whose player the film on air comes; null: none, or it is this page's own. */
  readonly filmOf: SeatId | null;
};

/** What is heard of a film, instead of a site. */
const FILM = 'film';
/** After a subscription that failed, before it is asked for again. */
const AGAIN_MS = 1000;
/** Loudness of the programme while somebody speaks beside it, of 1. */
const LOWERED = 0.2;

/**
 * Plays the microphones of the sites that may be heard, and nothing else: what is not entitled is not even subscribed,
 * whatever the media server would forward.
 */
export class Voices {
  readonly #room: Room;
  readonly #pause: FirstOfferPause;
  readonly #elements = new Map<RemoteTrack, HTMLMediaElement>();
  readonly #listeners = new Set<() => void>();
  #listening: Listening = { entitled: new Set(), own: null, sound: false, filmOf: null };
  #loudspeakerId: string | null = null;
  #place: HTMLElement | null = null;
  #volume = 1;

  constructor(room: Room) {
    this.#room = room;
    this.#pause = new FirstOfferPause(room, this.look);
    const look = () => this.#settle();
    room
      .on(RoomEvent.SignalConnected, look)
      .on(RoomEvent.Connected, look)
      .on(RoomEvent.Reconnected, look)
      .on(RoomEvent.ParticipantConnected, look)
      .on(RoomEvent.ParticipantDisconnected, look)
      .on(RoomEvent.ParticipantMetadataChanged, look)
      .on(RoomEvent.TrackPublished, look)
      .on(RoomEvent.TrackUnpublished, look)
      .on(RoomEvent.TrackSubscribed, look)
      .on(RoomEvent.TrackUnsubscribed, (track) => this.#hush(track))
      .on(RoomEvent.TrackSubscriptionFailed, (trackSid, participant) => {
        participant.audioTrackPublications.get(trackSid)?.setSubscribed(false);
        setTimeout(look, AGAIN_MS);
      })
      .on(RoomEvent.AudioPlaybackStatusChanged, () => this.#tell());
  }

  listen(listening: Listening): void {
    this.#listening = listening;
    this.#settle();
  }

  /** Looks again at what the room holds: LiveKit drops what it has to tell while it restores its signalling. */
  readonly look = (): void => this.#settle();

  /** Null: the system's own choice. */
  setLoudspeaker(id: string | null): void {
    this.#loudspeakerId = id;
    for (const element of this.#elements.values()) this.#route(element);
  }

  /** While the operator speaks to this room, or hears a site. */
  lower(isLowered: boolean): void {
    this.#volume = isLowered ? LOWERED : 1;
    for (const element of this.#elements.values()) element.volume = this.#volume;
  }

  /** Whether the browser refuses to play sound before somebody touches the page. */
  get isBlocked(): boolean {
    return !this.#room.canPlaybackAudio;
  }

  /** Within a click or a key press: lets the sound start. */
  readonly unblock = (): Promise<void> => this.#room.startAudio();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  stop(): void {
    for (const track of this.#elements.keys()) this.#hush(track);
    this.#place?.remove();
    this.#place = null;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  /** The one test of who is heard: used for subscribing and again before playing. */
  #isDue(trackSid: string | undefined): string | null {
    const { filmOf, sound } = this.#listening;
    const film = filmOf && sound && playerIn(this.#room, filmOf)?.getTrackPublication(Track.Source.ScreenShareAudio);
    if (film && film.trackSid === trackSid) return FILM;
    for (const [siteId, screen] of roomScreens(this.#room)) {
      const microphone = publicationOf(screen, Track.Source.Microphone);
      if (microphone && microphone.trackSid === trackSid && playsHere(this.#listening, siteId)) return siteId;
    }
    return null;
  }

  #settle(): void {
    if (this.#pause.holds()) return;
    for (const participant of this.#room.remoteParticipants.values()) {
      for (const publication of participant.audioTrackPublications.values()) {
        const due = this.#isDue(publication.trackSid) !== null;
        if (due !== publication.isDesired) publication.setSubscribed(due);
        if (!publication.track) continue;
        if (due) this.#play(publication.track);
        else this.#hush(publication.track);
      }
    }
    this.#tell();
  }

  #play(track: RemoteTrack): void {
    if (track.kind !== Track.Kind.Audio || this.#elements.has(track)) return;
    const siteId = this.#isDue(track.sid);
    if (siteId === null) return;
    const element = track.attach();
    element.dataset['voiceSite'] = siteId;
    element.volume = this.#volume;
    this.#elements.set(track, element);
    this.#route(element);
    this.#shelf().append(element);
  }

  #hush(track: RemoteTrack): void {
    const element = this.#elements.get(track);
    if (!element) return;
    this.#elements.delete(track);
    track.detach(element);
    element.remove();
  }

  #shelf(): HTMLElement {
    if (this.#place) return this.#place;
    this.#place = document.createElement('div');
    this.#place.hidden = true;
    this.#place.dataset['voices'] = '';
    document.body.append(this.#place);
    return this.#place;
  }

  #route(element: HTMLMediaElement): void {
    const wanted = this.#loudspeakerId ?? '';
    // Routing to where it is anyway would hold the first sound back.
    if (!('setSinkId' in element) || element.sinkId === wanted) return;
    // A loudspeaker that has just been unplugged: the sound stays where it is, and the device list says so.
    element.setSinkId(wanted).catch(() => this.#tell());
  }
}
