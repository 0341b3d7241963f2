// The plain way: a page that publishes when the media server grants it, and shows whoever publishes. LiveKit's own
// habits, no stand-by. What it captures is open from the start, as in the product.
import { Room, RoomEvent, Track, VideoPresets, type RemoteTrack, type TrackPublishOptions } from 'livekit-client';
import { openCamera, openMicrophone } from '@diemcau/testkit/page';

export type PlainPage = {
  /** @param number what its camera sees and its microphone hears; null: it only watches */
  readonly join: (url: string, token: string, number: number | null) => Promise<void>;
};

declare global {
  interface Window {
    readonly plain: PlainPage;
  }
}

type Source = Track.Source.Camera | Track.Source.Microphone;
type Captured = ReadonlyMap<Source, MediaStreamTrack>;

/** LiveKit's own presets, in the product's three heights and its codecs. */
const OPTIONS: Record<Source, TrackPublishOptions> = {
  [Track.Source.Camera]: {
    source: Track.Source.Camera,
    simulcast: true,
    videoCodec: 'vp8',
    videoEncoding: VideoPresets.h720.encoding,
    videoSimulcastLayers: [VideoPresets.h180, VideoPresets.h360],
  },
  [Track.Source.Microphone]: {
    source: Track.Source.Microphone,
    audioPreset: { maxBitrate: 32_000 },
    dtx: false,
    red: true,
  },
};

const room = new Room({
  adaptiveStream: { pauseVideoInBackground: false },
  dynacast: true,
  stopLocalTrackOnUnpublish: false,
});

const mayPublish = (source: Source): boolean => {
  const { permissions } = room.localParticipant;
  const sources = permissions?.canPublishSources.map((each) => Track.sourceFromProto(each)) ?? [];
  return permissions?.canPublish === true && sources.includes(source);
};

const publish = async (captured: Captured): Promise<void> => {
  const due = [...captured].filter(
    ([source]) => mayPublish(source) && !room.localParticipant.getTrackPublication(source),
  );
  await Promise.all(due.map(([source, track]) => room.localParticipant.publishTrack(track, OPTIONS[source])));
};

const elements = new Map<RemoteTrack, HTMLMediaElement>();

/** The newest lies on top: the picture before stays until the first frame of the next. */
const show = (track: RemoteTrack): void => {
  const element = track.attach();
  elements.set(track, element);
  document.body.append(element);
};

const hide = (track: RemoteTrack): void => {
  track.detach();
  elements.get(track)?.remove();
  elements.delete(track);
};

const join: PlainPage['join'] = async (url, token, number) => {
  const captured: Captured = new Map<Source, MediaStreamTrack>(
    number === null
      ? []
      : [
          [Track.Source.Camera, openCamera(number)],
          [Track.Source.Microphone, openMicrophone(number)],
        ],
  );
  room
    .on(RoomEvent.ParticipantPermissionsChanged, (_before, participant) => {
      if (participant === room.localParticipant) void publish(captured);
    })
    .on(RoomEvent.TrackSubscribed, show)
    .on(RoomEvent.TrackUnsubscribed, hide);
  await room.connect(url, token);
};

/** A link opened by a person says where to join and as whom. */
const link = new URLSearchParams(location.hash.slice(1));
const [url, token] = [link.get('url'), link.get('token')];
if (url !== null && token !== null) void join(url, token, null);

Object.defineProperty(window, 'plain', { value: { join } satisfies PlainPage });
