// Sites polled by deadlines: over a killed server, over two, and past those that are not there.
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  prepareConference,
  SeatClient,
  startHouse,
  type House,
  type OpenedSeat,
  type Place,
  type TestConference,
} from '@diemcau/testkit';
import { PollingId, SiteId } from '@diemcau/domain/kernel';
import type { PollingMode } from '@diemcau/domain/programme';
import type { WireEvent } from '@diemcau/domain/wire';

const STEP_S = 10;

let house: House;
let conference: TestConference;
let operator: SeatClient;
const screens: OpenedSeat[] = [];
const open: SeatClient[] = [];

const idOf = (place: Place): SiteId => SiteId.parse(place.siteId);
const sites = (...numbers: number[]) => numbers.map((n) => idOf(conference.site(n)));
const page = async (server: number, seat: OpenedSeat): Promise<SeatClient> => {
  const client = await SeatClient.open(house.servers[server]!.origin, seat);
  open.push(client);
  return client;
};
const pollingOf = ({ live }: SeatClient) => live.programme.polling;
const onAirIn = ({ live }: SeatClient): SiteId | null =>
  live.programme.onAir.kind === 'site' ? live.programme.onAir.siteId : null;
const eventsOf = (client: SeatClient): readonly WireEvent[] =>
  client.frames.flatMap((frame) => (frame.type === 'events' ? frame.events : []));

const start = async (mode: PollingMode, siteIds: SiteId[]): Promise<PollingId> => {
  const pollingId = PollingId.parse(randomUUID());
  await operator.must({
    type: 'programme.startPolling',
    pollingId,
    mode,
    siteIds,
    seconds: STEP_S,
    repeat: false,
  });
  return pollingId;
};

beforeAll(async () => {
  house = await startHouse({ servers: 2 });
  conference = await prepareConference(house.servers[0]!, { sites: 3 });
  const moderator = await SeatClient.open(house.servers[0]!.origin, await conference.seat('moderator'));
  await moderator.must({ type: 'conference.open' });
  moderator.close();
  for (const n of [1, 3]) screens.push(await conference.room(conference.site(n)));
  operator = await SeatClient.open(house.servers[1]!.origin, await conference.seat('operator'));
}, 120_000);
afterAll(async () => {
  operator.close();
  await house.stop();
});
afterEach(async () => {
  const polling = pollingOf(operator);
  if (polling) await operator.must({ type: 'programme.stopPolling', pollingId: polling.pollingId });
  for (const client of open.splice(0)) client.close();
});

describe('polling of sites', () => {
  it('P17: who is not connected is passed over and named; the others come in their order', async () => {
    await page(1, screens[0]!);
    await page(1, screens[1]!);
    await operator.until(() => operator.presence?.present === 2, 'two screens');
    const pollingId = await start('preview', sites(1, 2, 3));
    await operator.until(() => pollingOf(operator)?.place === 0, 'the first site');
    await operator.must({ type: 'programme.jumpPolling', pollingId, move: 1, place: 1 });
    await operator.until(() => pollingOf(operator)?.place === 2, 'the third, past the second');
    expect(pollingOf(operator)?.passedOver).toEqual(sites(2));
    expect(operator.live.programme.preview).toEqual({ kind: 'site', siteId: idOf(conference.site(3)) });
  });

  it('P15, P16: no other class hears of a polling in preview, and only of the picture of one on air', async () => {
    const screen = await page(1, screens[0]!);
    await operator.until(() => (operator.presence?.present ?? 0) > 0, 'a screen');
    const first = await start('preview', sites(1));
    await operator.until(() => pollingOf(operator)?.place === 0, 'the preview');
    await operator.must({ type: 'programme.stopPolling', pollingId: first });
    await start('onAir', sites(1));
    await screen.until(() => onAirIn(screen) === idOf(conference.site(1)), 'the picture');
    expect(screen.live.programme).toMatchObject({ polling: null, shownBy: 'onAir', preview: { kind: 'title' } });
    expect(new Set(eventsOf(screen).map(({ type }) => type))).toEqual(new Set(['programmeModeSet', 'pictureCut']));
  });

  it('P17: a killed server takes no step away, and no site is shown twice', async () => {
    const [here, there] = [await page(1, screens[0]!), await page(1, screens[1]!)];
    await operator.until(() => operator.presence?.present === 2, 'two screens');
    const before = eventsOf(operator).length;
    await start('preview', sites(1, 3));
    await operator.until(() => pollingOf(operator)?.place === 0, 'the first site');
    await house.servers[0]!.kill('SIGKILL');
    await operator.until(() => pollingOf(operator)?.place === 1, 'the next', (STEP_S + 5) * 1000);
    await operator.until(() => pollingOf(operator) === null, 'the end', (STEP_S + 5) * 1000);
    const types = eventsOf(operator)
      .slice(before)
      .map(({ type }) => type);
    expect(types.filter((type) => type === 'pollingStepped')).toHaveLength(3);
    expect(types.filter((type) => type === 'previewSet')).toHaveLength(2);
    for (const client of [here, there]) expect(client.gaps).toBe(0);
  }, 60_000);
});
