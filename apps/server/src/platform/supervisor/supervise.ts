import { mkdirSync, realpathSync, watch } from 'node:fs';
import { join } from 'node:path';
import { exposureOf } from './exposure.ts';
import { houseOf, type Wishes } from './house.ts';
import { keep, type Keeper } from './keeper.ts';
import { lockDataDir } from './lock.ts';
import type { Ready } from './server.ts';

export type Supervisor = {
  /** resolves once every server listens; rejects, with everything ended again, when one cannot */
  readonly ready: Promise<void>;
  /** Ends servers first and PostgreSQL last, within 10 s. */
  stop(): Promise<void>;
};

/**
 * Locks the data folder and starts what the house needs, in order: PostgreSQL and LiveKit, then the servers.
 * @param say prints a line for the person who started us
 * @throws UsageError when this start cannot work, in a sentence that says what to do
 */
export async function supervise(
  start: Pick<Wishes, 'options' | 'config' | 'places' | 'env'>,
  say: (line: string) => void,
): Promise<Supervisor> {
  const exposure = exposureOf(start.config);
  // Others may pass through, as PostgreSQL's account must; what is inside is for its owners only.
  mkdirSync(start.options.dataDir, { recursive: true, mode: 0o711 });
  // One folder, one name: programs left behind are recognised by it.
  const options = { ...start.options, dataDir: realpathSync(start.options.dataDir) };
  const lock = await lockDataDir(options.dataDir);
  const behind: Keeper[] = [];
  const servers: Keeper[] = [];
  const heard: Ready[] = [];
  let stopped: Promise<void> | undefined;

  const endAll = async () => {
    await Promise.all(servers.map((keeper) => keeper.stop()));
    for (const keeper of behind.toReversed()) await keeper.stop();
    lock.release();
  };
  const stop = () => (stopped ??= endAll());

  const run = async () => {
    const house = await houseOf({ ...start, options, nodeIp: exposure.nodeIp }, (message) => heard.push(message));
    if (stopped !== undefined) return;
    for (const notice of exposure.notices) say(notice);
    behind.push(...house.behind.map((service) => keep(service, say)));
    await Promise.all(behind.map((keeper) => keeper.firstReady));
    if (stopped !== undefined) return;
    servers.push(...house.servers.map((service) => keep(service, say)));
    await Promise.all(servers.map((keeper) => keeper.firstReady));
    if (stopped !== undefined) return;
    for (const line of welcome(heard)) say(line);
    if (options.dev) restartOnChange(start.places.home, servers);
  };
  const ready = run().catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { ready, stop };
}

function welcome(heard: readonly Ready[]): string[] {
  const urls = heard.map((message) => message.url).toSorted();
  const links = new Set(heard.flatMap((message) => message.adminLink ?? []));
  return [
    `Điểm Cầu is ready: ${urls.join(' and ')}`,
    ...[...links].map((link) => `The first administrator opens this link, once: ${link}`),
  ];
}

const quietMs = 200;

/** For developers: a change of the server's or the domain's code restarts the servers; LiveKit and sessions stay. */
function restartOnChange(home: string, servers: readonly Keeper[]): void {
  let waiting: NodeJS.Timeout | undefined;
  const changed = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      for (const server of servers) server.restart();
    }, quietMs);
  };
  for (const folder of ['apps/server/src', 'packages/domain/src'])
    watch(join(home, folder), { recursive: true, persistent: false }, changed);
}
