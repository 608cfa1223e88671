import { allConfirmed, expect, go, rowOf, startSession, test } from '../world.ts';

/** What a wet screen, a thumb and a change of mind do. */

test('a double tap adds one person, starts one session and plans one', async ({ world }) => {
  const { programme } = world;
  const { page } = await world.opened('dele');
  await page.getByRole('link', { name: 'Start a session' }).click();
  await page.getByText('Windmill Hill', { exact: true }).click();
  await page.getByRole('button', { name: 'Start session' }).dblclick();
  await page.getByRole('button', { name: 'To the register' }).click();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByLabel('What are they called?').fill('Zaki R');
  await page.getByRole('button', { name: 'Save and mark here' }).dblclick();
  await expect(page.getByText('1 here', { exact: true })).toBeVisible();
  await expect(page.getByRole('tab', { name: `All ${programme.people.length + 1}` })).toBeVisible();
  await go(page, '/');
  await expect(page.getByText(/Live since/)).toHaveCount(1);
});

test('an abandoned form for one child never comes back for the next', async ({ world }) => {
  const { page } = await world.opened('dele');
  await startSession(page);
  await page.getByLabel('Find a name').fill('Zaqui');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByLabel('How old?').fill('12');
  await page.waitForTimeout(600);
  await page.getByRole('link', { name: 'Back' }).click();
  await page.getByLabel('Find a name').fill('Bilalx');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByLabel('What are they called?')).toHaveValue('Bilalx');
  await expect(page.getByLabel('How old?')).toHaveValue('');
});

test('a session finished, opened again and finished keeps its end, and what was ticked can be taken back', async ({
  world,
}) => {
  const { programme } = world;
  const { page } = await world.opened('dele');
  await go(page, '/earlier');
  await page.getByLabel('Park').selectOption({ label: 'Windmill Hill' });
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('button', { name: 'To the register' }).click();
  await rowOf(page, 'Amira').click();
  const session = new URL(page.url()).pathname.split('/')[2] ?? '';
  await page.getByRole('button', { name: 'Finish' }).click();
  await page.getByText('No worry about a child').click();
  await page.getByRole('button', { name: 'Finish session' }).click();

  // Finished: it is read, not tapped.
  await page.getByRole('link', { name: 'Look at the register' }).click();
  await expect(page.getByText(/Nothing can be tapped now/)).toBeVisible();
  await page.getByRole('link', { name: 'Summary' }).click();
  await page.getByRole('button', { name: 'Open it again' }).click();
  await page.getByLabel('Why?').fill('Somebody came late');
  await page.getByRole('dialog').getByRole('button', { name: 'Open it again' }).click();
  await page.getByRole('button', { name: 'Finish' }).click();
  await expect(page.getByLabel('No worry about a child')).toBeChecked();
  await page.getByText('No worry about a child').click();
  await page.getByRole('button', { name: 'Finish session' }).click();
  await expect(page.getByLabel('To share')).toBeVisible();
  await allConfirmed(page);
  const found = await (await programme.get(`/api/sessions/${session}`)).json();
  expect(found.session.line.minutes).toBe(120);
  expect(found.session.body.noConcerns).toBeNull();
  expect(found.session.body.status).toEqual({ is: 'finished', reopened: 1 });
});

test('a session finished by mistake goes on, and nothing at it is dated to the end it never had', async ({ world }) => {
  const { programme } = world;
  const { page } = await world.opened('dele');
  await startSession(page);
  const session = new URL(page.url()).pathname.split('/')[2] ?? '';
  await page.getByRole('button', { name: 'Finish' }).click();
  await page.getByText('Everyone is off site').click();
  await page.getByRole('button', { name: 'Finish session' }).click();
  await page.getByRole('button', { name: 'Open it again' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Why?').fill('The wrong button');
  await dialog.getByLabel(/^Yes/).check();
  await dialog.getByRole('button', { name: 'Open it again' }).click();
  await rowOf(page, 'Amira').click();
  await page.getByRole('button', { name: 'Finish' }).click();
  await expect(page.getByLabel('Ended at')).toHaveValue('');
  await expect(page.getByLabel('Everyone is off site')).not.toBeChecked();
  await go(page, '/');
  await expect(page.getByText(/Live since/)).toHaveCount(1);
  await allConfirmed(page);
  const found = await (await programme.get(`/api/sessions/${session}`)).json();
  expect(found.session.body).toMatchObject({ status: { is: 'running', reopened: 1 }, actualEnd: null });
});

test('a count is taken back once, however often Undo is tapped', async ({ world }) => {
  const { page } = await world.opened('dele');
  await startSession(page);
  await page.getByRole('button', { name: '+1 not named' }).click();
  await page.getByRole('button', { name: 'Undo' }).dblclick();
  await expect(page.getByText('0 here', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: '+1 not named' }).click();
  await expect(page.getByText('1 here', { exact: true })).toBeVisible();
  await page.getByRole('tab', { name: /Recent/ }).click();
  await page.getByRole('button', { name: /^Undo: \+1/ }).click();
  await expect(page.getByText('0 here', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Undo:/ })).toHaveCount(0);
});

test('what one worker could not save is not shown to, nor saved by, the next', async ({ world }) => {
  const { page } = await world.opened('dele');
  await startSession(page);
  await page.evaluate(() => {
    const add = IDBObjectStore.prototype.add;
    Object.assign(window, { mend: () => Object.assign(IDBObjectStore.prototype, { add }) });
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('no space', 'QuotaExceededError');
    };
  });
  await rowOf(page, 'Amira').click();
  await expect(page.getByRole('alert')).toContainText('Amira K here is not saved yet');
  await page.evaluate(() => (window as unknown as { mend: () => void }).mend());
  await go(page, '/settings');
  await page.getByRole('button', { name: 'Lock now, or let a colleague in' }).click();
  await expect(page.getByText('Amira')).toHaveCount(0);
  await page.getByRole('button', { name: 'Just count' }).click();
  await expect(page.getByText('Amira')).toHaveCount(0);
});
