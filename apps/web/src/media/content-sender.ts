import { RoomEvent, ScreenSharePresets, Track, type Room, type TrackPublishOptions } from 'livekit-client';
import { isConnected } from './stage-connection.ts';

const AGAIN_MS = 1000;

/** Letters are to be read: sharp rather than smooth, with a small layer for thin lines. */
const options: TrackPublishOptions = {
  source: Track.Source.ScreenShare,
  videoCodec: 'vp8',
  simulcast: true,
  screenShareEncoding: ScreenSharePresets.h1080fps15.encoding,
  screenShareSimulcastLayers: [ScreenSharePresets.h360fps15],
  degradationPreference: 'maintain-resolution',
};

const EVENTS = [
  RoomEvent.Connected,
  RoomEvent.Reconnected,
  RoomEvent.ParticipantPermissionsChanged,
  RoomEvent.LocalTrackUnpublished,
] as const;

/** Sends one picture as content for as long as the media server allows it; never a sound. */
export const sendContent = (room: Room, track: MediaStreamTrack): (() => void) => {
  let isOver = false;
  let isBusy = false;
  track.contentHint = 'detail';
  const isAllowed = (): boolean => {
    const sources = room.localParticipant.permissions?.canPublishSources ?? [];
    return sources.some((source) => Track.sourceFromProto(source) === Track.Source.ScreenShare);
  };
  const settle = async (): Promise<void> => {
    if (isOver || isBusy || !isConnected(room) || !isAllowed() || track.readyState !== 'live') return;
    if (room.localParticipant.getTrackPublication(Track.Source.ScreenShare)?.track) return;
    isBusy = true;
    try {
      // A bare track stays the caller's: LiveKit neither stops it nor opens it anew.
      await room.localParticipant.publishTrack(track, options);
    } catch {
      // Refused, or the line fell in between: looked at again in a second.
    }
    isBusy = false;
    if (isOver) await end();
  };
  const end = async (): Promise<void> => {
    const published = room.localParticipant.getTrackPublication(Track.Source.ScreenShare)?.track;
    if (published?.mediaStreamTrack === track && isConnected(room))
      await room.localParticipant.unpublishTrack(published, false);
  };
  const look = () => void settle();
  for (const event of EVENTS) room.on(event, look);
  const timer = setInterval(look, AGAIN_MS);
  look();
  return () => {
    isOver = true;
    clearInterval(timer);
    for (const event of EVENTS) room.off(event, look);
    if (!isBusy) void end();
  };
};
