// A real LiveKit for a test: on loopback, on free ports, ended by its process id.
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { access } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { AccessToken, type VideoGrant } from 'livekit-server-sdk';
import { LIVEKIT_SETTINGS } from '@diemcau/server/supervisor';

export type TestLiveKit = {
  /** `http://127.0.0.1:port`, for signalling and API alike. */
  readonly url: string;
  readonly key: string;
  readonly secret: string;
  readonly pid: number;
  readonly ports: LiveKitPorts;
  /** A token with exactly these grants, past all rules of the product. */
  readonly token: (room: string, identity: string, grant: VideoGrant) => Promise<string>;
  /** What LiveKit has logged up to now. */
  readonly log: () => string;
  readonly stop: () => Promise<void>;
  /** SIGKILL, as a crash does. */
  readonly kill: () => Promise<void>;
};

export type TestLiveKitOptions = {
  /** May a join create a room? The product's configuration says no. Default false. */
  readonly autoCreate?: boolean;
  /** Where LiveKit sends its webhooks, if anywhere. */
  readonly webhookUrl?: string;
  /** Media over TCP too, on a free port: LiveKit listens for that on all interfaces, whatever it is told. */
  readonly tcp?: boolean;
  /** TURN over TLS with this certificate, on a free port. */
  readonly turn?: TurnOptions;
  /** To start again as the same server after a kill. Default: new ones. */
  readonly ports?: LiveKitPorts;
  readonly keys?: { readonly key: string; readonly secret: string };
};

export type TurnOptions = { readonly domain: string; readonly certFile: string; readonly keyFile: string };

export type LiveKitPorts = {
  readonly signal: number;
  readonly tcp: number;
  readonly udp: number;
  readonly turn: number;
};

const READY_WITHIN_MS = 15_000;
const STOPPED_WITHIN_MS = 5000;

/** The binary that `script/bootstrap` installs, unless the environment names another. */
const livekitBinary = async (): Promise<string> => {
  const named = process.env['LIVEKIT_SERVER_BIN'];
  if (named) return named;
  const cached = fileURLToPath(new URL('../.cache/bin/livekit-server', import.meta.url));
  return access(cached).then(
    () => cached,
    () => 'livekit-server',
  );
};

const freeTcpPort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || !address) throw new Error('a TCP server without a port');
  return address.port;
};

const freeUdpPort = async (): Promise<number> => {
  const socket = createSocket('udp4').bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address();
  socket.close();
  await once(socket, 'close');
  return port;
};

const freeLiveKitPorts = async (): Promise<LiveKitPorts> => ({
  signal: await freeTcpPort(),
  tcp: await freeTcpPort(),
  udp: await freeUdpPort(),
  turn: await freeTcpPort(),
});

/** JSON is YAML too. */
const configuration = (
  ports: LiveKitPorts,
  keys: { key: string; secret: string },
  options: TestLiveKitOptions,
): string =>
  JSON.stringify({
    port: ports.signal,
    bind_addresses: ['127.0.0.1'],
    rtc: {
      tcp_port: options.tcp ? ports.tcp : 0,
      udp_port: ports.udp,
      node_ip: '127.0.0.1',
      use_external_ip: false,
      stun_servers: [`127.0.0.1:${ports.tcp}`],
      pli_throttle: LIVEKIT_SETTINGS.pliThrottle,
      enable_loopback_candidate: true,
      interfaces: { includes: ['lo'] },
    },
    audio: LIVEKIT_SETTINGS.audio,
    room: {
      enabled_codecs: LIVEKIT_SETTINGS.codecs,
      auto_create: options.autoCreate ?? false,
      empty_timeout: 86_400,
      departure_timeout: 86_400,
    },
    ...(options.turn && {
      turn: {
        enabled: true,
        domain: options.turn.domain,
        tls_port: ports.turn,
        udp_port: 0,
        cert_file: options.turn.certFile,
        key_file: options.turn.keyFile,
        bind_addresses: ['127.0.0.1'],
        allow_restricted_peer_cidrs: ['127.0.0.1/32'],
      },
    }),
    keys: { [keys.key]: keys.secret },
    ...(options.webhookUrl ? { webhook: { api_key: keys.key, urls: [options.webhookUrl] } } : {}),
    logging: { level: 'info' },
  });

const untilReady = async (url: string, child: ChildProcess, log: () => string): Promise<void> => {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) break;
    const isUp = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isUp) return;
    await delay(50);
  }
  throw new Error(`LiveKit did not start:\n${log()}`);
};

const ended = async (child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill(signal);
  const timer = setTimeout(() => child.kill('SIGKILL'), STOPPED_WITHIN_MS);
  await exit;
  clearTimeout(timer);
};

const newKeys = () => ({ key: `key${randomBytes(6).toString('hex')}`, secret: randomBytes(32).toString('hex') });

/** Starts LiveKit and waits until it answers; throws with its log when it does not within 15 s. */
export const startLiveKit = async (options: TestLiveKitOptions = {}): Promise<TestLiveKit> => {
  const ports = options.ports ?? (await freeLiveKitPorts());
  const { key, secret } = options.keys ?? newKeys();
  const child = spawn(await livekitBinary(), ['--config-body', configuration(ports, { key, secret }, options)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  child.stdout.on('data', (bytes: Buffer) => lines.push(bytes.toString()));
  child.stderr.on('data', (bytes: Buffer) => lines.push(bytes.toString()));
  // A binary that is not there shows as an error instead of an exit.
  child.on('error', (error) => lines.push(String(error)));
  const log = (): string => lines.join('');
  const url = `http://127.0.0.1:${ports.signal}`;
  await untilReady(url, child, log).catch(async (error: unknown) => {
    if (child.pid) await ended(child);
    throw error;
  });
  if (!child.pid) throw new Error('LiveKit answers but has no process id');
  const token = (room: string, identity: string, grant: VideoGrant): Promise<string> => {
    const made = new AccessToken(key, secret, { identity, ttl: '2m' });
    made.addGrant({ roomJoin: true, room, ...grant });
    return made.toJwt();
  };
  return {
    url,
    key,
    secret,
    pid: child.pid,
    ports,
    token,
    log,
    stop: () => ended(child),
    kill: () => ended(child, 'SIGKILL'),
  };
};
