import { readFileSync } from 'node:fs';
import { expect, test } from '../in-use.ts';
import { faultsOf, tooWide } from '../judge.ts';
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
  test(`${path} is clean for axe in Day, Dusk and Sunlight, and fits a phone`, async ({ desk }) => {
    await showDeskScreen(desk, path, heading);
    const { page } = desk;
    const faults = [...(await faultsOf(page, path)), ...(await tooWide(page, path, { width: 360, height: 740 }))];
    expect(faults).toEqual([]);
  });
