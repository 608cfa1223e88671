import { readFileSync } from 'node:fs';
import { ownFaults, phoneShapes } from '../checks.ts';
import { expect, test } from '../in-use.ts';
import { faultsOf } from '../judge.ts';
import { showScreen, workerLooks, workerScreens } from '../screens.ts';

/** Every worker's screen, in every light, without a single fault that axe can find. The list is the route table's own. */

const table = readFileSync('src/app/routes.tsx', 'utf8');
const workerTable = table.slice(table.indexOf('workerScreens'), table.indexOf('];', table.indexOf('workerScreens')));
const paths = [...workerTable.matchAll(/path: '([^']+)'/g)].map(([, path]) => path ?? '');

test('every screen of the route table is walked', () => {
  expect(paths.length).toBeGreaterThan(10);
  expect(Object.keys(workerScreens).sort()).toEqual([...paths].sort());
});

for (const [path, words] of Object.entries({ ...workerScreens, ...workerLooks }))
  test(`${path} is clean for axe in every light, and for our own checks at every size`, async ({ inUse }) => {
    await showScreen(inUse, path, words);
    const { page } = inUse;
    const faults = [...(await ownFaults(page, path, phoneShapes)), ...(await faultsOf(page, path))];
    expect(faults).toEqual([]);
  });
