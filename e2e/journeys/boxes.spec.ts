import type { Page } from '@playwright/test';
import { addDays, dayOf } from '#domain/time.ts';
import { equip } from '../equipment.ts';
import type { Programme } from '../programme.ts';
import { allConfirmed, comeIn, enrol, expect, go, mark, signal, startSession, test, unlock } from '../world.ts';

/** Boxes in the park: who gets which, what is owed, what is left. Offline is a server that is stopped. */

const giveButton = (page: Page) => page.getByRole('button', { name: /^Give out/ });

/** Chooses who gets it, once that screen stands: the register has rows of the same names. */
async function choose(page: Page, ...names: readonly string[]): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Give out a box' })).toBeVisible();
  for (const name of names)
    await page
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .first()
      .click();
}
/** What the report at the desk comes to say of this month. */
function boxesGivenOut(programme: Programme) {
  const today = dayOf(Date.now());
  const address = `/api/reports/boxes?from=${addDays(today, -30)}&to=${addDays(today, 1)}`;
  return expect.poll(async () => (await (await programme.get(address)).json()).all);
}

test('a volunteer who never saw the app gives out a box', async ({ world }) => {
  const { programme } = world;
  await equip(programme, { over: 3, under: 3 });
  const { page } = await world.phone('new');
  await enrol(page, await programme.code('volunteer'));
  await page.getByRole('link', { name: 'Start a session' }).click();
  await page.getByText('Windmill Hill', { exact: true }).click();
  await page.getByRole('button', { name: 'Start session' }).click();
  await page.getByRole('button', { name: 'To the register' }).click();
  await expect(page.getByRole('tablist', { name: 'Register' })).toBeVisible();
  await page.getByRole('link', { name: 'Back' }).click();
  // Three taps: Give out, who, Give out.
  await page.getByRole('link', { name: /^Give out/ }).click();
  await choose(page, 'Ben');
  await expect(page.getByText('Ben is 13–15: over-10s set')).toBeVisible();
  await giveButton(page).click();
  await expect(page.getByText('Saved on this phone.')).toBeVisible();
  await allConfirmed(page);
  await boxesGivenOut(programme).toMatchObject({ boxes: 1, over10: 1, people: 1 });
});

test('with no signal: owed parts, a double tap, a family, somebody not named, undo; and the desk has it all when it is back', async ({
  world,
}) => {
  const { server, programme } = world;
  await equip(programme, { under: 6, over: 6, rope: 4 });
  const phone = await world.opened('dele');
  let { page } = phone;
  await startSession(page);
  await mark(page, 'Amira', 'Ben', 'Ioana');
  await server.stop();

  // Amira, without a rope. Two taps on the button are one box.
  await page.getByRole('button', { name: 'Give out' }).click();
  await choose(page, 'Amira');
  await page.getByRole('checkbox', { name: /Skipping rope/ }).uncheck();
  await page.getByRole('button', { name: 'Give out, 1 part owed' }).dblclick();
  await expect(page.getByText('Saved on this phone.')).toBeVisible();

  // Ben by mistake, and taken back.
  await page.getByRole('link', { name: 'Next person' }).click();
  await expect(page.getByText(/Had one/).first()).toBeVisible();
  await choose(page, 'Ben');
  await giveButton(page).click();
  await page.getByRole('button', { name: 'Undo' }).click();

  // A family, one box each by age, and somebody whose name is not asked.
  await page.getByRole('button', { name: 'A family' }).click();
  await choose(page, 'Ioana', 'Mohammed A');
  await page.getByRole('button', { name: 'Continue with 2' }).click();
  await giveButton(page).click();
  await page.getByRole('link', { name: 'Next person' }).click();
  await page.getByRole('button', { name: 'Not named' }).click();
  await page.getByRole('radio', { name: /Under-10s set/ }).check();
  await giveButton(page).click();
  await expect(page.getByText('Saved on this phone.')).toBeVisible();

  // Killed and opened again, it is all there.
  await phone.kill();
  ({ page } = await world.phone('dele'));
  await comeIn(page);
  await page.getByRole('link', { name: 'Boxes' }).click();
  await expect(page.getByText(/Amira K.*[Ss]kipping rope/).first()).toBeVisible();

  await server.start();
  await allConfirmed(page);
  await boxesGivenOut(programme).toMatchObject({ boxes: 4, people: 3, families: 1, partsOwed: 1 });

  // The rope comes later, and nothing is owed any more.
  await page.getByRole('button', { name: /Amira K.*[Ss]kipping rope/ }).click();
  await page.getByRole('button', { name: 'Supplied now' }).click();
  await expect(page.getByText(/Amira K.*[Ss]kipping rope/)).toHaveCount(0);
  await allConfirmed(page);
  await boxesGivenOut(programme).toMatchObject({ partsOwed: 0 });
});

