import {
  LocalAudioTrack,
  RoomEvent,
  Track,
  VideoPreset,
  type LocalTrack,
  type LocalTrackPublication,
  type Room,
  type TrackPublishOptions,
} from 'livekit-client';
import { CAMERA_ENCODINGS, type CameraEncoding } from './encodings.ts';
import { SourceId } from '@diemcau/domain/kernel';
import { cameraIn, cameraName } from './place.ts';
import { microphoneBehind, SpeechAhead } from './speech-ahead.ts';
import { isConnected } from './stage-connection.ts';

/** What this room should send now. */
export type Sending = {
  readonly camera: MediaStreamTrack | null;
  readonly microphone: MediaStreamTrack | null;
  /** Further cameras of the room. */
  readonly sources: ReadonlyMap<SourceId, MediaStreamTrack>;
  /** The conference's own state says that this site may be heard. The media server must say so too. */
  readonly entitled: boolean;
  /** A mixer: the sound is not only speech, so silence is sent as it is. */
  readonly mixer: boolean;
  readonly audience: Audience;
};

/** Who may watch this camera: all, or the desks alone (identities `seat:device`). */
export type Audience = { readonly to: 'all' } | { readonly to: 'desks'; readonly desks: readonly string[] };

type Source = Track.Source.Camera | Track.Source.Microphone;

/** Speech that survives a line of 40 kbit/s, with its headers (`peer-connections.ts`). */
const SPEECH_BPS = 20_000;
const AGAIN_MS = 1000;
/** One frame: so long a voice waits for the picture that came with the same news (M36). */
const PICTURE_FIRST_MS = 40;

const presetOf = ({ height, bitsPerSecond, framesPerSecond }: CameraEncoding): VideoPreset =>
  new VideoPreset((height * 16) / 9, height, bitsPerSecond, framesPerSecond);
const [low, medium, high] = CAMERA_ENCODINGS;

const cameraOptions: TrackPublishOptions = {
  source: Track.Source.Camera,
  simulcast: true,
  videoCodec: 'vp8',
  videoEncoding: presetOf(high).encoding,
  videoSimulcastLayers: [presetOf(low), presetOf(medium)],
};
const microphoneOptions = (mixer: boolean): TrackPublishOptions => ({
  source: Track.Source.Microphone,
  audioPreset: { maxBitrate: SPEECH_BPS },
  dtx: !mixer,
  // A second copy of each packet would not fit into such a line, and a sender cannot know who listens through one: Opus
  // itself carries what was lost, as far as listeners report losses.
  red: false,
});

/** LiveKit would open an audio context to listen for silence just when the floor is given; the room's own meter does that. */
class Microphone extends LocalAudioTrack {
  override async checkForSilence(): Promise<boolean> {
    return false;
  }
}

/** LiveKit's own types of a track disagree where optional properties are exact. */
const microphone = (track: MediaStreamTrack): LocalTrack => new Microphone(track, undefined, true) as LocalTrack;

/**
 * Brings what this room sends to what it should send: the camera while it is on the stage, the microphone only while
 * both the conference and the media server allow it. A microphone that lost its right is taken back at once.
 */
