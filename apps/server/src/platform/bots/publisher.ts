// The sending half of a session: asks LiveKit for each track, negotiates it, sends while somebody watches.
import { randomUUID } from 'node:crypto';
import {
  RequestResponse_Reason,
  TrackSource,
  TrackType,
  VideoQuality,
  type ParticipantPermission,
  type SubscribedQualityUpdate,
} from '@livekit/protocol';
import { Audio, Video, type Track } from 'node-datachannel';
import type { PictureClip, ToneClip } from './clips.ts';
import { OPUS_PAYLOAD_TYPE, OutgoingStream, VP8_PAYLOAD_TYPE } from './outgoing-stream.ts';
import type { Link } from './peer.ts';
import { PublisherConnection } from './publisher-connection.ts';
import { feedbackOf } from './rtcp.ts';
import { isRtcp, type Extensions } from './rtp.ts';
import type { SignalAnswer } from './signalling.ts';

/** What a bot offers. `source` is what it *declares*: a rogue may lie, as in a tone declared to be a camera. */
export type Publication = {
  readonly clip: PictureClip | ToneClip;
  /** The same picture in two smaller sizes, the smallest first, from which LiveKit takes what each viewer needs. */
  readonly smaller?: readonly [PictureClip, PictureClip];
  readonly source: 'camera' | 'microphone' | 'screenShare' | 'screenShareAudio';
  /** False: ask without the grant, and never stop by itself. Only a test's rogue does that. */
  readonly obeysGrants: boolean;
};

/**
 * - `withheld`: not granted, so not asked for
 * - `asked`: LiveKit was asked, or the connection is being made
 * - `refused`: LiveKit said no
 * - `unwatched`: published, but nobody subscribes, so nothing is sent (dynacast)
 * - `sending`: packets flow
 */
export type PublicationStatus = 'withheld' | 'asked' | 'refused' | 'unwatched' | 'sending';

const SOURCES = {
  camera: TrackSource.CAMERA,
  microphone: TrackSource.MICROPHONE,
  screenShare: TrackSource.SCREEN_SHARE,
  screenShareAudio: TrackSource.SCREEN_SHARE_AUDIO,
} as const;

/** A publication that LiveKit took away is offered again after this time, if it is still granted (or the bot a rogue). */
const OFFER_AGAIN_AFTER_MS = 500;

/** One size of a picture, or a sound. */
type Layer = { readonly quality: VideoQuality; readonly stream: OutgoingStream; isWatched: boolean };

type Item = {
  readonly publication: Publication;
  readonly cid: string;
  readonly mid: string;
  readonly layers: readonly Layer[];
  status: PublicationStatus;
  sid?: string;
  track?: Track;
};

const QUALITIES = [VideoQuality.LOW, VideoQuality.MEDIUM, VideoQuality.HIGH] as const;
/** As LiveKit knows the sizes of a picture, the smallest first. */
const RIDS = ['q', 'h', 'f'] as const;
/** Numbers of the header extensions by which LiveKit tells the sizes of a picture apart (RFC 8852). */
const MID = { id: 1, uri: 'urn:ietf:params:rtp-hdrext:sdes:mid' } as const;
const RID = { id: 2, uri: 'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id' } as const;

const simulcastLines: readonly string[] = [
  ...[MID, RID].map(({ id, uri }) => `a=extmap:${id} ${uri}`),
  ...RIDS.map((rid) => `a=rid:${rid} send`),
  `a=simulcast:send ${RIDS.join(';')}`,
];

const mayPublish = (permission: ParticipantPermission | undefined, publication: Publication): boolean => {
  if (!permission?.canPublish) return false;
  // LiveKit reads an empty list as "every source".
  return (
    permission.canPublishSources.length === 0 || permission.canPublishSources.includes(SOURCES[publication.source])
  );
};

export class Publisher {
  private readonly connection: PublisherConnection;
  private readonly link: Link;
  private readonly items = new Map<string, Item>();
  private wanted: ReadonlyMap<string, Publication> = new Map();
  private permission: ParticipantPermission | undefined;
  private again: NodeJS.Timeout | undefined;
  private mids = 0;
  /** Of pictures and sound, with the headers of RTP. */
  sentBytes = 0;

  constructor(link: Link) {
    this.link = link;
    this.connection = new PublisherConnection(link);
  }

  statusOf(name: string): PublicationStatus | undefined {
    return this.items.get(name)?.status ?? (this.wanted.has(name) ? 'withheld' : undefined);
  }

  /** Makes what is published what is wanted, as far as granted. */
  bring(wanted: ReadonlyMap<string, Publication>, permission: ParticipantPermission | undefined): void {
    this.wanted = wanted;
    this.permission = permission;
    for (const [name, item] of this.items) {
      const isDue =
        wanted.get(name) === item.publication &&
        (!item.publication.obeysGrants || mayPublish(permission, item.publication));
      if (!isDue || item.status === 'refused') this.withdraw(name, item);
    }
    for (const [name, publication] of wanted) {
      if (!this.items.has(name) && (!publication.obeysGrants || mayPublish(permission, publication)))
        this.ask(name, publication);
    }
  }

