// The floor as those conduct it whose screens a journey is not about.
import { randomUUID } from 'node:crypto';
import { RequestId, SiteId, SpeakerId } from '@diemcau/domain/kernel';
import type { SeatClient, Place } from '@diemcau/testkit';

/** A delegate of the place asks for the floor; answers with the request. */
export const ask = async (client: SeatClient, place: Place, name: string): Promise<RequestId> => {
  const requestId = RequestId.parse(randomUUID());
  const speaker = { honorific: 'Đồng chí', name, position: 'Chủ tịch Ủy ban MTTQ Việt Nam' };
  const siteId = SiteId.parse(place.siteId);
  const speakerId = SpeakerId.parse(randomUUID());
  await client.must({ type: 'floor.request', requestId, siteId, speakerId, kind: 'discussion' }, { speaker });
  return requestId;
};

/** The turn that runs now; the journey fails when there is none. */
export const turnOf = ({ live }: SeatClient) => {
  const { turn } = live.floor;
  if (!turn) throw new Error('nobody has the floor');
  return turn;
};

/** How often each kind of event came to this client since it joined. */
export const countOf = ({ frames }: SeatClient, type: string): number =>
  frames.flatMap((frame) => (frame.type === 'events' ? frame.events : [])).filter((event) => event.type === type)
    .length;

/** A delegate of the place asks and gets the floor, as a moderator gives it. */
export const call = async (moderator: SeatClient, clerk: SeatClient, place: Place, name: string): Promise<void> => {
  const requestId = await ask(clerk, place, name);
  const endTurnId = moderator.live.floor.turn?.turnId ?? null;
  await moderator.must({ type: 'floor.next', endTurnId, requestId });
  // The answer may come before the events that it speaks of.
  await moderator.until(() => moderator.live.floor.turn?.requestId === requestId, 'the turn');
};
