import type { Room } from 'livekit-client';
import { keepPacketsShort, sendIn, settlePackets } from './peer-connections.ts';

type Connection = NonNullable<Room['engine']['pcManager']>['publisher'];

/** `track`: the clone that will be sent in it; until then nothing is. */
type Section = {
  readonly connection: Connection;
  readonly transceiver: RTCRtpTransceiver;
  readonly track: MediaStreamTrack;
};

/** So long a voice that begins goes out in short packets; then its connection agrees on those that a thin line needs. */
const BEGINNING_MS = 1500;

/** The microphones, by what is sent of them. */
const originals = new WeakMap<MediaStreamTrack, MediaStreamTrack>();

/** The microphone behind what is sent of it: itself, or that of which it is a clone. */
export const microphoneBehind = (track: MediaStreamTrack): MediaStreamTrack => originals.get(track) ?? track;

const cloneOf = (microphone: MediaStreamTrack): MediaStreamTrack => {
  const clone = microphone.clone();
  originals.set(clone, microphone);
  return clone;
};

/**
 * The section for this microphone, which may be another than when it was agreed on. The media server knows the section by the
 * id of its first track, and by nothing else is it sure to publish this one: what is sent in its place goes by that id.
 */
const withMicrophone = (section: Section, microphone: MediaStreamTrack): Section => {
  const { track } = section;
  if (microphoneBehind(track) === microphone && track.readyState === 'live') return section;
  track.stop();
  return { ...section, track: Object.defineProperty(cloneOf(microphone), 'id', { value: track.id }) };
};

/**
 * The section of sound in the connection of a room that may be next, agreed on while it stands by (M36): empty, and of no
 * track that the media server knows, so there is nothing that could be heard. With the floor the microphone is put in, and
 * no offer and answer have to come before the voice.
 */
export class SpeechAhead {
  readonly #room: Room;
  /** The one that waits. */
  #section: Section | null = null;
  /** The clone that was taken last. */
  #taken: MediaStreamTrack | null = null;

  constructor(room: Room) {
    this.#room = room;
  }

  /** Said as often as one likes: one section waits in each connection. */
  prepare(microphone: MediaStreamTrack, encoding: RTCRtpEncodingParameters): void {
    const connection = this.#connection();
    if (!connection) return;
    if (this.#section?.connection === connection) {
      this.#section = withMicrophone(this.#section, microphone);
      return;
    }
    this.#section?.track.stop();
    // A clone: its id is not that of an earlier turn.
    const track = cloneOf(microphone);
    const transceiver = connection.addTransceiver(track, { direction: 'sendonly', sendEncodings: [encoding] });
    void transceiver.sender.replaceTrack(null);
    keepPacketsShort(transceiver);
    this.#section = { connection, transceiver, track };
    this.#negotiate();
  }

  /** What to publish of this microphone: a clone in the section that waits, when there is one; else the microphone itself. */
  take(microphone: MediaStreamTrack): MediaStreamTrack {
    this.release();
    if (this.#section?.connection !== this.#connection()) this.drop();
    if (!this.#section) return microphone;
    const { connection, transceiver, track } = withMicrophone(this.#section, microphone);
    this.#section = null;
    this.#taken = track;
    sendIn(transceiver, track);
    setTimeout(() => {
      settlePackets(transceiver);
      if (connection === this.#connection()) this.#negotiate();
    }, BEGINNING_MS);
    return track;
  }

  /** What was taken is no longer sent: it ends, and the microphone goes on. */
  release(): void {
    this.#taken?.stop();
    this.#taken = null;
  }

  /** Nothing is sent any more, and nothing waits. */
  drop(): void {
    this.release();
    this.#section?.track.stop();
    this.#section = null;
  }

  #connection(): Connection | undefined {
    // LiveKit takes the engine away from a room that is left.
    const { engine }: Partial<Pick<Room, 'engine'>> = this.#room;
    return engine?.pcManager?.publisher;
  }

  #negotiate(): void {
    // The line fell in between: the next connection has sections of its own.
    this.#room.engine.negotiate().catch(() => undefined);
  }
}
