import { ConferenceRole, SiteId, type SeatId } from '@diemcau/domain/kernel';
import { isScreen, PLAYER } from '@diemcau/domain/live';
import { Track, type RemoteParticipant, type RemoteTrackPublication, type Room } from 'livekit-client';
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

/** The publication that declares this source *and* is of its kind; sound that calls itself a camera is neither. */
export const publicationOf = (
  participant: RemoteParticipant,
  source: Track.Source.Camera | Track.Source.Microphone,
): RemoteTrackPublication | undefined => {
  const kind = source === Track.Source.Camera ? Track.Kind.Video : Track.Kind.Audio;
  const found = participant.getTrackPublication(source);
  return found?.kind === kind ? found : undefined;
};

/** The player of this operator; its identity is the server's, which nobody chooses. */
export const playerIn = (room: Room, seatId: SeatId): RemoteParticipant | undefined =>
  [...room.remoteParticipants.values()].find(
    ({ identity }) => identity.startsWith(`${seatId}:`) && identity.endsWith(PLAYER),
  );
