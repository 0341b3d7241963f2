import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { adaptPeerConnections, withLongPackets } from './peer-connections.ts';

const preferred: string[][] = [];
const described: RTCSessionDescriptionInit[] = [];

/** The browser's own, which keeps what it is told. */
class Connection {
  addTransceiver(): object {
    return { setCodecPreferences: (codecs: { mimeType: string }[]) => preferred.push(codecs.map((c) => c.mimeType)) };
  }
  setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
    described.push(description);
    return Promise.resolve();
  }
}

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
