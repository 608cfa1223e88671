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

  // Every script the page itself had loaded when Today stood, as it travels; what the service worker fetches ahead does not hold it up,
  // nor does what comes after, however soon.
  const weights = new Map<string, Promise<number>>();
  phone.page.on('response', (response) => {
    if (!/\.js$/.test(new URL(response.url()).pathname)) return;
    const weight = response.body().then((body) => gzipSync(body, { level: 9 }).length);
    // One that is fetched after Today stands may still be on its way when the phone is put away.
    weights.set(
      response.url(),
      weight.catch(() => 0),
    );
  });
  await phone.page.addInitScript(() => {
    const watch = new MutationObserver(() => {
      if (document.querySelector('h1')?.textContent?.trim() !== 'Today') return;
      watch.disconnect();
      performance.mark('today');
    });
    watch.observe(document, { childList: true, subtree: true });
  });
  await phone.page.goto(server.address);
  await unlock(phone.page);
  await expect(phone.page.getByRole('heading', { name: 'Today', exact: true })).toBeVisible();
  const before = await phone.page.evaluate(() => {
    const [today] = performance.getEntriesByName('today');
    if (!today) throw new Error('Today was not seen');
    const loaded = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    return loaded.filter(({ responseEnd }) => responseEnd <= today.startTime).map(({ name }) => name);
  });
  let total = 0;
  for (const name of before) total += (await weights.get(name)) ?? 0;
  expect(total).toBeGreaterThan(100_000);
  expect(total).toBeLessThan(175_000);
  expect(elsewhere).toEqual([]);
});

test('a phone is ready offline without the desk; one whose owner coordinates keeps it as soon as that', async ({
  world,
}) => {
  const deskFiles = () =>
    caches.open('desk').then(async (cache) => (await cache.keys()).map(({ url }) => new URL(url).pathname));
  const isReady = () => navigator.serviceWorker.ready.then(() => true);
  const volunteer = (await world.phone('tunde')).page;
  await volunteer.goto(world.server.address);
  await unlock(volunteer);
  expect(await volunteer.evaluate(isReady)).toBe(true);

  const laptop = (await world.phone('priya')).page;
  await laptop.goto(world.server.address);
  await unlock(laptop);
  await expect.poll(() => laptop.evaluate(deskFiles)).toContainEqual(expect.stringMatching(/^\/assets\/desk-.*\.js$/));
  await world.server.stop();
  await laptop.goto(`${world.server.address}/desk`);
  await unlock(laptop);
  await expect(laptop.getByText(/needs signal|does not answer/).first()).toBeVisible();
  // The volunteer's has had as long.
  expect(await volunteer.evaluate(deskFiles)).toEqual([]);
});
