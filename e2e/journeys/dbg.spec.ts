import type { Page } from '@playwright/test';
import { approveForms } from '../forms.ts';
import { allConfirmed, expect, go, mark, startSession, test } from '../world.ts';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
test('look', async ({ world }) => {
  await approveForms(world.programme);
  const { page } = await world.opened('dele');
  await startSession(page);
  await mark(page, 'Amira', 'Ben');
  await allConfirmed(page);
  const session = new URL(page.url()).pathname.split('/')[2] ?? '';
  await page.screenshot({ path: '/work/look/v-register.png' });
  await go(page, `/s/${session}/ask`);
  await page.getByLabel(/How was today/).check();
  await page.screenshot({ path: '/work/look/v-choose.png' });
  await press(page, 'Hand over the phone');
  await expect(page.getByRole('heading', { name: 'How old are you?' })).toBeVisible();
  for (const theme of ['day', 'dusk', 'sunlight']) {
    await page.evaluate((t) => {
      document.documentElement.dataset.theme = t;
    }, theme);
    const shot = (n: string) => page.screenshot({ path: `/work/look/v-${theme}-${n}.png` });
    await shot('1age');
    await press(page, '11 or 12');
    await page.getByLabel('Really good', { exact: true }).check();
    await shot('2faces');
    await press(page, 'Next');
    await page.getByLabel('Yes', { exact: true }).check();
    await press(page, 'Next');
    await page.getByLabel('Mostly', { exact: true }).check();
    await shot('3safe');
    await press(page, 'Next');
    await page.getByRole('textbox').fill('More balls please');
    await shot('4change');
    await press(page, 'Done');
    await shot('5thanks');
    await press(page, 'Next person');
    await press(page, '7 or younger');
    await shot('6this');
    await press(page, 'Skip');
    await shot('7again');
    await press(page, 'Skip');
    await press(page, 'Next person');
    await page.getByRole('button', { name: 'اردو' }).click();
    await shot('8urdu');
    await page.locator('button', { hasText: '8 سے 10' }).click();
    await page.waitForTimeout(500);
    await shot('9urdu');
    await page.reload();
    await expect(page.getByRole('heading', { name: 'How old are you?' })).toBeVisible();
  }
});
