import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { findBrowser } from '../install-browser.ts';
import { prepareWorld } from '../prepared.ts';
import { folderOf } from './pictures.ts';
import { makeSheets } from './sheets.ts';
import { readWanted } from './wanted.ts';

/**
 * `npm run look`: pictures of every screen in three lights and all sizes, and a sheet of small ones for each, under
 * `test-results/look/`. `npm run look -- --light day,dusk --size 360x740 --only /s/` takes some of them.
 */

const { values } = parseArgs({
  options: { light: { type: 'string' }, size: { type: 'string' }, only: { type: 'string' } },
});
const wanted = readWanted(values);
findBrowser();
await prepareWorld();
for (const shape of wanted.shapes)
  for (const light of wanted.lights) rmSync(folderOf(shape, light), { recursive: true, force: true });
const { light = '', size = '', only = '' } = values;
const { status } = spawnSync('playwright', ['test', '-c', 'e2e/look/playwright.config.ts'], {
  stdio: 'inherit',
  env: { ...process.env, LOOK_LIGHT: light, LOOK_SIZE: size, LOOK_ONLY: only },
});
for (const sheet of await makeSheets(wanted)) console.log(sheet);
process.exitCode = status ?? 1;
