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
 */
export const withLongPackets = (sdp: string): string =>
  sdp
    .split(/(?=^m=)/m)
    .map((section) => {
      const isSound = section.startsWith('m=audio') && !/^a=ptime:/m.test(section);
      return isSound ? `${section.trimEnd()}\r\na=ptime:${PACKET_MS}\r\n` : section;
    })
    .join('');

type Add = (what: MediaStreamTrack | string, init?: RTCRtpTransceiverInit) => RTCRtpTransceiver;
type SetRemote = (description: RTCSessionDescriptionInit) => Promise<void>;

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

const sendingLongPackets = (set: SetRemote): SetRemote =>
  function (this: RTCPeerConnection, { type, sdp }) {
    const said = type === 'answer' && sdp !== undefined ? withLongPackets(sdp) : sdp;
    return set.call(this, said === undefined ? { type } : { type, sdp: said });
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
  prototype.addTransceiver = offeringFewCodecs(prototype.addTransceiver);
  // oxlint-disable-next-line typescript/unbound-method
  prototype.setRemoteDescription = sendingLongPackets(prototype.setRemoteDescription);
};
