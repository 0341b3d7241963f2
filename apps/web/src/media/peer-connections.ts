/** All that is sent and received here: Opus, and VP8 with its packets that are sent again. */
const CODECS: Readonly<Record<string, readonly string[]>> = {
  audio: ['audio/opus'],
  video: ['video/vp8', 'video/rtx'],
};

/**
 * How long a piece of speech one packet carries. With LiveKit's 20 ms the headers of a packet weigh more than the speech
 * in it: 25 kbit/s of a line that may have 40. A listener waits longer by what it is longer.
 */
const PACKET_MS = 60;

/**
 * The answer to what this page sends says how long its packets should be; LiveKit's says nothing. Sections of sound alone,
 * and only of an answer: an offer is about what the page receives.
 * @param except sections that stay as they are, by their `mid`
 */
export const withLongPackets = (sdp: string, except: ReadonlySet<string | null> = new Set()): string =>
  sdp
    .split(/(?=^m=)/m)
    .map((section) => {
      const isSound = section.startsWith('m=audio') && !/^a=ptime:/m.test(section);
      const mid = /^a=mid:(\S+)/m.exec(section)?.[1] ?? null;
      return isSound && !except.has(mid) ? `${section.trimEnd()}\r\na=ptime:${PACKET_MS}\r\n` : section;
    })
    .join('');

type Add = (what: MediaStreamTrack | string, init?: RTCRtpTransceiverInit) => RTCRtpTransceiver;
type SetRemote = (description: RTCSessionDescriptionInit) => Promise<void>;

/** Sections that wait for the track that will be sent in them, by that track. */
const waiting = new WeakMap<MediaStreamTrack, RTCRtpTransceiver>();
/** Sections of a voice that has yet to begin or just began: the first of its packets should be full soon. */
const beginning = new WeakSet<RTCRtpTransceiver>();

/** When its connection is asked to add this track, it is sent in this section: no offer has to come before it. */
export const sendIn = (transceiver: RTCRtpTransceiver, track: MediaStreamTrack): void =>
  void waiting.set(track, transceiver);

/** Whatever is answered, the packets of this section stay as short as the browser makes them. */
export const keepPacketsShort = (transceiver: RTCRtpTransceiver): void => void beginning.add(transceiver);

/** From its next answer on the packets of this section are as long as all. */
export const settlePackets = (transceiver: RTCRtpTransceiver): void => void beginning.delete(transceiver);

/**
 * Every offer of Chromium's lists all codecs that it knows, for each of a dozen tracks: 24 KB to be written, sent and read
 * before a voice is heard. With those alone that we use it is a third of that.
 */
const offeringFewCodecs = (add: Add): Add =>
  function (this: RTCPeerConnection, what, init) {
    const made = add.call(this, what, init);
    const kind = typeof what === 'string' ? what : what.kind;
    const known = RTCRtpReceiver.getCapabilities(kind)?.codecs ?? [];
    made.setCodecPreferences(known.filter(({ mimeType }) => CODECS[kind]?.includes(mimeType.toLowerCase())));
    return made;
  };

const usingWaitingSections = (add: Add): Add =>
  function (this: RTCPeerConnection, what, init) {
    const section = typeof what === 'string' ? undefined : waiting.get(what);
    // Asked for by LiveKit, whose connection may be another by now, or closed.
    const isOfThis =
      section !== undefined && this.signalingState !== 'closed' && this.getTransceivers().includes(section);
    if (!isOfThis || typeof what === 'string') return add.call(this, what, init);
    waiting.delete(what);
    void section.sender.replaceTrack(what);
    return section;
  };

const sendingLongPackets = (set: SetRemote): SetRemote =>
  function (this: RTCPeerConnection, { type, sdp }) {
    if (type !== 'answer' || sdp === undefined) return set.call(this, { type, ...(sdp !== undefined && { sdp }) });
    const short = this.getTransceivers().filter((each) => beginning.has(each));
    return set.call(this, { type, sdp: withLongPackets(sdp, new Set(short.map(({ mid }) => mid))) });
  };

let isAdapted = false;

/**
 * What our connections do otherwise than the browser's, and LiveKit's client has no place to say. For every connection that
 * this page makes from now on.
 */
export const adaptPeerConnections = (): void => {
  if (isAdapted) return;
  isAdapted = true;
  const { prototype } = RTCPeerConnection;
  // Each is called with its connection.
  // oxlint-disable-next-line typescript/unbound-method
  prototype.addTransceiver = usingWaitingSections(offeringFewCodecs(prototype.addTransceiver));
  // oxlint-disable-next-line typescript/unbound-method
  prototype.setRemoteDescription = sendingLongPackets(prototype.setRemoteDescription);
};
