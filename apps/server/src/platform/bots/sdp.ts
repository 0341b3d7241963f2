// Session descriptions, read and reduced to what a bot handles.

/** One media line of a description: which RTP stream of which track it carries. */
export type MediaLine = { readonly mid: string; readonly trackSid: string; readonly ssrc: number };

const sections = (sdp: string): readonly string[] => sdp.split(/(?=^m=)/m);

/** The lines of LiveKit's offer that carry a track just now (others are idle, kept for later). */
export const mediaLinesOf = (sdp: string): readonly MediaLine[] =>
  sections(sdp).flatMap((section) => {
    const mid = /^a=mid:(\S+)/m.exec(section)?.[1];
    const trackSid = /^a=msid:\S+ (\S+)/m.exec(section)?.[1];
    const ssrc = Number(/^a=ssrc:(\d+)/m.exec(section)?.[1]);
    return mid && trackSid && ssrc ? [{ mid, trackSid, ssrc }] : [];
  });

/**
 * Keeps VP8 and Opus alone, and drops header extensions, retransmission and bandwidth feedback: each of these would have to
 * be answered, and a bot on the same machine needs none of them.
 */
export const onlyVp8AndOpus = (sdp: string): string =>
  sections(sdp)
    .map((section) => {
      const kept = [...section.matchAll(/^a=rtpmap:(\d+) (?:VP8|opus)\//gim)].map((match) => match[1] ?? '');
      if (!/^m=(?:audio|video)/.test(section) || kept.length === 0) return section;
      const lines = section.split('\r\n').filter((line) => {
        const payloadType = /^a=(?:rtpmap|fmtp|rtcp-fb):(\d+)/.exec(line)?.[1];
        if (line.startsWith('a=extmap') || /transport-cc|goog-remb/.test(line)) return false;
        return payloadType === undefined || kept.includes(payloadType);
      });
      return lines.join('\r\n').replace(/^(m=\w+ \d+ \S+).*/, `$1 ${kept.join(' ')}`);
    })
    .join('');

/** node-datachannel writes a candidate as an SDP attribute; LiveKit wants it as browsers do, without `a=`. */
export const trickledCandidate = (candidate: string, mid: string): string =>
  JSON.stringify({ candidate: candidate.replace(/^a=/, ''), sdpMid: mid, sdpMLineIndex: 0 });

/** A candidate as LiveKit sends it; undefined at the end of the candidates. */
export const candidateOf = (
  candidateInit: string,
): { readonly candidate: string; readonly mid: string } | undefined => {
  const parsed: unknown = JSON.parse(candidateInit);
  if (typeof parsed !== 'object' || parsed === null || !('candidate' in parsed)) return undefined;
  const { candidate } = parsed;
  if (typeof candidate !== 'string' || candidate === '') return undefined;
  const mid = 'sdpMid' in parsed && typeof parsed.sdpMid === 'string' ? parsed.sdpMid : '0';
  return { candidate, mid };
};

/**
 * LiveKit's offer, changed so that our answer leaves the first word of DTLS to LiveKit: ours would come before LiveKit has
 * finished ICE, be lost, and be said again only a second later.
 */
export const withDtlsStartedByThem = (sdp: string): string => sdp.replaceAll('a=setup:actpass', 'a=setup:active');
