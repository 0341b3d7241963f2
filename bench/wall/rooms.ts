// Rooms without a browser: each sends its camera to the product's conference and, as the same picture, to a plain room.
import { RoomServiceClient, TrackSource } from 'livekit-server-sdk';
import { MediaBot, type PictureClip } from '@diemcau/server/bots';
import {
  mediaToken,
  prepareConference,
  SeatClient,
  type House,
  type Place,
  type TestConference,
} from '@diemcau/testkit';

export type Rooms = {
  readonly conference: TestConference;
  /** Name of the plain room. */
  readonly plain: string;
  readonly end: () => void;
};

const UNTIL_JOINED_MS = 30_000;

/** A conference that is open, with so many rooms, the hall among them. */
export const openRooms = async (
  house: House,
  cookie: string,
  codes: readonly string[],
  clip: PictureClip,
): Promise<Rooms> => {
  const conference = await prepareConference(house.servers[0]!, { sites: codes }, cookie);
  const { origin } = conference;
  const { url, key, secret, token } = house.livekit();
  const plain = `plain-${conference.conferenceId}`;
  await new RoomServiceClient(url, key, secret).createRoom({ name: plain, emptyTimeout: 3600 });
  const moderator = await SeatClient.open(origin, await conference.seat('moderator'));
  await moderator.must({ type: 'conference.open' });
  const clients: SeatClient[] = [moderator];
  const bots: MediaBot[] = [];
  const join = async (place: Place): Promise<void> => {
    const seat = await conference.room(place);
    clients.push(await SeatClient.open(origin, seat));
    bots.push(new MediaBot({ url: origin, fetchToken: () => mediaToken(origin, seat) }));
    const grant = { canPublish: true, canPublishSources: [TrackSource.CAMERA] };
    bots.push(new MediaBot({ url, fetchToken: () => token(plain, place.siteId, grant) }));
  };
  for (const place of [conference.hall, ...conference.sites]) await join(place);
  for (const bot of bots) bot.publish('camera', { clip, source: 'camera', obeysGrants: true });
  await moderator.until(() => bots.every(({ state }) => state.status === 'joined'), 'all rooms', UNTIL_JOINED_MS);
  return {
    conference,
    plain,
    end: () => {
      for (const bot of bots) bot.stop();
      for (const client of clients) client.close();
    },
  };
};
