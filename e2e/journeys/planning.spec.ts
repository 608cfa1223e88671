import type { Page } from '@playwright/test';
import { addDays, dayOf, instantAt } from '#domain/time.ts';
import { allConfirmed, expect, go, rowOf, signal, test } from '../world.ts';

test('a weekly series with an exception is planned offline; one is cancelled, with a text to share', async ({
  world,
}) => {
  const { server, programme } = world;
  const { page } = await world.opened('dele');
  await server.stop();
  await go(page, '/plan');
  const first = addDays(dayOf(Date.now()), 1);
  await page.getByLabel('Park').selectOption({ label: 'Windmill Hill' });
  await page.getByText('Football').click();
  await page.getByLabel('Day', { exact: true }).fill(first);
  await page.getByText('Every week').click();
  await page.getByLabel('Last day').fill(addDays(first, 28));
  await expect(page.getByRole('button', { name: 'Plan 5 sessions' })).toBeVisible();
  await page
    .getByRole('group', { name: /Leave out/ })
    .getByRole('checkbox')
    .nth(2)
    .check();
  await page.getByRole('button', { name: 'Plan 4 sessions' }).click();
  await expect(page.getByRole('heading', { name: 'Sessions', exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: /Windmill Hill/ })).toHaveCount(4);
  await go(page, '/plan');
  await expect(page.getByRole('heading', { name: /Planned/ })).toContainText('4');
  await page
    .getByRole('link', { name: /Windmill Hill/ })
    .first()
    .click();
  await page.getByText('Cancel it').click();
  await page.getByText('Rain or wind').click();
  await page.getByRole('button', { name: 'Save the change' }).click();
  await expect(page.getByLabel('To share')).toHaveValue(/Windmill Hill.*cancelled\. Rain or wind\./);
  await server.start();
  await signal(page);
  await allConfirmed(page);
  const from = dayOf(Date.now());
  const { sessions } = await (await programme.get(`/api/sessions?from=${from}&to=${addDays(from, 40)}`)).json();
  expect(sessions.map(({ status }: { status: string }) => status).sort()).toEqual([
    'cancelled',
    'planned',
    'planned',
    'planned',
  ]);
});

test('yesterday’s session is typed up from paper today, and says so', async ({ world }) => {
  const { programme } = world;
  const { page } = await world.opened('dele');
  await go(page, '/earlier');
  await page.getByLabel('Park').selectOption({ label: 'Woodlands Park' });
  await page.getByText('Yes', { exact: true }).click();
  await page.getByLabel(/Number on the paper/).fill('R-12');
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('button', { name: 'To the register' }).click();
  await rowOf(page, 'Amira').click();
  await page.getByRole('button', { name: 'Finish' }).click();
  await page.getByRole('button', { name: 'Finish session' }).click();
  await expect(page.getByLabel('To share')).toBeVisible();
  await allConfirmed(page);
  const day = addDays(dayOf(Date.now()), -1);
  const { sessions } = await (await programme.get(`/api/sessions?from=${day}&to=${day}`)).json();
  expect(sessions).toHaveLength(1);
  expect(sessions[0]).toMatchObject({ status: 'finished', fromPaper: true });
  const detail = await (await programme.get(`/api/sessions/${sessions[0].session ?? sessions[0].id}`)).json();
  // The mark stands at the session's own time, not at the time it was typed up.
  expect(detail.people[0].arrived).toBe(instantAt(day, '16:00'));
});

test('somebody counted and then named is counted once, and undo brings the count back', async ({ world }) => {
  const { page } = await world.opened('dele');
  await page.getByRole('link', { name: 'Start a session' }).click();
  await page.getByText('Windmill Hill', { exact: true }).click();
  await page.getByRole('button', { name: 'Start session' }).click();
  await page.getByRole('button', { name: 'To the register' }).click();
  await page.getByRole('button', { name: '+1 not named' }).click();
  await page.getByRole('button', { name: '+1 not named' }).click();
  await rowOf(page, 'Amira').click();
  await expect(page.getByText('3 here', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Already counted' }).click();
  await expect(page.getByText('2 here', { exact: true })).toBeVisible();
  await page.getByRole('tab', { name: /Recent/ }).click();
  await page
    .getByRole('button', { name: /^Undo: Amira K is here/ })
    .first()
    .click();
  await page.getByRole('tab', { name: /^All/ }).click();
  await expect(page.getByText('3 here', { exact: true })).toBeVisible();

  // Two of one name are told apart; one wrong letter and a missing accent are forgiven.
  await page.getByLabel('Find a name').fill('mohamed');
  await expect(rowOf(page, 'Mohammed A')).toBeVisible();
  await expect(rowOf(page, 'Mohammed S')).toBeVisible();
  await page.getByLabel('Find a name').fill('jose');
  await expect(rowOf(page, 'José')).toBeVisible();
});

test('Something is wrong is two taps away, works offline and stores nothing', async ({ world }) => {
  const { server } = world;
  const { page } = await world.opened('dele');
  await server.stop();
  const before = await everythingKept(page);
  expect(before.length).toBeGreaterThan(1000);
  await page.getByRole('link', { name: 'More' }).click();
  await page.getByRole('link', { name: 'Something is wrong' }).click();
  await expect(page.getByRole('link', { name: /999/ })).toHaveAttribute('href', 'tel:999');
  await expect(page.getByRole('link', { name: /Ruth B/ })).toHaveAttribute('href', 'tel:01474000000');
  await expect(page.getByRole('link', { name: /NSPCC/ })).toHaveAttribute('href', 'tel:08088005000');
  expect(await everythingKept(page)).toBe(before);
});

/** Every record of every table and both storages, as one text. */
function everythingKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const kept: unknown[] = [{ ...localStorage }, { ...sessionStorage }];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const asking = indexedDB.open(name);
        asking.onsuccess = () => resolve(asking.result);
      });
      for (const table of database.objectStoreNames) {
        const reading = database.transaction(table).objectStore(table).getAll();
        kept.push(
          table,
          await new Promise((resolve) => reading.addEventListener('success', () => resolve(reading.result))),
        );
      }
      database.close();
    }
    return JSON.stringify(kept);
  });
}
