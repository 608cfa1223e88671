import type { Page } from '@playwright/test';
import { nextDist, nextVersion } from '../builds.ts';
import { patience } from '../machine.ts';
import { allConfirmed, expect, go, rowOf, signal, startSession, test, unlock } from '../world.ts';

/** Nothing this tab sends reaches the server, until it is loaded again; the app's files come as ever. */
const holdBack = (page: Page) =>
  page.evaluate(() => {
    const real = window.fetch;
    window.fetch = (input, init) =>
      String(input).startsWith('/api/') ? Promise.reject(new TypeError('no network')) : real(input, init);
  });

const draft = 'Half a note';

test('a new version waits, and then loses neither a draft nor 25 unsent records, in two tabs', async ({ world }) => {
  const { server, programme } = world;
  const { page, context } = await world.opened('dele');
  await startSession(page);
  await allConfirmed(page);
  await holdBack(page);
  for (let n = 0; n < 25; n += 1) await page.getByRole('button', { name: '+1 not named' }).click();
  await expect(page.getByText('25 here', { exact: true })).toBeVisible();

  // A second tab gets the key from the first, and holds a half-written note.
  const other = await context.newPage();
  await other.goto(server.address);
  await holdBack(other);
  await other.getByRole('link', { name: /Open the register/ }).click();
  await other.getByRole('button', { name: 'Note' }).click();
  await other.getByLabel('What should the team know?').fill(draft);

  await server.stop();
  await server.start(nextDist);
  await page.bringToFront();
  await go(page, '/settings');
  await page.getByRole('button', { name: 'Look for a new version' }).click();
  await expect(page.getByText('A new version is ready')).toBeVisible();
  // It waits: nothing has been reloaded, and the other tab still holds what was typed.
  await expect(other.getByLabel('What should the team know?')).toHaveValue(draft);

  await expect(page.getByRole('link', { name: '25 On this phone' })).toBeVisible();
  await page.getByRole('button', { name: 'Take it' }).click();
  // The tab that asked comes back as the new version; it gets its key from the other tab, or asks for the PIN.
  await expect(page.getByLabel('Your PIN').or(page.getByText('Lock now, or let a colleague in')).first()).toBeVisible();
  await expect(other.getByText('Updated in another tab')).toBeVisible();
  await expect(other.getByLabel('What should the team know?')).toHaveValue(draft);
  await other.getByRole('button', { name: 'Reload' }).click();
  // Two tabs that load at once may have nobody to ask for the key: then it is the PIN, on either.
  await expect(async () => {
    if (await page.getByLabel('Your PIN').isVisible()) await unlock(page);
    await go(page, '/settings');
    await expect(page.getByText(`Bandstand ${nextVersion}`)).toBeVisible({ timeout: patience(3_000) });
  }).toPass();
  await expect(async () => {
    if (await other.getByLabel('Your PIN').isVisible()) await unlock(other);
    await expect(other.getByLabel('What should the team know?')).toHaveValue(draft, { timeout: patience(3_000) });
  }).toPass();

  await signal(page);
  await allConfirmed(page);
  const sessions = await (await programme.get(`/api/overview?from=2026-01-01&to=2026-12-31`)).text();
  expect(sessions).toContain('25');
});

test('a new version is taken at a cold start, before anything is drawn', async ({ world }) => {
  const { server } = world;
  let phone = await world.opened('dele');
  await server.stop();
  await server.start(nextDist);
  await go(phone.page, '/settings');
  await phone.page.getByRole('button', { name: 'Look for a new version' }).click();
  await expect(phone.page.getByText('A new version is ready')).toBeVisible();
  await phone.close();
  await server.stop();
  phone = await world.phone('dele');
  await phone.page.goto(server.address);
  await unlock(phone.page);
  await go(phone.page, '/settings');
  await expect(phone.page.getByText(`Bandstand ${nextVersion}`)).toBeVisible();
});

test('a deep link typed with no signal opens its screen from a cold start', async ({ world }) => {
  const { server } = world;
  let phone = await world.opened('dele');
  await startSession(phone.page);
  await rowOf(phone.page, 'Amira').click();
  const address = phone.page.url();
  await phone.close();
  await server.stop();
  phone = await world.phone('dele');
  await phone.page.goto(`${address}/count`);
  await unlock(phone.page);
  await expect(phone.page.getByText('Counted, not named')).toBeVisible();
  const api = await phone.page.goto(`${server.address}/api/health`).catch(() => null);
  expect(api).toBeNull();
});
