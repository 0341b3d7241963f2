import { Room } from 'livekit-client';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { adaptPeerConnections } from './peer-connections.ts';
import { microphoneBehind, SpeechAhead } from './speech-ahead.ts';

const ENCODING = { maxBitrate: 20_000 };

/** A microphone, or a clone of one. */
class Sound extends EventTarget {
  readonly kind = 'audio';
  readonly id: string = crypto.randomUUID();
  readyState: MediaStreamTrackState = 'live';
  clone(): Sound {
    return new Sound();
  }
  stop(): void {
    this.readyState = 'ended';
  }
}
const microphoneOf = () => new Sound() as EventTarget as MediaStreamTrack;

/** The browser's own, with what is sent in each of its sections. */
class Connection {
  readonly sections: { sent: MediaStreamTrack | null; readonly init: RTCRtpTransceiverInit | undefined }[] = [];
  private readonly transceivers: object[] = [];

  addTransceiver(sent: MediaStreamTrack | null, init?: RTCRtpTransceiverInit): object {
    const section = { sent, init };
    const replaceTrack = (track: MediaStreamTrack | null) => Promise.resolve(void (section.sent = track));
    const made = { mid: String(this.sections.length), sender: { replaceTrack }, setCodecPreferences: () => undefined };
    this.sections.push(section);
    this.transceivers.push(made);
    return made;
  }
  getTransceivers(): readonly object[] {
    return this.transceivers;
  }
  setRemoteDescription(): Promise<void> {
    return Promise.resolve();
  }
}

beforeAll(() => {
  vi.stubGlobal('RTCPeerConnection', Connection);
  vi.stubGlobal('RTCRtpReceiver', { getCapabilities: () => ({ codecs: [] }) });
  adaptPeerConnections();
});
afterAll(() => void vi.unstubAllGlobals());
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A room whose publishing connection is there. */
const setUp = () => {
  const room = new Room();
  const negotiate = vi.spyOn(room.engine, 'negotiate').mockResolvedValue();
  const connect = (): Connection => {
    const publisher = new Connection();
    Object.assign(room.engine, { pcManager: { publisher } });
    return publisher;
  };
  /** As LiveKit does with what it is given to publish. */
  const publish = (track: MediaStreamTrack, to: Connection) => to.addTransceiver(track);
  return { room, negotiate, connect, publish, ahead: new SpeechAhead(room) };
};

