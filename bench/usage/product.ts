// A conference of the product in which bots stand for the pages: each sends and asks for what its page would, by the page's
// own rules and the conference's own state.
import { SiteId } from '@diemcau/domain/kernel';
import { entitledToSpeak, shownToAll, type Live } from '@diemcau/domain/live';
import { MediaBot, type RemoteTrack, type ToneClip, type Wish } from '@diemcau/server/bots';
import {
  mediaToken,
  prepareConference,
  SeatClient,
  type House,
  type OpenedSeat,
  type TestConference,
} from '@diemcau/testkit';
import { duePicture, warmSites } from '../../apps/web/src/media/due-picture.ts';
import { publishCamera, publishVoice, type Camera } from './camera.ts';

const SOON_MS = 30_000;

/** A screen of 1080 lines shows the programme as large as there is. */
const PROGRAMME = 'high';
/** Monitors of the operator's desk on such a screen. */
const MONITOR = 'medium';

type Where = (track: RemoteTrack) => SiteId | undefined;

const roomWants =
  (live: () => Live, own: SiteId, where: Where) =>
  (track: RemoteTrack): Wish => {
    const siteId = where(track);
    if (siteId === undefined) return false;
    if (track.source === 'microphone') return siteId !== own && entitledToSpeak(live()).has(siteId);
    const due = duePicture(live(), own);
    if (due.kind === 'site' && due.siteId === siteId) return PROGRAMME;
    return warmSites(live(), own).includes(siteId) && 'low';
  };

const deskWants =
  (live: () => Live, where: Where) =>
  (track: RemoteTrack): Wish => {
    const siteId = where(track);
    if (siteId === undefined || track.source === 'microphone') return false;
    const due = duePicture(live(), null);
    return due.kind === 'site' && due.siteId === siteId ? MONITOR : 'low';
  };

/** Whatever the page is told changes what it sends and asks for. */
const follow = (client: SeatClient, bot: MediaBot, own: SiteId | null): void => {
  let told = '';
  client.socket.on('message', () => {
    bot.refresh();
    if (own === null) return;
    const frame = client.frames.findLast(({ type }) => type === 'audience');
    const desks = frame?.type === 'audience' ? frame.desks : [];
    const audience = shownToAll(client.live).has(own) ? 'everybody' : desks;
    if (told === JSON.stringify(audience)) return;
    told = JSON.stringify(audience);
    bot.setAudience(audience);
  });
};

export class ProductMeeting {
  readonly bots: readonly MediaBot[];
  private readonly sites: readonly MediaBot[];
  private readonly clients: readonly SeatClient[];

  private constructor(sites: readonly MediaBot[], others: readonly MediaBot[], clients: readonly SeatClient[]) {
    this.sites = sites;
    this.bots = [...sites, ...others];
    this.clients = clients;
  }

  /** The first site speaks, the next two stand by. @param watched whether an operator's desk shows all sites */
  static async open(
    house: House,
    cookie: string,
    sites: number,
    watched: boolean,
    camera: Camera,
    tone: ToneClip,
  ): Promise<ProductMeeting> {
    const conference: TestConference = await prepareConference(house.servers[0]!, { sites }, cookie);
    const { origin, hall } = conference;
    const seats: OpenedSeat[] = [];
    for (const place of [hall, ...conference.sites]) seats.push(await conference.room(place));
    const sitesBySeat = new Map(seats.map(({ seatId, place }) => [seatId, SiteId.parse(place?.siteId)]));
    const where: Where = ({ identity }) => sitesBySeat.get(identity.split(':')[0] ?? '');
    const clients: SeatClient[] = [];
    const come = async (seat: OpenedSeat): Promise<MediaBot> => {
      const client = await SeatClient.open(origin, seat);
      clients.push(client);
      const own = sitesBySeat.get(seat.seatId) ?? null;
      const live = () => client.live;
      const wants = own === null ? deskWants(live, where) : roomWants(live, own, where);
      const bot = new MediaBot({ url: origin, fetchToken: () => mediaToken(origin, seat), audience: [], wants });
      if (own !== null) publishCamera(bot, camera);
      if (own !== null) publishVoice(bot, tone);
      follow(client, bot, own);
      return bot;
    };
    const bots: MediaBot[] = [];
    for (const seat of seats) bots.push(await come(seat));
    const desk = watched ? await come(await conference.seat('operator')) : null;
    const moderator = await SeatClient.open(origin, await conference.seat('moderator'));
    clients.push(moderator);
    await moderator.must({ type: 'conference.open' });
    const [first, ...next] = conference.sites.slice(0, 3).map(({ siteId }) => SiteId.parse(siteId));
    await moderator.must({ type: 'floor.grantSite', siteId: first!, speakerId: null, kind: 'discussion' });
    await moderator.must({ type: 'floor.setStandby', siteIds: next });
    const [hallBot, ...siteBots] = bots;
    const meeting = new ProductMeeting(siteBots, [hallBot!, ...(desk ? [desk] : [])], clients);
    await moderator.until(() => meeting.isUnderWay, 'all rooms to see and hear', SOON_MS);
    return meeting;
  }

  /** Everybody receives what is on air; only the speaker's room shows the hall instead. */
  private get isUnderWay(): boolean {
    return this.bots.every(({ receptions }) => receptions.some(({ packets }) => packets > 20));
  }

  readonly receivedBytes = (): number => this.bots.reduce((sum, { receivedBytes }) => sum + receivedBytes, 0);

  /** Of the sites, the hall's apart. */
  readonly sentBytes = (): number => this.sites.reduce((sum, { sentBytes }) => sum + sentBytes, 0);

  end(): void {
    for (const bot of this.bots) bot.stop();
    for (const client of this.clients) client.close();
  }
}
