import type { Room } from 'livekit-client';
import { agreeAhead, sendIn, settlePackets } from './peer-connections.ts';

type Connection = NonNullable<Room['engine']['pcManager']>['publisher'];

type Section = {
  readonly connection: Connection;
  readonly transceiver: RTCRtpTransceiver;
  readonly track: MediaStreamTrack;
};

/** So long a voice that begins goes out in short packets; then its connection agrees on those that a thin line needs. */
const BEGINNING_MS = 1500;

/** What is sent of a microphone, by what it is a clone of. */
const originals = new WeakMap<MediaStreamTrack, MediaStreamTrack>();

/** The microphone behind what is sent of it. */
export const microphoneBehind = (track: MediaStreamTrack): MediaStreamTrack => originals.get(track) ?? track;

/** Ends what was sent of a microphone; the microphone itself goes on. */
export const endClone = (track: MediaStreamTrack): void => {
  if (originals.has(track)) track.stop();
};

const cloneOf = (microphone: MediaStreamTrack): MediaStreamTrack => {
  const clone = microphone.clone();
  originals.set(clone, microphone);
  return clone;
};

/**
 * The section of sound in the connection of a room that may be next, agreed on while it stands by (M36): empty, and of no
 * track that the media server knows, so there is nothing that could be heard. With the floor the microphone is put in, and
 * no offer and answer have to come before the voice.
 */
export class SpeechAhead {
  readonly #room: Room;
  #section: Section | null = null;

  constructor(room: Room) {
    this.#room = room;
  }

  /** Said as often as one likes: one section waits in each connection. */
  prepare(microphone: MediaStreamTrack, encoding: RTCRtpEncodingParameters): void {
    const connection = this.#connection();
    if (!connection || this.#section?.connection === connection) return;
    this.drop();
    // A clone has a name of its own, by which the media server knows the section again when it is asked to publish it.
    const track = cloneOf(microphone);
    const transceiver = connection.addTransceiver(track, { direction: 'sendonly', sendEncodings: [encoding] });
    agreeAhead(transceiver);
    void transceiver.sender.replaceTrack(null);
    this.#section = { connection, transceiver, track };
    this.#negotiate();
  }

  /** What to publish of this microphone: in the section that waits, when there is one. */
  take(microphone: MediaStreamTrack): MediaStreamTrack {
    const section = this.#section;
    this.#section = null;
    if (!section) return microphone;
    const { connection, transceiver, track } = section;
    const isOfNow = connection === this.#connection();
    const isSame = microphoneBehind(track) === microphone && track.readyState === 'live';
    if (!isOfNow || !isSame) track.stop();
    if (!isOfNow) return microphone;
    const sent = isSame ? track : cloneOf(microphone);
    sendIn(transceiver, sent);
    setTimeout(() => {
      settlePackets(transceiver);
      if (connection === this.#connection()) this.#negotiate();
    }, BEGINNING_MS);
    return sent;
  }

  drop(): void {
    this.#section?.track.stop();
    this.#section = null;
  }

  #connection(): Connection | undefined {
    return this.#room.engine.pcManager?.publisher;
  }

  #negotiate(): void {
    // The line fell in between: the next connection has sections of its own.
    this.#room.engine.negotiate().catch(() => undefined);
  }
}
