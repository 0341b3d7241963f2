// One looped clip on its way out: packets, timing, keyframes on request, retransmission, sender reports.
import { randomInt } from 'node:crypto';
import type { PictureClip, ToneClip } from './clips.ts';
import { Metronome } from './metronome.ts';
import { senderReport, type Feedback } from './rtcp.ts';
import { extensionOf, rtpPacket, sequenceOf, vp8Payloads, type Extensions } from './rtp.ts';

export const VP8_PAYLOAD_TYPE = 96;
export const OPUS_PAYLOAD_TYPE = 111;

const OPUS_PACKET_MS = 20;
/** Several requests for one loss come within this time; LiveKit itself asks at most about twice a second. */
const KEYFRAME_AT_MOST_EVERY_MS = 150;
const SENDER_REPORT_EVERY_MS = 2000;
/** Packets kept for retransmission: about a second of either kind. */
const KEPT_PACKETS = 64;

/** Beats are shared by all streams of the process that have the same period. */
const metronomes = new Map<number, Metronome>();
const metronomeOf = (periodMs: number): Metronome => {
  const known = metronomes.get(periodMs) ?? new Metronome(periodMs);
  metronomes.set(periodMs, known);
  return known;
};

export class OutgoingStream {
  readonly ssrc = randomInt(1, 2 ** 32);
  private readonly clip: PictureClip | ToneClip;
  private readonly send: (packet: Buffer) => void;
  private readonly clockHz: number;
  private readonly extension: { readonly extension?: Buffer };
  private readonly firstTimestamp = randomInt(2 ** 32);
  private readonly startedAtMs = performance.now();
  private readonly kept: (Buffer | undefined)[] = Array.from({ length: KEPT_PACKETS });
  private sequence = randomInt(2 ** 15);
  private position = 0;
  private pictureId = 0;
  private isFirstOfTalk = true;
  private keyframeAtMs = Number.NEGATIVE_INFINITY;
  private shownAtMs = Number.NEGATIVE_INFINITY;
  private reportedAtMs = Number.NEGATIVE_INFINITY;
  private packets = 0;
  private octets = 0;
  private endBeats: (() => void) | undefined;

  /** @param stamps on each packet, by the numbers of the session description */
  constructor(clip: PictureClip | ToneClip, send: (packet: Buffer) => void, stamps: Extensions = []) {
    this.clip = clip;
    this.send = send;
    this.extension = stamps.length === 0 ? {} : { extension: extensionOf(stamps) };
    this.clockHz = clip.kind === 'picture' ? 90_000 : 48_000;
  }

  /** Starts, or goes on after a pause; a picture then starts with a keyframe, at once. */
  start(): void {
    if (this.endBeats) return;
    this.isFirstOfTalk = true;
    const { clip } = this;
    const beat =
      clip.kind === 'picture' ? (atMs: number) => this.picture(clip, atMs) : (atMs: number) => this.tone(clip, atMs);
    this.endBeats = metronomeOf(clip.kind === 'picture' ? clip.frameMs : OPUS_PACKET_MS).listen(beat);
    this.keyframe();
  }

  pause(): void {
    this.endBeats?.();
    this.endBeats = undefined;
  }

  /** Does at once what a receiver asks: a keyframe, a lost packet. */
  onFeedback(feedback: Feedback): void {
    if (feedback.wantsKeyframe && performance.now() - this.keyframeAtMs > KEYFRAME_AT_MOST_EVERY_MS) this.keyframe();
    for (const sequence of feedback.lostSequences) {
      const packet = this.kept[sequence % KEPT_PACKETS];
      if (packet && sequenceOf(packet) === sequence) this.send(packet);
    }
  }

  /** Moves to the next keyframe of the clip and shows it; nothing is encoded, so a request is a jump. */
  private keyframe(): void {
    if (this.clip.kind !== 'picture') return;
    const next = this.clip.frames.findIndex((frame, index) => index >= this.position && frame.isKeyframe);
    this.position = Math.max(0, next);
    this.picture(this.clip, performance.now());
  }

  private picture(clip: PictureClip, dueMs: number): void {
    // A frame out of turn may come after the moment at which the next one was due.
    const atMs = Math.max(dueMs, this.shownAtMs + 1);
    this.shownAtMs = atMs;
    const frame = clip.frames[this.position];
    if (!frame) return;
    this.position = (this.position + 1) % clip.frames.length;
    if (frame.isKeyframe) this.keyframeAtMs = performance.now();
    this.pictureId = (this.pictureId + 1) & 0x7fff;
    const payloads = vp8Payloads(frame.bytes, this.pictureId);
    payloads.forEach((payload, index) => this.packet(VP8_PAYLOAD_TYPE, atMs, index === payloads.length - 1, payload));
    this.report(atMs);
  }

  private tone(clip: ToneClip, atMs: number): void {
    const opus = clip.packets[this.position];
    if (!opus) return;
    this.position = (this.position + 1) % clip.packets.length;
    this.packet(OPUS_PAYLOAD_TYPE, atMs, this.isFirstOfTalk, [opus]);
    this.isFirstOfTalk = false;
    this.report(atMs);
  }

  private rtpTime(atMs: number): number {
    return (this.firstTimestamp + Math.round(((atMs - this.startedAtMs) * this.clockHz) / 1000)) >>> 0;
  }

  private packet(payloadType: number, atMs: number, marker: boolean, payload: readonly Uint8Array[]): void {
    this.sequence = (this.sequence + 1) & 0xffff;
    const at = { sequence: this.sequence, timestamp: this.rtpTime(atMs), ssrc: this.ssrc };
    const header = { payloadType, ...at, marker, ...this.extension };
    const packet = rtpPacket(header, ...payload);
    this.kept[this.sequence % KEPT_PACKETS] = packet;
    this.packets += 1;
    this.octets += packet.length - 12;
    this.send(packet);
  }

  private report(atMs: number): void {
    if (atMs - this.reportedAtMs < SENDER_REPORT_EVERY_MS) return;
    this.reportedAtMs = atMs;
    const unixMs = performance.timeOrigin + atMs;
    this.send(
      senderReport(this.ssrc, { unixMs, rtpTime: this.rtpTime(atMs), packets: this.packets, octets: this.octets }),
    );
  }
}
