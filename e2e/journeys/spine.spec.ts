import { addDays, dayOf } from '#domain/time.ts';
import { allConfirmed, expect, rowOf, startSession, test, unlock } from '../world.ts';

test('a session recorded with no signal reaches the coordinator’s export, whatever is killed on the way', async ({
  world,
}) => {
  const { server, programme } = world;
  let phone = await world.opened('dele');

  // No signal: the server is gone and the browser is started cold on the same profile.
  await phone.close();
  await server.stop();
  phone = await world.phone('dele');
  await phone.page.goto(server.address);
  await unlock(phone.page);
  await startSession(phone.page);

  // Ten fast taps mark ten people.
  for (const name of programme.people.slice(0, 10)) await rowOf(phone.page, name).click();
  await expect(phone.page.getByRole('tab', { name: 'Here 10' })).toBeVisible();
  await phone.page.getByRole('button', { name: '+1 not named' }).click();
  await expect(phone.page.getByText('11 here')).toBeVisible();

  // Killed within a second of the next tap, as soon as its clock has gone; the tap is found again.
  await rowOf(phone.page, 'Simran').click();
  await expect(rowOf(phone.page, 'Simran')).toHaveAttribute('aria-pressed', 'true');
  await expect(rowOf(phone.page, 'Simran')).not.toHaveAccessibleName(/Being saved/);
  await phone.kill();
  phone = await world.phone('dele');
  await phone.page.goto(server.address);
  await unlock(phone.page);
  await phone.page.getByRole('link', { name: /Open the register/ }).click();
  await expect(phone.page.getByRole('tab', { name: 'Here 12' })).toBeVisible();
  await expect(rowOf(phone.page, 'Simran')).toHaveAttribute('aria-pressed', 'true');

  await phone.page.getByRole('button', { name: 'Finish' }).click();
  await phone.page.getByLabel('What went well?').fill('Nobody sat out.');
  await phone.page.getByText('Everyone is off site').click();
  await phone.page.getByRole('button', { name: 'Finish session' }).click();
  await expect(phone.page.getByText('12 young people (11 on the register, 1 counted)')).toBeVisible();

  // Signal comes back: it sends by itself.
  await server.start();
  await allConfirmed(phone.page);
  const today = dayOf(Date.now());
  const csv = await (
    await programme.get(`/api/exports/sessions.csv?from=${addDays(today, -7)}&to=${today}&profile=internal`)
  ).text();
  const [header = '', line = ''] = csv.replace('\uFEFF', '').split('\r\n');
  const cells = Object.fromEntries(header.split(',').map((name, at) => [name, line.split(',')[at]]));
  expect(cells).toMatchObject({ site: 'Windmill Hill', status: 'finished', attendances: '12' });
});
