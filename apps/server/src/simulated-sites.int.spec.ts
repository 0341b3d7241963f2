import { afterAll, beforeAll, expect, test } from 'vitest';
import { startHouse, type House } from '@diemcau/testkit';
import { field, list, text } from './under-test.ts';

let house: House;
beforeAll(async () => {
  house = await startHouse({ demo: true });
});
afterAll(() => house.stop());

const call = async (
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
): Promise<{ readonly body: unknown; readonly cookie: string }> => {
  const answer = await fetch(`${house.servers[0]?.origin}/api/v1${path}`, {
    method,
    ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  return { body: await answer.json(), cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' };
};
const gauge = async (pattern: RegExp): Promise<number> => {
  const answer = await fetch(`${house.servers[0]?.origin}/metrics`);
  return Number(pattern.exec(await answer.text())?.[1] ?? 0);
};
const simulated = async () =>
  list((await call('GET', '/demo')).body, 'seats').filter((seat) => field(seat, 'simulated') === true);

test('simulated sites come with their sockets, give way to a person, and leave again', async () => {
  expect((await call('POST', '/demo/simulated-sites', { count: 2 })).body).toEqual({ simulated: 2 });
  // The two and the hall, which is not counted.
  await expect.poll(() => gauge(/diemcau_sockets\{[^}]*class="site"[^}]*\} (\d+)/), { timeout: 20_000 }).toBe(3);
  const [, site] = await simulated();
  const taken = await call('POST', '/demo/seats', { role: 'room', siteId: text(site, 'siteId') });
  const seatId = text(taken.body, 'path').split('seat=')[1] ?? '';
  expect(taken.cookie).toContain(`seat.${seatId}=`);
  await expect.poll(async () => (await simulated()).length, { timeout: 20_000 }).toBe(2);
  // Asked again, the person's device is left alone.
  await call('POST', '/demo/simulated-sites', { count: 2 });
  const still = await fetch(`${house.servers[0]?.origin}/api/v1/seats/${seatId}`, {
    headers: { cookie: taken.cookie },
  });
  expect(still.status).toBe(200);
  expect((await call('POST', '/demo/simulated-sites', { count: 0 })).body).toEqual({ simulated: 0 });
  await expect.poll(() => gauge(/diemcau_sockets\{[^}]*class="site"[^}]*\} (\d+)/), { timeout: 20_000 }).toBe(0);
});
