// The product and the bare server, seen from the same crowd.
import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import WebSocket from 'ws';
import type { Command } from '@diemcau/domain/live';
import { PROTOCOL } from '@diemcau/domain/wire';
import { freePort, prepareConference, startHouse, type House, type TestConference } from '@diemcau/testkit';
import { giveSeats, invitedSiteIds, seatRow, socketOf } from '../seats.ts';
import { nowMs } from './clock.ts';
import { CrowdProcess } from './crowd-process.ts';
import type { Seat } from './messages.ts';

/** Desks that publish at once; each may send 20 frames a second. */
const PUBLISHERS = 60;

/** Who can make events, and whom they reach. */
export type Side = {
  readonly crowd: CrowdProcess;
  readonly pid: number;
  readonly inspectorPort: number;
  readonly seats: readonly Seat[];
  /** Sends one event by publisher n. */
  readonly publish: (n: number) => void;
  readonly stop: () => Promise<void>;
};

const opened = async (url: string, headers: Readonly<Record<string, string>> = {}): Promise<WebSocket> => {
  const socket = new WebSocket(url, { headers, perMessageDeflate: false });
  await once(socket, 'open');
  // Publishers only send: what they hear is read and dropped.
  socket.on('message', () => undefined);
  return socket;
};

export type Product = Side & {
  readonly conference: TestConference;
  readonly siteIds: readonly string[];
  readonly query: <T extends pg.QueryResultRow>(sql: string, values: readonly unknown[]) => Promise<readonly T[]>;
};

/** A conference of the whole country with a clerk before each site's page; the crowd is not there yet. */
export const startProduct = async (): Promise<Product> => {
  const inspectorPort = await freePort();
  process.env['NODE_OPTIONS'] = `--inspect=127.0.0.1:${inspectorPort}`;
  const house: House = await startHouse();
  delete process.env['NODE_OPTIONS'];
  const server = house.servers[0]!;
  const conference = await prepareConference(server, { sites: 2, everySite: true });
  const client = new pg.Client({ connectionString: house.databaseUrl });
  await client.connect();
  const siteIds = await invitedSiteIds(client, conference.conferenceId);
  const clerks = siteIds.map((siteId) => seatRow('clerk', siteId));
  const desks = Array.from({ length: PUBLISHERS }, () => seatRow('moderator', null));
  await giveSeats(client, conference.conferenceId, [...clerks, ...desks]);
  const publishers = await Promise.all(
    desks.map(async (desk) => {
      const { url, headers } = socketOf(conference.origin, desk);
      const socket = await opened(url, headers);
      socket.send(JSON.stringify({ type: 'hello', protocol: PROTOCOL, epoch: null, lastSeq: 0 }));
      return socket;
    }),
  );
  const say = (n: number, command: Command) =>
    publishers[n % PUBLISHERS]?.send(JSON.stringify({ type: 'command', id: randomUUID(), command }));
  say(0, { type: 'conference.open' });
  await delay(1000);
  const crowd = new CrowdProcess();
  return {
    crowd,
    pid: server.pid,
    inspectorPort,
    conference,
    siteIds,
    seats: clerks.map((clerk) => socketOf(conference.origin, clerk)),
    // An event of about 150 bytes that all may know.
    publish: (n) => say(n, { type: 'floor.setStandby', siteIds: [conference.site((n % 2) + 1).siteId] }),
    query: async <T extends pg.QueryResultRow>(sql: string, values: readonly unknown[]) =>
      (await client.query<T>(sql, [...values])).rows,
    stop: async () => {
      crowd.end();
      for (const socket of publishers) socket.terminate();
      await client.end();
      await house.stop();
    },
  };
};

export const startBare = async (howMany: number): Promise<Side> => {
  const port = await freePort();
  const inspectorPort = await freePort();
  const child = fork(join(import.meta.dirname, 'bare.ts'), {
    env: { ...process.env, PORT: String(port) },
    execArgv: [`--inspect=127.0.0.1:${inspectorPort}`],
  });
  await once(child, 'message');
  const url = `ws://127.0.0.1:${port}`;
  const publishers = await Promise.all(Array.from({ length: PUBLISHERS }, () => opened(url)));
  const crowd = new CrowdProcess();
  const siteId = randomUUID();
  const standby = [{ siteId, requestId: null, speakerId: null }];
  return {
    crowd,
    pid: child.pid!,
    inspectorPort,
    seats: Array.from({ length: howMany }, () => ({ url, headers: {}, hello: false })),
    publish: (n) =>
      publishers[n % PUBLISHERS]?.send(
        JSON.stringify({ id: randomUUID(), event: { type: 'standbySet', mode: 'manual', standby } }),
      ),
    stop: async () => {
      crowd.end();
      for (const socket of publishers) socket.terminate();
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
};

/** Ms from sending each of `count` events, one every `everyMs`, until the last of all sockets has it. */
export const latencies = async ({ crowd, publish }: Side, count: number, everyMs: number): Promise<number[]> => {
  const ms: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const sentAt = nowMs();
    const reached = new Promise<number>((resolve) => {
      const off = crowd.on((message) => {
        if (message.type !== 'reached') return;
        off();
        resolve(message.atMs);
      });
    });
    publish(n);
    ms.push((await reached) - sentAt);
    await delay(Math.max(0, everyMs - (nowMs() - sentAt)));
  }
  return ms;
};

/** Events that reach all sockets in a second, with `inFlight` of them under way at any time. */
export const throughput = async ({ crowd, publish }: Side, inFlight: number, forMs: number): Promise<number> => {
  let sent = 0;
  let reached = 0;
  const began = nowMs();
  await new Promise<void>((resolve) => {
    const off = crowd.on((message) => {
      if (message.type !== 'reached') return;
      reached += 1;
      if (nowMs() - began < forMs) publish(sent++);
      else if (reached === sent) {
        off();
        resolve();
      }
    });
    for (; sent < inFlight;) publish(sent++);
  });
  return (reached * 1000) / (nowMs() - began);
};
