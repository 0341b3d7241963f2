import { describe, expect, test } from 'vitest';
import { feedbackOf, nack, pictureLoss, senderReport, senderReportsOf } from './rtcp.ts';
import { extensionOf, isAfter, isRtcp, payloadOf, rtpPacket, sequenceOf, ssrcOf, vp8Payloads } from './rtp.ts';

const header = { payloadType: 96, sequence: 65_535, timestamp: 2 ** 32 - 1, ssrc: 4_000_000_000, marker: true };

describe('RTP', () => {
  test('a packet keeps its fields and its payload', () => {
    const packet = rtpPacket(header, Buffer.from('ab'), Buffer.from('c'));
    expect(isRtcp(packet)).toBe(false);
    expect([sequenceOf(packet), ssrcOf(packet)]).toEqual([header.sequence, header.ssrc]);
    expect(payloadOf(packet).toString()).toBe('abc');
  });

  test('a header extension, sources and padding are no payload; a packet of padding alone has none', () => {
    const extension = Buffer.from([0xbe, 0xde, 0, 1, 0x10, 0xff, 0, 0]);
    const packet = rtpPacket(header, Buffer.alloc(4), extension, Buffer.from('abc'), Buffer.from([0, 2]));
    packet[0] = 0x80 | 0x20 | 0x10 | 1;
    expect(payloadOf(packet).toString()).toBe('abc');
    const padding = rtpPacket(header, Buffer.from([0, 0, 0, 4]));
    padding[0] = 0x80 | 0x20;
    expect(payloadOf(padding)).toHaveLength(0);
  });

  test('an extension names its texts by their numbers, is filled up to whole words, and is no payload', () => {
    const extension = extensionOf([
      [1, 'm0'],
      [2, 'q'],
    ]);
    expect(extension).toEqual(Buffer.from([0xbe, 0xde, 0, 2, 0x11, 0x6d, 0x30, 0x20, 0x71, 0, 0, 0]));
    const packet = rtpPacket({ ...header, extension }, Buffer.from('abc'));
    expect(payloadOf(packet).toString()).toBe('abc');
  });

  test('a large frame is split, marked at its start alone, and is whole again when put together', () => {
    const frame = Buffer.from(Array.from({ length: 3000 }, (_, index) => index & 0xff));
    const payloads = vp8Payloads(frame, 0x1234);
    expect(payloads.map(([descriptor]) => descriptor[0])).toEqual([0x90, 0x80, 0x80]);
    expect(payloads.every(([descriptor]) => descriptor[2] === 0x92 && descriptor[3] === 0x34)).toBe(true);
    expect(Buffer.concat(payloads.map(([, part]) => part))).toEqual(frame);
  });

  test('sequence numbers are compared in a circle', () => {
    expect([isAfter(0, 65_535), isAfter(65_535, 0), isAfter(5, 5), isAfter(6, 5)]).toEqual([true, false, false, true]);
  });
});

describe('RTCP', () => {
  test('requests for a keyframe and for lost packets are read, also when several come in one packet', () => {
    const fullIntraRequest = Buffer.concat([
      Buffer.from([0x84, 206, 0, 4]),
      Buffer.alloc(8),
      Buffer.from([0, 0, 0, 9, 1, 0, 0, 0]),
    ]);
    const packet = Buffer.concat([pictureLoss(7), fullIntraRequest, nack(8, 65_534, 0b101)]);
    expect(isRtcp(packet)).toBe(true);
    expect(feedbackOf(packet)).toEqual([
      { ssrc: 7, wantsKeyframe: true, lostSequences: [] },
      { ssrc: 9, wantsKeyframe: true, lostSequences: [] },
      { ssrc: 8, wantsKeyframe: false, lostSequences: [65_534, 65_535, 1] },
    ]);
  });

  test('a packet that is cut short says nothing and breaks nothing', () => {
    const packet = nack(8, 1, 0);
    for (let length = 0; length < packet.length; length += 1)
      expect(feedbackOf(packet.subarray(0, length))).toEqual([]);
  });

  test('a sender report carries the middle of its NTP time', () => {
    const report = senderReport(5, { unixMs: 1500, rtpTime: 90, packets: 1, octets: 2 });
    const seconds = (2_208_988_800 + 1) & 0xffff;
    expect(senderReportsOf(report, 123)).toEqual([
      { ssrc: 5, ntpMiddle: seconds * 65_536 + 0x8000, receivedAtMs: 123 },
    ]);
  });
});
