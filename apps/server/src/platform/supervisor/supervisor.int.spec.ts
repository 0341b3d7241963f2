import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { runsAs } from './running.ts';

/**
 * The supervisor as a person meets it: a command, its lines, and signals. Its server is a tiny one that only keeps the
 * agreement between a server and its supervisor; PostgreSQL and LiveKit are the real ones.
 */
const server = `
import { createServer } from 'node:http';
const { PORT, HOST, DATABASE_URL } = process.env;
process.on('disconnect', () => process.exit());
process.on('SIGTERM', () => process.exit(0));
createServer((_request, reply) => reply.end(JSON.stringify({ pid: process.pid, databaseUrl: DATABASE_URL }))).listen(Number(PORT), HOST, () =>
  process.send({ type: 'ready', url: 'http://127.0.0.1:' + PORT + '/', adminLink: 'http://127.0.0.1:' + PORT + '/l#once' }));
`;

let folder = '';
let dataDir = '';
let port = 0;
let current: ReturnType<typeof start>;
/** every supervisor of this file, so that none outlives it */
const starts: { child: ChildProcess; ended: Promise<unknown> }[] = [];

const home = new URL('../../../../../', import.meta.url);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'diemcau-supervisor-'));
  dataDir = join(folder, 'data');
  port = await freePort();
  writeFileSync(join(folder, 'server.mjs'), server);
  writeFileSync(
    join(folder, 'supervisor.mjs'),
    `import { runFromCommandLine } from ${JSON.stringify(new URL('command-line.ts', import.meta.url).href)};
     const places = { home: ${JSON.stringify(home.pathname)}, serverMain: ${JSON.stringify(join(folder, 'server.mjs'))} };
     await runFromCommandLine(process.argv.slice(2), process.env, places);`,
  );
  current = start();
  await current.says(/is ready/);
});