export class Publisher {
  readonly #room: Room;
  #sending: Sending = {
    camera: null,
    microphone: null,
    sources: new Map(),
    entitled: false,
    mixer: false,
    audience: { to: 'desks', desks: [] },
  };
  readonly #ahead: SpeechAhead;
  /** Of the clock of the page, in ms: not sooner is a microphone opened that was just entitled. */
  #mayOpenAt = -Infinity;
  #opening: ReturnType<typeof setTimeout> | undefined;
  #busy = false;
  #again = false;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #told = '';

  constructor(room: Room) {
    this.#room = room;
    this.#ahead = new SpeechAhead(room);
    const look = () => this.#settle();
    const afresh = () => {
      this.#told = '';
      this.#settle();
    };
    room
      .on(RoomEvent.Connected, afresh)
      .on(RoomEvent.Reconnected, afresh)
      .on(RoomEvent.Disconnected, () => {
        this.#ahead.drop();
        look();
      })
      .on(RoomEvent.ParticipantPermissionsChanged, look)
      .on(RoomEvent.LocalTrackPublished, look)
      .on(RoomEvent.LocalTrackUnpublished, look);
  }

  send(sending: Sending): void {
    if (sending.entitled && !this.#sending.entitled) this.#mayOpenAt = performance.now() + PICTURE_FIRST_MS;
    this.#sending = sending;
    this.#settle();
  }

  /** Nothing more is published; what is, ends with the room's connection. */
  stop(): void {
    clearTimeout(this.#retry);
    clearTimeout(this.#opening);
    this.#ahead.drop();
    this.#sending = { ...this.#sending, camera: null, microphone: null, sources: new Map(), entitled: false };
  }

  #publication(source: Source): LocalTrackPublication | undefined {
    const { localParticipant } = this.#room;
    if (source === Track.Source.Microphone) return localParticipant.getTrackPublication(source);
    return [...localParticipant.videoTrackPublications.values()].find((each) => cameraIn(each) === null);
  }

  #isAllowed(source: Source): boolean {
    const permissions = this.#room.localParticipant.permissions;
    if (!permissions?.canPublish) return false;
    const sources = permissions.canPublishSources.map((each) => Track.sourceFromProto(each));
    return sources.length === 0 || sources.includes(source);
  }

  #due(source: Source): MediaStreamTrack | null {
    if (!isConnected(this.#room) || !this.#isAllowed(source)) return null;
    const { camera, microphone, entitled } = this.#sending;
    const track = source === Track.Source.Camera ? camera : entitled ? microphone : null;
    return track?.readyState === 'live' ? track : null;
  }

  /** One at a time: publishing answers late, and what is due may have changed by then. */
  #settle(): void {
    this.#closeOrOpen();
    if (this.#busy) {
      this.#again = true;
      return;
    }
    this.#busy = true;
    clearTimeout(this.#retry);
    void this.#bring().then((settled) => {
      this.#busy = false;
      if (!settled) this.#retry = setTimeout(() => this.#settle(), AGAIN_MS);
      if (this.#again) {
        this.#again = false;
        this.#settle();
      }
    });
  }

  /** Whether both sources are as they should be; a refusal is tried again, for it may be a matter of moments. */
  async #bring(): Promise<boolean> {
    try {
      await this.#settleSource(Track.Source.Microphone);
      await this.#settleSource(Track.Source.Camera);
      await this.#settleFurther();
      this.#prepareSpeech();
      return true;
    } catch {
      // Refused by the media server, or the line fell in between: the next attempt sees what is due then.
      return false;
    }
  }

  async #settleSource(source: Source): Promise<void> {
    const due = this.#due(source);
    const published = this.#publication(source);
    if (!due) {
      if (published?.track && isConnected(this.#room))
        await this.#room.localParticipant.unpublishTrack(published.track, false);
      return;
    }
    if (!published?.track) {
      if (source === Track.Source.Microphone && this.#waitsForPicture()) return;
      // A track that is given stays ours: LiveKit neither stops it nor opens it anew.
      const { localParticipant } = this.#room;
      if (source === Track.Source.Camera) await localParticipant.publishTrack(due, cameraOptions);
      else
        await localParticipant.publishTrack(microphone(this.#ahead.take(due)), microphoneOptions(this.#sending.mixer));
      return;
    }
    if (microphoneBehind(published.track.mediaStreamTrack) === due) return;
    await published.track.replaceTrack(due, { userProvidedTrack: true });
    if (source === Track.Source.Microphone) this.#ahead.release();
  }

  /** Whether it is too soon for a voice; it is looked at again when it is not. */
  #waitsForPicture(): boolean {
    const restMs = this.#mayOpenAt - performance.now();
    clearTimeout(this.#opening);
    if (restMs > 0) this.#opening = setTimeout(() => this.#settle(), restMs);
    return restMs > 0;
  }

  /** Who stands by agrees with the media server on a section for its voice, and sends nothing in it. */
  #prepareSpeech(): void {
    // While LiveKit restores its connection it takes tracks back for a moment, to publish the same again.
    if (!isConnected(this.#room) || this.#publication(Track.Source.Microphone)) return;
    this.#ahead.release();
    const { microphone, audience, entitled } = this.#sending;
    if (entitled || audience.to !== 'all' || !this.#isAllowed(Track.Source.Camera)) return;
    if (microphone?.readyState !== 'live') return;
    this.#ahead.prepare(microphone, { maxBitrate: SPEECH_BPS, priority: 'high', networkPriority: 'high' });
  }

  /** Further cameras are sent as the room's own is: seen by whom it is, and encoded only while somebody looks. */
  async #settleFurther(): Promise<void> {
    const { localParticipant } = this.#room;
    const isAllowed = isConnected(this.#room) && this.#isAllowed(Track.Source.Camera);
    const due = isAllowed ? this.#sending.sources : new Map<string, MediaStreamTrack>();
    const sent = new Map<string, LocalTrackPublication>();
    for (const publication of localParticipant.videoTrackPublications.values()) {
      const sourceId = cameraIn(publication);
      if (!sourceId || !publication.track) continue;
      const track = [...due].find(([id]) => id === sourceId)?.[1];
      if (track?.readyState === 'live') {
        sent.set(sourceId, publication);
        if (publication.track.mediaStreamTrack !== track)
          await publication.track.replaceTrack(track, { userProvidedTrack: true });
      } else if (isConnected(this.#room)) await localParticipant.unpublishTrack(publication.track, false);
    }
    for (const [sourceId, track] of due) {
      if (sent.has(sourceId) || track.readyState !== 'live') continue;
      await localParticipant.publishTrack(track, { ...cameraOptions, name: cameraName(SourceId.parse(sourceId)) });
    }
  }

  /** Said before the camera is published, and again after each reconnect, for the media server forgets it. */
  #closeOrOpen(): void {
    if (!isConnected(this.#room)) return;
    const { audience } = this.#sending;
    const saying = JSON.stringify(audience);
    if (saying === this.#told) return;
    this.#told = saying;
    const desks = audience.to === 'all' ? [] : audience.desks;
    const permissions = desks.map((participantIdentity) => ({ participantIdentity, allowAll: true }));
    this.#room.localParticipant.setTrackSubscriptionPermissions(audience.to === 'all', permissions);
  }
}
