// What a room screen does before it draws: its line to the server, its place on the stage, the programme on its page.
import { openPlace, untilKnown, type RoomPlace } from '../screens/room/place.ts';
import { followNewBuild } from './new-build.ts';
import { roomLine } from './room-line.ts';

/** The place of the seat that the address names, as soon as there is something to draw; null without a seat. */
export const openRoomPlace = async (): Promise<RoomPlace | null> => {
  followNewBuild({ isUnattended: true });
  const place = roomLine && openPlace(roomLine);
  if (place) await untilKnown(place);
  return place;
};
