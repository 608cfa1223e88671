import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
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
  '/boxes': 'not in this version yet',
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

test('every screen is clean for axe in Day, Dusk and Sunlight, and fits 320 px', async ({ world }) => {
  test.setTimeout(240_000);
  const { page } = await world.phone('dele');
  await enrol(page, world.server.address, await world.programme.code('worker'));
  await startSession(page);
  await rowOf(page, 'Amira').click();
  const session = new URL(page.url()).pathname.split('/')[2] ?? '';
  await go(page, '/people');
  await page.getByRole('link', { name: /Amira/ }).click();
  await expect(page.getByText('Came to')).toBeVisible();
  const person = new URL(page.url()).pathname.split('/')[2] ?? '';

  const faults: string[] = [];
  for (const path of paths) {
    await go(page, path.replace('/s/:id', `/s/${session}`).replace('/people/:id', `/people/${person}`));
    await expect(page.getByText(shows[path] ?? '').first(), path).toBeVisible();
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
  }
  expect(faults).toEqual([]);
});