afterAll(async () => {
  for (const { child, ended } of starts) {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

describe('the supervisor', () => {
  test('is ready within 15 s on fresh data, and prints the address and the one-time link', () => {
    expect(current.readyAfterMs()).toBeLessThan(15_000);
    expect(current.output()).toBe(
      `Điểm Cầu is ready: http://127.0.0.1:${port}/\n` +
        `The first administrator opens this link, once: http://127.0.0.1:${port}/l#once\n`,
    );
  });

  test('keeps its secrets in a file that only the owner reads', () => {
    expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(statSync(join(dataDir, 'livekit.json')).mode & 0o777).toBe(0o600);
  });

  test('refuses a second server on the same data in one sentence', async () => {
    const second = start();
    expect(await second.ended).toBe(1);
    expect(second.output()).toBe(
      `Another server (process ${current.child.pid}) already uses ${dataDir}: stop it, or name another folder with --data.\n`,
    );
  });

  test('starts a fallen server again, says so, and leaves LiveKit and PostgreSQL alone', async () => {
    const before = { livekit: livekitPid(), postgres: postgresPid() };
    const { pid } = await askServer();
    process.kill(pid, 'SIGKILL');
    await current.says(/The server has fallen \(SIGKILL\)[^]*The server runs again/);
    expect((await askServer()).pid).not.toBe(pid);
    expect({ livekit: livekitPid(), postgres: postgresPid() }).toEqual(before);
  });

  test('starts a fallen LiveKit and a fallen PostgreSQL again, with the data as it was', async () => {
    await query('create table kept (n int)');
    process.kill(livekitPid(), 'SIGKILL');
    process.kill(postgresPid(), 'SIGKILL');
    await current.says(/LiveKit runs again/);
    await current.says(/PostgreSQL runs again/);
    expect(await query('select count(*)::int as n from kept')).toEqual([{ n: 0 }]);
  });

  test('works again after kill -9: servers left behind are gone, LiveKit and PostgreSQL are taken over', async () => {
    const before = { livekit: livekitPid(), postgres: postgresPid() };
    const { pid } = await askServer();
    current.child.kill('SIGKILL');
    await current.ended;
    current = start();
    await current.says(/is ready/);
    expect(runsAs(pid, ['server.mjs'])).toBe(false);
    expect({ livekit: livekitPid(), postgres: postgresPid() }).toEqual(before);
    expect(await query('select count(*)::int as n from kept')).toEqual([{ n: 0 }]);
  });

  test('works again after a kill -9 of everything at once', async () => {
    const { pid } = await askServer();
    current.child.kill('SIGKILL');
    for (const left of [pid, livekitPid(), postgresPid()]) process.kill(left, 'SIGKILL');
    await current.ended;
    current = start();
    await current.says(/is ready/);
    expect(await query('select count(*)::int as n from kept')).toEqual([{ n: 0 }]);
  });

  test('starts neither PostgreSQL nor LiveKit where addresses of real ones are given, and hands these to its server', async () => {
    const { databaseUrl } = await askServer();
    const { livekitApiKey, livekitApiSecret } = z
      .object({ livekitApiKey: z.string(), livekitApiSecret: z.string() })
      .parse(JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')));
    const elsewhere = join(folder, 'elsewhere');
    const otherPort = await freePort();
    const other = start([join(folder, 'supervisor.mjs'), '--data', elsewhere, '--port', String(otherPort)], {
      DATABASE_URL: databaseUrl,
      LIVEKIT_URL: 'http://127.0.0.1:7880',
      LIVEKIT_API_KEY: livekitApiKey,
      LIVEKIT_API_SECRET: livekitApiSecret,
    });
    await other.says(/is ready/);
    expect((await askServer(otherPort)).databaseUrl).toBe(databaseUrl);
    for (const own of ['postgres', 'livekit.pid']) expect(existsSync(join(elsewhere, own))).toBe(false);
    const before = { livekit: livekitPid(), postgres: postgresPid() };
    other.child.kill('SIGTERM');
    expect(await other.ended).toBe(0);
    expect({ livekit: livekitPid(), postgres: postgresPid() }).toEqual(before);
    expect(await query('select count(*)::int as n from kept')).toEqual([{ n: 0 }]);
  });

  test('ends everything within 10 s of SIGTERM, PostgreSQL last and in order', async () => {
    const pids = [(await askServer()).pid, livekitPid(), postgresPid()];
    const askedAt = performance.now();
    current.child.kill('SIGTERM');
    expect(await current.ended).toBe(0);
    expect(performance.now() - askedAt).toBeLessThan(10_000);
    expect(pids.filter((pid) => runsAs(pid, [folder]))).toEqual([]);
    expect(readFileSync(join(dataDir, 'log/postgres.log'), 'utf8')).toMatch(/database system is shut down\s*$/);
  });
});

test('the real server starts under it on fresh data within 15 s, is ready, and ends within 10 s', async () => {
  const realPort = await freePort();
  const args = [
    fileURLToPath(new URL('main.ts', import.meta.url)),
    '--data',
    join(folder, 'real'),
    '--port',
    String(realPort),
  ];
  const real = start(args);
  await real.says(/is ready: [^]*administrator opens this link, once: http/);
  expect(real.readyAfterMs()).toBeLessThan(15_000);
  const reply = await fetch(`http://127.0.0.1:${realPort}/readyz`);
  expect({ status: reply.status, body: await reply.json() }).toMatchObject({ status: 200, body: { ready: true } });
  const askedAt = performance.now();
  real.child.kill('SIGTERM');
  expect(await real.ended).toBe(0);
  expect(performance.now() - askedAt).toBeLessThan(10_000);
});

function start(args = [join(folder, 'supervisor.mjs'), '--data', dataDir, '--port', String(port)], more = {}) {
  const startedAt = performance.now();
  const child: ChildProcess = spawn(process.execPath, args, {
    env: { PATH: process.env['PATH'], LIVEKIT_SERVER_BIN: process.env['LIVEKIT_SERVER_BIN'], ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let readyAt = Number.POSITIVE_INFINITY;
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('is ready')) readyAt = Math.min(readyAt, performance.now());
    });
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  starts.push({ child, ended });
  return {
    child,
    ended,
    output: () => output,
    readyAfterMs: () => readyAt - startedAt,
    /** Waits until all that was printed matches. */
    says: async (lines: RegExp) => {
      const deadline = performance.now() + 30_000;
      while (!lines.test(output)) {
        if (performance.now() > deadline) throw new Error(`It never said ${String(lines)}, but:\n${output}`);
        await sleep(50);
      }
    },
  };
}

async function askServer(at = port): Promise<{ pid: number; databaseUrl: string }> {
  const reply = await fetch(`http://127.0.0.1:${at}/`);
  return (await reply.json()) as { pid: number; databaseUrl: string };
}

async function query(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: (await askServer()).databaseUrl });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const livekitPid = () => Number(readFileSync(join(dataDir, 'livekit.pid'), 'utf8'));
const postgresPid = () => Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