  handle(message: SignalAnswer): void {
    if (message.case === 'trackPublished') this.publish(message.value.cid, message.value.track?.sid);
    else if (message.case === 'trackUnpublished') this.taken(message.value.trackSid);
    else if (message.case === 'subscribedQualityUpdate') this.watched(message.value);
    else if (message.case === 'requestResponse' && message.value.reason === RequestResponse_Reason.NOT_ALLOWED)
      this.refused();
    else this.connection.handle(message);
  }

  close(): void {
    clearTimeout(this.again);
    for (const item of this.items.values()) {
      for (const { stream } of item.layers) stream.pause();
      item.track?.close();
    }
    this.items.clear();
    this.connection.close();
  }

  private ask(name: string, publication: Publication): void {
    const { clip, smaller } = publication;
    const mid = `m${this.mids++}`;
    const send = (packet: Buffer) => this.transmit(name, packet);
    const clips = smaller ? [...smaller, clip] : [clip];
    const layers = clips.map((each, i): Layer => {
      const stamps: Extensions = smaller
        ? [
            [MID.id, mid],
            [RID.id, RIDS[i]!],
          ]
        : [];
      const quality = smaller ? QUALITIES[i]! : VideoQuality.HIGH;
      return { quality, stream: new OutgoingStream(each, send, stamps), isWatched: true };
    });
    const item: Item = { publication, cid: randomUUID(), mid, layers, status: 'asked' };
    this.items.set(name, item);
    const picture = clip.kind === 'picture' ? { width: clip.width, height: clip.height } : undefined;
    const sizes = clips.flatMap((each, i) =>
      each.kind === 'picture' ? [{ width: each.width, height: each.height, quality: layers[i]!.quality }] : [],
    );
    const type = picture ? TrackType.VIDEO : TrackType.AUDIO;
    const source = SOURCES[publication.source];
    this.link.send({
      case: 'addTrack',
      value: { cid: item.cid, name, type, source, ...picture, layers: sizes, disableDtx: true, disableRed: true },
    });
  }

  private transmit(name: string, packet: Buffer): void {
    const track = this.items.get(name)?.track;
    if (!track?.isOpen()) return;
    track.sendMessageBinary(packet);
    this.sentBytes += packet.length;
  }

  /** LiveKit agreed: the track joins the connection. */
  private publish(cid: string, sid: string | undefined): void {
    const item = [...this.items.values()].find((each) => each.cid === cid);
    if (!item || item.track) return;
    if (sid) item.sid = sid;
    const { mid, layers } = item;
    const media = item.publication.clip.kind === 'picture' ? new Video(mid, 'SendOnly') : new Audio(mid, 'SendOnly');
    if (media instanceof Video) media.addVP8Codec(VP8_PAYLOAD_TYPE);
    else media.addOpusCodec(OPUS_PAYLOAD_TYPE);
    for (const { stream } of layers) media.addSSRC(stream.ssrc, 'diemcau', 'diemcau', cid);
    if (layers.length > 1) for (const line of simulcastLines) media.parseSdpLine(line);
    const track = this.connection.add(media);
    item.track = track;
    track.onMessage((packet) => {
      if (!isRtcp(packet)) return;
      for (const feedback of feedbackOf(packet))
        layers.find(({ stream }) => stream.ssrc === feedback.ssrc)?.stream.onFeedback(feedback);
    });
    // The first packets make the track known to the others, so they go out even though nobody can watch yet.
    track.onOpen(() => this.flow(item));
  }

  private flow(item: Item): void {
    // An item that was withdrawn meanwhile is no longer listed, and a closed track must not be asked anything.
    if (![...this.items.values()].includes(item) || !item.track?.isOpen()) return;
    for (const { stream, isWatched } of item.layers) {
      if (isWatched) stream.start();
      else stream.pause();
    }
    item.status = item.layers.some(({ isWatched }) => isWatched) ? 'sending' : 'unwatched';
  }

  private watched(update: SubscribedQualityUpdate): void {
    const item = [...this.items.values()].find((each) => each.sid === update.trackSid);
    if (!item) return;
    const qualities = update.subscribedCodecs.flatMap((codec) => codec.qualities).filter(({ enabled }) => enabled);
    const isOnly = item.layers.length === 1;
    for (const layer of item.layers)
      layer.isWatched = qualities.some(({ quality }) => isOnly || quality === layer.quality);
    this.flow(item);
  }

  /** A refusal names no track in this protocol, but answers come in the order of the questions. */
  private refused(): void {
    const item = [...this.items.values()].find((each) => each.status === 'asked' && !each.track);
    if (item) item.status = 'refused';
  }

  /** LiveKit unpublished a track, as it does when its source is no longer granted. */
  private taken(sid: string): void {
    const found = [...this.items].find(([, each]) => each.sid === sid);
    if (!found) return;
    this.withdraw(...found);
    clearTimeout(this.again);
    this.again = setTimeout(() => this.bring(this.wanted, this.permission), OFFER_AGAIN_AFTER_MS);
  }

  private withdraw(name: string, item: Item): void {
    for (const { stream } of item.layers) stream.pause();
    this.items.delete(name);
    if (item.track) this.connection.remove(item.track);
  }
}
