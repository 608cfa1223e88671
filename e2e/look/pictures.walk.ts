import type { Page } from '@playwright/test';
import { doors } from '../doors.ts';
import { test as inUse } from '../in-use.ts';
import { deskLooks, deskScreens, showDeskScreen, showScreen, workerLooks, workerScreens } from '../screens.ts';
import { go, test, type World } from '../world.ts';
import { picture } from './pictures.ts';
import { wanted } from './wanted.ts';

/** Walks every screen and takes its pictures. A screen that cannot be shown is said at the end; the others are taken all the same. */

/** What no address leads to. */
const more: typeof doors = {
  'before a session': async (world) => (await world.opened('dele')).page,
  'a volunteer’s home': async (world) => (await world.opened('tunde')).page,
  'hand-over': handedOver,
};

async function handedOver(world: World): Promise<Page> {
  const { page } = await world.opened('dele');
  await go(page, '/hand-over');
  await page.getByLabel('A name to show').fill('Ioana');
  await page.getByRole('button', { name: 'Hand over for practice' }).click();
  await page.getByRole('heading', { name: 'Hello, Ioana' }).waitFor();
  return page;
}

/** With the place each has on its sheet. */
const placed = <T>(from: number, screens: Readonly<Record<string, T>>) =>
  Object.entries(screens)
    .map(([name, shows], at) => ({ name, shows, at: from + at }))
    .filter(({ name }) => name.includes(wanted().only));

for (const { name, shows, at } of placed(0, { ...doors, ...more }))
  test(name, async ({ world }) => picture(await shows(world), 'phone', at, name));

for (const { name, shows, at } of placed(100, { ...workerScreens, ...workerLooks }))
  inUse(name, async ({ inUse: use }) => {
    await showScreen(use, name, shows);
    await picture(use.page, 'phone', at, name);
  });

for (const { name, shows, at } of placed(100, { ...deskScreens, ...deskLooks }))
  inUse(name, async ({ desk }) => {
    await showDeskScreen(desk, name, shows);
    await picture(desk.page, 'desk', at, name);
  });
