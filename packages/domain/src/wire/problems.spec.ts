import { describe, expect, it } from 'vitest';
import * as agenda from '../agenda/index.ts';
import * as attendance from '../attendance/index.ts';
import * as conference from '../conference/index.ts';
import * as floor from '../floor/index.ts';
import type { Sentences } from '../kernel/index.ts';
import * as organisation from '../organisation/index.ts';
import * as programme from '../programme/index.ts';
import * as runSheet from '../run-sheet/index.ts';
import * as seat from '../seat/index.ts';
import * as site from '../site/index.ts';
import * as support from '../support/index.ts';
import * as wire from './index.ts';

const slices: Readonly<Record<string, object>> = {
  agenda,
  attendance,
  conference,
  floor,
  organisation,
  programme,
  runSheet,
  seat,
  site,
  support,
  wire,
};
/** Every table that a slice exports: by their names, so that a new one is not forgotten. */
const tables = Object.entries(slices).flatMap(([slice, exported]) =>
  Object.entries(exported)
    .filter(([name]) => name.endsWith('Problems'))
    .map(([name, table]: [string, Readonly<Record<string, Sentences>>]) => ({ slice, name, table })),
);
const all = tables.flatMap(({ name, table }) =>
  Object.entries(table).map(([code, { status, vi, en }]) => ({ name, code, status, vi, en })),
);

const sentences = (text: string) => text.split(/(?<=[.!?;])\s/u).length;
const VI_ASKS = /(?<!\p{L})(Hãy|hãy|Đề nghị|Không cần|chờ|tự)(?!\p{L})/u;
const EN_ASKS = /\b(open|choose|wait|try|contact|ask|look|reload|waiting)\b/iu;

describe('W12: every code has both sentences', () => {
  it('W12: the tables of all slices are found', () => {
    expect(new Set(tables.map(({ slice }) => slice))).toEqual(
      new Set([
        'agenda',
        'attendance',
        'conference',
        'floor',
        'organisation',
        'programme',
        'runSheet',
        'seat',
        'support',
        'wire',
      ]),
    );
    expect(all.length).toBeGreaterThan(50);
  });

  it('W12: a code stands in one table', () => {
    expect(all.map(({ code }) => code).filter((code, n, codes) => codes.indexOf(code) !== n)).toEqual([]);
  });

  it.each(all)('W12: $code ends both with a full stop and has a status of refusal', ({ code, status, vi, en }) => {
    expect(code).toMatch(/^[a-z]+(_[a-z]+)*\.[a-z]+(_[a-z]+)*$/);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
    expect(vi).toMatch(/^\p{Lu}.+\.$/u);
    expect(en).toMatch(/^\p{Lu}.+\.$/u);
    expect(vi).toBe(vi.normalize('NFC').trim());
  });

  it.each(all)('W12: $code says what to do, in both', ({ vi, en }) => {
    expect(sentences(vi) > 1 || VI_ASKS.test(vi)).toBe(true);
    expect(sentences(en) > 1 || EN_ASKS.test(en)).toBe(true);
  });

  it.each(all)('W12: $code uses the words of the product', ({ vi, en }) => {
    expect(vi).not.toMatch(/micrô|(?<!\p{L})phòng(?!\p{L})|người dùng|Đoàn Chủ tịch/iu);
    expect(vi).toMatch(/[ăâđêôơưáàảãạéèẻẽẹíìỉĩịóòỏõọúùủũụýỳỷỹỵấầẩẫậếềểễệốồổỗộớờởỡợứừửữự]/iu);
    expect(en).not.toMatch(/[^\p{Script=Latin}\p{Script=Common}]|[ăđơư]|\buser\b/iu);
  });
});
