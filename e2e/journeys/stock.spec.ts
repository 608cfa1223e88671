import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { addDays, dayOf } from '#domain/time.ts';
import { equip } from '../equipment.ts';
import { filmOf } from '../film.ts';
import { allConfirmed, expect, go, startSession, test } from '../world.ts';

/** Keeping the stock in the park: codes, places, counts, loans and wishes, typed wrong and right, with no signal. */

const amount = (page: Page, name: RegExp | string) => page.getByRole('textbox', { name });
const lineOf = (page: Page, words: string) => page.getByRole('listitem').filter({ hasText: words }).first();

test('a code is typed, wrong and right, or scanned; the same box is not given out twice unasked', async ({ world }) => {
  const { server, programme } = world;
  await equip(programme, { over: 3 });
  const film = filmOf('BANDSTAND:V8MT-7', join(world.folder, 'label.y4m'));
  const camera = [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  ];
  const { page } = await world.opened('dele', undefined, camera);
  await startSession(page);
  await allConfirmed(page);
  await server.stop();
  await page.getByRole('button', { name: 'Give out' }).click();
  await page.getByRole('button', { name: 'Code' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: 'Find' }).click();
  await expect(sheet.getByText('Type the code first.').first()).toBeVisible();
  await sheet.getByLabel('Code').fill('a ball');
  await sheet.getByRole('button', { name: 'Find' }).click();
  await expect(sheet.getByText('“a ball” is no code').first()).toBeVisible();
  await sheet.getByLabel('Code').fill('zzzz');
  await sheet.getByRole('button', { name: 'Find' }).click();
  await expect(sheet.getByText('Nothing here has the code ZZZZ').first()).toBeVisible();

  await sheet.getByRole('button', { name: 'Scan with the camera' }).click();
  await expect(page.getByText('V8MT-7').first()).toBeVisible();
  await page.getByRole('button', { name: /^Ben/ }).first().click();
  await page.getByRole('button', { name: /^Give out/ }).click();
  await expect(page.getByText('Over-10s set given to Ben T').first()).toBeVisible();
  // The camera is off, and nothing of what it saw is kept.
  expect(await page.evaluate(() => document.querySelectorAll('video').length)).toBe(0);

  await page.getByRole('link', { name: 'Next person' }).click();
  await page.getByRole('button', { name: 'Code' }).click();
  await sheet.getByLabel('Code').fill('v8mt 7');
  await sheet.getByRole('button', { name: 'Find' }).click();
  await page
    .getByRole('button', { name: /^Kacper/ })
    .first()
    .click();
  await expect(page.getByText('This very box was given out already').first()).toBeVisible();
  await expect(page.getByRole('button', { name: /^Give out/ })).toHaveAttribute('aria-disabled', 'true');
  await server.start();
});

test('with no signal: a van is counted with wrong numbers and right ones, loaded, built and put right; the desk agrees', async ({
  world,
}) => {
  const { server, programme } = world;
  const { van } = await equip(programme, { over: 3, under: 2, ball: 10, rope: 10 });
  const { page } = await world.opened('dele');
  await server.stop();
  const place = `/boxes/place/${van}`;

  await go(page, `${place}/count`);
  for (const [typed, words] of [
    ['1.5', '1.5 is not a whole number'],
    ['-4', /below zero/],
    ['1000000', /more than 99,999/],
    ['some', '“some” is not a number'],
  ] as const) {
    await amount(page, /Over-10s set/).fill(typed);
    await page.getByRole('button', { name: 'Save the count' }).click();
    await expect(page.getByRole('alert').first()).toContainText(words);
    await expect(amount(page, /Over-10s set/)).toHaveValue(typed);
    // A press so soon after another is taken for a slip of a wet screen.
    await page.waitForTimeout(700);
  }
  await amount(page, /Over-10s set/).fill('4');
  await amount(page, /Under-10s set/).fill('0');
  await page.getByRole('button', { name: 'Save the count' }).click();
  await expect(lineOf(page, 'Over-10s set')).toContainText('4');

  await go(page, `${place}/load`);
  await page.getByRole('radio', { name: 'Store' }).check();
  await amount(page, /Over-10s set/).fill('1');
  await page.getByRole('button', { name: 'Load', exact: true }).click();
  await expect(page.getByText(/Loaded to Store/).first()).toBeVisible();
  await expect(lineOf(page, 'Over-10s set')).toContainText('3');

  await go(page, `${place}/build`);
  await page.getByRole('radio', { name: /Under-10s set/ }).check();
  await amount(page, /How many boxes/).fill('2');
  await page.getByRole('button', { name: 'Build', exact: true }).click();
  await expect(lineOf(page, 'Under-10s set')).toContainText('2');

  await server.start();
  const balances = async () => {
    const stock = await (await programme.get('/api/stock')).json();
    const nameOf = (set: string) => stock.sets.find(({ id }: { id: string }) => id === set).body.name;
    return Object.fromEntries(
      stock.shelves.map((shelf: { place: string; set: string; balance: number }) => [
        `${shelf.place === van ? 'van' : 'store'} ${nameOf(shelf.set)}`,
        shelf.balance,
      ]),
    );
  };
  await expect.poll(balances).toMatchObject({
    'van Over-10s set': 3,
    'store Over-10s set': 1,
    'van Under-10s set': 2,
    'van Football': 8,
    'van Skipping rope': 8,
    'van Cone': -8,
  });
});

test('balls are lent for the session and come back, but for one; wishes are tapped, said and taken back', async ({
  world,
}) => {
  const { server, programme } = world;
  await equip(programme, { ball: 6 });
  const { page } = await world.opened('tunde');
  await page.getByRole('link', { name: 'Start a session' }).click();
  await page.getByText('Windmill Hill', { exact: true }).click();
  await page.getByRole('button', { name: 'Start session' }).click();
  await page.getByRole('button', { name: 'To the register' }).click();
  await expect(page.getByRole('tablist', { name: 'Register' })).toBeVisible();
  await server.stop();
  await go(page, '/boxes?tab=loans');
  await page.getByRole('link', { name: 'Lend something' }).click();
  await amount(page, /Football/).fill('5');
  await page.getByRole('button', { name: 'Lend', exact: true }).click();
  await page.getByRole('button', { name: /^Bring back: 5/ }).click();
  await page.getByText('Not all').click();
  await amount(page, 'Back').fill('4');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: 'Bring back: Football' })).toBeVisible();

  await page.getByRole('tab', { name: 'Wishes' }).click();
  await page.getByRole('radio', { name: 'Over-10s' }).check();
  const rope = page.getByRole('button', { name: /^Skipping rope/ });
  for (let taps = 1; taps <= 3; taps += 1) {
    await rope.click();
    await expect(rope).toContainText(String(taps));
  }
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rope).toContainText('2');
  await page.getByLabel(/Something else/).fill('Goal posts');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Goal posts/ })).toBeVisible();
  await server.start();
  const today = dayOf(Date.now());
  const wished = async () => {
    const address = `/api/reports/wishes?from=${addDays(today, -7)}&to=${addDays(today, 1)}`;
    const { lines } = await (await programme.get(address)).json();
    return lines.map(({ name, over10, all }: Record<string, unknown>) => [name, over10, all]);
  };
  await expect.poll(wished).toEqual([
    ['Skipping rope', 2, 2],
    ['Goal posts', 1, 1],
  ]);
});
