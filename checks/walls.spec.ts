import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

/**
 * The canary: wrong imports, planted in a miniature of the project under the project's own lint settings, must be
 * caught, or the walls between slices stand on paper only.
 */
const home = fileURLToPath(new URL('../', import.meta.url));

const surfaces = [
  'packages/domain/src/kernel/index.ts',
  'packages/domain/src/floor/index.ts',
  'packages/domain/src/programme/index.ts',
  'packages/domain/src/live/index.ts',
  'packages/domain/src/wire/index.ts',
  'packages/domain/src/minutes/index.ts',
  'apps/server/src/platform/config/index.ts',
  'apps/server/src/platform/db/index.ts',
  'apps/server/src/conference/index.ts',
  'apps/server/src/site/index.ts',
  'apps/server/src/demo/index.ts',
  'apps/web/src/ui/index.ts',
  'apps/web/src/live/index.ts',
  'apps/web/src/conference/index.ts',
  'apps/web/src/floor/index.ts',
  'apps/web/src/screens/room/index.ts',
  'apps/web/src/screens/chair/index.ts',
  'testkit/index.ts',
];

const walls = 'boundaries(dependencies)';
const pure = 'eslint(no-restricted-imports)';

/** [file, what it says, the rule that must catch it] */
const wrong: [file: string, code: string, rule: string][] = [
  ['packages/domain/src/floor/a.ts', imports('../programme/index.ts'), walls],
  ['packages/domain/src/floor/b.ts', imports('@diemcau/domain/programme'), walls],
  ['packages/domain/src/floor/c.ts', imports('@diemcau/domain/live'), walls],
  ['packages/domain/src/floor/d.ts', `import 'node:fs';`, pure],
  ['packages/domain/src/floor/e.ts', 'export const now = Date.now();', 'eslint(no-restricted-properties)'],
  ['packages/domain/src/floor/f.ts', imports('@diemcau/server/db'), pure],
  ['packages/domain/src/live/a.ts', imports('../minutes/index.ts'), walls],
  ['packages/domain/src/kernel/a.ts', imports('../floor/index.ts'), walls],
  ['apps/server/src/conference/a.ts', imports('../site/index.ts'), walls],
  ['apps/server/src/demo/a.ts', imports('../conference/index.ts'), walls],
  ['apps/server/src/platform/a.ts', imports('../conference/index.ts'), walls],
  ['apps/server/src/platform/b.ts', imports('@diemcau/testkit'), walls],
  ['apps/web/src/conference/a.ts', imports('@diemcau/server/db'), walls],
  ['apps/web/src/conference/b.ts', imports('../../../server/src/conference/index.ts'), walls],
  ['apps/web/src/conference/c.ts', imports('../floor/index.ts'), walls],
  ['apps/web/src/conference/d.ts', imports('../screens/room/index.ts'), walls],
  ['apps/web/src/ui/a.ts', imports('../conference/index.ts'), walls],
  ['apps/web/src/screens/chair/a.ts', imports('../room/index.ts'), walls],
  ['testkit/a.ts', imports('../apps/server/src/conference/index.ts'), walls],
  ['e2e/a.ts', imports('@diemcau/server/db'), walls],
  ['apps/web/elsewhere.ts', 'export const lost = 1;', 'boundaries(no-unknown-files)'],
];

const right: [file: string, code: string][] = [
  ['packages/domain/src/floor/g.ts', imports('@diemcau/domain/kernel')],
  ['packages/domain/src/live/g.ts', imports('../floor/index.ts')],
  ['packages/domain/src/minutes/g.ts', imports('../live/index.ts')],
  ['apps/server/src/conference/g.ts', imports('../platform/config/index.ts')],
  ['apps/server/src/conference/h.ts', imports('@diemcau/domain/floor')],
  ['apps/server/src/conference/g.spec.ts', imports('@diemcau/testkit')],
  ['apps/server/src/main.ts', imports('./conference/index.ts')],
  ['apps/web/src/screens/room/g.ts', imports('../../floor/index.ts')],
  ['testkit/g.ts', imports('@diemcau/server/db')],
  ['e2e/g.ts', imports('@diemcau/testkit')],
  ['bench/g.ts', imports('@diemcau/testkit')],
];

function imports(path: string): string {
  return `import { surface } from '${path}';\nexport const used = surface;`;
}

let miniature = '';
let found: { filename: string; code: string }[] = [];

beforeAll(async () => {
  miniature = mkdtempSync(join(tmpdir(), 'diemcau-walls-'));
  copySettings();
  for (const path of surfaces) plant(path, `export const surface = '${path}';`);
  for (const [path, code] of [...wrong, ...right]) plant(path, code);
  found = await lint();
}, 60_000);

afterAll(() => rmSync(miniature, { recursive: true, force: true }));

test.each(wrong)('%s is caught', (path, _code, rule) => {
  expect(found.filter((problem) => problem.filename === path).map((problem) => problem.code)).toContain(rule);
});

test.each(right)('%s is allowed', (path) => {
  expect(found.filter((problem) => problem.filename === path)).toEqual([]);
});

function plant(path: string, code: string): void {
  mkdirSync(dirname(join(miniature, path)), { recursive: true });
  writeFileSync(join(miniature, path), `${code}\n`);
}

function copySettings(): void {
  const workspaces = ['packages/domain', 'apps/server', 'apps/web', 'testkit', 'e2e', 'bench', 'checks'];
  for (const file of ['.oxlintrc.json', 'package.json', 'tsconfig.json', 'tsconfig.base.json'])
    cpSync(join(home, file), join(miniature, file));
  mkdirSync(join(miniature, 'node_modules/@diemcau'), { recursive: true });
  for (const workspace of workspaces) {
    mkdirSync(join(miniature, workspace), { recursive: true });
    for (const file of readdirSync(join(home, workspace)).filter((name) => /^(package|tsconfig.*)\.json$/.test(name)))
      cpSync(join(home, workspace, file), join(miniature, workspace, file));
    symlinkSync(
      join(miniature, workspace),
      join(miniature, 'node_modules/@diemcau', workspace.split('/').at(-1) ?? ''),
    );
  }
  for (const name of readdirSync(join(home, 'node_modules')).filter((entry) => entry !== '@diemcau'))
    symlinkSync(join(home, 'node_modules', name), join(miniature, 'node_modules', name));
}

async function lint(): Promise<{ filename: string; code: string }[]> {
  const args = ['--type-aware', '--format', 'json', 'packages', 'apps', 'testkit', 'e2e', 'bench'];
  const run = promisify(execFile)(join(home, 'node_modules/.bin/oxlint'), args, { cwd: miniature, maxBuffer: 2 ** 24 });
  // A lint that finds something ends with exit code 1, as it must here.
  const output = await run.then(
    ({ stdout }) => stdout,
    (error: { stdout?: string }) => error.stdout ?? '',
  );
  const { diagnostics } = JSON.parse(output) as { diagnostics: { filename: string; code: string }[] };
  return diagnostics;
}
