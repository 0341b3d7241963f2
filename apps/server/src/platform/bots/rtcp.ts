// RTCP (RFC 3550, RFC 4585) as far as a bot speaks it: what receivers ask of a sender, and the reports both sides owe.

/** What one RTCP packet says about one of our media streams. */
export type Feedback = {
  readonly ssrc: number;
  readonly wantsKeyframe: boolean;
  readonly lostSequences: readonly number[];
};

/** A sender's clock as last reported: the middle 32 bits of its NTP time, and when it came (ms, monotonic). */
export type SenderReport = { readonly ssrc: number; readonly ntpMiddle: number; readonly receivedAtMs: number };

const SENDER_REPORT = 200;
const RECEIVER_REPORT = 201;
const TRANSPORT_FEEDBACK = 205;
const PAYLOAD_FEEDBACK = 206;
const PICTURE_LOSS = 1;
const FULL_INTRA_REQUEST = 4;
const GENERIC_NACK = 1;
/** Seconds between 1900 (NTP) and 1970 (Unix). */
const NTP_EPOCH_S = 2_208_988_800;

type Part = { readonly type: number; readonly format: number; readonly body: Buffer };

/** A compound packet's parts; a part cut short ends the list. */
const partsOf = (packet: Buffer): readonly Part[] => {
  const parts: Part[] = [];
  for (let at = 0; at + 4 <= packet.length;) {
    const end = at + (packet.readUInt16BE(at + 2) + 1) * 4;
    if (end > packet.length) break;
    parts.push({ type: packet[at + 1] ?? 0, format: (packet[at] ?? 0) & 31, body: packet.subarray(at + 4, end) });
    at = end;
  }
  return parts;
};

const nackedSequences = (items: Buffer): readonly number[] => {
  const lost: number[] = [];
  for (let at = 0; at + 4 <= items.length; at += 4) {
    const first = items.readUInt16BE(at);
    const mask = items.readUInt16BE(at + 2);
    lost.push(first);
    for (let bit = 0; bit < 16; bit++) if (mask & (1 << bit)) lost.push((first + bit + 1) & 0xffff);
  }
  return lost;
};

/** Keyframe requests (PLI, FIR) and NACKs of one RTCP packet. */
export const feedbackOf = (packet: Buffer): readonly Feedback[] =>
  partsOf(packet).flatMap(({ type, format, body }): Feedback[] => {
    if (body.length < 8) return [];
    const ssrc = body.readUInt32BE(4);
    if (type === PAYLOAD_FEEDBACK && format === PICTURE_LOSS) return [{ ssrc, wantsKeyframe: true, lostSequences: [] }];
    if (type === PAYLOAD_FEEDBACK && format === FULL_INTRA_REQUEST && body.length >= 12) {
      return [{ ssrc: body.readUInt32BE(8), wantsKeyframe: true, lostSequences: [] }];
    }
    if (type === TRANSPORT_FEEDBACK && format === GENERIC_NACK) {
      return [{ ssrc, wantsKeyframe: false, lostSequences: nackedSequences(body.subarray(8)) }];
    }
    return [];
  });

export const senderReportsOf = (packet: Buffer, nowMs: number): readonly SenderReport[] =>
  partsOf(packet)
    .filter(({ type, body }) => type === SENDER_REPORT && body.length >= 24)
    .map(({ body }) => ({ ssrc: body.readUInt32BE(0), ntpMiddle: body.readUInt32BE(6), receivedAtMs: nowMs }));

const rtcpPacket = (type: number, format: number, ...words: readonly number[]): Buffer => {
  const packet = Buffer.alloc(4 + words.length * 4);
  packet[0] = 0x80 | format;
  packet[1] = type;
  packet.writeUInt16BE(words.length, 2);
  words.forEach((word, index) => packet.writeUInt32BE(word >>> 0, 4 + index * 4));
  return packet;
};

/** Bots send and receive from one place, so any constant names them as the reporter. */
const REPORTER = 1;

/** Asks the sender of `ssrc` for a keyframe (picture loss indication). */
export const pictureLoss = (ssrc: number): Buffer => rtcpPacket(PAYLOAD_FEEDBACK, PICTURE_LOSS, REPORTER, ssrc);

/** Asks again for `sequence` and for those after it whose bit is set in `mask`. */
export const nack = (ssrc: number, sequence: number, mask: number): Buffer =>
  rtcpPacket(TRANSPORT_FEEDBACK, GENERIC_NACK, REPORTER, ssrc, (sequence << 16) | (mask & 0xffff));

/** Tells receivers which RTP time belongs to which wall time, so that picture and sound stay together. */
export const senderReport = (
  ssrc: number,
  at: { readonly unixMs: number; readonly rtpTime: number; readonly packets: number; readonly octets: number },
): Buffer => {
  const seconds = Math.floor(at.unixMs / 1000);
  const fraction = Math.floor(((at.unixMs % 1000) / 1000) * 2 ** 32);
  return rtcpPacket(SENDER_REPORT, 0, ssrc, seconds + NTP_EPOCH_S, fraction, at.rtpTime, at.packets, at.octets);
};

/** "Nothing lost up to here": enough for LiveKit to keep the stream and to measure the way there and back. */
export const receiverReport = (
  ssrc: number,
  highestSequence: number,
  last: SenderReport | undefined,
  nowMs: number,
): Buffer => {
  const delay = last ? Math.round((nowMs - last.receivedAtMs) * 65.536) : 0;
  return rtcpPacket(RECEIVER_REPORT, 1, REPORTER, ssrc, 0, highestSequence, 0, last?.ntpMiddle ?? 0, delay);
};
