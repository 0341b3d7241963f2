import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { readJson, writePrivately } from './keep-file.ts';

const schema = z.object({
  postgres: z.int(),
  livekit: z.int(),
  livekitTcp: z.int(),
  livekitUdp: z.int(),
});

/** Ports of the programs behind the server; kept so that a restart, and a firewall, find the same ones. */
export type Ports = z.infer<typeof schema>;

/** Below the range from which Linux takes ports for outgoing connections, so that nobody takes ours while we are down. */
const first = 20_000;
const count = 12_000;
const attempts = 200;

/** LiveKit's usual media ports, for a machine with a firewall in front; on one machine alone any will do. */
const usual: Partial<Ports> = { livekitTcp: 7881, livekitUdp: 7882 };

/**
 * The ports to use: the kept ones while they are free or held by a program of ours (`held`), else new ones.
 * @param open whether other machines must reach LiveKit's media ports
 */
export async function portsIn(dataDir: string, held: ReadonlySet<keyof Ports>, open: boolean): Promise<Ports> {
  const path = join(dataDir, 'ports.json');
  const kept = schema.partial().parse(readJson(path) ?? {});
  const taken = new Set<number>();
  const choose = async (name: keyof Ports): Promise<number> => {
    const wanted = kept[name] ?? (open ? usual[name] : undefined);
    if (wanted !== undefined && (held.has(name) || (await isFree(wanted, name, open)))) return wanted;
    for (let attempt = 0; attempt < attempts; attempt++) {
      const port = first + Math.floor(Math.random() * count);
      if (!taken.has(port) && (await isFree(port, name, open))) return port;
    }
    throw new Error(`No free port was found for ${name} between ${first} and ${first + count}.`);
  };
  const chosen: Partial<Ports> = {};
  for (const name of schema.keyof().options) {
    chosen[name] = await choose(name);
    taken.add(chosen[name]);
  }
  const ports = schema.parse(chosen);
  writePrivately(path, `${JSON.stringify(ports, null, 2)}\n`);
  return ports;
}

async function isFree(port: number, name: keyof Ports, open: boolean): Promise<boolean> {
  const media = name === 'livekitTcp' || name === 'livekitUdp';
  const host = open && media ? '0.0.0.0' : '127.0.0.1';
  return name === 'livekitUdp' ? udpIsFree(port, host) : tcpIsFree(port, host);
}

/** Whether a server could listen on this TCP port now. */
export function tcpIsFree(port: number, host: string): Promise<boolean> {
  return new Promise((answer) => {
    const probe = createServer();
    probe.once('error', () => answer(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => answer(true)));
  });
}

function udpIsFree(port: number, host: string): Promise<boolean> {
  return new Promise((answer) => {
    const probe = createSocket('udp4');
    probe.once('error', () => probe.close(() => answer(false)));
    probe.bind({ port, address: host, exclusive: true }, () => probe.close(() => answer(true)));
  });
}
