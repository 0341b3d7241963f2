import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';

/** WebRTC over loopback; sound without a touch; no slower for a page that lies behind another one. */
const flags = [
  '--allow-loopback-in-peer-connection',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  // Chromium's own sandbox does not start as root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

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
  expect: { timeout: availableParallelism() < 4 ? 15_000 : 10_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: flags },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 1366, height: 768 },
    screenshot: 'only-on-failure',
    // A film of each page goes with the trace; snapshots of every step would take the time that the pictures need.
    trace: { mode: 'retain-on-failure', screenshots: true, snapshots: false, sources: false },
  },
});