test('two phones give out the last box with no signal: both are kept, it is a question everywhere, and a count answers it', async ({
  world,
}) => {
  const { server, programme } = world;
  await equip(programme, { over: 1 });
  const phones = [await world.opened('dele'), await world.opened('marta')];
  await server.stop();
  for (const [at, { page }] of phones.entries()) {
    await page.getByRole('link', { name: 'Boxes' }).click();
    await page.getByRole('link', { name: 'Give out to someone' }).click();
    await choose(page, at === 0 ? 'Ben' : 'Mohammed');
    await page.getByRole('radio', { name: /Over-10s set/ }).check();
    await giveButton(page).click();
    await expect(page.getByText('Saved on this phone.')).toBeVisible();
  }
  await server.start();
  for (const { page } of phones) {
    await signal(page);
    await allConfirmed(page);
  }
  // Each had sent its own before it could read the other's.
  const question = /1 more given out than recorded in/;
  for (const { page } of phones) {
    await go(page, '/sync');
    await page.getByRole('button', { name: /Send now/ }).click();
    await allConfirmed(page);
    await go(page, '/boxes');
    await expect(page.getByText(question)).toBeVisible();
  }
  const desk = await world.opened('priya');
  await go(desk.page, '/desk/boxes');
  await expect(desk.page.getByText(question).first()).toBeVisible();

  const [{ page }] = phones as [(typeof phones)[0]];
  await page.getByRole('link', { name: 'Count', exact: true }).click();
  await page.getByRole('textbox', { name: /Over-10s set/ }).fill('0');
  await page.getByRole('button', { name: 'Save the count' }).click();
  const counted = async () => (await (await programme.get('/api/stock')).json()).shelves[0].balance;
  await expect.poll(counted).toBe(0);
  await go(page, '/boxes');
  await expect(page.getByText(question)).toHaveCount(0);
  await desk.page.reload();
  await unlock(desk.page);
  await go(desk.page, '/desk/boxes');
  await expect(desk.page.getByText('Over-10s set').first()).toBeVisible();
  await expect(desk.page.getByText(question)).toHaveCount(0);
});

test('a set closed at the desk while a phone was away is given out all the same, and arrives', async ({ world }) => {
  const { programme } = world;
  const { over } = await equip(programme, { over: 2 });
  const { page } = await world.opened('dele');
  await startSession(page);
  await allConfirmed(page);
  // The phone alone is away: at the desk work goes on.
  await page.context().setOffline(true);
  await programme.push([{ op: 'patch', type: 'set', id: over, scope: 'programme', body: { status: 'closed' } }]);
  await page.getByRole('button', { name: 'Give out' }).click();
  await choose(page, 'Ben');
  await page.getByRole('radio', { name: /Over-10s set/ }).check();
  await giveButton(page).click();
  await expect(page.getByText('Saved on this phone.')).toBeVisible();
  await page.context().setOffline(false);
  await allConfirmed(page);
  await boxesGivenOut(programme).toMatchObject({ boxes: 1 });
});
