import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { adaptPeerConnections, keepPacketsShort, sendIn, settlePackets, withLongPackets } from './peer-connections.ts';

const preferred: string[][] = [];
const described: RTCSessionDescriptionInit[] = [];

/** A section as the browser makes it, which keeps what it sends. */
class Section {
  readonly mid: string;
  sent: MediaStreamTrack | null;
  readonly sender = {
    replaceTrack: (track: MediaStreamTrack | null) => {
      this.sent = track;
      return Promise.resolve();
    },
  };

  constructor(mid: number, what: MediaStreamTrack | string) {
    this.mid = String(mid);
    this.sent = typeof what === 'string' ? null : what;
  }
  setCodecPreferences(codecs: { mimeType: string }[]): void {
    preferred.push(codecs.map((c) => c.mimeType));
  }
}

/** The browser's own, which keeps what it is told. */
class Connection {
  private readonly sections: Section[] = [];

  addTransceiver(what: MediaStreamTrack | string): Section {
    const section = new Section(this.sections.length, what);
    this.sections.push(section);
    return section;
  }
  getTransceivers(): readonly Section[] {
    return this.sections;
  }
  setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
    described.push(description);
    return Promise.resolve();
  }
}

/** Of a transceiver: the track that goes out in it. */
const sentIn = (transceiver: RTCRtpTransceiver): MediaStreamTrack | null =>
  transceiver instanceof Section ? transceiver.sent : null;
const trackOf = (kind: 'audio' | 'video'): MediaStreamTrack =>
  Object.assign(new EventTarget() as MediaStreamTrack, { kind });

const KNOWN = {
  audio: ['audio/opus', 'audio/red', 'audio/PCMU'],
  video: ['video/VP8', 'video/rtx', 'video/VP9', 'video/H264', 'video/AV1'],
};

beforeAll(() => {
  vi.stubGlobal('RTCPeerConnection', Connection);
  vi.stubGlobal('RTCRtpReceiver', {
    getCapabilities: (kind: 'audio' | 'video') => ({ codecs: KNOWN[kind].map((mimeType) => ({ mimeType })) }),
  });
  adaptPeerConnections();
  adaptPeerConnections();
});
beforeEach(() => {
  preferred.length = 0;
  described.length = 0;
});
afterAll(() => void vi.unstubAllGlobals());

describe('a connection of ours, however often they were adapted', () => {
  it('M35: each track is offered in the codecs that are used here, in the order of the browser', () => {
    const connection = new RTCPeerConnection();
    connection.addTransceiver('audio');
    connection.addTransceiver('video', { direction: 'recvonly' });
    expect(preferred).toEqual([['audio/opus'], ['video/VP8', 'video/rtx']]);
  });

  it('M23: an answer is taken as one that asks for packets of 60 ms, an offer as it is', async () => {
    const sdp = 'v=0\r\nm=audio 9 X 111\r\na=mid:0\r\n';
    const connection = new RTCPeerConnection();
    await connection.setRemoteDescription({ type: 'offer', sdp });
    await connection.setRemoteDescription({ type: 'answer', sdp });
    expect(described).toEqual([
      { type: 'offer', sdp },
      { type: 'answer', sdp: `${sdp}a=ptime:60\r\n` },
    ]);
  });
});

describe('M36: a section that is agreed on before its voice', () => {
  it('M36: given a section that waits for a track, when that is added, then it is sent there, once', () => {
    const connection = new RTCPeerConnection();
    const [track, other] = [trackOf('audio'), trackOf('audio')];
    const section = connection.addTransceiver('audio');
    sendIn(section, track);
    expect(sentIn(section)).toBeNull();
    expect(connection.addTransceiver(other)).not.toBe(section);
    expect(connection.addTransceiver('audio')).not.toBe(section);
    expect(connection.addTransceiver(track)).toBe(section);
    expect(sentIn(section)).toBe(track);
    expect(connection.addTransceiver(track)).not.toBe(section);
    expect(connection.getTransceivers()).toHaveLength(4);
  });

  it('M36: given a section of a connection that was lost, when the track is added to the next, then that makes its own', () => {
    const track = trackOf('audio');
    const section = new RTCPeerConnection().addTransceiver('audio');
    sendIn(section, track);
    const made = new RTCPeerConnection().addTransceiver(track);
    expect(made).not.toBe(section);
    expect([sentIn(section), sentIn(made)]).toEqual([null, track]);
  });

  it('M36, M23: its packets are short until they are settled, and those of all others are long', async () => {
    const sdp = 'v=0\r\nm=audio 9 X 111\r\na=mid:0\r\nm=audio 9 X 111\r\na=mid:1\r\n';
    const long = 'a=ptime:60\r\n';
    const [before, after] = [sdp.slice(0, sdp.lastIndexOf('m=')), sdp.slice(sdp.lastIndexOf('m='))];
    const connection = new RTCPeerConnection();
    connection.addTransceiver('audio');
    const section = connection.addTransceiver('audio');
    keepPacketsShort(section);
    await connection.setRemoteDescription({ type: 'answer', sdp });
    settlePackets(section);
    await connection.setRemoteDescription({ type: 'answer', sdp });
    expect(described.map((each) => each.sdp)).toEqual([before + long + after, before + long + after + long]);
  });
});

describe('M23: speech for a thin line', () => {
  it('M23: an answer asks for packets of 60 ms in its sections of sound, once', () => {
    const before = 'm=audio 9 X 111\r\na=mid:0\r\n';
    const after = 'm=video 9 X 96\r\na=mid:1\r\nm=audio 9 X 111\r\na=ptime:20\r\n';
    const answer = `v=0\r\n${before}${after}`;
    const said = `v=0\r\n${before}a=ptime:60\r\n${after}`;
    expect(withLongPackets(answer)).toBe(said);
    expect(withLongPackets(said)).toBe(said);
  });
});
