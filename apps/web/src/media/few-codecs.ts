/** All that is sent and received here: Opus, and VP8 with its packets that are sent again. */
const CODECS: Readonly<Record<string, readonly string[]>> = {
  audio: ['audio/opus'],
  video: ['video/vp8', 'video/rtx'],
};

type Add = (what: MediaStreamTrack | string, init?: RTCRtpTransceiverInit) => RTCRtpTransceiver;

let isSaid = false;

/**
 * Every offer of Chromium's lists all codecs that it knows, for each of a dozen tracks: 24 KB to be written, sent and read
 * before a voice is heard. With those alone that we use it is a third of that; LiveKit's client has no place to say so.
 * For every connection that this page makes from now on.
 */
export const offerFewCodecs = (): void => {
  if (isSaid) return;
  isSaid = true;
  const { prototype } = RTCPeerConnection;
  // oxlint-disable-next-line typescript/unbound-method -- called with its connection below
  const add: Add = prototype.addTransceiver;
  prototype.addTransceiver = function (
    this: RTCPeerConnection,
    what: MediaStreamTrack | string,
    init?: RTCRtpTransceiverInit,
  ) {
    const made = add.call(this, what, init);
    const kind = typeof what === 'string' ? what : what.kind;
    const known = RTCRtpReceiver.getCapabilities(kind)?.codecs ?? [];
    made.setCodecPreferences(known.filter(({ mimeType }) => CODECS[kind]?.includes(mimeType.toLowerCase())));
    return made;
  };
};
