// RTP on raw buffers: only what a bot needs to send ready pictures and tones, and to receive. Nothing here decodes.

/** Largest RTP payload sent, bytes: leaves room for IP, UDP and SRTP below 1,280, the smallest MTU of IPv6. */
const MAX_PAYLOAD_BYTES = 1150;

/** Fields of one RTP packet before it is written. `timestamp` in ticks of the codec's clock. */
export type RtpHeader = {
  readonly payloadType: number;
  readonly sequence: number;
  readonly timestamp: number;
  readonly ssrc: number;
  readonly marker: boolean;
  /** Made by `extensionOf`. */
  readonly extension?: Buffer;
};

/** Texts by the number that the session description gave their kind, each at most 16 bytes. */
export type Extensions = readonly (readonly [id: number, text: string])[];

/** As a header extension of one-byte elements (RFC 8285, 4.2). */
export const extensionOf = (extensions: Extensions): Buffer => {
  const elements = extensions.map(([id, text]) =>
    Buffer.concat([Buffer.of((id << 4) | (Buffer.byteLength(text) - 1)), Buffer.from(text)]),
  );
  const bytes = elements.reduce((sum, { length }) => sum + length, 0);
  const words = Math.ceil(bytes / 4);
  return Buffer.concat([Buffer.of(0xbe, 0xde, 0, words), ...elements, Buffer.alloc(words * 4 - bytes)]);
};

/** One RTP packet (RFC 3550, 5.1). */
export const rtpPacket = (header: RtpHeader, ...payload: readonly Uint8Array[]): Buffer => {
  const { extension } = header;
  const head = Buffer.alloc(12);
  head[0] = extension ? 0x90 : 0x80;
  head[1] = header.payloadType | (header.marker ? 0x80 : 0);
  head.writeUInt16BE(header.sequence & 0xffff, 2);
  head.writeUInt32BE(header.timestamp >>> 0, 4);
  head.writeUInt32BE(header.ssrc, 8);
  return Buffer.concat(extension ? [head, extension, ...payload] : [head, ...payload]);
};

/** RTCP and RTP share one port; RFC 5761, 4 tells them apart by the second byte. */
export const isRtcp = (packet: Buffer): boolean => {
  const type = packet[1] ?? 0;
  return type >= 192 && type <= 223;
};

export const ssrcOf = (packet: Buffer): number => packet.readUInt32BE(8);
export const sequenceOf = (packet: Buffer): number => packet.readUInt16BE(2);

/** The payload without header, CSRCs, extension and padding; empty for the padding packets of a bandwidth probe. */
export const payloadOf = (packet: Buffer): Buffer => {
  const first = packet[0] ?? 0;
  let start = 12 + (first & 15) * 4;
  if (first & 0x10) start += 4 + packet.readUInt16BE(start + 2) * 4;
  const padding = first & 0x20 ? (packet.at(-1) ?? 0) : 0;
  return packet.subarray(start, Math.max(start, packet.length - padding));
};

/**
 * Splits one VP8 frame into RTP payloads (RFC 7741): each starts with a descriptor that carries the 15-bit picture id,
 * because LiveKit numbers pictures by it when it switches sources.
 */
export const vp8Payloads = (frame: Uint8Array, pictureId: number): readonly (readonly [Uint8Array, Uint8Array])[] => {
  const payloads: (readonly [Uint8Array, Uint8Array])[] = [];
  for (let start = 0; start < frame.length; start += MAX_PAYLOAD_BYTES) {
    const isStart = start === 0 ? 0x10 : 0;
    const descriptor = Uint8Array.of(0x80 | isStart, 0x80, 0x80 | ((pictureId >> 8) & 0x7f), pictureId & 0xff);
    payloads.push([descriptor, frame.subarray(start, start + MAX_PAYLOAD_BYTES)]);
  }
  return payloads;
};

/** Is this VP8 *frame* (not RTP payload) a keyframe? The inverse bit 0 of its first byte (RFC 6386, 9.1). */
export const isVp8Keyframe = (frame: Uint8Array): boolean => ((frame[0] ?? 1) & 1) === 0;

/** Is `a` after `b` in the 16-bit circle of sequence numbers? */
export const isAfter = (a: number, b: number): boolean => a !== b && ((a - b) & 0xffff) < 0x8000;
