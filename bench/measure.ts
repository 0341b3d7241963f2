// What every measurement shares: pairs of figures, their bars, the table and the file that is kept.
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';

/** A figure beside its yardstick: both measured in turn in the same run. */
export type Figure = {
  readonly name: string;
  /** `ms`, `KB`, `1/s`, `%`, … */
  readonly unit: string;
  readonly value: number;
  /** Of the plain way, in the same unit; null: the value stands alone. */
  readonly yardstick: number | null;
  /** `value / yardstick`; null without a yardstick. */
  readonly ratio: number | null;
  /** In words, as `≤ 1.2 ×`; null: printed only. */
  readonly bar: string | null;
  readonly holds: boolean | null;
};

type Bar =
  | { readonly kind: 'ratio-at-most' | 'ratio-at-least'; readonly limit: number }
  /** The value at most the yardstick and this much more. */
  | { readonly kind: 'more-at-most'; readonly limit: number }
  | { readonly kind: 'value-at-most' | 'value-at-least'; readonly limit: number }
  | { readonly kind: 'none' };

export const ratioAtMost = (limit: number): Bar => ({ kind: 'ratio-at-most', limit });
export const ratioAtLeast = (limit: number): Bar => ({ kind: 'ratio-at-least', limit });
export const moreAtMost = (limit: number): Bar => ({ kind: 'more-at-most', limit });
export const valueAtMost = (limit: number): Bar => ({ kind: 'value-at-most', limit });
export const valueAtLeast = (limit: number): Bar => ({ kind: 'value-at-least', limit });
export const noBar: Bar = { kind: 'none' };

/** `p` from 0 to 1, by nearest rank. @throws RangeError without values */
export const percentile = (values: readonly number[], p: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('a percentile of nothing');
  return value;
};

export const median = (values: readonly number[]): number => percentile(values, 0.5);

const judged = (
  bar: Bar,
  value: number,
  yardstick: number | null,
  unit: string,
): readonly [string | null, boolean | null] => {
  const ratio = yardstick === null ? Number.NaN : value / yardstick;
  switch (bar.kind) {
    case 'ratio-at-most':
      return [`≤ ${bar.limit} ×`, ratio <= bar.limit];
    case 'ratio-at-least':
      return [`≥ ${bar.limit} ×`, ratio >= bar.limit];
    case 'more-at-most':
      return [`≤ yardstick + ${bar.limit} ${unit}`, value <= (yardstick ?? Number.NaN) + bar.limit];
    case 'value-at-most':
      return [`≤ ${bar.limit} ${unit}`, value <= bar.limit];
    case 'value-at-least':
      return [`≥ ${bar.limit} ${unit}`, value >= bar.limit];
    case 'none':
      return [null, null];
  }
};

export const figure = (name: string, unit: string, value: number, yardstick: number | null, bar: Bar): Figure => {
  const [words, holds] = judged(bar, value, yardstick, unit);
  return { name, unit, value, yardstick, ratio: yardstick === null ? null : value / yardstick, bar: words, holds };
};

const machine = (): string => {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${first?.model.trim() ?? 'unknown'}, ${memory} GB, Node ${process.versions.node}`;
};

const short = (value: number | null): string => (value === null ? '' : String(Number(value.toPrecision(4))));

/** Keeps the figures in `bench/results/NAME.json` and prints them; the exit code tells whether every bar holds. */
export const report = async (name: string, figures: readonly Figure[]): Promise<void> => {
  const folder = join(import.meta.dirname, 'results');
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, `${name}.json`),
    `${JSON.stringify({ name, machine: machine(), figures }, undefined, 2)}\n`,
  );
  // oxlint-disable-next-line no-console -- the table is what the command is for
  console.table(
    Object.fromEntries(
      figures.map(({ name: row, unit, value, yardstick, ratio, bar, holds }) => [
        row,
        {
          unit,
          value: short(value),
          yardstick: short(yardstick),
          ratio: short(ratio),
          bar: bar ?? '',
          holds: holds ?? '',
        },
      ]),
    ),
  );
  if (figures.some(({ holds }) => holds === false)) process.exitCode = 1;
};
