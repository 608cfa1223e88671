import { addDays, dayOf } from '#domain/time.ts';
import { allConfirmed, expect, go, signal, test } from '../world.ts';

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
  // A series is one line, which opens into each of it.
  await page.getByRole('link', { name: /Windmill Hill.*4 to come/ }).click();
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
