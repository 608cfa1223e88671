import { readFileSync } from 'node:fs';
import { expect, test } from '../in-use.ts';
import { faultsOf, tooWide } from '../judge.ts';
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
  test(`${path} is clean for axe in Day, Dusk and Sunlight, and fits 320 px`, async ({ inUse }) => {
    await showScreen(inUse, path, words);
    const { page } = inUse;
    const faults = [...(await faultsOf(page, path)), ...(await tooWide(page, path, { width: 320, height: 640 }))];
    expect(faults).toEqual([]);
  });
