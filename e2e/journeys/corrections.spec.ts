import type { Page } from '@playwright/test';
import { deskSize } from '../browser.ts';
import { passphrase } from '../programme.ts';
import { allConfirmed, expect, go, mark, startSession, test, type World } from '../world.ts';

/** A session that is over is put right at the desk, and that is put back: on a laptop, and on a computer that keeps nothing. */

/** Two named and one counted, finished and confirmed; its id. */
async function record(world: World): Promise<string> {
  const { page, close } = await world.opened('dele');
  await startSession(page);
  await mark(page, 'Amira', 'Ben');
  await page.getByRole('button', { name: '+1 not named' }).click();
  const session = new URL(page.url()).pathname.split('/')[2] ?? '';
  await page.getByRole('button', { name: 'Finish' }).click();
  await page.getByText('Everyone is off site').click();
  await page.getByRole('button', { name: 'Finish session' }).click();
  await expect(page.getByLabel('To share')).toBeVisible();
  await allConfirmed(page);
  await close();
  return session;
}

async function save(page: Page, why: string): Promise<void> {
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Why?').fill(why);
  // What was wrong goes from above the fields, and they move up.
  await expect(sheet.getByText('Please look at this again')).toBeHidden();
  // Pressed twice, as on a slow network.
  await sheet.getByRole('button', { name: 'Save the correction' }).dblclick();
  await expect(sheet).toBeHidden();
}

async function putRight(page: Page): Promise<void> {
  const sheet = page.getByRole('dialog');
  await expect(page.getByRole('tab', { name: 'Register 2' })).toBeVisible();
  await page.getByRole('button', { name: 'Correct the session' }).click();
  await sheet.getByLabel('How it stands').selectOption({ label: 'Cancelled' });
  await sheet.getByRole('button', { name: 'Save the correction' }).click();
  await expect(sheet.getByText('Say why, in a few words.').first()).toBeVisible();
  await sheet.getByLabel('Reason', { exact: true }).selectOption({ label: 'Lightning' });
  await save(page, 'Dele rang afterwards');
  await expect(page.getByText('Cancelled: lightning · Refocus Project')).toBeVisible();

  await page.getByRole('button', { name: /^Correct Ben/ }).click();
  await sheet.getByText('Was not here').click();
  await save(page, 'That was his brother');
  await expect(page.getByRole('tab', { name: 'Register 1' })).toBeVisible();

  await page.getByRole('tab', { name: /^Counted/ }).click();
  await page.getByRole('button', { name: 'Correct the count' }).click();
  await sheet
    .getByRole('button', { name: /^One more/ })
    .first()
    .click();
  await save(page, 'One more by the gate');
  await expect(page.getByRole('tab', { name: 'Counted 2' })).toBeVisible();

  await page.getByRole('tab', { name: 'History' }).click();
  const said = page.getByRole('listitem').filter({ hasText: 'Corrected:' });
  await expect(said).toHaveCount(3);
  await expect(said.first()).toContainText('Dele rang afterwards');
  await expect(said.first()).toContainText('Status: Cancelled, before Finished');
  await expect(said.first()).toContainText('by Priya N');
  await said.filter({ hasText: 'That was his brother' }).getByRole('button', { name: 'Put back' }).click();
  await expect(page.getByText('Put back: That was his brother')).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Register 2' })).toBeVisible();
}

test('on a laptop a session is put right for a reason, and one correction is put back', async ({ world }) => {
  const session = await record(world);
  const { page } = await world.opened('priya');
  await go(page, `/desk/sessions/${session}`);
  await putRight(page);
});

test('on a shared computer the same is done', async ({ world }) => {
  const session = await record(world);
  const { page } = await world.phone('office', deskSize);
  await page.goto(`${world.server.address}/sign-in`);
  await page.getByLabel(/name/i).fill('Priya N');
  await page.getByLabel(/passphrase/i).fill(passphrase);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible();
  await go(page, `/desk/sessions/${session}`);
  await putRight(page);
});
