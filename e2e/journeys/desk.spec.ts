import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { addDays, dayOf } from '#domain/time.ts';
import { deskSize } from '../browser.ts';
import { equip } from '../equipment.ts';
import { passphrase } from '../programme.ts';
import { allConfirmed, enrol, expect, go, rowOf, startSession, test, type World } from '../world.ts';

/** A session of twelve people and one counted, finished and confirmed. */
async function record(world: World): Promise<string> {
  const { page, close } = await world.phone('dele');
  await enrol(page, world.server.address, await world.programme.code('worker'));
  await startSession(page);
  for (const name of ['Amira', 'Ben', 'Gurleen']) await rowOf(page, name).click();
  await page.getByRole('button', { name: '+1 not named' }).click();
  const session = new URL(page.url()).pathname.split('/')[2] ?? '';
  await page.getByRole('button', { name: 'Finish' }).click();
  await page.getByLabel('What went well?').fill('Nobody sat out.');
  await page.getByRole('button', { name: 'Finish session' }).click();
  await expect(page.getByLabel('To share')).toBeVisible();
  await allConfirmed(page);
  await close();
  return session;
}

test('a coordinator enrols a laptop, reads the session, manages the team and exports names for a reason', async ({
  world,
}) => {
  const { server, programme } = world;
  await record(world);
  const { page } = await world.phone('priya', deskSize);
  await enrol(page, server.address, await programme.code('coordinator'));
  await page.goto(`${server.address}/desk`);
  await page.getByLabel('Your PIN').fill('314159');
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible();

  await page.getByRole('link', { name: 'Sessions', exact: true }).click();
  await page
    .getByRole('link', { name: /Windmill Hill/ })
    .first()
    .click();
  await expect(page.getByText('Amira K')).toBeVisible();
  await expect(page.getByText('Nobody sat out.')).toBeVisible();
  await expect(page.getByText('blue oak')).toBeVisible();

  await go(page, '/desk/team');
  await expect(page.getByText('Dele A').first()).toBeVisible();
  await page.getByRole('button', { name: /Add someone/ }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Name').fill('Newcomer W');
  await sheet.getByRole('group', { name: 'Refocus Project' }).getByLabel('Outreach worker').check();
  await sheet.getByLabel(/^Vetted/).check();
  await sheet.getByRole('button', { name: /Add|Save/ }).click();
  const row = page.getByRole('row', { name: /Newcomer W/ });
  await row.getByRole('button', { name: /New code/ }).click();
  const code = (await sheet.getByText(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/).textContent()) ?? '';
  await page.keyboard.press('Escape');

  // Names are refused without a reason, and come with one; the reason stands in the log.
  const today = dayOf(Date.now());
  const named = `/api/exports/attendance.csv?from=${addDays(today, -7)}&to=${today}&names=yes`;
  expect((await programme.get(named)).status).toBe(400);
  await go(page, '/desk/exports?what=attendance');
  await page.getByRole('radio', { name: /^Names/ }).check();
  await page.getByLabel('Why are names needed?').fill('First-aid list for the trip');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download CSV' }).click(),
  ]);
  const csv = readFileSync(await file.path(), 'utf8');
  expect(csv).toContain('Amira K');
  expect(csv).toMatch(/data as at/i);
  expect(await (await programme.get('/api/audit?after=0')).text()).toContain('First-aid list for the trip');

  // The code opens the newcomer's phone.
  const phone = await world.phone('newcomer');
  await enrol(phone.page, server.address, code);
  await expect(phone.page.getByText('Windmill Hill').first()).toBeVisible();
});

