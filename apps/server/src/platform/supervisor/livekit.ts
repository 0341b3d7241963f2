import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { openLog, readJson, tailOf, writePrivately } from './keep-file.ts';
import type { Service } from './keeper.ts';
import { adopted, runsAs, started, type Running } from './running.ts';

/** A LiveKit server of our own. Its signalling port is on the loopback address always: pages pass our gate. */
export type LivekitOptions = {
  /** folder for its configuration and the number of its process */
  dir: string;
  program: string;
  logFile: string;
  port: number;
  tcpPort: number;
  udpPort: number;
  /** address at which browsers reach the two media ports; on 127.0.0.1 nothing else of the machine is opened */
  nodeIp: string;
  /** TURN over TLS, for sites whose network lets nothing else out */
  turn?: { domain: string; port: number; certFile: string; keyFile: string };
  apiKey: string;
  apiSecret: string;
  /** where it reports what happens in its rooms */
  webhookUrls: string[];
};

const readyMs = 20_000;
const dayS = 24 * 60 * 60;

/** What our LiveKit does otherwise than by itself; the servers of tests and benches do the same. */
export const LIVEKIT_SETTINGS = {
  // LiveKit waits twice as long for larger pictures: who joins just after a key frame waits for the next.
  pliThrottle: { low_quality: '500ms', mid_quality: '500ms', high_quality: '500ms' },
  // A voice carries as much of the sentence before as its worst listener loses (Opus's own correction of errors).
  audio: { enable_loss_proxying: true },
  // What is not used makes every offer and answer longer.
  codecs: ['audio/opus', 'video/vp8', 'video/rtx'].map((mime) => ({ mime })),
};

/** LiveKit's configuration. It is written as JSON, which is YAML too. */
export function livekitConfig(options: LivekitOptions): object {
  const alone = options.nodeIp === '127.0.0.1';
  return {
    port: options.port,
    bind_addresses: ['127.0.0.1'],
    keys: { [options.apiKey]: options.apiSecret },
    rtc: {
      // LiveKit opens its TCP port to every network; for pages of this machine UDP is enough.
      tcp_port: alone ? 0 : options.tcpPort,
      udp_port: options.udpPort,
      node_ip: options.nodeIp,
      use_external_ip: false,
      // Without a name here LiveKit sends every page to STUN servers abroad; nobody needs one to reach `node_ip`.
      stun_servers: [`${options.nodeIp}:${options.tcpPort}`],
      pli_throttle: LIVEKIT_SETTINGS.pliThrottle,
      ...(alone && {
        enable_loopback_candidate: true,
        interfaces: { includes: ['lo'] },
        ips: { includes: ['127.0.0.1/32'] },
      }),
    },
    audio: LIVEKIT_SETTINGS.audio,
    // Rooms are made by the reconciler only; the default of 20 s would close a stage that is empty for a moment.
    room: { enabled_codecs: LIVEKIT_SETTINGS.codecs, auto_create: false, empty_timeout: dayS, departure_timeout: dayS },
    ...turnConfig(options),
    webhook: { api_key: options.apiKey, urls: options.webhookUrls },
    logging: { level: 'info', json: true },
  };
}

/** LiveKit's own TURN. A relay may reach nothing but LiveKit itself: a private address must be named for that. */
function turnConfig({ turn, nodeIp }: LivekitOptions): object {
  if (turn === undefined) return {};
  return {
    turn: {
      enabled: true,
      domain: turn.domain,
      tls_port: turn.port,
      udp_port: 0,
      cert_file: turn.certFile,
      key_file: turn.keyFile,
      bind_addresses: [nodeIp === '127.0.0.1' ? nodeIp : '0.0.0.0'],
      allow_restricted_peer_cidrs: [`${nodeIp}/${nodeIp.includes(':') ? 128 : 32}`],
    },
  };
}

const configFile = (dir: string) => join(dir, 'livekit.json');
const pidFile = (dir: string) => join(dir, 'livekit.pid');
const pidSchema = z.int();

/** The number of the LiveKit process that runs with the configuration in `dir`, if there is one. */
export function runningLivekit(dir: string): number | undefined {
  const pid = readJson(pidFile(dir));
  return pid !== undefined && isLivekit(pidSchema.parse(pid), dir) ? pidSchema.parse(pid) : undefined;
}

const isLivekit = (pid: number, dir: string) => runsAs(pid, ['--config', configFile(dir)]);

/** LiveKit as a service of the supervisor. */
export function livekitService(options: LivekitOptions): Service {
  return {
    name: 'LiveKit',
    start: () => start(options),
    ready: (_running, signal) => untilItAnswers(options, signal),
    ending,
    lastWords: () => tailOf(options.logFile, 5),
  };
}

// The first signal waits for every participant to leave, the second does not.
const ending = [
  { signal: 'SIGINT', waitMs: 500 },
  { signal: 'SIGINT', waitMs: 1000 },
] as const;

async function start(options: LivekitOptions): Promise<Running> {
  const text = JSON.stringify(livekitConfig(options), null, 2);
  const left = runningLivekit(options.dir);
  if (left !== undefined) {
    const running = adopted(left, () => isLivekit(left, options.dir));
    if (readFileSync(configFile(options.dir), 'utf8') === text) return running;
    running.signal('SIGKILL');
    await running.ended;
  }
  if (!existsSync(options.program)) throw new Error(`there is no program ${options.program}: run script/bootstrap`);
  writePrivately(configFile(options.dir), text);
  const log = openLog(options.logFile);
  const child = spawn(options.program, ['--config', configFile(options.dir)], {
    cwd: options.dir,
    detached: true,
    stdio: ['ignore', log, log],
  });
  const running = started(child, 'LiveKit');
  writePrivately(pidFile(options.dir), String(running.pid));
  return running;
}

async function untilItAnswers(options: LivekitOptions, signal: AbortSignal): Promise<void> {
  const deadline = performance.now() + readyMs;
  while (!(await answers(options.port, signal))) {
    signal.throwIfAborted();
    if (performance.now() > deadline) throw new Error('it does not answer');
    await sleep(50, undefined, { signal });
  }
}

/** LiveKit says OK on its root page once it is ready for rooms. */
async function answers(port: number, signal: AbortSignal): Promise<boolean> {
  try {
    const reply = await fetch(`http://127.0.0.1:${port}/`, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(2000)]),
    });
    return reply.ok;
  } catch (error) {
    if (error instanceof TypeError || (error instanceof Error && error.name === 'TimeoutError')) return false;
    throw error;
  }
}
