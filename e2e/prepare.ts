import { buildAll } from './builds.ts';
import { findBrowser } from './install-browser.ts';
import { keepSpeed } from './machine.ts';
import { prepareWorld } from './prepared.ts';

/** Run before the journeys: a browser, the builds that only tests are served, and the world every journey begins from. */
findBrowser();
await buildAll();
const began = performance.now();
await prepareWorld();
const slowness = keepSpeed(performance.now() - began);
console.log(`The world is prepared; waits are stretched ${slowness.toFixed(1)} times.`);
