// The peer connection on which a bot sends: we offer, LiveKit answers, one round at a time.
import { SignalTarget } from '@livekit/protocol';
import type { Audio, PeerConnection, Track, Video } from 'node-datachannel';
import { holdTrack, openPeer, type Link } from './peer.ts';
import { candidateOf, trickledCandidate } from './sdp.ts';
import type { SignalAnswer } from './signalling.ts';

type Round = 'none' | 'offered' | 'offeredAndStale';

export class PublisherConnection {
  private readonly link: Link;
  private readonly early: { readonly candidate: string; readonly mid: string }[] = [];
  /** Told only after the answer was taken: otherwise LiveKit may begin DTLS before libdatachannel knows its fingerprint. */
  private readonly ownEarly: string[] = [];
  private readonly leaving: Track[] = [];
  private connection: PeerConnection | undefined;
  private round: Round = 'none';
  private hasAnswer = false;
  private offers = 0;
  private isClosed = false;

  constructor(link: Link) {
    this.link = link;
  }

  add(media: Video | Audio): Track {
    this.connection ??= this.open();
    const track = holdTrack(this.connection.addTrack(media));
    this.negotiate();
    return track;
  }

  /** A track that is on offer just now is removed in the next round: an answer to lines that are gone cannot be taken. */
  remove(track: Track): void {
    if (this.isClosed) return;
    this.leaving.push(track);
    this.negotiate();
  }

  handle(message: SignalAnswer): void {
    if (message.case === 'answer') this.answered(message.value.sdp);
    else if (message.case === 'trickle' && message.value.target === SignalTarget.PUBLISHER) {
      const candidate = candidateOf(message.value.candidateInit);
      if (!candidate) return;
      // LiveKit may send candidates before its answer, which libdatachannel refuses.
      if (this.hasAnswer) this.connection?.addRemoteCandidate(candidate.candidate, candidate.mid);
      else this.early.push(candidate);
    }
  }

  close(): void {
    this.isClosed = true;
    for (const track of this.leaving.splice(0)) track.close();
    this.connection?.close();
  }

  private open(): PeerConnection {
    const connection = openPeer('publisher', { ...this.link.media, disableAutoNegotiation: true }, () => {
      if (!this.isClosed) this.link.failed('the sending connection failed');
    });
    connection.onLocalDescription((sdp, type) => {
      if (!this.isClosed && type === 'offer')
        this.link.send({ case: 'offer', value: { type, sdp, id: ++this.offers } });
    });
    connection.onLocalCandidate((candidate, mid) => {
      const candidateInit = trickledCandidate(candidate, mid);
      if (this.hasAnswer) this.trickle(candidateInit);
      else this.ownEarly.push(candidateInit);
    });
    return connection;
  }

  private trickle(candidateInit: string): void {
    this.link.send({ case: 'trickle', value: { candidateInit, target: SignalTarget.PUBLISHER } });
  }

  private negotiate(): void {
    if (this.round !== 'none') {
      this.round = 'offeredAndStale';
      return;
    }
    this.round = 'offered';
    for (const track of this.leaving.splice(0)) track.close();
    this.connection?.setLocalDescription('offer');
  }

  private answered(sdp: string): void {
    if (!this.connection) return;
    this.connection.setRemoteDescription(sdp, 'answer');
    this.hasAnswer = true;
    for (const { candidate, mid } of this.early.splice(0)) this.connection.addRemoteCandidate(candidate, mid);
    for (const candidateInit of this.ownEarly.splice(0)) this.trickle(candidateInit);
    const isStale = this.round === 'offeredAndStale';
    this.round = 'none';
    if (isStale) this.negotiate();
  }
}