describe('M36: a section for the voice of who stands by', () => {
  it('M36: given a room that stands by, however often it is said, then one section is agreed on, and nothing is sent in it', () => {
    const { ahead, connect, negotiate } = setUp();
    const connection = connect();
    const microphone = microphoneOf();
    for (let i = 0; i < 3; i++) ahead.prepare(microphone, ENCODING);
    expect(connection.sections).toEqual([{ sent: null, init: { direction: 'sendonly', sendEncodings: [ENCODING] } }]);
    expect(negotiate).toHaveBeenCalledOnce();
  });

  it('M36: given no connection yet, then nothing is agreed on, and the microphone itself is published', () => {
    const { ahead, negotiate } = setUp();
    const microphone = microphoneOf();
    ahead.prepare(microphone, ENCODING);
    expect(negotiate).not.toHaveBeenCalled();
    expect(ahead.take(microphone)).toBe(microphone);
  });

  it('M36: given the floor, then a clone of the microphone is sent in that section, which settles 1.5 s later', () => {
    const { ahead, connect, negotiate, publish } = setUp();
    const connection = connect();
    const microphone = microphoneOf();
    ahead.prepare(microphone, ENCODING);
    const sent = ahead.take(microphone);
    expect(sent).not.toBe(microphone);
    expect(microphoneBehind(sent)).toBe(microphone);
    expect(connection.sections.map((each) => each.sent)).toEqual([null]);
    publish(sent, connection);
    expect(connection.sections.map((each) => each.sent)).toEqual([sent]);
    vi.advanceTimersByTime(1499);
    expect(negotiate).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(1);
    expect(negotiate).toHaveBeenCalledTimes(2);
  });

  it('M36: given a voice that just began, when the room is left, then nothing is agreed on any more', () => {
    const { room, ahead, connect, negotiate } = setUp();
    connect();
    const microphone = microphoneOf();
    ahead.prepare(microphone, ENCODING);
    ahead.take(microphone);
    // As LiveKit does with a room that is left.
    Object.assign(room, { engine: undefined });
    vi.advanceTimersByTime(1500);
    expect(negotiate).toHaveBeenCalledOnce();
  });

  it('M36: given a turn that is over, then its clone ends and the microphone does not; the next turn has a section of its own', () => {
    const { ahead, connect, publish } = setUp();
    const connection = connect();
    const microphone = microphoneOf();
    ahead.prepare(microphone, ENCODING);
    const first = ahead.take(microphone);
    publish(first, connection);
    ahead.release();
    expect([first.readyState, microphone.readyState]).toEqual(['ended', 'live']);
    ahead.prepare(microphone, ENCODING);
    const second = ahead.take(microphone);
    publish(second, connection);
    expect(second).not.toBe(first);
    expect(connection.sections.map((each) => each.sent)).toEqual([first, second]);
  });

  it.each([
    ['and it is said again', true],
    ['at the moment of the floor', false],
  ])(
    'M36: given another microphone meanwhile, %s, then that is sent in the section by its id, and the first is let go',
    (_when, isSaid) => {
      const { ahead, connect, negotiate, publish } = setUp();
      const connection = connect();
      const [first, second] = [microphoneOf(), microphoneOf()];
      const clone = vi.spyOn(first, 'clone');
      ahead.prepare(first, ENCODING);
      if (isSaid) ahead.prepare(second, ENCODING);
      expect(clone.mock.results.map(({ value }) => value.readyState)).toEqual([isSaid ? 'ended' : 'live']);
      const sent = ahead.take(second);
      expect(microphoneBehind(sent)).toBe(second);
      expect(sent.id).toBe(clone.mock.results[0]?.value.id);
      expect(clone.mock.results.map(({ value }) => value.readyState)).toEqual(['ended']);
      publish(sent, connection);
      expect(connection.sections.map((each) => each.sent)).toEqual([sent]);
      expect(negotiate).toHaveBeenCalledOnce();
    },
  );

  it('M36: given a connection that was made anew, then the microphone itself is published in it, and nothing settles', () => {
    const { ahead, connect, negotiate } = setUp();
    connect();
    const microphone = microphoneOf();
    const clone = vi.spyOn(microphone, 'clone');
    ahead.prepare(microphone, ENCODING);
    connect();
    expect(ahead.take(microphone)).toBe(microphone);
    expect(clone.mock.results.map(({ value }) => value.readyState)).toEqual(['ended']);
    vi.advanceTimersByTime(60_000);
    expect(negotiate).toHaveBeenCalledOnce();
  });

  it('M36: given a connection that was made anew while it stands by, then a section is agreed on there', () => {
    const { ahead, connect, publish } = setUp();
    const microphone = microphoneOf();
    const lost = connect();
    ahead.prepare(microphone, ENCODING);
    const connection = connect();
    ahead.prepare(microphone, ENCODING);
    const sent = ahead.take(microphone);
    publish(sent, connection);
    expect(lost.sections.map((each) => each.sent)).toEqual([null]);
    expect(connection.sections.map((each) => each.sent)).toEqual([sent]);
  });

  it('M36: given a room that leaves, then what waits and what was sent of its microphone end', () => {
    const { ahead, connect } = setUp();
    connect();
    const microphone = microphoneOf();
    const clone = vi.spyOn(microphone, 'clone');
    ahead.prepare(microphone, ENCODING);
    ahead.take(microphone);
    ahead.prepare(microphone, ENCODING);
    ahead.drop();
    expect(clone.mock.results.map(({ value }) => value.readyState)).toEqual(['ended', 'ended']);
    expect(microphone.readyState).toBe('live');
  });
});
