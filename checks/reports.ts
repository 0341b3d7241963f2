import { existsSync, readFileSync } from 'node:fs';

/** How many tests (or checks that are no tests) held and how many did not. */
export type Count = { passed: number; failed: number };

type VitestReport = { numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number };
type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } };

/**
 * Counts the tests of a run of vitest. A test that was put aside has not held, and a run that ends badly although every
 * test passed (a file that does not load, an error between tests) has one failure more.
 */
export function countVitest(reportFile: string, exitCode: number): Count {
  const report = read<VitestReport>(reportFile);
  if (report === undefined) return { passed: 0, failed: 1 };
  const failed = report.numFailedTests + report.numPendingTests + report.numTodoTests;
  return { passed: report.numPassedTests, failed: atLeastOneIf(exitCode !== 0, failed) };
}

/** Counts the journeys of a run of Playwright, by the same rules; a journey that passes only when repeated has failed. */
export function countPlaywright(reportFile: string, exitCode: number): Count {
  const report = read<PlaywrightReport>(reportFile);
  if (report === undefined) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: atLeastOneIf(exitCode !== 0, unexpected + flaky + skipped) };
}

const atLeastOneIf = (bad: boolean, failed: number) => (bad ? Math.max(1, failed) : failed);

function read<Report>(file: string): Report | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : undefined;
}
