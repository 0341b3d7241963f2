import { RoomEvent, Track, type RemoteTrack, type Room } from 'livekit-client';
import { newRoom } from './stage-connection.ts';

/** `open`: sound arrives here, or the other end has asked for ours. */
export type AsideLineState = 'connecting' | 'open';

/** The browser gives no microphone, or there is none. */
export class NoMicrophone extends Error {}

/** The microphone of who speaks at a desk. */
export const openSpeech = async (): Promise<MediaStreamTrack> => {
  const audio = { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: 1 };
  try {
    const [track] = (await navigator.mediaDevices.getUserMedia({ audio })).getAudioTracks();
    if (track) return track;
  } catch (cause) {
    throw new NoMicrophone('the browser gives none', { cause });
  }
  throw new NoMicrophone('there is none');
};

/** What arrives of the other end's camera, to be shown in a `video`. */
export type AsidePicture = Pick<RemoteTrack, 'attach' | 'detach'>;

export type AsideLineOptions = {
  /** A fresh token for each attempt; rejects when this is over. */
  readonly token: () => Promise<string>;
  /** What this end sends, which stays the caller's; null: it only hears. */
  readonly microphone: MediaStreamTrack | null;
  readonly camera?: MediaStreamTrack | null;
  /** The other end's picture, and the sound that is played, for its level; null: none. Left out: not asked for. */
  readonly onPicture?: (picture: AsidePicture | null) => void;
  readonly onSound?: (sound: MediaStreamTrack | null) => void;
  /** Null: the system's own choice. */
  readonly loudspeakerId: string | null;
  readonly onState: (state: AsideLineState) => void;
};

const AGAIN_MS = 300;
const SPEECH_BPS = 32_000;
/** A picture to see whether there is one, in focus and with light: not more. */
const PICTURE = { maxBitrate: 400_000, maxFramerate: 15 };

/**
 * One end of what goes on beside the programme, in a room of its own on the media server: sends its microphone or
 * hears the other's. Whatever goes wrong is tried again until it is stopped.
 */
export class AsideLine {
  readonly #options: AsideLineOptions;
  readonly #room: Room = newRoom();
  /** Its own copy: the caller's microphone outlives this. */
  readonly #microphone: MediaStreamTrack | null;
  readonly #camera: MediaStreamTrack | null;
  readonly #elements = new Map<RemoteTrack, HTMLMediaElement>();
  #stopped = false;

  constructor(options: AsideLineOptions) {
    this.#options = options;
    this.#microphone = options.microphone?.clone() ?? null;
    this.#camera = options.camera?.clone() ?? null;
    const look = () => this.#subscribe();
    this.#room
      .on(RoomEvent.ParticipantConnected, look)
      .on(RoomEvent.TrackPublished, look)
      .on(RoomEvent.TrackSubscribed, (track) => this.#play(track))
      .on(RoomEvent.TrackUnsubscribed, (track) => this.#hush(track))
      .on(RoomEvent.LocalTrackSubscribed, () => this.#tell('open'));
  }

  start(): void {
    void this.#keep();
  }

  /** At once: nothing more is heard or sent. */
  stop(): void {
    this.#stopped = true;
    for (const track of this.#elements.keys()) this.#hush(track);
    this.#microphone?.stop();
    this.#camera?.stop();
    void this.#room.disconnect(false);
  }

  async #keep(): Promise<void> {
    while (!this.#stopped) {
      this.#tell('connecting');
      await this.#once();
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }

  /** One connection, from its token to its end. */
  async #once(): Promise<void> {
    const { promise: over, resolve } = Promise.withResolvers<void>();
    this.#room.once(RoomEvent.Disconnected, () => resolve());
    try {
      const token = await this.#options.token();
      if (this.#stopped) return;
      await this.#room.connect(location.origin, token, { autoSubscribe: false, maxRetries: 0 });
      this.#subscribe();
      await this.#publish();
      await over;
    } catch {
      // Not let in, or not there: whoever holds the key, and the server, know when it is over.
    }
  }

  async #publish(): Promise<void> {
    // Stopped while it was connecting.
    if (this.#stopped) return this.#room.disconnect(false);
    const me = this.#room.localParticipant;
    if (this.#microphone) {
      const audioPreset = { maxBitrate: SPEECH_BPS };
      const options = { source: Track.Source.Microphone, audioPreset, dtx: false, red: true };
      await me.publishTrack(this.#microphone, options);
    }
    if (this.#camera)
      await me.publishTrack(this.#camera, { source: Track.Source.Camera, simulcast: false, videoEncoding: PICTURE });
  }

  #subscribe(): void {
    const wanted = this.#options.onPicture ? [Track.Source.Microphone, Track.Source.Camera] : [Track.Source.Microphone];
    for (const participant of this.#room.remoteParticipants.values())
      for (const publication of participant.trackPublications.values())
        if (wanted.includes(publication.source)) publication.setSubscribed(true);
  }

  #play(track: RemoteTrack): void {
    if (this.#stopped) return;
    if (track.kind !== Track.Kind.Audio) return this.#options.onPicture?.(track);
    this.#options.onSound?.(track.mediaStreamTrack);
    const element = track.attach();
    element.hidden = true;
    element.dataset['voiceAside'] = '';
    this.#elements.set(track, element);
    const { loudspeakerId } = this.#options;
    // A loudspeaker that has just been unplugged: the sound stays where it is.
    if (loudspeakerId !== null) element.setSinkId(loudspeakerId).catch(() => undefined);
    document.body.append(element);
    this.#tell('open');
  }

  #hush(track: RemoteTrack): void {
    if (track.kind !== Track.Kind.Audio) return this.#options.onPicture?.(null);
    this.#options.onSound?.(null);
    const element = this.#elements.get(track);
    if (!element) return;
    this.#elements.delete(track);
    track.detach(element);
    element.remove();
  }

  #tell(state: AsideLineState): void {
    if (!this.#stopped) this.#options.onState(state);
  }
}
