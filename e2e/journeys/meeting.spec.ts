import { choosePin } from '../coming-in.ts';
import { allConfirmed, expect, mark, rowOf, signal, startSession, test, unlock } from '../world.ts';

test('two phones record one session with no signal; the union is right and nobody is there twice', async ({
  world,
}) => {
  const { server } = world;
  const dele = await world.opened('dele');
  await startSession(dele.page);
  await allConfirmed(dele.page);
  const marta = await world.opened('marta');
  await marta.page.getByRole('link', { name: /Open the register/ }).click();
  await expect(rowOf(marta.page, 'Amira')).toBeVisible();

  await server.stop();
  await mark(dele.page, 'Amira', 'Ben', 'Ioana');
  await mark(marta.page, 'Amira', 'Gurleen');
  await dele.page.getByRole('button', { name: '+1 not named' }).click();
  await marta.page.getByRole('button', { name: '+1 not named' }).click();
  await expect(dele.page.getByText('4 here', { exact: true })).toBeVisible();
  await expect(marta.page.getByText('3 here', { exact: true })).toBeVisible();

  await server.start();
  for (const { page } of [dele, marta]) {
    await signal(page);
    await allConfirmed(page);
  }
  // Both have sent; the one that sent first has yet to ask for what the other did. Amira, Ben, Ioana and Gurleen, and two counted.
  await signal(dele.page);
  for (const { page } of [dele, marta]) await expect(page.getByText('6 here', { exact: true })).toBeVisible();
});

test('the server is killed in the middle of a push; everything arrives once', async ({ world }) => {
  const { server, programme } = world;
  const { page } = await world.opened('dele');
  await startSession(page);
  await server.stop();
  for (let n = 0; n < 30; n += 1) await page.getByRole('button', { name: '+1 not named' }).click();
  await expect(page.getByText('30 here', { exact: true })).toBeVisible();
  await server.start();
  for (let kills = 0; kills < 4; kills += 1) {
    await signal(page);
    await page.waitForTimeout(15 + kills * 12);
    await server.kill();
    await server.start();
  }
  await signal(page);
  await allConfirmed(page);
  const session = new URL(page.url()).pathname.split('/')[2] ?? '';
  const detail = await (await programme.get(`/api/sessions/${session}`)).json();
  expect(detail.counts.all.total).toBe(30);
});

test('a volunteer has three buttons, starts today’s session, adds a name, and holds nothing of other partners', async ({
  world,
}) => {
  const { programme } = world;
  const { page } = await world.opened('tunde');
  await page.getByRole('link', { name: 'Start a session' }).click();
  await page.getByText('Windmill Hill', { exact: true }).click();
  await page.getByRole('button', { name: 'Start session' }).click();
  await page.getByRole('button', { name: 'To the register' }).click();
  await expect(page.getByRole('tablist', { name: 'Register' })).toBeVisible();
  await page.getByRole('link', { name: 'Back' }).click();
  await expect(page.getByRole('link', { name: /^Count/ })).toBeVisible();
  await expect(page.getByRole('link', { name: /Who’s here/ })).toBeVisible();
  await page.getByRole('link', { name: /Give out/ }).click();
  await expect(page.getByText('No boxes yet')).toBeVisible();
  // Whatever is opened from the three buttons leads back to them.
  await page.getByRole('link', { name: 'Back' }).click();
  await page.getByRole('link', { name: /^Count/ }).click();
  await page.getByRole('button', { name: '+1 10–12' }).click();
  await page.getByRole('link', { name: 'Back' }).click();
  await page.getByRole('link', { name: /Who’s here/ }).click();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByLabel('What are they called?').fill('Zaki R');
  await page.getByRole('button', { name: 'Save and mark here' }).click();
  await expect(rowOf(page, 'Zaki')).toHaveAttribute('aria-pressed', 'true');
  await allConfirmed(page);

  const held = await page.evaluate(async () => {
    const names = (await indexedDB.databases())
      .map(({ name }) => name ?? '')
      .filter((name) => name.startsWith('bandstand-') && name !== 'bandstand-phone');
    const scopes: string[] = [];
    for (const name of names) {
      const open = await new Promise<IDBDatabase>((resolve, reject) => {
        const asking = indexedDB.open(name);
        asking.onsuccess = () => resolve(asking.result);
        asking.onerror = () => reject(asking.error);
      });
      const rows = await new Promise<{ scope: string }[]>((resolve) => {
        const reading = open.transaction('row').objectStore('row').getAll();
        reading.onsuccess = () => resolve(reading.result);
      });
      open.close();
      scopes.push(...rows.map(({ scope }) => scope));
    }
    return [...new Set(scopes)].sort();
  });
  expect(held).toEqual([`partner/${programme.partner}`, 'programme'].sort());
});

test('two workers share a phone; the one’s unsent work is neither shown nor sent as the other’s', async ({ world }) => {
  const { server, programme } = world;
  const { page } = await world.opened('dele');
  const second = await programme.code('second');
  await startSession(page);
  await allConfirmed(page);
  await server.stop();
  await mark(page, 'Amira', 'Ben');
  await expect(page.getByText('2 here', { exact: true })).toBeVisible();

  const session = new URL(page.url()).pathname.split('/')[2] ?? '';
  await page.goto(server.address);
  await expect(page.getByText(/on this phone\. Unlock to send\./)).toBeVisible();
  await server.start();
  await page.getByRole('button', { name: 'Somebody else' }).click();
  await page.getByRole('button', { name: 'Add a worker to this phone' }).click();
  await page.getByLabel('Code').fill(second);
  await page.getByRole('button', { name: 'Continue' }).click();
  await choosePin(page, '271828');
  await expect(page.getByText('Ready offline')).toBeVisible();
  await allConfirmed(page);
  const total = async () => (await (await programme.get(`/api/sessions/${session}`)).json()).counts.all.total;
  expect(await total()).toBe(0);
  await page.getByRole('link', { name: /Open the register/ }).click();
  await expect(page.getByText('0 here', { exact: true })).toBeVisible();

  await page.goto(server.address);
  await page.getByText('Dele A').click();
  await unlock(page);
  await allConfirmed(page);
  expect(await total()).toBe(2);
});
