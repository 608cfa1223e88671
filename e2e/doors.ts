import type { Page } from '@playwright/test';
import { expect, type World } from './world.ts';

/** The screens before the route table: setting up, coming in, a locked phone, counting without a key, a shared computer. */

const address = (world: World, path: string) => `${world.server.address}${path}`;

/** How to stand before each door, and what shows that one does. */
export const doors: Readonly<Record<string, (world: World) => Promise<Page>>> = {
  'setting up': async (world) => {
    const { page } = await world.phone('new');
    await page.goto(address(world, '/setup#NONE-NONE'));
    await expect(page.getByRole('heading', { name: 'This programme is set up' })).toBeVisible();
    return page;
  },
  'signing in': async (world) => {
    const { page } = await world.phone('new');
    await page.goto(address(world, '/sign-in'));
    await expect(page.getByLabel(/passphrase/i)).toBeVisible();
    return page;
  },
  'coming in': async (world) => {
    const { page } = await world.phone('new');
    await page.goto(address(world, '/'));
    await expect(page.getByLabel('Code')).toBeVisible();
    return page;
  },
  'choosing a PIN': async (world) => {
    const { page } = await world.phone('new');
    await page.goto(address(world, '/'));
    await page.getByLabel('Code').fill('ABCD-2345');
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByLabel('The same again')).toBeVisible();
    return page;
  },
  'a locked phone': async (world) => {
    const { page } = await world.phone('dele');
    await page.goto(address(world, '/'));
    await expect(page.getByLabel('Your PIN')).toBeVisible();
    return page;
  },
  'just counting': async (world) => {
    const { page } = await world.phone('dele');
    await page.goto(address(world, '/'));
    await page.getByRole('button', { name: 'Just count' }).click();
    await expect(page.getByText('Which park?')).toBeVisible();
    return page;
  },
  'counting without a key': async (world) => {
    const page = await (doors['just counting'] as (world: World) => Promise<Page>)(world);
    await page.getByText('Windmill Hill', { exact: true }).click();
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await expect(page.getByText(/^1 to send/)).toBeVisible();
    return page;
  },
};
