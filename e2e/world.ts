import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { deskSize, openPhone, type Phone, phoneSize, processesOn, type Size } from './browser.ts';
import { comeIn } from './coming-in.ts';
import { copyPrepared, type Enrolled, preparedSetUp } from './prepared.ts';
import { type Programme, programmeOn } from './programme.ts';
import { openServer, type Server } from './server.ts';

/** What a journey starts with: a copy of the prepared world, and as many phones as it asks for. */
export type World = {
  readonly server: Server;
  readonly programme: Programme;
  /** A folder of this journey's own. */
  readonly folder: string;
  /**
   * Opens a phone, or the same one again by its name: the profile is kept. Those named in the prepared world are enrolled;
   * any other name is a browser that never saw the app.
   */
  phone(name: string, size?: Size, more?: readonly string[]): Promise<Phone>;
  /** Opens the phone of somebody enrolled, unlocks it and lets it fetch what is new; for that the server has to run. */
  opened(name: Enrolled, size?: Size, more?: readonly string[]): Promise<Phone>;
};

/** @returns the world, and what ends it */
export async function openWorld(): Promise<{ world: World; end(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'bandstand-'));
  copyPrepared('data', join(folder, 'data'));
  const server = await openServer(join(folder, 'data'));
  const phones: Phone[] = [];
  const world: World = {
    server,
    programme: programmeOn(server, preparedSetUp()),
    folder,
    async phone(name, size = name === 'priya' ? deskSize : phoneSize, more = []) {
      const profile = join(folder, name);
      if (!existsSync(profile)) copyPrepared(name, profile);
      const phone = await openPhone(profile, server.port, size, more);
      phones.push(phone);
      return phone;
    },
    async opened(name, size, more) {
      const phone = await world.phone(name, size, more);
      await comeIn(phone.page);
      // What was added to the world since it was prepared is on a worker's phone before the journey goes on.
      if (name === 'priya') await expect(phone.page.getByRole('heading', { name: 'Overview' })).toBeVisible();
      else await allConfirmed(phone.page);
      return phone;
    },
  };
  const end = async () => {
    for (const phone of phones) {
      await phone.context.close().catch(() => undefined);
      for (const pid of processesOn(phone.profile)) endProcess(pid);
    }
    await server.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return { world, end };
}

export const test = base.extend<{ world: World }>({
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads which fixtures are wanted from this pattern
  world: async ({}, use) => {
    const { world, end } = await openWorld();
    await use(world);
    await end();
  },
});

/** A process may end by itself between being found and being ended. */
function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ESRCH') throw fault;
  }
}

export { expect };
export { choosePin, comeIn, enrol, pin, unlock } from './coming-in.ts';

/** Starts a session at a park and goes to its register. */
export async function startSession(page: Page, park = 'Windmill Hill'): Promise<void> {
  await page.getByRole('link', { name: /Start a (different )?session/ }).click();
  await page.getByText(park, { exact: true }).click();
  await page.getByRole('button', { name: 'Start session' }).click();
  await page.getByRole('button', { name: 'To the register' }).click();
  await expect(page.getByRole('tablist', { name: 'Register' })).toBeVisible();
}

/** The register's row of somebody. */
export const rowOf = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) }).first();

/** Taps somebody's row, and waits until the tap is on the disk and drawn: what follows may reload or kill. */
export async function mark(page: Page, ...names: readonly string[]): Promise<void> {
  for (const name of names) {
    await rowOf(page, name).click();
    await expect(rowOf(page, name)).toHaveAttribute('aria-pressed', 'true');
    await expect(rowOf(page, name)).not.toHaveAccessibleName(/Being saved/);
  }
}

export const allConfirmed = (page: Page) => expect(page.getByRole('link', { name: /Confirmed/ })).toBeVisible();

/** Signal is back, as the phone would notice it. */
export const signal = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event('online')));

/** A closed sheet's step is gone from the way back; the browser takes a moment for it. */
export const stepTaken = (page: Page) =>
  page.waitForFunction(() => document.querySelector('dialog[open]') !== null || !window.history.state?.sheet);

/** Goes there without a reload, which would lock the phone. */
export async function go(page: Page, path: string): Promise<void> {
  await stepTaken(page);
  await page.evaluate((to) => {
    window.history.pushState({}, '', to);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }, path);
}
