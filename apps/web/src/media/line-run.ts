import { LINE_RUN_BPS, LINE_RUN_MS, type LineFound, type LineRunTokens } from '@diemcau/domain/support';
import { Room, RoomEvent, Track } from 'livekit-client';
import { LineMeter } from './thin/line-meter.ts';
import type { Second } from './thin/measure.ts';
import { wayOf, type Way } from './thin/way.ts';

const EVERY_MS = 1000;
/** The media server and the browser feel their way up: what is counted is what comes after. */
const WARM_SECONDS = 3;
/** Noise does not get smaller by coding: it fills what the line carries. A sixth of a clear picture, for old machines. */
const NOISE = { width: 480, height: 270, frames: 6, perSecond: 20 };

/** The run was called off: the site is seen by all, or its page goes. */
class LineRunStopped extends Error {}

const noiseTrack = (): { readonly track: MediaStreamTrack; readonly stop: () => void } => {
  const { width, height, frames, perSecond } = NOISE;
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const brush = canvas.getContext('2d');
  if (!brush) throw new Error('this browser draws nothing');
  const images = Array.from({ length: frames }, () => {
    const image = brush.createImageData(width, height);
    for (let i = 0; i < image.data.length; i++) image.data[i] = i % 4 === 3 ? 255 : Math.random() * 256;
    return image;
  });
  let n = 0;
  const draw = () => {
    const image = images[n++ % frames];
    if (image) brush.putImageData(image, 0, 0);
  };
  draw();
  const timer = setInterval(draw, 1000 / perSecond);
  const [track] = canvas.captureStream(perSecond).getVideoTracks();
  if (!track) throw new Error('this browser takes no picture of what is drawn');
  return {
    track,
    stop: () => {
      clearInterval(timer);
      track.stop();
    },
  };
};

const lineRoom = (): Room =>
  new Room({ adaptiveStream: false, dynacast: false, singlePeerConnection: false, disconnectOnPageLeave: true });

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, each) => sum + each, 0) / values.length;
const losses = (seconds: readonly Second[]): number =>
  Math.min(1, mean(seconds.flatMap(({ lossShare }) => lossShare ?? [])));

type Counted = { readonly up: readonly Second[]; readonly down: readonly Second[]; readonly ways: readonly Way[] };

const foundIn = ({ up, down, ways }: Counted): LineFound => {
  const times = ways.flatMap(({ rttMs }) => rttMs ?? []);
  return {
    upBps: Math.round(median(up.map(({ bps }) => bps))),
    downBps: Math.round(median(down.map(({ bps }) => bps))),
    lossUp: losses(up),
    lossDown: losses(down),
    rttMs: times.length === 0 ? null : Math.round(median(times)),
    way: ways.at(-1)?.way ?? 'udp',
  };
};

/** Looks once a second at both ends while the noise runs. */
const count = async (sender: Room, receiver: Room, mayGoOn: () => boolean): Promise<LineFound> => {
  const [up, down] = [new LineMeter('up'), new LineMeter('down')];
  const counted = { up: [] as Second[], down: [] as Second[], ways: [] as Way[] };
  for (let second = 0; second * EVERY_MS < LINE_RUN_MS; second++) {
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    if (!mayGoOn()) throw new LineRunStopped('the site is needed');
    const publisher = sender.engine.pcManager?.publisher;
    const now = performance.now();
    const [sent, received, way] = await Promise.all([
      up.look(publisher, now),
      down.look(receiver.engine.pcManager?.subscriber, now),
      publisher ? wayOf(publisher) : null,
    ]);
    if (second < WARM_SECONDS) continue;
    if (sent) counted.up.push(sent);
    if (received) counted.down.push(received);
    if (way) counted.ways.push(way);
  }
  if (counted.up.length === 0) throw new LineRunStopped('nothing was sent');
  return foundIn(counted);
};

/**
 * Sends ten seconds of noise to the media server and receives them again, in a room where nobody else is (H13): no
 * picture and no sound of this place. @throws when it cannot be done, or may not go on
 */
export const runLine = async ({ send, receive }: LineRunTokens, mayGoOn: () => boolean): Promise<LineFound> => {
  const [sender, receiver] = [lineRoom(), lineRoom()];
  const noise = noiseTrack();
  try {
    receiver.on(RoomEvent.TrackPublished, (publication) => publication.setSubscribed(true));
    await receiver.connect(location.origin, receive, { autoSubscribe: false, maxRetries: 1 });
    await sender.connect(location.origin, send, { autoSubscribe: false, maxRetries: 1 });
    await sender.localParticipant.publishTrack(noise.track, {
      source: Track.Source.Camera,
      simulcast: false,
      videoCodec: 'vp8',
      videoEncoding: { maxBitrate: LINE_RUN_BPS, maxFramerate: NOISE.perSecond },
      degradationPreference: 'maintain-resolution',
    });
    return await count(sender, receiver, mayGoOn);
  } finally {
    noise.stop();
    await Promise.allSettled([sender.disconnect(), receiver.disconnect()]);
  }
};
