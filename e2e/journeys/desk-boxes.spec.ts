import { readFileSync } from 'node:fs';
import { addDays, dayOf } from '#domain/time.ts';
import { deskSize } from '../browser.ts';
import { equip } from '../equipment.ts';
import { expect, go, test } from '../world.ts';

/** The coordinator's boxes: defined, read in, aimed at, looked at, taken along. */

test('a coordinator defines a box, reads in a delivery note, sets a target, and takes the report along', async ({
  world,
}) => {
  const { programme } = world;
  const { page } = await world.opened('priya');

  // A box with things that are added on the way.
  await go(page, '/desk/set-up/sets/new');
  await page.getByLabel('Name').fill('Under-10s set');
  await page.getByRole('radio', { name: /^Under-10s set/ }).check();
  for (const [name, picture] of [
    ['Football', 'ball'],
    ['Skipping rope', 'rope'],
  ] as const) {
    await page.getByRole('button', { name: 'Something not on the list' }).click();
    await page.getByLabel('What is it called?').fill(name);
    await page.getByLabel('Picture', { exact: true }).selectOption(picture);
    await page.getByRole('button', { name: 'Put it in the box' }).click();
  }
  await page.getByRole('button', { name: 'Add the set' }).click();
  await expect(page.getByText(/Football.*Skipping rope/).first()).toBeVisible();

  // A delivery note with mistakes: nothing is saved until it was looked at, and the bad lines are named.
  await go(page, '/desk/boxes/import');
  await page.getByLabel('Whose').selectOption({ label: 'Refocus Project' });
  await page.getByRole('textbox', { name: 'Supplier' }).fill('Kent Sports');
  await page
    .getByLabel('Or paste the lines')
    .fill('Item\tQty\nFootball\t12\nskipping rope\t1.5\nTrampoline\t2\nSkipping rope\t8\n');
  await page.getByRole('button', { name: 'Look at it first' }).click();
  await expect(page.getByText('1.5 is not a whole number')).toBeVisible();
  await expect(page.getByText('No set or item is called “Trampoline”')).toBeVisible();
  expect((await (await programme.get('/api/stock')).json()).shelves).toEqual([]);
  await page.getByLabel('Leave out 2 lines with a problem').check();
  await page.getByRole('button', { name: 'Save 2 lines' }).dblclick();
  const balances = async () => {
    const { shelves } = await (await programme.get('/api/stock')).json();
    return shelves.map(({ balance }: { balance: number }) => balance).sort();
  };
  await expect.poll(balances).toEqual([12, 8]);

  // What is aimed at, and the report as CSV and as a workbook.
  await go(page, '/desk/boxes?part=given');
  await page.getByRole('button', { name: 'Set a target' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Whose').selectOption({ label: 'Refocus Project' });
  await sheet.getByLabel('Boxes').fill('a lot');
  await sheet.getByRole('button', { name: 'Save the target' }).click();
  await expect(sheet.getByText('“a lot” is not a number').first()).toBeVisible();
  await sheet.getByLabel('Boxes').fill('120');
  await sheet.getByLabel('By').fill(addDays(dayOf(Date.now()), 30));
  await page.waitForTimeout(700);
  await sheet.getByRole('button', { name: 'Save the target' }).click();
  await expect(sheet).toBeHidden();
  const [csv] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download CSV' }).click(),
  ]);
  expect(readFileSync(await csv.path(), 'utf8')).toMatch(/partner,under_10s,over_10s,boxes/);
  const [book] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download XLSX' }).click(),
  ]);
  expect(
    readFileSync(await book.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');

  // What to buy for ten more, and labels that print on one sheet.
  await go(page, '/desk/boxes?part=reorder');
  await page.getByLabel('Build more of Under-10s set').fill('10');
  await expect(page.getByRole('row', { name: /Skipping rope/ })).toContainText('2');
  await go(page, '/desk/boxes/labels');
  await page.getByLabel('Which set').selectOption({ label: 'Under-10s set' });
  await expect(page.getByText(/-24$/).first()).toBeVisible();
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
});

test('on a shared computer the boxes are read and an idea is added, and nothing is kept', async ({ world }) => {
  const { server, programme } = world;
  await equip(programme, { over: 4, under: 2 });
  const { page } = await world.phone('office', deskSize);
  await page.goto(`${server.address}/sign-in`);
  await page.getByLabel('Name').fill('Priya N');
  await page.getByLabel('Passphrase').fill('three warm words');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'Boxes' }).click();
  await expect(page.getByRole('row', { name: /Over-10s set/ })).toContainText('4');
  await page.getByRole('link', { name: 'Voice' }).click();
  await page.getByRole('button', { name: 'Add an idea' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Whose').selectOption({ label: 'Refocus Project' });
  await sheet.getByLabel('What was said').fill('Portable floodlights');
  await sheet.getByRole('button', { name: 'Add the idea' }).click();
  await expect(page).toHaveURL(/\/desk\/voice\/ideas\//);
  await expect(page.getByRole('heading', { name: 'Portable floodlights' })).toBeVisible();
  const { ideas } = await (await programme.get('/api/ideas')).json();
  expect(ideas.map(({ said }: { said: string }) => said)).toEqual(['Portable floodlights']);
});