test('on a shared computer everything is read and nothing is kept', async ({ world }) => {
  const { server } = world;
  await record(world);
  const phone = await world.phone('office', deskSize);
  const { page } = phone;
  await page.goto(`${server.address}/sign-in`);
  await page.getByLabel(/name/i).fill('Priya N');
  await page.getByLabel(/passphrase/i).fill(passphrase);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible();
  await go(page, '/desk/sessions');
  await page
    .getByRole('link', { name: /Windmill Hill/ })
    .first()
    .click();
  await expect(page.getByText('Amira K')).toBeVisible();
  const kept = await page.evaluate(async () => {
    const databases = (await indexedDB.databases())
      .map(({ name }) => name)
      .filter((name) => name !== 'bandstand-phone');
    const caches_ = await Promise.all(
      (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
    );
    return {
      databases,
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
      answers: caches_.flat().filter((url) => url.includes('/api/')),
    };
  });
  expect(kept).toEqual({ databases: [], local: [], session: [], answers: [] });
  // Closed without signing out: whoever opens the browser next is asked who they are.
  await phone.close();
  const next = await world.phone('office', deskSize);
  await next.page.goto(`${server.address}/desk`);
  await expect(next.page.getByRole('heading', { name: 'Sign in for now' })).toBeVisible();
});

const table = readFileSync('src/app/routes.tsx', 'utf8');
const paths = [...table.slice(table.indexOf('deskScreens')).matchAll(/path: '(\/desk[^']*)'/g)].map(
  ([, path]) => path ?? '',
);

/** The heading each desk screen is known by. */
const headings: Readonly<Record<string, string | RegExp>> = {
  '/desk': 'Overview',
  '/desk/sessions': 'Sessions',
  '/desk/sessions/:id': 'Windmill Hill',
  '/desk/set-up': 'Set-up',
  '/desk/set-up/sites/:id': 'Windmill Hill',
  '/desk/set-up/sets/:id': 'Over-10s set',
  '/desk/boxes': 'Boxes',
  '/desk/boxes/labels': 'Labels',
  '/desk/boxes/import': 'Read in a delivery note',
  '/desk/team': /Team/,
  '/desk/exports': 'Exports',
  '/desk/look': 'Needs a look',
  '/desk/settings': /Settings|computer/,
};

/** The tabs of screens that have them. */
const tabs: Readonly<Record<string, string>> = Object.fromEntries([
  ...['owed', 'deliveries', 'given', 'wishes', 'needs', 'reorder'].map((part) => [`/desk/boxes?part=${part}`, 'Boxes']),
  ['/desk/set-up?part=boxes', 'Set-up'],
]);

test('every desk screen has an entry here, and is clean for axe in three lights and at phone width', async ({
  world,
}) => {
  test.setTimeout(300_000);
  expect(Object.keys(headings).sort()).toEqual([...paths].sort());
  const session = await record(world);
  const { server, programme } = world;
  const { over } = await equip(programme, { over: 3, ball: 2 });
  const { page } = await world.phone('priya', deskSize);
  await enrol(page, server.address, await programme.code('coordinator'));
  const { records } = await (await programme.get('/api/records?type=site')).json();
  const site = records.find(({ body }: { body: { name: string } }) => body.name === 'Windmill Hill').id;
  const faults: string[] = [];
  const named = {
    '/sessions/:id': `/sessions/${session}`,
    '/sites/:id': `/sites/${site}`,
    '/sets/:id': `/sets/${over}`,
  };
  for (const [path, heading] of [...Object.entries(headings), ...Object.entries(tabs)]) {
    await go(
      page,
      Object.entries(named).reduce((at, [name, value]) => at.replace(name, value), path),
    );
    await expect(page.getByRole('heading', { name: heading }).first(), path).toBeVisible();
    await expect(page.getByText(/^Reading /), path).toHaveCount(0);
    for (const theme of ['day', 'dusk', 'sunlight'] as const) {
      await page.evaluate((to) => {
        document.documentElement.dataset.theme = to;
      }, theme);
      await page.waitForTimeout(200);
      const { violations } = await new AxeBuilder({ page }).analyze();
      faults.push(...violations.map(({ id, nodes }) => `${path} ${theme}: ${id} ${nodes[0]?.html.slice(0, 120)}`));
    }
    await page.setViewportSize({ width: 360, height: 740 });
    await page.waitForTimeout(200);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (wide > 0) faults.push(`${path}: ${wide} px too wide at 360`);
    await page.setViewportSize(deskSize);
  }
  expect(faults).toEqual([]);
});
