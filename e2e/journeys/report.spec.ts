import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { uuidv7 } from 'uuidv7';
import { firstOf } from '#domain/periods.ts';
import type { Write } from '#domain/records/entry.ts';
import { readCsv } from '#domain/reports/csv-read.ts';
import { dayOf } from '#domain/time.ts';
import { phoneSize } from '../browser.ts';
import { faultsOf, showLight, tooWide } from '../judge.ts';
import { expect, test, type World } from '../world.ts';

/** On a Friday a coordinator is asked: how many different young people under 13 came last month, by park, and what did the weather cost? */

/** A day of the month before. */
const lastMonth = (day: string): string => `${firstOf(dayOf(Date.now()), -1).slice(0, 8)}${day}`;

/** Children of one age come to a park, and as many are counted as are named. */
function visit(partner: string, site: string, day: string, ageBand: string, people: readonly string[]): Write[] {
  const scope = `partner/${partner}`;
  const session = uuidv7();
  const fact = (type: string, body: Record<string, unknown>): Write => ({
    ...{ op: 'fact', type, id: uuidv7(), scope, hash: '' },
    body: { session, day, at: `${day}T15:05:00.000Z`, ...body },
  });
  return [
    {
      ...{ op: 'create', type: 'session', id: session, scope },
      body: {
        ...{ site, day, status: { is: 'finished', reopened: 0 } },
        ...{ actualStart: `${day}T15:00:00.000Z`, actualEnd: `${day}T17:00:00.000Z` },
      },
    },
    ...people.map((person) => fact('mark', { person, state: 'here', replaces: [] })),
    fact('tally', { ageBand, n: people.length }),
  ];
}

const children = (partner: string, gender: string, n: number): Write[] =>
  Array.from({ length: n }, () => ({
    ...{ op: 'create' as const, type: 'person', id: uuidv7(), scope: `partner/${partner}` },
    body: {
      knownAs: 'Zed',
      leaf: 1,
      colour: 1,
      gender,
      ageBand: '10-12',
      ageBandOn: lastMonth('01'),
      status: 'active',
    },
  }));

/** Two parks; at one of them two boys, whom a funder must not find. */
async function monthOf({ programme }: World): Promise<void> {
  const { partner, push } = programme;
  const sites = (await (await programme.get('/api/records?type=site')).json()).records as {
    id: string;
    body: { name: string };
  }[];
  const [hill = '', woodlands = ''] = ['Windmill Hill', 'Woodlands Park'].map(
    (name) => sites.find(({ body }) => body.name === name)?.id,
  );
  const [girls, boys, more] = [children(partner, 'F', 9), children(partner, 'M', 2), children(partner, 'M', 7)];
  await push([...girls, ...boys, ...more]);
  const ids = (writes: readonly Write[]) => writes.map(({ id }) => id);
  await push(visit(partner, hill, lastMonth('06'), '10-12', ids([...girls, ...boys])));
  await push(visit(partner, hill, lastMonth('13'), '10-12', ids(girls)));
  await push(visit(partner, woodlands, lastMonth('20'), '10-12', ids(more)));
  for (const [day, reason] of [
    ['21', 'rain/wind'],
    ['27', 'lightning'],
  ] as const)
    await push([
      {
        ...{ op: 'create', type: 'session', id: uuidv7(), scope: `partner/${partner}` },
        body: { site: hill, day: lastMonth(day), status: { is: 'cancelled', reopened: 0 }, reason },
      },
    ]);
}

async function answered(page: Page): Promise<void> {
  await expect(page.getByText('18 different young people')).toBeVisible();
  await expect(page.getByText(/named, each once, in 3 sessions/)).toBeVisible();
  const table = page.getByRole('table', { name: 'Young people by park' });
  await expect(table.getByRole('row', { name: /^Windmill Hill/ })).toBeVisible();
  await expect(
    page.getByRole('table', { name: 'What we did' }).getByRole('row', { name: /^Sessions lost to weather/ }),
  ).toContainText('2');
}

test('the question of a Friday is answered in three clicks, gives no child away, and prints', async ({ world }) => {
  await monthOf(world);
  const { page } = await world.opened('priya');
  await page.getByRole('link', { name: 'Exports', exact: true }).click();
  await page.getByLabel('Rows').selectOption({ label: 'by park' });
  await page.getByLabel('Ages').selectOption({ label: 'Under 13' });
  await answered(page);
  expect(await faultsOf(page, 'report')).toEqual([]);
  await showLight(page, 'day');

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download CSV' }).click(),
  ]);
  const [head, ...rows] = readCsv(readFileSync(await file.path(), 'utf8').replace('\uFEFF', ''), ',');
  expect(head?.cells.length).toBeGreaterThan(2);
  const cells = rows.flatMap((row) => row.cells.slice(1));
  expect(cells).toContain('<5');
  expect(cells.filter((cell) => /^[1-4]$/.test(cell))).toEqual([]);

  // Paper has the table and what was done, and neither picks nor buttons.
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('table', { name: 'Young people by park' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'What we did' })).toBeVisible();
  await expect(page.getByLabel('Rows')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Download CSV' })).toBeHidden();
  await page.emulateMedia({ media: null });
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeLessThanOrEqual(2);
});

test('the same question on a phone: the sentence, the table and the weather, and nothing to be moved sideways', async ({
  world,
}) => {
  await monthOf(world);
  const { page } = await world.opened('priya');
  await page.setViewportSize(phoneSize);
  await page.getByRole('link', { name: 'Exports', exact: true }).click();
  await page.getByLabel('Rows').selectOption({ label: 'by park' });
  await page.getByLabel('Ages').selectOption({ label: 'Under 13' });
  await answered(page);
  expect(await tooWide(page, 'report', phoneSize)).toEqual([]);
  const weather = page.getByRole('button', { name: /^Sessions lost to weather/ });
  await weather.click();
  await expect(page.getByText(/Rain or wind/)).toBeVisible();
});
