// Peer connections and tracks of node-datachannel, held until they are closed. Its objects free themselves wrongly: one that
// is collected before its "closed" has been delivered leaves a dangling pointer (a crash later), and a track that nobody
// listens to for "closed" keeps the process alive for ever.
import { PeerConnection, type RtcConfig, type Track } from 'node-datachannel';
import type { SignalMessage } from './signalling.ts';

/** What both halves of a session need: the way to LiveKit's signalling, where to say that media broke, and the address. */
export type Link = {
  readonly send: (message: SignalMessage) => void;
  readonly failed: (detail: string) => void;
  readonly media: Pick<RtcConfig, 'bindAddress'>;
};

const held = new Set<PeerConnection | Track>();

/** After the native side is done with its own callback. */
const letGo = (it: PeerConnection | Track): void => {
  setImmediate(() => held.delete(it));
};

/** A connection without STUN or TURN. `failed` is called when it breaks, or is closed by either side. */
export const openPeer = (name: string, config: Partial<RtcConfig>, failed: () => void): PeerConnection => {
  // Without forceMediaTransport, a first description with data channels only would leave no room for media later.
  const peer = new PeerConnection(name, { iceServers: [], forceMediaTransport: true, ...config });
  held.add(peer);
  peer.onStateChange((state) => {
    if (state === 'failed' || state === 'closed') failed();
    if (state === 'closed') letGo(peer);
  });
  return peer;
};

/** To be called once for each track, ours or theirs. */
export const holdTrack = (track: Track): Track => {
  held.add(track);
  track.onClosed(() => letGo(track));
  return track;
};

/**
 * The address from which media goes to the LiveKit behind `url`. On this machine that is the loopback alone: with the other
 * addresses ICE would spend a second on pairs that lead nowhere.
 */
export const mediaAddress = (url: string): Link['media'] =>
  ['127.0.0.1', 'localhost'].includes(new URL(url).hostname) ? { bindAddress: '127.0.0.1' } : {};
