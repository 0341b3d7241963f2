import { cpSync, existsSync, globSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { countPlaywright, countVitest, type Count } from './reports.ts';
import { runCommand, type CommandEnd } from './run-command.ts';

export type Stage = {
  name: string;
  /** @param limitMs how long it may take */
  run(limitMs: number): Promise<Count>;
};

type Commands = { home: string; env: Record<string, string> };

const seconds = 1000;

/** Tag of the journeys that may run two at a time; the others measure pictures and sound, each on its own. */
const BESIDE = '@beside';

/** For the films of what failed. */
const FILM_S = 150;

/** All checks, in the order in which a mistake is cheapest to find. */
export function stagesOf(home: string): Stage[] {
  const cache = join(home, '.cache');
  const at: Commands = {
    home,
    env: {
      LIVEKIT_SERVER_BIN: process.env['LIVEKIT_SERVER_BIN'] ?? join(cache, 'bin/livekit-server'),
      // A hundred servers are started on the way; they need not compile what one has compiled.
      NODE_COMPILE_CACHE: join(cache, 'compiled'),
    },
  };
  const workspaces = ['packages', 'apps', 'testkit', 'e2e', 'bench', 'checks', 'vitest.config.ts'];
  return [
    check(at, 'format', 60, ['oxfmt', '--check', '.']),
    check(at, 'lint', 180, ['oxlint', '--type-aware', ...workspaces]),
    check(at, 'types', 180, ['tsc', '-b']),
    check(at, 'unused', 120, ['knip']),
    tests(at, 'unit', 240),
    tests(at, 'integration', 480),
    check(at, 'page', 180, ['script/build-page'], ['node', 'checks/page-weight.ts']),
    journeys(at, 'journeys', 960, ['--grep-invert', BESIDE]),
    journeys(at, 'screens', 780, ['--grep', BESIDE, '--workers=2', '--fully-parallel']),
  ];
}

/** A check that is no test counts as one; with several commands, each of them does. */
function check(at: Commands, name: string, limitS: number, ...commands: string[][]): Stage {
  return {
    name,
    run: async (limitMs) => {
      const count: Count = { passed: 0, failed: 0 };
      for (const command of commands) {
        const end = await run(at, command, Math.min(limitMs, limitS * seconds));
        count[end.code === 0 && !end.timedOut ? 'passed' : 'failed'] += 1;
      }
      return count;
    },
  };
}

function tests(at: Commands, project: 'unit' | 'integration', limitS: number): Stage {
  const report = join(at.home, '.cache/checks', `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return {
    name: project,
    run: async (limitMs) => {
      prepare(report);
      const end = await run(
        at,
        ['vitest', 'run', '--project', project, ...reporters],
        Math.min(limitMs, limitS * seconds),
      );
      return countVitest(report, end.code);
    },
  };
}

function journeys(at: Commands, name: string, limitS: number, which: string[]): Stage {
  const report = join(at.home, '.cache/checks', `${name}.json`);
  return {
    name,
    run: async (limitMs) => {
      prepare(report);
      if (globSync('e2e/**/*.journey.ts', { cwd: at.home }).length === 0) return { passed: 0, failed: 0 };
      const reporting = { ...at, env: { ...at.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report } };
      const command = ['playwright', 'test', '--config', 'e2e/playwright.config.ts'];
      const end = await run(
        reporting,
        [...command, '--reporter=list,json', ...which],
        Math.min(limitMs, limitS * seconds),
      );
      const count = countPlaywright(report, end.code);
      if (count.failed > 0) await film(at, name, [...command, '--last-failed', '--reporter=list']);
      return count;
    },
  };
}

/** What failed is done once more, for its film alone: it stays failed, and what it left the first time is kept. */
async function film(at: Commands, name: string, command: string[]): Promise<void> {
  const results = join(at.home, 'test-results');
  cpSync(join(results, 'journeys'), join(results, `${name}-as-failed`), { recursive: true, force: true });
  process.stdout.write('\nOnce more, to be filmed; what failed has failed:\n');
  await run({ ...at, env: { ...at.env, FILM: 'yes' } }, command, FILM_S * seconds);
}

async function run(at: Commands, command: string[], limitMs: number): Promise<CommandEnd> {
  const end = await runCommand(command, { cwd: at.home, env: at.env, limitMs });
  if (end.timedOut) process.stdout.write(`${command.join(' ')} was ended after ${Math.round(limitMs / seconds)} s.\n`);
  return end;
}

/** A report of an earlier run must not speak for this one. */
function prepare(report: string): void {
  mkdirSync(join(report, '..'), { recursive: true });
  if (existsSync(report)) rmSync(report);
}
