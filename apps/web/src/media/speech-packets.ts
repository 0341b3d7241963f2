/**
 * How long a piece of speech one packet carries. With LiveKit's 20 ms the headers of a packet weigh more than the speech
 * in it: 25 kbit/s of a line that may have 40. A listener waits longer by what it is longer.
 */
const PACKET_MS = 60;

/**
 * The answer to what this page sends says how long its packets should be; LiveKit's says nothing, and its client has no
 * place to say it. Sections of sound alone, and only of an answer: an offer is about what the page receives.
 */
export const withLongPackets = (sdp: string): string =>
  sdp
    .split(/(?=^m=)/m)
    .map((section) => {
      const isSound = section.startsWith('m=audio') && !/^a=ptime:/m.test(section);
      return isSound ? `${section.trimEnd()}\r\na=ptime:${PACKET_MS}\r\n` : section;
    })
    .join('');

let isSaid = false;

/** For every connection that this page makes from now on. */
export const sendLongPackets = (): void => {
  if (isSaid) return;
  isSaid = true;
  const { prototype } = RTCPeerConnection;
  // oxlint-disable-next-line typescript/unbound-method -- called with its connection below
  const set: (description: RTCSessionDescriptionInit) => Promise<void> = prototype.setRemoteDescription;
  prototype.setRemoteDescription = function (this: RTCPeerConnection, { type, sdp }: RTCSessionDescriptionInit) {
    const said = type === 'answer' && sdp !== undefined ? withLongPackets(sdp) : sdp;
    return set.call(this, said === undefined ? { type } : { type, sdp: said });
  };
};
