// The guide names what people read on their screens: each name in bold or in quotation marks is one of the interface.
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));
const LANGUAGES = ['vi', 'en'] as const;
type Language = (typeof LANGUAGES)[number];

/** Stands in a sentence of the interface, and in the guide, for what changes: a number, a name. */
const PART = '…';

type Tree = { readonly [key: string]: string | ((...parts: string[]) => string) | Tree };

const sentencesOf = (tree: Tree): readonly string[] =>
  Object.values(tree).flatMap((word) => {
    if (typeof word === 'string') return [word];
    return typeof word === 'function' ? [word(...Array.from({ length: word.length }, () => PART))] : sentencesOf(word);
  });

const isWords = (value: unknown): value is Readonly<Record<Language, Tree>> =>
  typeof value === 'object' && value !== null && LANGUAGES.every((language) => language in value);

/** As it is compared: a name is found whatever its case, for labels are set in capitals. */
const plain = (name: string): string => name.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim();

const namesIn = (guide: string): readonly string[] => {
  const prose = guide.replaceAll(/`[^`]*`/g, '').replaceAll(/\n(?!\n|\||[-\d#])\s*/g, ' ');
  const bold = [...prose.matchAll(/\*\*([^*]+)\*\*/g)].map(([, name = '']) => name);
  const quoted = [...prose.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name);
  // A full stop ends what only heads a paragraph.
  return [...new Set([...bold.filter((name) => !name.endsWith('.')), ...quoted])];
};

const known = new Map<Language, readonly string[]>();

beforeAll(async () => {
  const files = globSync('apps/web/src/**/*words.ts', { cwd: root });
  const modules = await Promise.all(files.map((file) => import(`${root}${file}`) as Promise<Record<string, unknown>>));
  const words = modules.flatMap((module) => Object.values(module).filter(isWords));
  for (const language of LANGUAGES)
    known.set(language, words.flatMap((each) => sentencesOf(each[language])).map(plain));
}, 60_000);

/** "Cấp … đường dẫn" stands for any part; "…" at the end for the rest of a sentence. */
const isKnown = (name: string, sentences: readonly string[]): boolean => {
  const asked = plain(name);
  if (asked.endsWith(PART)) return sentences.some((sentence) => sentence.startsWith(asked.slice(0, -1)));
  return sentences.includes(asked) || sentences.includes(asked.replaceAll(/\d+/g, PART));
};

describe('the guide', () => {
  it.each(LANGUAGES)('%s: every name that it quotes is one of the interface', (language) => {
    const sentences = known.get(language) ?? [];
    const names = namesIn(readFileSync(`${root}docs/guide/${language}.md`, 'utf8'));
    expect(names.length).toBeGreaterThan(60);
    expect(names.filter((name) => !isKnown(name, sentences))).toEqual([]);
  });
});
