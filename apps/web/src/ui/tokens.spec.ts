import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** The custom properties of one block of the stylesheet. */
const tokensOf = (selector: string): ReadonlyMap<string, string> => {
  const block = css.split(`${selector} {`)[1]?.split('}')[0] ?? '';
  return new Map([...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]));
};

const channel = (hex: string): number => {
  const share = Number.parseInt(hex, 16) / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};
const luminance = (colour: string): number => {
  const [red = '', green = '', blue = ''] = colour.replace('#', '').match(/../g) ?? [];
  return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
};

/** WCAG 2.2: the contrast ratio of two opaque colours. */
const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

const grounds = ['bg', 'panel', 'raised'];
const words: readonly (readonly [string, readonly string[]])[] = [
  ['text', [...grounds, 'hover', 'standby-soft', 'preview-soft', 'on-air-soft', 'accent-soft']],
  ['muted', [...grounds, 'standby-soft', 'preview-soft', 'accent-soft']],
  ['faint', grounds],
  ['on-fill', ['accent-fill', 'accent-fill-hover', 'on-air-fill', 'preview-fill']],
  ['on-standby', ['standby-fill']],
  ['standby-text', [...grounds, 'standby-soft']],
  ['preview-text', [...grounds, 'preview-soft']],
  ['on-air-text', [...grounds, 'on-air-soft']],
  ['accent-text', [...grounds, 'accent-soft']],
];

describe.each(['live', 'office'])('tokens of the %s theme', (theme) => {
  const tokens = new Map([...tokensOf(':root'), ...tokensOf(`[data-theme='${theme}']`)]);
  const colour = (name: string): string => tokens.get(name) ?? `no token --${name}`;

  it.each(words.flatMap(([word, on]) => on.map((ground) => [word, ground] as const)))(
    'AA: words in %s on %s',
    (word, ground) => {
      expect(contrast(colour(word), colour(ground))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each([
    ['field-line', 'panel'],
    ['focus', 'bg'],
    ['focus', 'panel'],
    ['on-air', 'bg'],
    ['standby', 'bg'],
    ['preview', 'bg'],
  ])('AA: the edge %s can be told from %s', (edge, ground) => {
    expect(contrast(colour(edge), colour(ground))).toBeGreaterThanOrEqual(3);
  });
});
