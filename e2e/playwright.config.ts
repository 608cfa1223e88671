import { defineConfig } from '@playwright/test';
import { atOnce, patience } from './machine.ts';

/** Journeys in a real browser against the real server, each with a server and a browser profile of its own. */
export default defineConfig({
  testDir: './journeys',
  outputDir: '../test-results/journeys',
  fullyParallel: true,
  workers: atOnce,
  timeout: patience(120_000),
  expect: { timeout: patience(30_000) },
  forbidOnly: true,
  // A journey that passes only at the second try has a race in it, and so may the app.
  retries: 0,
  reporter: [['list']],
});
