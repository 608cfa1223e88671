import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { enrol, expect, test } from '../world.ts';

/** The screens before the route table: setting up, coming in, a locked phone, counting without a key, a shared computer. */

async function judged(page: Page, name: string): Promise<string[]> {
  const faults: string[] = [];
  for (const theme of ['day', 'dusk', 'sunlight']) {
    await page.evaluate((to) => {
      document.documentElement.dataset.theme = to;
    }, theme);
    // Colours change over 120 ms; what is judged is where they arrive.
    await page.waitForTimeout(200);
    const { violations } = await new AxeBuilder({ page }).analyze();
    faults.push(...violations.map(({ id, nodes }) => `${name} ${theme}: ${id} ${nodes[0]?.html.slice(0, 120)}`));
  }
  return faults;
}

test('every screen before the first one is clean for axe in Day, Dusk and Sunlight', async ({ world }) => {
  test.setTimeout(150_000);
  const { server, programme } = world;
  const { page } = await world.phone('dele');
  const faults: string[] = [];
  await page.goto(`${server.address}/setup#NONE-NONE`);
  await expect(page.getByRole('heading', { name: 'A new programme' })).toBeVisible();
  faults.push(...(await judged(page, 'setting up')));
  await page.goto(`${server.address}/sign-in`);
  await expect(page.getByLabel(/passphrase/i)).toBeVisible();
  faults.push(...(await judged(page, 'signing in')));
  await page.goto(server.address);
  await expect(page.getByLabel('Code')).toBeVisible();
  faults.push(...(await judged(page, 'coming in')));
  await page.getByLabel('Code').fill('ABCD-2345');
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByLabel('The same again')).toBeVisible();
  faults.push(...(await judged(page, 'choosing a PIN')));
  await enrol(page, server.address, await programme.code('worker'));
  await page.goto(server.address);
  await expect(page.getByLabel('Your PIN')).toBeVisible();
  faults.push(...(await judged(page, 'locked')));
  await page.getByRole('button', { name: /I cannot unlock/ }).click();
  await expect(page.getByText('Which park?')).toBeVisible();
  faults.push(...(await judged(page, 'just count')));
  await page.getByText('Windmill Hill', { exact: true }).click();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByText('1 saved.')).toBeVisible();
  faults.push(...(await judged(page, 'counting without a key')));
  expect(faults).toEqual([]);
});
