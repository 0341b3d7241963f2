// A bare page of LiveKit's client: joins as its own examples do, publishes camera and microphone, shows and plays
// whoever else does. What a poor line does to it is what it does by itself.
import { Room, RoomEvent, Track } from 'livekit-client';
import { openClip, openMicrophone } from '@diemcau/testkit/page';

export type BarePage = {
  /**
   * @param number what its microphone hears; null: it only listens
   * @param camera what its camera sees: an IVF file in base64
   */
  readonly join: (url: string, token: string, number: number | null, camera: string) => Promise<void>;
};

declare global {
  interface Window {
    readonly bare: BarePage;
  }
}

const join: BarePage['join'] = async (url, token, number, camera) => {
  const room = new Room({ adaptiveStream: { pauseVideoInBackground: false }, dynacast: true });
  room.on(RoomEvent.TrackSubscribed, (track) => document.body.append(track.attach()));
  await room.connect(url, token);
  if (number === null) return;
  const { localParticipant } = room;
  await localParticipant.publishTrack(openClip(camera), { source: Track.Source.Camera });
  await localParticipant.publishTrack(openMicrophone(number), { source: Track.Source.Microphone, dtx: false });
};

Object.defineProperty(window, 'bare', { value: { join } satisfies BarePage });
