// The receiving half of a session: LiveKit offers, we answer; packets reach the bot undecoded.
import {
  ParticipantInfo_State,
  SignalTarget,
  TrackSource,
  TrackType,
  VideoQuality,
  type ParticipantInfo,
} from '@livekit/protocol';
import type { PeerConnection, Track } from 'node-datachannel';
import { holdTrack, openPeer, type Link } from './peer.ts';
import { nack, pictureLoss, receiverReport, senderReportsOf, type SenderReport } from './rtcp.ts';
import { isAfter, isRtcp, payloadOf, sequenceOf, ssrcOf } from './rtp.ts';
import { candidateOf, mediaLinesOf, onlyVp8AndOpus, trickledCandidate, withDtlsStartedByThem } from './sdp.ts';
import type { SignalAnswer } from './signalling.ts';

/** Somebody's track, as LiveKit announces it. `source` is what its publisher declared. */
export type RemoteTrack = {
  readonly sid: string;
  readonly identity: string;
  readonly kind: 'audio' | 'video';
  readonly source: 'camera' | 'microphone' | 'screenShare' | 'screenShareAudio' | 'unknown';
};

/** What came of one track since it was announced. */
export type Reception = {
  readonly track: RemoteTrack;
  readonly isSubscribed: boolean;
  /** False while the publisher keeps this track from us. */
  readonly isAllowed: boolean;
  readonly packets: number;
  readonly bytes: number;
};

/** Whether a track is wanted, and of a picture how large; `true`: as large as there is. */
export type Wish = boolean | 'low' | 'medium' | 'high' | { readonly width: number; readonly height: number };

export type SubscriberOptions = {
  /** Which tracks to subscribe to; asked again at each change and on `refresh`. */
  readonly wants: (track: RemoteTrack) => Wish;
  /** Each media packet's payload, Opus or VP8 (with its descriptor), in the order of arrival. */
  readonly onPayload?: ((track: RemoteTrack, payload: Buffer) => void) | undefined;
};

const RECEIVER_REPORT_EVERY_MS = 1000;
/** A larger gap is no loss to be repaired but a break. */
const MAX_NACKED = 17;

const SOURCE_NAMES: Readonly<Record<TrackSource, RemoteTrack['source']>> = {
  [TrackSource.UNKNOWN]: 'unknown',
  [TrackSource.CAMERA]: 'camera',
  [TrackSource.MICROPHONE]: 'microphone',
  [TrackSource.SCREEN_SHARE]: 'screenShare',
  [TrackSource.SCREEN_SHARE_AUDIO]: 'screenShareAudio',
};

type Remote = {
  readonly track: RemoteTrack;
  isSubscribed: boolean;
  wish: Wish;
  isAllowed: boolean;
  packets: number;
  bytes: number;
};
type Line = {
  readonly trackSid: string;
  readonly ssrc: number;
  highest: number | undefined;
  report: SenderReport | undefined;
};

const QUALITIES = { low: VideoQuality.LOW, medium: VideoQuality.MEDIUM, high: VideoQuality.HIGH } as const;

const sizeOf = (wish: Wish) => {
  if (typeof wish === 'object') return wish;
  return { quality: QUALITIES[typeof wish === 'boolean' ? 'high' : wish] };
};

const sameWish = (a: Wish, b: Wish): boolean => JSON.stringify(a) === JSON.stringify(b);

export class Subscriber {
  private readonly link: Link;
  private readonly options: SubscriberOptions;
  private readonly remotes = new Map<string, Remote>();
  /** By media line: LiveKit uses a line again for another track. */
  private readonly lines = new Map<string, Line>();
  private readonly tracks = new Map<string, Track>();
  private readonly reports: NodeJS.Timeout;
  /** Of pictures and sound, with the headers of RTP and what only fills. */
  receivedBytes = 0;
  private connection: PeerConnection | undefined;
  private offerId = 0;
  private isClosed = false;

  constructor(link: Link, options: SubscriberOptions) {
    this.link = link;
    this.options = options;
    this.reports = setInterval(() => this.report(), RECEIVER_REPORT_EVERY_MS);
  }

  get receptions(): readonly Reception[] {
    return [...this.remotes.values()].map(({ track, isSubscribed, isAllowed, packets, bytes }) => ({
      track,
      isSubscribed,
      isAllowed,
      packets,
      bytes,
    }));
  }

  handle(message: SignalAnswer): void {
    if (message.case === 'join') this.members(message.value.otherParticipants);
    else if (message.case === 'update') this.members(message.value.participants);
    else if (message.case === 'offer') this.answer(message.value.sdp, message.value.id);
    else if (message.case === 'subscriptionPermissionUpdate') {
      const remote = this.remotes.get(message.value.trackSid);
      if (remote) remote.isAllowed = message.value.allowed;
    } else if (message.case === 'trickle' && message.value.target === SignalTarget.SUBSCRIBER) {
      const candidate = candidateOf(message.value.candidateInit);
      if (candidate) this.connection?.addRemoteCandidate(candidate.candidate, candidate.mid);
    }
  }

