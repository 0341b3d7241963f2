import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { countPlaywright, countVitest } from './reports.ts';

const folder = mkdtempSync(join(tmpdir(), 'diemcau-reports-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const written = (report: object) => {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return file;
};

const vitest = { numPassedTests: 5, numFailedTests: 2, numPendingTests: 1, numTodoTests: 0 };

test('tests that failed or were put aside have not held', () => {
  expect(countVitest(written(vitest), 1)).toEqual({ passed: 5, failed: 3 });
  expect(countPlaywright(written({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 1 } }), 1)).toEqual({
    passed: 4,
    failed: 3,
  });
});

test('a run that ends badly has failed even when every test of it passed', () => {
  const file = written({ ...vitest, numFailedTests: 0, numPendingTests: 0 });
  expect(countVitest(file, 1)).toEqual({ passed: 5, failed: 1 });
  expect(countVitest(file, 0)).toEqual({ passed: 5, failed: 0 });
});

test('a run that left no report has failed', () => {
  expect(countVitest(join(folder, 'none.json'), 0)).toEqual({ passed: 0, failed: 1 });
});
