import { join } from 'node:path';
import { findWords } from '../search.ts';
import { allConfirmed, expect, go, rowOf, signal, startSession, test } from '../world.ts';

/** Somebody is erased at the desk, while a phone without signal goes on writing about them. */

/** Distinctive enough that nothing else could hold them. */
const name = 'Zyxandrabel';
const need = 'Quorbleinhaler';

test('a coordinator erases somebody; a phone that was offline drops them and what it wrote, says so, and counts as before', async ({
  world,
}) => {
  await world.programme.readFamilies();
  const data = join(world.folder, 'data');
  const phone = await world.opened('dele');
  const { page } = phone;
  await startSession(page);
  const session = new URL(page.url()).pathname.split('/')[2] ?? '';
  await page.getByLabel('Find a name').fill(name);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('button', { name: 'Save and mark here' }).click();
  await expect(rowOf(page, name)).toBeVisible();
  await page.getByRole('button', { name: 'Finish' }).click();
  await page.getByText('Everyone is off site').click();
  await page.getByRole('button', { name: 'Finish session' }).click();
  await expect(page.getByLabel('To share')).toBeVisible();
  await allConfirmed(page);
  const totals = async () => {
    const today = new Date().toISOString().slice(0, 10);
    const overview = await (await world.programme.get(`/api/overview?from=${today}&to=${today}`)).json();
    return [overview.totals.attendances, overview.people];
  };
  const before = await totals();
  expect([...findWords(data, [name]).keys()]).toEqual([name]);

  // Without signal, and before anybody was erased: what must be done is written down.
  await phone.context.setOffline(true);
  await go(page, '/people');
  await page.getByRole('link', { name: new RegExp(`^${name}`) }).click();
  const person = new URL(page.url()).pathname.split('/')[2] ?? '';
  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByRole('link', { name: /^What we must do/ }).click();
  await page.getByText('Yes', { exact: true }).click();
  await page.getByRole('button', { name: 'Add a need' }).click();
  await page.getByLabel('What is it?').fill('Asthma');
  await page.getByLabel('What must we do?').fill(need);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('link', { name: /On this phone/ })).toBeVisible();

  const { page: desk } = await world.opened('priya');
  await go(desk, `/desk/people/${person}`);
  await desk.getByRole('link', { name: 'Erase this person' }).click();
  await expect(desk.getByText('1 session they came to')).toBeVisible();
  await desk.getByRole('button', { name: 'Erase for good' }).click();
  await expect(desk.getByText('Say why.').first()).toBeVisible();
  await desk.getByText('A parent or carer asked').click();
  await desk.getByLabel(`Erase ${name}`).check();
  await desk.getByRole('button', { name: 'Erase for good' }).click();
  await expect(desk.getByText(/^Erased on/)).toBeVisible();
  await go(desk, `/desk/people/${person}`);
  await expect(desk.getByText('Someone who was erased')).toBeVisible();
  await go(desk, '/desk/people');
  await expect(desk.getByRole('row', { name: /Amira/ })).toBeVisible();
  await expect(desk.getByText(name)).toHaveCount(0);
  expect([...findWords(data, [name]).keys()]).toEqual([]);

  await phone.context.setOffline(false);
  await signal(page);
  await page.getByRole('link', { name: /look/i }).first().click();
  await expect(page.getByText(/This person was erased on .*What you wrote about them was not kept/)).toBeVisible();
  await page.getByRole('button', { name: 'Look' }).click();
  await page.getByRole('button', { name: 'OK', exact: true }).click();
  await allConfirmed(page);
  await go(page, '/people');
  await expect(page.getByRole('link', { name: /^Amira/ })).toBeVisible();
  await expect(page.getByText(name)).toHaveCount(0);
  await go(page, `/people/${person}`);
  await expect(page.getByText('Someone who was erased')).toBeVisible();
  await go(page, `/s/${session}`);
  await expect(page.getByText('Someone who was erased')).toBeVisible();
  expect(await totals()).toEqual(before);

  await phone.kill(4_000);
  // The store by its name is the control: it is found, and the name is not.
  const control = 'bandstand-phone';
  expect([...findWords(phone.profile, [name, need, control]).keys()]).toEqual([control]);
  expect([...findWords(data, [name, need]).keys()]).toEqual([]);
});
