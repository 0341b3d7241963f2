// The page's build takes calls on a few names to do nothing (`manualPureFunctions` in `apps/web/vite.config.ts`): a
// variable that happens to be named so would lose its calls, silently and in the built page alone.
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Where each name comes from; what is called so must have come from there, or be made there. */
const HOMES: Readonly<Record<string, RegExp>> = {
  z: /^zod$/,
  problems: /\/(?:kernel\/index|problem)\.ts$/,
  line: /\/(?:kernel\/index|text)\.ts$/,
  defineWords: /\/(?:ui\/index|define-words|text\/index)\.ts$/,
};
const MADE_IN: Readonly<Record<string, string>> = {
  problems: 'packages/domain/src/kernel/problem.ts',
  line: 'packages/domain/src/kernel/text.ts',
  defineWords: 'apps/web/src/ui/text/define-words.ts',
};

const withoutComments = (source: string): string =>
  source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1');

const importsFrom = (source: string, name: string): string | undefined =>
  [...source.matchAll(/import\s+(?:type\s+)?(?:\w+\s*,\s*)?\{([^}]*)\}\s+from\s+'([^']+)'/g)].find(([, names = '']) =>
    names.split(',').some((each) => each.trim() === name),
  )?.[2];

/** Names in this file whose calls the build would wrongly drop. */
const wronglyNamed = (file: string, text: string): readonly string[] => {
  const source = withoutComments(text);
  return Object.entries(HOMES).flatMap(([name, home]) => {
    const isCalled = new RegExp(String.raw`(?<![.#\w$'"\x60-])${name}(?:\??\.\w+)*(?:\?\.)?\(`).test(source);
    if (!isCalled || file === MADE_IN[name]) return [];
    const isFromHome = home.test(importsFrom(source, name) ?? '');
    const isMadeAgain = new RegExp(
      String.raw`\b(?:const|let|var|function)\s+${name}\b|\b${name}\s*=>|\(\s*${name}\s*[,)][^;{]*=>`,
    ).test(source);
    return isFromHome && !isMadeAgain ? [] : [name];
  });
};

describe('names whose calls the build drops', () => {
  it('are those that this check knows', () => {
    const config = readFileSync(`${root}apps/web/vite.config.ts`, 'utf8');
    const [, names = ''] = /manualPureFunctions: \[([^\]]*)\]/.exec(config) ?? [];
    expect(names.split(',').map((name) => name.trim().replaceAll("'", ''))).toEqual(Object.keys(HOMES));
  });

  it('name nothing else in the sources of the page', () => {
    const files = globSync(['apps/web/src/**/*.{ts,tsx}', 'packages/domain/src/**/*.ts'], { cwd: root }).filter(
      (file) => !/\.(?:spec|fixture)\.tsx?$/.test(basename(file)),
    );
    expect(files.length).toBeGreaterThan(500);
    const wrong = files.flatMap((file) =>
      wronglyNamed(file, readFileSync(root + file, 'utf8')).map((name) => `${file}: ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    ['a variable', `const line = open();\nline.close();`, ['line']],
    ['a part of an object', `export const end = ({ line }: Call) => line?.stop();`, ['line']],
    ['a parameter', `all.forEach((z) => z());`, ['z']],
    [
      'one of its own beside the known one',
      `import { z } from 'zod';\nconst shut = (z) => z.close();\nz.string();`,
      ['z'],
    ],
    [
      'a function made again',
      `import { problems } from '../kernel/index.ts';\nconst f = problems => problems.clear();`,
      ['problems'],
    ],
    ['a property', `this.line.close(); this.#line.stop(); words.line('a');`, []],
    [
      'the known ones',
      `import { z } from 'zod';\nimport { line } from '../kernel/index.ts';\nz.object({ a: line(3) });`,
      [],
    ],
    ['a comment', `// line.close() is dropped\nconst a = 1;`, []],
  ])('are found: %s', (_what, source, found) => {
    expect(wronglyNamed('apps/web/src/x.ts', source)).toEqual(found);
  });
});
