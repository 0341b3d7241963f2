// The tests' own eyes and ears, tested first: two pages of one browser, without the product.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { test as base, expect, type Page } from '@playwright/test';
import { everHeardBy, heardBy, listenNow, seenIn, sensesScript } from '@diemcau/testkit/browser';

const SITE = 11;
const SOON = { timeout: 10_000, intervals: [100] };

/** A page that is allowed to capture: its address is the machine's own. */
const test = base.extend<{ room: Page }>({
  room: async ({ page }, use) => {
    const server = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end('<!doctype html><video autoplay muted></video><audio autoplay></audio>');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    await page.addInitScript({ content: sensesScript(SITE) });
    await page.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
    await use(page);
    server.close();
  },
});

/** Shows and plays what the page captures: as it is, or after a way through WebRTC as a receiver gets it. */
const loop = (page: Page, way: 'direct' | 'webrtc'): Promise<void> =>
  page.evaluate(async (chosen) => {
    const captured = await navigator.mediaDevices.getUserMedia({ video: true, audio: true });
    const received = new MediaStream();
    if (chosen === 'direct') for (const track of captured.getTracks()) received.addTrack(track);
    else {
      const [sender, receiver] = [new RTCPeerConnection(), new RTCPeerConnection()];
      sender.addEventListener('icecandidate', ({ candidate }) => void receiver.addIceCandidate(candidate));
      receiver.addEventListener('icecandidate', ({ candidate }) => void sender.addIceCandidate(candidate));
      receiver.addEventListener('track', ({ track }) => received.addTrack(track));
      for (const track of captured.getTracks()) sender.addTrack(track);
      await sender.setLocalDescription();
      if (sender.localDescription) await receiver.setRemoteDescription(sender.localDescription);
      await receiver.setLocalDescription();
      if (receiver.localDescription) await sender.setRemoteDescription(receiver.localDescription);
    }
    for (const element of document.querySelectorAll<HTMLMediaElement>('video, audio')) element.srcObject = received;
  }, way);

for (const way of ['direct', 'webrtc'] as const) {
  test(`the number is seen and the tone heard, ${way}`, async ({ room }) => {
    expect(await seenIn(room, 'video')).toBeNull();
    await loop(room, way);
    await expect.poll(() => seenIn(room, 'video'), SOON).toBe(SITE);
    await expect.poll(() => heardBy(room), SOON).toEqual([SITE]);
  });
}

test('a picture that stands still is not seen, and a muted element is not heard', async ({ room }) => {
  await loop(room, 'direct');
  await expect.poll(() => seenIn(room, 'video'), SOON).toBe(SITE);
  await expect.poll(() => heardBy(room), SOON).toEqual([SITE]);
  await room.evaluate(() => {
    for (const element of document.querySelectorAll('audio')) element.muted = true;
    for (const element of document.querySelectorAll('video')) element.pause();
  });
  await expect.poll(() => seenIn(room, 'video'), SOON).toBeNull();
  await expect.poll(() => heardBy(room), SOON).toEqual([]);
});

test('a tone that was there for a moment is remembered', async ({ room }) => {
  await loop(room, 'direct');
  await expect.poll(() => heardBy(room), SOON).toEqual([SITE]);
  await room.evaluate(() => {
    for (const element of document.querySelectorAll('audio')) element.muted = true;
  });
  await expect.poll(() => heardBy(room), SOON).toEqual([]);
  const silentSince = await listenNow(room);
  await expect.poll(async () => (await listenNow(room)) - silentSince, SOON).toBeGreaterThan(1000);
  expect(await everHeardBy(room, silentSince)).toEqual([]);
  expect(await everHeardBy(room, 0)).toEqual([SITE]);
});
