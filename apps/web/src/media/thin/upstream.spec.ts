import { LocalAudioTrack, LocalVideoTrack, Track, VideoQuality, type Room } from 'livekit-client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Upstream } from './upstream.ts';

/** What a canvas gives: it sends a frame when it is asked for one. */
class CanvasTrack {
  requested = 0;
  isStopped = false;
  requestFrame(): void {
    this.requested += 1;
  }
  stop(): void {
    this.isStopped = true;
  }
}

/** The browser's edge: one video that reads the camera, one canvas that it is painted on. */
const setUpBrowser = () => {
  const painted: (readonly number[])[] = [];
  const tracks: CanvasTrack[] = [];
  const video = Object.assign(new EventTarget(), { srcObject: null, readyState: 0 });
  const makeCanvas = () => {
    const track = new CanvasTrack();
    tracks.push(track);
    return {
      getContext: () => ({ drawImage: (_: unknown, ...place: number[]) => painted.push(place) }),
      captureStream: () => ({ getVideoTracks: () => [track] }),
    };
  };
  vi.stubGlobal('document', { createElement: (name: string) => (name === 'video' ? video : makeCanvas()) });
  vi.stubGlobal('MediaStream', class {});
  vi.stubGlobal('CanvasCaptureMediaStreamTrack', CanvasTrack);
  const shows = () => {
    video.readyState = 2;
    video.dispatchEvent(new Event('loadeddata'));
  };
  return { painted, tracks, video, shows };
};

const cameraOf = (settings: MediaTrackSettings): MediaStreamTrack =>
  ({ getSettings: () => settings }) as unknown as MediaStreamTrack;

type Encoding = { active: boolean; maxBitrate?: number };

/** LiveKit's own tracks, with what the browser does for them replaced. */
const sending = (camera: readonly Encoding[], microphone: readonly Encoding[]) => {
  const qualities: VideoQuality[] = [];
  const set = vi.fn<() => void>();
  const senderOf = (encodings: readonly Encoding[]) => {
    let now = encodings;
    return {
      getParameters: () => ({ encodings: now.map((each) => ({ ...each })) }),
      setParameters: (parameters: { encodings: readonly Encoding[] }) => {
        set();
        now = parameters.encodings;
        return Promise.resolve();
      },
    };
  };
  const video = Object.create(LocalVideoTrack.prototype) as LocalVideoTrack;
  const audio = Object.create(LocalAudioTrack.prototype) as LocalAudioTrack;
  const senders = { video: senderOf(camera), audio: senderOf(microphone) };
  Object.defineProperty(video, 'sender', { value: senders.video });
  Object.defineProperty(audio, 'sender', { value: senders.audio });
  video.setPublishingQuality = (quality) => void qualities.push(quality);
  const publications = new Map([
    [Track.Source.Camera, { track: video }],
    [Track.Source.Microphone, { track: audio }],
  ]);
  const room = { localParticipant: { getTrackPublication: (source: Track.Source) => publications.get(source) } };
  const bitsOf = (which: 'video' | 'audio') => senders[which].getParameters().encodings[0]?.maxBitrate;
  return { upstream: new Upstream(room as unknown as Room), qualities, bitsOf, set };
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('M21: the camera gives way', () => {
  it('M21: it goes out as it is, not at all, or as a still picture', () => {
    const { tracks } = setUpBrowser();
    const { upstream } = sending([], []);
    const camera = cameraOf({ width: 640, height: 360 });
    expect([upstream.outgoing(camera, 'full'), upstream.outgoing(camera, 'small')]).toEqual([camera, camera]);
    expect([upstream.outgoing(camera, 'sound'), upstream.outgoing(null, 'still')]).toEqual([null, null]);
    expect(tracks).toEqual([]);
    const still = upstream.outgoing(camera, 'still');
    expect(still).toBe(tracks[0]);
    // Asked again it is the same one: what is sent is not begun anew.
    expect(upstream.outgoing(camera, 'still')).toBe(still);
    expect(upstream.outgoing(cameraOf({}), 'still')).toBe(tracks[1]);
    expect(tracks.map(({ isStopped }) => isStopped)).toEqual([true, false]);
    expect(upstream.outgoing(camera, 'full')).toBe(camera);
    expect(tracks[1]?.isStopped).toBe(true);
  });

  it('M21: a still is painted when the camera shows something, and every four seconds, until it ends', async () => {
    const { painted, tracks, video, shows } = setUpBrowser();
    const { upstream } = sending([], []);
    upstream.outgoing(cameraOf({ width: 640, height: 360 }), 'still');
    await vi.advanceTimersByTimeAsync(4000);
    expect([painted, tracks[0]?.requested]).toEqual([[], 0]);
    shows();
    expect([painted, tracks[0]?.requested]).toEqual([[[0, 0, 640, 360]], 1]);
    await vi.advanceTimersByTimeAsync(8000);
    expect(tracks[0]?.requested).toBe(3);
    upstream.stop();
    await vi.advanceTimersByTimeAsync(20_000);
    expect([tracks[0]?.requested, tracks[0]?.isStopped, video.srcObject]).toEqual([3, true, null]);
  });

  it('M21: small and still are the smallest of its sizes, said again when LiveKit opens larger ones', () => {
    const three = [true, true, true].map((active) => ({ active, maxBitrate: 120_000 }));
    const large = sending(three, []);
    large.upstream.keep('small');
    expect([large.qualities, large.set.mock.calls.length]).toEqual([[VideoQuality.LOW], 0]);
    large.upstream.keep('full');
    large.upstream.keep('sound');
    expect(large.qualities).toHaveLength(1);

    const small = sending([{ active: true, maxBitrate: 120_000 }, { active: false }, { active: false }], []);
    small.upstream.keep('still');
    expect([small.bitsOf('video'), small.qualities]).toEqual([50_000, []]);
    small.upstream.keep('still');
    expect(small.set).toHaveBeenCalledTimes(1);
    small.upstream.keep('small');
    expect(small.bitsOf('video')).toBe(120_000);
  });
});

describe('M23: the voice never gives way', () => {
  it('M23: it gets duller where the line carries nothing else, and is as before when it carries more', () => {
    const { upstream, bitsOf, set } = sending([], [{ active: true, maxBitrate: 20_000 }]);
    upstream.keep('full');
    upstream.keep('still');
    expect([bitsOf('audio'), set.mock.calls.length]).toEqual([20_000, 0]);
    upstream.keep('sound');
    upstream.keep('sound');
    expect([bitsOf('audio'), set.mock.calls.length]).toEqual([14_000, 1]);
    upstream.keep('full');
    expect(bitsOf('audio')).toBe(20_000);
  });
});
