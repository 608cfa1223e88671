import { expect, type Page } from '@playwright/test';
import { origin } from './browser.ts';
import { patience } from './machine.ts';

/** The ways into the app: a code and a PIN the first time, the PIN ever after. */

export const pin = '314159';

/** Types a code, chooses a PIN and waits until everything needed offline is on the phone. */
export async function enrol(page: Page, code: string, secret = pin): Promise<void> {
  await page.goto(origin);
  await page.getByLabel('Code').fill(code);
  await page.getByRole('button', { name: 'Continue' }).click();
  await choosePin(page, secret);
  await expect(page.getByText('Ready offline')).toBeVisible({ timeout: patience(60_000) });
  await page.getByRole('button', { name: 'Good' }).click();
}

export async function choosePin(page: Page, secret = pin): Promise<void> {
  // On a laptop a passphrase is offered first.
  await page.getByRole('radio', { name: 'Six-digit PIN' }).check();
  await page.getByLabel('PIN', { exact: true }).fill(secret);
  await page.getByLabel('The same again').fill(secret);
  await page.getByRole('button', { name: /^Make this (phone|laptop) mine$/ }).click();
}

export async function unlock(page: Page, secret = pin): Promise<void> {
  await page.getByLabel('Your PIN').fill(secret);
}

/** Opens the app on a phone that was enrolled, and unlocks it. */
export async function comeIn(page: Page, address = origin): Promise<void> {
  await page.goto(address);
  await unlock(page);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByLabel('Your PIN')).toHaveCount(0);
}
