import { readFileSync } from 'node:fs';
import { deskShapes, ownFaults } from '../checks.ts';
import { expect, test } from '../in-use.ts';
import { faultsOf } from '../judge.ts';
import { deskLooks, deskScreens, showDeskScreen } from '../screens.ts';

/** Every desk screen, in every light, without a single fault that axe can find. The list is the route table's own. */

const table = readFileSync('src/app/routes.tsx', 'utf8');
const paths = [...table.slice(table.indexOf('deskScreens')).matchAll(/path: '(\/desk[^']*)'/g)].map(
  ([, path]) => path ?? '',
);

test('every screen of the desk’s route table is walked', () => {
  expect(Object.keys(deskScreens).sort()).toEqual([...paths].sort());
});

for (const [path, heading] of Object.entries({ ...deskScreens, ...deskLooks }))
  test(`${path} is clean for axe in every light, and for our own checks at every width`, async ({ desk }) => {
    await showDeskScreen(desk, path, heading);
    const { page } = desk;
    const faults = [...(await ownFaults(page, path, deskShapes)), ...(await faultsOf(page, path))];
    expect(faults).toEqual([]);
  });