  /** Subscribes and unsubscribes until what is subscribed is what is wanted. */
  refresh(): void {
    for (const remote of this.remotes.values()) {
      const wish = this.options.wants(remote.track);
      const subscribe = wish !== false;
      const trackSids = [remote.track.sid];
      if (subscribe !== remote.isSubscribed)
        this.link.send({ case: 'subscription', value: { trackSids, subscribe, participantTracks: [] } });
      if (subscribe && remote.track.kind === 'video' && !sameWish(wish, remote.wish))
        this.link.send({ case: 'trackSetting', value: { trackSids, ...sizeOf(wish) } });
      remote.isSubscribed = subscribe;
      remote.wish = wish;
    }
  }

  /** Asks for a keyframe of every picture of that member. */
  requestKeyframe(identity: string): void {
    for (const [mid, line] of this.lines) {
      const track = this.remotes.get(line.trackSid)?.track;
      if (track?.identity === identity && track.kind === 'video') this.reply(mid, pictureLoss(line.ssrc));
    }
  }

  close(): void {
    this.isClosed = true;
    clearInterval(this.reports);
    for (const track of this.tracks.values()) track.close();
    this.connection?.close();
  }

  private members(members: readonly ParticipantInfo[]): void {
    for (const member of members) {
      const tracks = member.state === ParticipantInfo_State.DISCONNECTED ? [] : member.tracks;
      const sids = new Set(tracks.map((track) => track.sid));
      for (const [sid, remote] of this.remotes)
        if (remote.track.identity === member.identity && !sids.has(sid)) this.remotes.delete(sid);
      for (const { sid, type, source } of tracks) {
        if (type === TrackType.DATA || this.remotes.has(sid)) continue;
        const kind = type === TrackType.AUDIO ? 'audio' : 'video';
        const track = { sid, identity: member.identity, kind, source: SOURCE_NAMES[source] } as const;
        this.remotes.set(sid, { track, isSubscribed: false, wish: false, isAllowed: true, packets: 0, bytes: 0 });
      }
    }
    this.refresh();
  }

  private answer(sdp: string, id: number): void {
    this.connection ??= this.open();
    for (const { mid, trackSid, ssrc } of mediaLinesOf(sdp)) {
      if (this.lines.get(mid)?.ssrc !== ssrc)
        this.lines.set(mid, { trackSid, ssrc, highest: undefined, report: undefined });
    }
    this.offerId = id;
    this.connection.setRemoteDescription(withDtlsStartedByThem(onlyVp8AndOpus(sdp)), 'offer');
  }

  private open(): PeerConnection {
    const connection = openPeer('subscriber', this.link.media, () => {
      if (!this.isClosed) this.link.failed('the receiving connection failed');
    });
    connection.onLocalDescription((sdp, type) => {
      if (!this.isClosed && type === 'answer')
        this.link.send({ case: 'answer', value: { type, sdp, id: this.offerId } });
    });
    connection.onLocalCandidate((candidate, mid) => {
      this.link.send({
        case: 'trickle',
        value: { candidateInit: trickledCandidate(candidate, mid), target: SignalTarget.SUBSCRIBER },
      });
    });
    connection.onTrack((track) => {
      const mid = track.mid();
      holdTrack(track);
      if (this.isClosed) return track.close();
      this.tracks.set(mid, track);
      track.onMessage((packet) => this.received(mid, packet));
    });
    return connection;
  }

  private received(mid: string, packet: Buffer): void {
    const line = this.lines.get(mid);
    if (!line || this.isClosed) return;
    if (isRtcp(packet)) {
      for (const report of senderReportsOf(packet, performance.now()))
        if (report.ssrc === line.ssrc) line.report = report;
      return;
    }
    this.receivedBytes += packet.length;
    if (ssrcOf(packet) !== line.ssrc) return;
    this.repair(mid, line, sequenceOf(packet));
    const remote = this.remotes.get(line.trackSid);
    const payload = payloadOf(packet);
    if (!remote || payload.length === 0) return;
    remote.packets += 1;
    remote.bytes += payload.length;
    this.options.onPayload?.(remote.track, payload);
  }

  /** Notes the newest sequence number and asks for those that were skipped. */
  private repair(mid: string, line: Line, sequence: number): void {
    const before = line.highest;
    if (before !== undefined && !isAfter(sequence, before)) return;
    line.highest = sequence;
    const lost = before === undefined ? 0 : (sequence - before - 1) & 0xffff;
    if (before === undefined || lost === 0 || lost > MAX_NACKED) return;
    this.reply(mid, nack(line.ssrc, (before + 1) & 0xffff, 2 ** (lost - 1) - 1));
  }

  private report(): void {
    const now = performance.now();
    for (const [mid, line] of this.lines) {
      if (line.highest !== undefined && this.remotes.has(line.trackSid))
        this.reply(mid, receiverReport(line.ssrc, line.highest, line.report, now));
    }
  }

  private reply(mid: string, packet: Buffer): void {
    const track = this.tracks.get(mid);
    if (track?.isOpen()) track.sendMessageBinary(packet);
  }
}
