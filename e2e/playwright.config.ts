import { defineConfig } from '@playwright/test';

/** Journeys in a real browser against the real server, each with a server and a browser profile of its own. */
export default defineConfig({
  testDir: './journeys',
  outputDir: '../test-results',
  globalSetup: './builds.ts',
  fullyParallel: true,
  // They wait for disks, pages and clocks more than they reckon.
  workers: 3,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  // Two cores carry browsers, servers and the runner: one that passes only at the second try is named as flaky, not hidden.
  retries: 1,
  reporter: [['list']],
});
