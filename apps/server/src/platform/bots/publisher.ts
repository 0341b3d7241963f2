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
import { isRtcp } from './rtp.ts';
import type { SignalAnswer } from './signalling.ts';

/** What a bot offers. `source` is what it *declares*: a rogue may lie, as in a tone declared to be a camera. */
export type Publication = {
  readonly clip: PictureClip | ToneClip;
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

type Item = {
  readonly publication: Publication;
  readonly cid: string;
  readonly stream: OutgoingStream;
  status: PublicationStatus;
  isWatched: boolean;
  sid?: string;
  track?: Track;
};

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
      item.stream.pause();
      item.track?.close();
    }
    this.items.clear();
    this.connection.close();
  }

  private ask(name: string, publication: Publication): void {
    const { clip } = publication;
    const stream = new OutgoingStream(clip, (packet) => this.transmit(name, packet));
    const item: Item = { publication, cid: randomUUID(), stream, status: 'asked', isWatched: true };
    this.items.set(name, item);
    const picture = clip.kind === 'picture' ? { width: clip.width, height: clip.height } : undefined;
    const layers = picture ? [{ ...picture, quality: VideoQuality.HIGH }] : [];
    const type = picture ? TrackType.VIDEO : TrackType.AUDIO;
    const source = SOURCES[publication.source];
    this.link.send({
      case: 'addTrack',
      value: { cid: item.cid, name, type, source, ...picture, layers, disableDtx: true, disableRed: true },
    });
  }

  private transmit(name: string, packet: Buffer): void {
    const track = this.items.get(name)?.track;
    if (track?.isOpen()) track.sendMessageBinary(packet);
  }

  /** LiveKit agreed: the track joins the connection. */
  private publish(cid: string, sid: string | undefined): void {
    const item = [...this.items.values()].find((each) => each.cid === cid);
    if (!item || item.track) return;
    if (sid) item.sid = sid;
    const mid = `m${this.mids++}`;
    const media = item.publication.clip.kind === 'picture' ? new Video(mid, 'SendOnly') : new Audio(mid, 'SendOnly');
    if (media instanceof Video) media.addVP8Codec(VP8_PAYLOAD_TYPE);
    else media.addOpusCodec(OPUS_PAYLOAD_TYPE);
    media.addSSRC(item.stream.ssrc, 'diemcau', 'diemcau', cid);
    const track = this.connection.add(media);
    item.track = track;
    track.onMessage((packet) => {
      if (!isRtcp(packet)) return;
      for (const feedback of feedbackOf(packet))
        if (feedback.ssrc === item.stream.ssrc) item.stream.onFeedback(feedback);
    });
    // The first packets make the track known to the others, so they go out even though nobody can watch yet.
    track.onOpen(() => this.flow(item));
  }

  private flow(item: Item): void {
    // An item that was withdrawn meanwhile is no longer listed, and a closed track must not be asked anything.
    if (![...this.items.values()].includes(item) || !item.track?.isOpen()) return;
    if (item.isWatched) item.stream.start();
    else item.stream.pause();
    item.status = item.isWatched ? 'sending' : 'unwatched';
  }

  private watched(update: SubscribedQualityUpdate): void {
    const item = [...this.items.values()].find((each) => each.sid === update.trackSid);
    if (!item) return;
    item.isWatched = update.subscribedCodecs.some((codec) => codec.qualities.some((quality) => quality.enabled));
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
    item.stream.pause();
    this.items.delete(name);
    if (item.track) this.connection.remove(item.track);
  }
}
