import type { ContentFrom } from '@diemcau/domain/programme';
import type { SeatId, SiteId } from '@diemcau/domain/kernel';
import {
  RoomEvent,
  Track,
  VideoQuality,
  type RemoteParticipant,
  type RemoteTrackPublication,
  type Room,
} from 'livekit-client';
import { FirstOfferPause } from './first-offer.ts';
import { placeOf, playerIn, roomScreens } from './place.ts';

/** What a site shows beside its camera, by the conference's own state. */
export type ContentOf = { readonly siteId: SiteId; readonly from: ContentFrom };

/** What is shown as a screen: content of a site, or the film of this operator's player. */
export type Shown = ContentOf | { readonly filmOf: SeatId };

export type ContentWatch = {
  readonly track: () => MediaStreamTrack | null;
  /** As large as it is sent, in pixels; null while it is not known. */
  readonly height: () => number | null;
  readonly release: () => void;
};

/** Events of the room may be lost while its line is restored; so often it is looked at without one. */
const LOOK_AGAIN_MS = 1000;
/** Let go later than it is stopped: a voice that is asked for meanwhile need not wait for the negotiation. */
const LINGER_MS = 2000;

const joinedAt = (participant: RemoteParticipant): number => participant.joinedAt?.getTime() ?? 0;

/** Whose device it comes from: the room's screen, the page of its clerk, or the one device of who is alone. */
const senderOf = (room: Room, { siteId, from }: ContentOf): RemoteParticipant | undefined => {
  const screen = roomScreens(room).get(siteId);
  if (from === 'camera' || (screen && placeOf(screen.metadata)?.role === 'delegate')) return screen;
  return [...room.remoteParticipants.values()]
    .filter(({ metadata }) => {
      const place = placeOf(metadata);
      return place?.siteId === siteId && place.role === 'clerk';
    })
    .toSorted((a, b) => joinedAt(b) - joinedAt(a))[0];
};

const publicationOf = (room: Room, shown: Shown): RemoteTrackPublication | undefined => {
  const sender = 'filmOf' in shown ? playerIn(room, shown.filmOf) : senderOf(room, shown);
  const found = sender?.getTrackPublication(Track.Source.ScreenShare);
  return found?.kind === Track.Kind.Video ? found : undefined;
};

const EVENTS = [
  RoomEvent.SignalConnected,
  RoomEvent.Connected,
  RoomEvent.Reconnected,
  RoomEvent.Disconnected,
  RoomEvent.ParticipantConnected,
  RoomEvent.ParticipantDisconnected,
  RoomEvent.TrackPublished,
  RoomEvent.TrackUnpublished,
  RoomEvent.TrackSubscribed,
  RoomEvent.TrackUnsubscribed,
  RoomEvent.TrackSubscriptionFailed,
] as const;

/** Views of one publication on this page: subscribed with the first, let go with the last. */
const views = new WeakMap<RemoteTrackPublication, number>();

const take = (publication: RemoteTrackPublication): void => {
  views.set(publication, (views.get(publication) ?? 0) + 1);
};

const leave = (publication: RemoteTrackPublication): void => {
  const left = (views.get(publication) ?? 1) - 1;
  views.set(publication, left);
  if (left > 0) return;
  publication.setEnabled(false);
  setTimeout(() => {
    if ((views.get(publication) ?? 0) === 0) publication.setSubscribed(false);
  }, LINGER_MS);
};

/** Shows what a site shows, whenever it is there; `onChange` is told when the track may be another. */
export const watchContent = (room: Room, content: Shown, onChange: () => void): ContentWatch => {
  let held: RemoteTrackPublication | undefined;
  const pause = new FirstOfferPause(room, () => look());
  const look = () => {
    const found = publicationOf(room, content);
    if (found !== held) {
      if (held) leave(held);
      if (found) take(found);
      held = found;
    }
    if (held && !held.isDesired && !pause.holds()) held.setSubscribed(true);
    if (held?.isSubscribed) {
      // Said outright, because our own elements show it: LiveKit would pause what it does not see attached.
      held.setEnabled(true);
      held.setVideoQuality(VideoQuality.HIGH);
    }
    onChange();
  };
  for (const event of EVENTS) room.on(event, look);
  const timer = setInterval(look, LOOK_AGAIN_MS);
  look();
  return {
    track: () => {
      const track = held?.isSubscribed ? held.track?.mediaStreamTrack : undefined;
      return track?.readyState === 'live' ? track : null;
    },
    height: () => held?.dimensions?.height ?? null,
    release: () => {
      clearInterval(timer);
      pause.drop();
      for (const event of EVENTS) room.off(event, look);
      if (held) leave(held);
    },
  };
};
