import type { Page } from '@playwright/test';
import { allConfirmed, comeIn, expect, go, rowOf, signal, startSession, test } from '../world.ts';

/** Opens somebody's page from People. */
async function pageOf(page: Page, name: string): Promise<void> {
  await go(page, '/people');
  await page.getByRole('link', { name: new RegExp(`^${name}`) }).click();
  await expect(page.getByRole('link', { name: 'Edit' })).toBeVisible();
}

/** Goes to a part of the form of whoever's page is open. */
async function part(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByRole('link', { name }).click();
}

async function mother(page: Page, child: string): Promise<void> {
  await page.getByLabel(`Who are they to ${child}?`).selectOption('Mother');
  await page.getByText('Yes', { exact: true }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Parents and carers')).toBeVisible();
}

test('with no signal, who to call and what to do are two taps from the register', async ({ world }) => {
  const { server } = world;
  const { page } = await world.opened('dele');
  await pageOf(page, 'Amira');
  await part(page, /^What we must do/);
  await page.getByText('Yes', { exact: true }).click();
  await page.getByRole('button', { name: 'Add a need' }).click();
  await page.getByLabel('What is it?').fill('Asthma');
  await page.getByLabel('What must we do?').fill('Blue inhaler in the front pocket of her bag. No better? Call 999.');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: 'Add a parent or carer' }).click();
  await page.getByLabel('Their name').fill('Nadia Karim');
  await page.getByLabel('Telephone', { exact: true }).fill('07700900318');
  await mother(page, 'Amira K');
  await go(page, '/');
  await startSession(page);
  await allConfirmed(page);

  await server.stop();
  await page.getByRole('button', { name: 'More about Amira K' }).click();
  await page.getByRole('button', { name: 'Who to call, what to do' }).click();
  await expect(page.getByText('Blue inhaler in the front pocket of her bag.')).toBeVisible();
  await expect(page.getByRole('link', { name: /^Call Nadia Karim/ })).toHaveAttribute('href', 'tel:07700900318');
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(rowOf(page, 'Amira')).toHaveAttribute('aria-pressed', 'false');

  await server.start();
  await signal(page);
  await allConfirmed(page);
});

test('a child is registered with a brother’s mother in a park without signal; killed half-way, nothing is lost', async ({
  world,
}) => {
  const { server } = world;
  const first = await world.opened('dele');
  await pageOf(first.page, 'Ben');
  await first.page.getByRole('link', { name: 'Add a parent' }).click();
  await first.page.getByLabel('Their name').fill('Nadia Karim');
  await first.page.getByLabel('Telephone', { exact: true }).fill('07700 900318');
  await mother(first.page, 'Ben T');
  await signal(first.page);
  await allConfirmed(first.page);

  await server.stop();
  await pageOf(first.page, 'Amira');
  await part(first.page, /^Who they are/);
  await first.page.getByRole('textbox', { name: 'Full name' }).fill('Amira Karim');
  await first.page.getByLabel('Day').fill('27');
  await first.page.getByLabel('Month').fill('3');
  await first.page.getByLabel('Year').fill('2014');
  await expect(first.page.getByText(/^1[0-9] years old$/)).toBeVisible();
  // A draft is kept a moment after the last letter.
  await first.kill(1_000);

  const { page } = await world.phone('dele');
  await comeIn(page);
  await pageOf(page, 'Amira');
  await part(page, /^Who they are/);
  await expect(page.getByRole('textbox', { name: 'Full name' })).toHaveValue('Amira Karim');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: 'Add a parent or carer' }).click();
  await page.getByLabel('Their name').fill('Nad');
  await page.getByRole('button', { name: 'It is Nadia Karim, mother of Ben T' }).click();
  await mother(page, 'Amira K');
  await page.getByRole('link', { name: 'Back' }).click();
  await expect(page.getByRole('link', { name: /^Call Nadia Karim/ })).toBeVisible();
  await expect(page.getByText('Brothers and sisters')).toBeVisible();
  await expect(page.getByText('Amira Karim', { exact: true })).toBeVisible();

  await server.start();
  await signal(page);
  await allConfirmed(page);
});
