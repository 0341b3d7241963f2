// The room screen of a site whose picture nobody measures: it takes part, and costs next to nothing.
import { MediaBot } from '@diemcau/server/bots';
import { mediaToken, SeatClient, type OpenedSeat } from '@diemcau/testkit';
import { hallPicture } from '@diemcau/testkit/bots';

export type StandIn = { readonly client: SeatClient; readonly stop: () => void };

/** @param shows whether it sends a picture */
export const standIn = async (origin: string, seat: OpenedSeat, shows: boolean): Promise<StandIn> => {
  const client = await SeatClient.open(origin, seat);
  const bot = new MediaBot({ url: origin, fetchToken: () => mediaToken(origin, seat) });
  if (shows) bot.publish('camera', { clip: await hallPicture(), source: 'camera', obeysGrants: true });
  await client.until(() => bot.state.status === 'joined', 'a stand-in to join');
  return {
    client,
    stop: () => {
      bot.stop();
      client.close();
    },
  };
};
