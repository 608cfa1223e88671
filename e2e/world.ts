import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { openPhone, type Phone, processesOn, type Size } from './browser.ts';
import { type Programme, setUp } from './programme.ts';
import { openServer, type Server } from './server.ts';

/** What a journey starts with: a server with a programme, and as many phones as it asks for. */
export type World = {
  readonly server: Server;
  readonly programme: Programme;
  /** A folder of this journey's own. */
  readonly folder: string;
  /** Opens a phone, or the same one again by its name: the profile is kept. */
  phone(name: string, size?: Size, more?: readonly string[]): Promise<Phone>;
};

export const test = base.extend<{ world: World }>({
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads which fixtures are wanted from this pattern
  world: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'bandstand-'));
    const server = await openServer(join(folder, 'data'));
    const phones: Phone[] = [];
    const world: World = {
      server,
      programme: await setUp(server),
      folder,
      async phone(name, size, more) {
        const phone = await openPhone(join(folder, name), size, more);
        phones.push(phone);
        return phone;
      },
    };
    await use(world);
    for (const phone of phones) {
      await phone.context.close().catch(() => undefined);
      for (const pid of processesOn(phone.profile)) end(pid);
    }
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  },
});

/** A process may end by itself between being found and being ended. */
function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ESRCH') throw fault;
  }
}

export { expect };

export const pin = '314159';

/** Types a code, chooses a PIN and waits until everything needed offline is on the phone. */
export async function enrol(page: Page, address: string, code: string, secret = pin): Promise<void> {
  await page.goto(address);
  await page.getByLabel('Code').fill(code);
  await page.getByRole('button', { name: 'Go on' }).click();
  await choosePin(page, secret);
  await expect(page.getByText('Ready offline')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Good' }).click();
}

export async function choosePin(page: Page, secret = pin): Promise<void> {
  await page.getByLabel('PIN', { exact: true }).fill(secret);
  await page.getByLabel('The same again').fill(secret);
  await page.getByRole('button', { name: 'Make this phone mine' }).click();
}

export async function unlock(page: Page, secret = pin): Promise<void> {
  await page.getByLabel('Your PIN').fill(secret);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
}

/** Starts a session at a park and goes to its register. */
export async function startSession(page: Page, park = 'Windmill Hill'): Promise<void> {
  await page.getByRole('link', { name: /Start a (different )?session/ }).click();
  await page.getByText(park, { exact: true }).click();
  await page.getByRole('button', { name: 'Start session' }).click();
  await page.getByRole('button', { name: 'To the register' }).click();
  await expect(page.getByRole('tab', { name: /^All/ })).toBeVisible();
}

/** The register's row of somebody. */
export const rowOf = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) }).first();

export const allConfirmed = (page: Page) =>
  expect(page.getByRole('link', { name: /Confirmed/ })).toBeVisible({ timeout: 30_000 });

/** Goes there without a reload, which would lock the phone. */
export async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    window.history.pushState({}, '', to);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }, path);
}
