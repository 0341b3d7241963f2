import { join } from 'node:path';
import type { Environment, SupervisorConfig } from '../config/index.ts';
import type { Service } from './keeper.ts';
import { livekitService, runningLivekit, type LivekitOptions } from './livekit.ts';
import { UsageError, type Options } from './options.ts';
import { portsIn, tcpIsFree, type Ports } from './ports.ts';
import { databaseUrl, postgresService, runningPostgres, type PostgresOptions } from './postgres.ts';
import { secretsIn, type Secrets } from './secrets.ts';
import { endLeftOverServers, serverService, type Ready } from './server.ts';

/** Where the parts of the project stand. */
export type Places = { home: string; serverMain: string };

/** All that one start was told. */
export type Wishes = { options: Options; config: SupervisorConfig; places: Places; env: Environment; nodeIp: string };

/** The programs of one installation. */
export type House = {
  /** what servers need, in the order of starting; the first one ends last */
  behind: Service[];
  servers: Service[];
};

/**
 * Finds or makes secrets and ports, and says which programs to run with them.
 * @throws UsageError when a port of the pages is taken
 */
export async function houseOf(wishes: Wishes, onReady: (message: Ready) => void): Promise<House> {
  const { options, config, places, nodeIp } = wishes;
  await endLeftOverServers(options.dataDir, places.serverMain);
  for (const port of pagePorts(wishes))
    if (port > 65_535 || !(await tcpIsFree(port, config.host)))
      throw new UsageError(`Port ${port} of ${config.host} is in use: name another one with --port.`);

  const secrets = secretsIn(options.dataDir);
  const ports = await portsIn(options.dataDir, heldPorts(options.dataDir), nodeIp !== '127.0.0.1');
  const postgres = ownPostgres(options.dataDir, secrets, ports);
  const livekit = ownLivekit(wishes, secrets, ports);
  const media = config.livekit ?? {
    url: `http://127.0.0.1:${livekit.port}`,
    apiKey: livekit.apiKey,
    apiSecret: livekit.apiSecret,
  };
  const told = {
    DATABASE_URL: config.databaseUrl ?? databaseUrl(postgres),
    LIVEKIT_URL: media.url,
    LIVEKIT_API_KEY: media.apiKey,
    LIVEKIT_API_SECRET: media.apiSecret,
    COOKIE_SECRET: secrets.cookieSecret,
  };
  return {
    behind: [
      ...(config.databaseUrl === undefined ? [postgresService(postgres)] : []),
      ...(config.livekit === undefined ? [livekitService(livekit)] : []),
    ],
    servers: serversOf(wishes, told, onReady),
  };
}

function serversOf(wishes: Wishes, told: Environment, onReady: (message: Ready) => void): Service[] {
  const { options, config, places, env } = wishes;
  const shared = {
    ...env,
    ...told,
    HOST: config.host,
    DATA_DIR: options.dataDir,
    DEMO: options.demo ? '1' : '0',
    DEV: options.dev ? '1' : '0',
    LOG_LEVEL: config.logLevel,
  };
  return pagePorts(wishes).map((port, index) =>
    serverService(
      {
        name: options.servers === 1 ? 'The server' : `Server ${index + 1}`,
        main: places.serverMain,
        dataDir: options.dataDir,
        index,
        env: { ...shared, PORT: String(port) },
        toTerminal: options.dev,
      },
      onReady,
    ),
  );
}

function ownPostgres(dataDir: string, secrets: Secrets, ports: Ports): PostgresOptions {
  return {
    dir: join(dataDir, 'postgres'),
    port: ports.postgres,
    logFile: join(dataDir, 'log/postgres.log'),
    postgresPassword: secrets.postgresPassword,
    databasePassword: secrets.databasePassword,
  };
}

function ownLivekit(wishes: Wishes, secrets: Secrets, ports: Ports): LivekitOptions {
  const { options, config, places, nodeIp } = wishes;
  return {
    dir: options.dataDir,
    program: config.livekitServerBin ?? join(places.home, '.cache/bin/livekit-server'),
    logFile: join(options.dataDir, 'log/livekit.log'),
    port: ports.livekit,
    tcpPort: ports.livekitTcp,
    udpPort: ports.livekitUdp,
    nodeIp,
    ...(config.turn && config.tls && { turn: { ...config.turn, ...config.tls } }),
    apiKey: secrets.livekitApiKey,
    apiSecret: secrets.livekitApiSecret,
    webhookUrls: pagePorts(wishes).map((port) => webhookUrl(config, port)),
  };
}

/** Each server listens on a port of its own, one after the other. */
function pagePorts({ options, config }: Wishes): number[] {
  return Array.from({ length: options.servers }, (_, index) => (options.port ?? config.port) + index);
}

/** Ports that programs of ours hold already, left behind by a killed supervisor and about to be adopted. */
function heldPorts(dataDir: string): Set<keyof Ports> {
  const held = new Set<keyof Ports>();
  if (runningPostgres(join(dataDir, 'postgres')) !== undefined) held.add('postgres');
  if (runningLivekit(dataDir) !== undefined)
    for (const name of ['livekit', 'livekitTcp', 'livekitUdp'] as const) held.add(name);
  return held;
}

function webhookUrl(config: SupervisorConfig, port: number): string {
  const host = ['0.0.0.0', '::', 'localhost'].includes(config.host) ? '127.0.0.1' : config.host;
  const scheme = config.tls === undefined ? 'http' : 'https';
  return `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}/api/v1/livekit/webhook`;
}
