// What every journey starts from: the whole product of its own, and pages opened by seats.
import { test as base, type Browser, type Page, type TestInfo } from '@playwright/test';
import {
  SeatClient,
  startHouse,
  throughThinLine,
  type House,
  type HouseOptions,
  type OpenedSeat,
  type Place,
  type ThinLine,
} from '@diemcau/testkit';
import { sensesScript } from '@diemcau/testkit/browser';

export { expect } from '@playwright/test';

/** Of a journey that measures neither picture, sound nor time: another one may run beside it. */
export const BESIDE = { tag: '@beside' };

export type Opening = {
  /** Default: its seat's page. */
  readonly path?: string;
  /** Default: the journeys' own; for a person whose cable is pulled, one of its own. */
  readonly browser?: Browser;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** What the camera of a room sees instead of its number, as `clipFile` gives it. */
  readonly clip?: string;
  /** The tone that the microphone of a desk hears. */
  readonly microphone?: number;
  /** Picture and sound come and go through this line; commands and news go beside it. */
  readonly line?: ThinLine;
  /** Runs in the page before its own code. */
  readonly script?: string;
};

/** A screen that has no seat yet: the number that its camera sees and its microphone hears. */
export type NewScreen = { readonly role: 'room'; readonly place: Pick<Place, 'number'>; readonly path: '/room' };

/** Somebody who has only an address: of the public watch link, or of the office. */
export type Newcomer = { readonly role: 'observer'; readonly place: null; readonly path: string };
export const newcomer = (path: string): Newcomer => ({ role: 'observer', place: null, path });

export type Journey = {
  /** Of the house that the journey starts from. */
  readonly houseOptions: HouseOptions;
  /** PostgreSQL, LiveKit and one server, fresh; their logs are kept when the journey fails. */
  readonly house: House;
  /** Opens the page of a seat as its person would, in a browser profile of its own. */
  readonly open: (seat: OpenedSeat | NewScreen | Newcomer, opening?: Opening) => Promise<Page>;
  /** The same without a page: for those whose screen the journey is not about. */
  readonly join: (seat: OpenedSeat) => Promise<SeatClient>;
};

/** Rooms are many and only watched: smaller than in life, so that two cores paint them in time. */
const ROOM = { width: 960, height: 540 };
const DESK = { width: 1366, height: 768 };

const keepLogs = async (house: House, info: TestInfo): Promise<void> => {
  if (info.status === info.expectedStatus) return;
  const logs = {
    ...Object.fromEntries(house.servers.map(({ log }, i) => [`server-${i}`, log()])),
    livekit: house.livekit().log(),
  };
  for (const [name, body] of Object.entries(logs))
    await info.attach(`${name}.log`, { body, contentType: 'text/plain' });
};

/** What a page says when something is wrong goes with the report of a failure. */
const noteFaults = (page: Page, name: string, faults: string[]): void => {
  page.on('pageerror', (error) => faults.push(`${name}: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`${name}: ${message.text()}`);
  });
};

export const test = base.extend<Journey>({
  houseOptions: [{}, { option: true }],
  house: async ({ houseOptions }, use, info) => {
    const house = await startHouse(houseOptions);
    await use(house);
    await keepLogs(house, info);
    await house.stop();
  },
  open: async ({ house, browser }, use, info) => {
    const faults: string[] = [];
    await use(async (seat, opening = {}) => {
      const origin = house.servers[0]?.origin ?? '';
      const viewport = opening.viewport ?? (seat.role === 'room' ? ROOM : DESK);
      const context = await (opening.browser ?? browser).newContext({ baseURL: origin, viewport });
      if ('cookie' in seat) {
        const [name = '', value = ''] = seat.cookie.split('=', 2);
        await context.addCookies([{ name, value, url: origin }]);
      }
      await context.addInitScript({
        content: sensesScript(
          seat.role === 'room' ? (seat.place?.number ?? null) : (opening.microphone ?? null),
          opening.clip,
        ),
      });
      if (opening.script !== undefined) await context.addInitScript({ content: opening.script });
      if (opening.line) await context.addInitScript({ content: throughThinLine(opening.line.port) });
      const page = await context.newPage();
      noteFaults(page, `${seat.role} ${seat.place?.number ?? ''}`, faults);
      await page.goto(opening.path ?? seat.path);
      return page;
    });
    if (info.status !== info.expectedStatus)
      await info.attach('pages.log', { body: faults.join('\n'), contentType: 'text/plain' });
    // Pages go before the house, or they would spend its end on reconnecting.
    for (const context of browser.contexts()) await context.close();
  },
  join: async ({ house }, use) => {
    const clients: SeatClient[] = [];
    await use(async (seat) => {
      const client = await SeatClient.open(house.servers[0]?.origin ?? '', seat);
      clients.push(client);
      return client;
    });
    for (const client of clients) client.close();
  },
});
