import { gzipSync } from 'node:zlib';
import { enrol, expect, test, unlock } from '../world.ts';

test('the app asks nobody but its own server, and is light before Today is usable', async ({ world }) => {
  const { server, programme } = world;
  let phone = await world.phone('new');
  const elsewhere: string[] = [];
  phone.context.on('request', (request) => {
    if (!request.url().startsWith(server.address) && !/^(data|blob|about|chrome)/.test(request.url()))
      elsewhere.push(request.url());
  });
  await enrol(phone.page, await programme.code('worker'));
  await phone.close();
  phone = await world.phone('new');

  // Every script the page itself loaded until Today stands, as it travels; what the service worker fetches ahead does not hold it up.
  const scripts: Promise<number>[] = [];
  phone.page.on('response', (response) => {
    if (/\.js$/.test(new URL(response.url()).pathname)) {
      // One that is fetched after Today stands may still be on its way when the phone is put away.
      const weight = response.body().then((body) => gzipSync(body, { level: 9 }).length);
      scripts.push(weight.catch(() => 0));
    }
  });
  await phone.page.goto(server.address);
  await unlock(phone.page);
  await expect(phone.page.getByRole('heading', { name: 'Today', exact: true })).toBeVisible();
  const total = (await Promise.all(scripts)).reduce((sum, bytes) => sum + bytes, 0);
  expect(total).toBeGreaterThan(100_000);
  expect(total).toBeLessThan(175_000);
  expect(elsewhere).toEqual([]);
});
