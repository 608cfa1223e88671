import { defineConfig } from '@playwright/test';
import journeys from '../playwright.config.ts';

/** The walk that takes the pictures: the journeys' own settings, and as long as it takes. */
export default defineConfig({
  ...journeys,
  testDir: '.',
  testMatch: '*.walk.ts',
  outputDir: '../../test-results/look-faults',
  timeout: 0,
});
