import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { CHROMIUM } from '@diemcau/testkit/browser';

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.journey.ts',
  outputDir: '../test-results/journeys',
  globalSetup: './global-setup.ts',
  // Pictures and sound are measured: one journey at a time, on its own, and what fails once has failed.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  // On two cores a page that opens beside a large picture waits for its turn.
  expect: { timeout: availableParallelism() < 4 ? 30_000 : 10_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    launchOptions: CHROMIUM,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 1366, height: 768 },
    screenshot: 'only-on-failure',
    // Filming every page takes a third of the processor time that the pictures need: only what failed is filmed, once more.
    trace: { mode: 'retain-on-failure', screenshots: process.env['FILM'] === 'yes', snapshots: false, sources: false },
  },
});
