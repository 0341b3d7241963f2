import { expect, it, vi } from 'vitest';
import { offerFewCodecs } from './few-codecs.ts';

it('M35: each track is offered in the codecs that are used here, in the order of the browser', () => {
  const preferred: string[][] = [];
  class Connection {
    addTransceiver(): object {
      return { setCodecPreferences: (codecs: { mimeType: string }[]) => preferred.push(codecs.map((c) => c.mimeType)) };
    }
  }
  const known = {
    audio: ['audio/opus', 'audio/red', 'audio/PCMU'],
    video: ['video/VP8', 'video/rtx', 'video/VP9', 'video/H264', 'video/AV1'],
  };
  vi.stubGlobal('RTCPeerConnection', Connection);
  vi.stubGlobal('RTCRtpReceiver', {
    getCapabilities: (kind: 'audio' | 'video') => ({ codecs: known[kind].map((mimeType) => ({ mimeType })) }),
  });
  offerFewCodecs();
  offerFewCodecs();
  const connection = new RTCPeerConnection();
  connection.addTransceiver('audio');
  connection.addTransceiver('video', { direction: 'recvonly' });
  expect(preferred).toEqual([['audio/opus'], ['video/VP8', 'video/rtx']]);
  vi.unstubAllGlobals();
});
