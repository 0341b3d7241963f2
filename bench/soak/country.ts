// Everybody who takes part in the soak: 3,355 clerks' sockets, rooms that send, one room's screen, and the desks.
import pg from 'pg';
import {
  freePort,
  prepareConference,
  startHouse,
  type House,
  type Place,
  type TestConference,
  type TestServer,
} from '@diemcau/testkit';
import type { Page } from 'playwright-core';
import { Pages } from '../browser.ts';
import { RoomScreens } from '../cut/product.ts';
import { standIn, type StandIn } from '../cut/stand-in.ts';
import { CrowdProcess } from '../fan-out/crowd-process.ts';
import { giveSeats, invitedSiteIds, seatRow, socketOf, type SeatRow } from '../seats.ts';

const SITES = 4;
/** The last of them: its screen is a real page, which only watches. */
const WATCHES = SITES;

export class Country {
  readonly house: House;
  readonly conference: TestConference;
  readonly inspectorPort: number;
  readonly crowd: CrowdProcess;
  readonly clerks: readonly SeatRow[];
  readonly client: pg.Client;
  readonly screen: Page;
  private readonly pages: Pages;
  private readonly rooms: readonly StandIn[];

  private constructor(parts: {
    house: House;
    conference: TestConference;
    inspectorPort: number;
    crowd: CrowdProcess;
    clerks: readonly SeatRow[];
    client: pg.Client;
    screen: Page;
    pages: Pages;
    rooms: readonly StandIn[];
  }) {
    this.house = parts.house;
    this.conference = parts.conference;
    this.inspectorPort = parts.inspectorPort;
    this.crowd = parts.crowd;
    this.clerks = parts.clerks;
    this.client = parts.client;
    this.screen = parts.screen;
    this.pages = parts.pages;
    this.rooms = parts.rooms;
  }

  static async gather(): Promise<Country> {
    const inspectorPort = await freePort();
    process.env['NODE_OPTIONS'] = `--inspect=127.0.0.1:${inspectorPort}`;
    const house = await startHouse();
    delete process.env['NODE_OPTIONS'];
    const conference = await prepareConference(house.servers[0]!, { sites: SITES, everySite: true });
    const client = new pg.Client({ connectionString: house.databaseUrl });
    await client.connect();
    // Those of the sites that send have sockets of their own.
    const own = new Set<string>(conference.sites.map(({ siteId }) => siteId));
    const siteIds = (await invitedSiteIds(client, conference.conferenceId)).filter((siteId) => !own.has(siteId));
    const clerks = siteIds.map((siteId) => seatRow('clerk', siteId));
    await giveSeats(client, conference.conferenceId, clerks);
    const rooms: StandIn[] = [];
    for (const place of [conference.hall, ...conference.sites.slice(0, WATCHES - 1)])
      rooms.push(await standIn(conference.origin, await conference.room(place), true));
    const pages = await Pages.launch();
    const screens = await RoomScreens.open(pages, conference.origin, [await conference.room(conference.site(WATCHES))]);
    const crowd = new CrowdProcess();
    await crowd.ask({ type: 'open', seats: clerks.map((clerk) => socketOf(conference.origin, clerk)) }, 'opened');
    return new Country({
      house,
      conference,
      inspectorPort,
      crowd,
      clerks,
      client,
      screen: screens.watcher,
      pages,
      rooms,
    });
  }

  /** Whose screen is looked at. */
  get watching(): Place {
    return this.conference.site(WATCHES);
  }

  get server(): TestServer {
    return this.house.servers[0]!;
  }

  async end(): Promise<void> {
    this.crowd.end();
    for (const room of this.rooms) room.stop();
    await this.pages.close();
    await this.client.end();
    await this.house.stop();
  }
}
