// A network that lets no UDP out: sound and picture come over TCP, and where only TLS passes, through TURN.
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { CHROMIUM } from '@diemcau/testkit/browser';
import { prepareConference, type House } from '@diemcau/testkit';
import { expect, test, type Journey, type Opening } from './journey.ts';
import { RoomScreen } from './room-screen.ts';

const TURN_NAME = 'turn.diemcau.test';

/** Keeps hold of connections, so that it can be told how they go; `given` is what each is configured with. */
const keeping = (config = 'given'): string => `(() => {
  const ways = [];
  const Native = RTCPeerConnection;
  const { setConfiguration } = Native.prototype;
  const changed = (given) => ${config};
  Native.prototype.setConfiguration = function (given) {
    return setConfiguration.call(this, changed(given));
  };
  window.RTCPeerConnection = new Proxy(Native, {
    construct: (target, [given]) => {
      const made = Reflect.construct(target, [changed(given)]);
      ways.push(made);
      return made;
    },
  });
  Object.defineProperty(window, 'ways', { value: ways });
})();`;

/** Of the addresses that LiveKit offers those for TCP alone reach the page. */
const WITHOUT_UDP = `${keeping()}(() => {
  const { prototype } = RTCPeerConnection;
  const { addIceCandidate, setRemoteDescription } = prototype;
  const isTcp = (line) => / tcp /i.test(line);
  prototype.addIceCandidate = function (given) {
    return !given?.candidate || isTcp(given.candidate) ? addIceCandidate.call(this, given) : Promise.resolve();
  };
  prototype.setRemoteDescription = function ({ type, sdp }) {
    const lines = sdp.split('\\r\\n').filter((line) => !line.startsWith('a=candidate:') || isTcp(line));
    return setRemoteDescription.call(this, { type, sdp: lines.join('\\r\\n') });
  };
  Object.defineProperty(prototype, 'onicecandidate', { set: () => undefined, get: () => null });
})();`;

declare global {
  interface Window {
    /** The page's connections, kept by the script above. */
    readonly ways: readonly RTCPeerConnection[];
  }
}

/** How each connection of the page reaches LiveKit. */
const waysOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const { ways } = window;
    const found: string[] = [];
    for (const way of ways.filter(({ connectionState }) => connectionState === 'connected')) {
      const report = await way.getStats();
      const all = new Map<string, Record<string, string>>();
      report.forEach((entry: Record<string, string>, id: string) => all.set(id, entry));
      for (const entry of all.values()) {
        if (entry['type'] !== 'transport') continue;
        const local = all.get(all.get(entry['selectedCandidatePairId'] ?? '')?.['localCandidateId'] ?? '');
        found.push(local?.['relayProtocol'] ?? local?.['protocol'] ?? '');
      }
    }
    return [...new Set(found)];
  });

/** The hall speaks, and the site sees and hears it, by this way alone. */
const takesPart = async (house: House, open: Journey['open'], opening: Opening, way: string): Promise<void> => {
  const conference = await prepareConference(house.servers[0]!, { sites: 1 });
  const { hall } = conference;
  const hallScreen = new RoomScreen(await open(await conference.room(hall)));
  const site = new RoomScreen(await open(await conference.room(conference.site(1)), opening));
  await hallScreen.isUp();
  await site.isUp();
  const moderator = await open(await conference.seat('moderator'));
  await moderator.getByRole('button', { name: 'Khai mạc', exact: true }).click();
  await moderator.getByRole('dialog').getByRole('button', { name: 'Khai mạc hội nghị' }).click();
  await site.sees(hall.number);
  await site.hears(hall.number);
  expect(await waysOf(site.page)).toEqual([way]);
};

test.describe('where no UDP passes', () => {
  test.use({ houseOptions: { tcp: true } });

  test('M27: a room takes part over TCP', async ({ house, open }) => {
    await takesPart(house, open, { script: WITHOUT_UDP }, 'tcp');
  });
});

/** Nothing but a relay, which LiveKit says is at port 443: here the port is another, as behind a forwarding one. */
const throughTurn = (port: number): string =>
  keeping(`({
    ...given,
    iceTransportPolicy: 'relay',
    iceServers: JSON.parse(JSON.stringify(given.iceServers ?? []).replaceAll('${TURN_NAME}:443', '${TURN_NAME}:${port}')),
  })`);

/** A certificate of nobody, for the tests alone; good for a hundred years. */
const ofTurn = (file: string): string => fileURLToPath(new URL(`../testkit/turn/${file}.pem`, import.meta.url));

test.describe('where only TLS passes', () => {
  test.use({ houseOptions: { turn: { domain: TURN_NAME, certFile: ofTurn('cert'), keyFile: ofTurn('key') } } });

  test('M27: a room takes part through TURN over TLS', async ({ house, open, playwright }) => {
    // The name is this machine's: the site's browser is told to believe it, and its certificate.
    const trusting = ['--ignore-certificate-errors', `--host-resolver-rules=MAP ${TURN_NAME} 127.0.0.1`];
    const browser = await playwright.chromium.launch({ ...CHROMIUM, args: [...CHROMIUM.args, ...trusting] });
    await takesPart(house, open, { browser, script: throughTurn(house.livekit().ports.turn) }, 'tls');
    await browser.close();
  });
});
