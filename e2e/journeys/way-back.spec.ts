import type { Page } from '@playwright/test';
import { allConfirmed, expect, go, mark, startSession, stepTaken, test, unlock } from '../world.ts';

/** Finding one's way: Back is up, a sheet is a step, and by keyboard every screen begins at its title. */

const path = (page: Page) => new URL(page.url()).pathname;
const back = (page: Page) => page.getByRole('link', { name: 'Back', exact: true }).click();

test('the header’s back and the phone’s Back agree, and nothing goes round in circles', async ({ world }) => {
  const { page } = await world.opened('dele');
  await startSession(page);
  const register = path(page);
  await page.getByRole('button', { name: 'Count' }).click();
  await expect(page.getByText('Counted, not named')).toBeVisible();
  await back(page);
  await expect.poll(() => path(page)).toBe(register);
  await page.goBack();
  await expect(page.getByText('Live since')).toBeVisible();

  // A saved form is not met again.
  await go(page, '/people');
  await page.getByRole('link', { name: /^Amira/ }).click();
  await page.getByRole('link', { name: 'Edit' }).click();
  await expect(page).toHaveTitle('Edit person · Bandstand');
  await back(page);
  await expect(page.getByText('Came to')).toBeVisible();
  await page.goBack();
  await expect(page).toHaveTitle('People · Bandstand');
});

test('a sheet closes on Back, and leaves no step behind when it is closed by its cross', async ({ world }) => {
  const { page } = await world.opened('dele');
  await startSession(page);
  const register = path(page);
  await page.getByRole('button', { name: /^More about Amira/ }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.waitForFunction(() => window.history.state?.sheet);
  await page.goBack();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(path(page)).toBe(register);
  await page.getByRole('button', { name: /^More about Amira/ }).click();
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await stepTaken(page);
  await page.goBack();
  await expect(page.getByText('Live since')).toBeVisible();
});

test('a volunteer’s way up is the three buttons', async ({ world }) => {
  const { page: worker } = await world.opened('dele');
  await startSession(worker);
  await allConfirmed(worker);
  const { page } = await world.opened('tunde');
  await page.getByRole('link', { name: /^Count/ }).click();
  await expect(page.getByText('Counted, not named')).toBeVisible();
  await back(page);
  await expect(page.getByRole('heading', { name: 'Hello, Tunde' })).toBeVisible();
});

test('somebody else who opens the phone begins at Today, and is named there', async ({ world }) => {
  const { page } = await world.opened('dele');
  await expect(page.getByRole('banner').getByText('Dele A')).toBeVisible();
  await go(page, '/settings');
  await page.getByRole('button', { name: /^Lock now/ }).click();
  await page.getByRole('button', { name: 'Somebody else' }).click();
  await page.getByRole('button', { name: /^Add a worker/ }).click();
  await page.getByLabel('Code').fill(await world.programme.code('second'));
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('PIN', { exact: true }).fill('271828');
  await page.getByLabel('The same again').fill('271828');
  await page.getByRole('button', { name: 'Make this phone mine' }).click();
  await expect(page.getByRole('banner').getByText('Marta K')).toBeVisible();
  expect(path(page)).toBe('/');
});

test('by keyboard: a screen begins at its title, one step from the search and one from the list', async ({ world }) => {
  const { page } = await world.opened('dele');
  await startSession(page);
  await mark(page, 'Amira');
  await page.getByRole('button', { name: 'Count' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Count' })).toBeFocused();
  await back(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Windmill Hill' })).toBeFocused();
  await expect(page).toHaveTitle('Register · Bandstand');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Find a name')).toBeFocused();
  await expect(page.getByRole('listitem').first()).toHaveAttribute('aria-setsize', /^\d+$/);
  // Locked and unlocked, the same screen is there and begins at its title again.
  await page.reload();
  await unlock(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Windmill Hill' })).toBeFocused();
});

test('with large letters, on its side and over a keyboard one bar is left: search, Undo and the rest under More', async ({
  world,
}) => {
  const { page } = await world.opened('dele');
  await startSession(page);
  await mark(page, 'Amira');
  for (const size of [
    { width: 740, height: 360 },
    { width: 360, height: 420 },
  ]) {
    await page.setViewportSize(size);
    for (const control of [page.getByLabel('Find a name'), page.getByRole('button', { name: 'Undo', exact: true })])
      await expect(control).toBeInViewport({ ratio: 1 });
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Finish' }).click();
    await expect(page.getByRole('button', { name: 'Finish session' })).toBeInViewport({ ratio: 1 });
    await page.goBack();
    await expect(page.getByRole('tablist', { name: 'Register' })).toBeVisible();
  }
});
