import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { equip } from '../equipment.ts';
import { enrol, expect, go, rowOf, startSession, test } from '../world.ts';

/** Every worker's screen, in every light, without a single fault that axe can find. The list is the route table's own. */

/** What must stand on each screen before it is judged. */
const shows: Readonly<Record<string, string | RegExp>> = {
  '/': 'Live since',
  '/start': 'Which park?',
  '/plan': 'How often?',
  '/earlier': 'Was it written on paper?',
  '/blank': 'Who came',
  '/s/:id': /^All \d+/,
  '/s/:id/add': 'What are they called?',
  '/s/:id/before': 'The list',
  '/s/:id/change': 'What changes?',
  '/s/:id/count': 'Counted, not named',
  '/s/:id/finish': 'Check the counts',
  '/s/:id/note': 'What should the team know?',
  '/s/:id/summary': 'To share',
  '/s/:id/team': 'Who is here from the team?',
  '/people': 'Amira K',
  '/people/:id': 'Came to',
  '/give': 'Out of',
  '/lend': 'Lend',
  '/wishes': 'How old are they?',
  '/boxes': 'With me now: Van',
  '/boxes/new': 'Add a place',
  '/boxes/place/:place': 'What happened?',
  '/boxes/place/:place/count': 'Save the count',
  '/boxes/place/:place/of/:set': 'Over-10s set',
  '/boxes/place/:place/:act': 'Where to?',
  '/more': 'Something is wrong',
  '/wrong': '999',
  '/settings': 'What it keeps',
  '/sync': /Nothing waits|All confirmed|saved on this phone/,
};

const table = readFileSync('src/app/routes.tsx', 'utf8');
const workerTable = table.slice(table.indexOf('workerScreens'), table.indexOf('];', table.indexOf('workerScreens')));
const paths = [...workerTable.matchAll(/path: '([^']+)'/g)].map(([, path]) => path ?? '');

test('every screen of the route table has an entry here', () => {
  expect(paths.length).toBeGreaterThan(10);
  expect(Object.keys(shows).sort()).toEqual([...paths].sort());
});

const themes = ['day', 'dusk', 'sunlight'] as const;

const isOfBoxes = (path: string) => /^\/(give|lend|wishes|boxes)/.test(path);

/** More looks of a screen than its own address has: tabs, steps, and the other things that can be done at a place. */
const looks: Readonly<Record<string, string | RegExp>> = {
  '/give?person=unnamed': 'Which set?',
  '/boxes?tab=stock': 'In all places',
  '/boxes?tab=loans': 'Lend something',
  '/boxes?tab=wishes': 'How old are they?',
  '/boxes/place/:place/receive': 'Came in',
  '/boxes/place/:place/build': 'Which box?',
  '/boxes/place/:place/missing': 'In which box?',
  '/boxes/place/:place/gone': 'Van',
  '/boxes/place/:place/right': 'Van',
  '/boxes/place/:place/pass': 'Van',
  '/boxes/place/:place/edit': 'Van',
};

const halves = [
  ['sessions and people', Object.entries(shows).filter(([path]) => !isOfBoxes(path))],
  ['boxes', [...Object.entries(shows).filter(([path]) => isOfBoxes(path)), ...Object.entries(looks)]],
] as const;

for (const [half, screens] of halves)
  test(`every screen of ${half} is clean for axe in Day, Dusk and Sunlight, and fits 320 px`, async ({ world }) => {
    test.setTimeout(240_000);
    const { over, van } = await equip(world.programme, { over: 3, under: 2, rope: 4 });
    const { page } = await world.phone('dele');
    await enrol(page, world.server.address, await world.programme.code('worker'));
    await startSession(page);
    await rowOf(page, 'Amira').click();
    const session = new URL(page.url()).pathname.split('/')[2] ?? '';
    await go(page, '/people');
    await page.getByRole('link', { name: /Amira/ }).click();
    await expect(page.getByText('Came to')).toBeVisible();
    const person = new URL(page.url()).pathname.split('/')[2] ?? '';
    const named = {
      '/s/:id': `/s/${session}`,
      '/people/:id': `/people/${person}`,
      ':place': van,
      ':set': over,
      ':act': 'load',
    };

    const faults: string[] = [];
    for (const [path, words] of screens) {
      await go(
        page,
        Object.entries(named).reduce((at, [name, value]) => at.replace(name, value), path),
      );
      await expect(page.getByText(words).first(), path).toBeVisible();
      faults.push(...(await faultsOf(page, path)));
    }
    expect(faults).toEqual([]);
  });

/** What axe finds in each light, and whether it is too wide for the smallest phone. */
async function faultsOf(page: Page, path: string): Promise<string[]> {
  const faults: string[] = [];
  for (const theme of themes) {
    await page.evaluate((to) => {
      document.documentElement.dataset.theme = to;
    }, theme);
    // Colours change over 120 ms; what is judged is where they arrive.
    await page.waitForTimeout(200);
    const { violations } = await new AxeBuilder({ page }).analyze();
    faults.push(...violations.map(({ id, nodes }) => `${path} ${theme}: ${id} ${nodes[0]?.html.slice(0, 120)}`));
  }
  await page.setViewportSize({ width: 320, height: 640 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (wide > 0) faults.push(`${path}: ${wide} px too wide at 320`);
  await page.setViewportSize({ width: 360, height: 740 });
  return faults;
}
