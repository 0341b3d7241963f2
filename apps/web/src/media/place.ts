import { ConferenceRole, SiteId, type SeatId, type SourceId } from '@diemcau/domain/kernel';
import { isScreen, PLAYER } from '@diemcau/domain/live';
import {
  Track,
  type RemoteParticipant,
  type RemoteTrackPublication,
  type Room,
  type TrackPublication,
} from 'livekit-client';
import { z } from 'zod';

/** What the server writes into the token of every member: fixed while it is there, and not its own to change. */
const Place = z.object({ siteId: SiteId.nullable(), role: ConferenceRole });
export type Place = z.infer<typeof Place>;

/** The site and role of a member; null for one whose token says neither, who is then never shown or heard. */
export const placeOf = (metadata: string | undefined): Place | null => {
  if (metadata === undefined || metadata === '') return null;
  try {
    return Place.safeParse(JSON.parse(metadata)).data ?? null;
  } catch {
    // Not JSON: not written by our server.
    return null;
  }
};

const joinedAt = (participant: RemoteParticipant): number => participant.joinedAt?.getTime() ?? 0;

/**
 * The room screen of each site that is on the stage. While a screen is being replaced two of them may be there for a
 * moment: the one that came last counts, and no other is shown or heard.
 */
export const roomScreens = (room: Room): ReadonlyMap<SiteId, RemoteParticipant> => {
  const screens = new Map<SiteId, RemoteParticipant>();
  for (const participant of room.remoteParticipants.values()) {
    const place = placeOf(participant.metadata);
    if (!place || !isScreen(place.role) || place.siteId === null) continue;
    const other = screens.get(place.siteId);
    if (!other || joinedAt(other) <= joinedAt(participant)) screens.set(place.siteId, participant);
  }
  return screens;
};

/** How a further camera of a room is called among what its screen sends; its own camera is called nothing. */
const NAMED = 'source:';
export const cameraName = (sourceId: SourceId): string => `${NAMED}${sourceId}`;

/** Whose picture this is: of the room's own camera (null), or of a further one; undefined: no camera's. */
export const cameraIn = ({ source, kind, trackName }: TrackPublication): string | null | undefined => {
  if (source !== Track.Source.Camera || kind !== Track.Kind.Video) return undefined;
  return trackName.startsWith(NAMED) ? trackName.slice(NAMED.length) : null;
};

/** The publication that declares this source *and* is of its kind; sound that calls itself a camera is neither. */
export const publicationOf = (
  participant: RemoteParticipant,
  source: Track.Source.Camera | Track.Source.Microphone,
  sourceId: SourceId | null = null,
): RemoteTrackPublication | undefined => {
  if (source === Track.Source.Camera)
    return [...participant.videoTrackPublications.values()].find((each) => cameraIn(each) === sourceId);
  const found = participant.getTrackPublication(source);
  return found?.kind === Track.Kind.Audio ? found : undefined;
};

/** The player of this operator; its identity is the server's, which nobody chooses. */
export const playerIn = (room: Room, seatId: SeatId): RemoteParticipant | undefined =>
  [...room.remoteParticipants.values()].find(
    ({ identity }) => identity.startsWith(`${seatId}:`) && identity.endsWith(PLAYER),
  );
