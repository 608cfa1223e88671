import type { Page } from '@playwright/test';
import { dayOf } from '#domain/time.ts';
import { plainDist } from '../builds.ts';
import { faultsOf, tooWide } from '../judge.ts';
import { findWords } from '../search.ts';
import { allConfirmed, comeIn, enrol, expect, go, signal, test, unlock } from '../world.ts';

/** Equality questions: asked in a park without signal, to be read by nobody on this phone, and counted at the desk. */

/** In their own words, which nothing else in a browser's profile could hold. */
const saved = 'Zyxandrareligion';
const half = 'Quorblenreligion';

async function questionsOf(page: Page, name: string): Promise<void> {
  await go(page, '/people');
  await page.getByRole('link', { name: new RegExp(`^${name}`) }).click();
  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByRole('link', { name: /^Equality questions/ }).click();
  await expect(page.getByText('Who answers?')).toBeVisible();
}

/** The worker asks, and writes down what they say; nothing is saved yet. */
async function ask(page: Page, name: string, words: string): Promise<void> {
  await questionsOf(page, name);
  await page.getByLabel('They tell me, and I write it down').check();
  await page.getByRole('button', { name: 'Ask the questions' }).click();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await page.getByLabel('Yes, limited a little').check();
  await page.getByLabel('Another religion, or in your own words').check();
  await page.getByRole('textbox', { name: /^In your own words/ }).fill(words);
}

const answersOnDisk = (page: Page) =>
  page.evaluate(async () => {
    const name = (await indexedDB.databases())
      .map((each) => each.name ?? '')
      .find((each) => /^bandstand-[0-9a-f]/.test(each));
    const database = await new Promise<IDBDatabase>((resolve) => {
      const asking = indexedDB.open(name ?? '');
      asking.onsuccess = () => resolve(asking.result);
    });
    const boxes = await new Promise<{ t: string; box: Uint8Array }[]>((resolve) => {
      const reading = database.transaction('answer').objectStore('answer').getAll();
      reading.onsuccess = () => resolve(reading.result);
    });
    database.close();
    return boxes.map((each) => ({ fields: Object.keys(each).sort().join(), bytes: each.box.length }));
  });

test('asked without signal and killed, nothing can be read nor is shown again; with signal it goes, and the desk shows no small number', async ({
  world,
}) => {
  const { server, programme } = world;
  const first = await world.opened('dele');
  await server.stop();
  await ask(first.page, 'Amira', saved);
  await first.page.getByRole('button', { name: 'Save the answers' }).click();
  await expect(first.page.getByRole('link', { name: /^Equality questions\s*Asked on/ })).toBeVisible();
  expect(await answersOnDisk(first.page)).toEqual([
    { fields: 'box,keyId,t,v', bytes: 4168 },
    { fields: 'box,keyId,t,v', bytes: 4168 },
  ]);
  await questionsOf(first.page, 'Amira');
  expect(await first.page.content()).not.toContain(saved);
  await ask(first.page, 'Gurleen', half);
  // A browser keeps its disk a moment after the page has.
  await first.kill(4_000);
  expect([...findWords(first.profile, [saved, half])]).toEqual([]);

  const { page } = await world.phone('dele');
  await comeIn(page);
  await go(page, '/people');
  await page.getByRole('link', { name: /^Gurleen/ }).click();
  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByRole('link', { name: /^Equality questions/ }).click();
  // Half asked it goes with the page: whoever comes after sees nothing of it, and asks from the beginning.
  await expect(page.getByText('Who answers?')).toBeVisible();
  await ask(page, 'Gurleen', half);
  await page.getByRole('button', { name: 'Save the answers' }).click();
  await expect(page.getByText(/^Asked on/)).toBeVisible();
  expect(await answersOnDisk(page)).toHaveLength(4);
  await server.start();
  await signal(page);
  await allConfirmed(page);

  await programme.readFamilies();
  const today = dayOf(Date.now());
  const report = () => programme.get(`/api/reports/equality?from=${today}&to=${today}`);
  // Of two children, and before Monday, the desk is told nothing.
  expect((await (await report()).json()).questions[0]).toMatchObject({
    everybody: 10,
    asked: 'few',
    ratherNot: 'hidden',
  });
  expect(server.printed()).not.toContain(saved);
  const desk = await world.opened('priya');
  await go(desk.page, '/desk/exports?what=equality');
  const answers = desk.page.getByRole('table');
  await expect(answers.getByRole('row', { name: /Disability Yes, limited a little not shown/ })).toBeVisible();
  await expect(answers.getByRole('row', { name: /not shown|fewer than 5/ })).toHaveCount(12);
  expect(await desk.page.content()).not.toMatch(new RegExp(`${saved}|${half}`));
  const [file] = await Promise.all([
    desk.page.waitForEvent('download'),
    desk.page.getByRole('button', { name: 'Download CSV' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^bandstand-equality-/);
});

test('a young person answers by themselves: one question to a page, and a worker’s PIN leads back to what nobody can read', async ({
  world,
}) => {
  const { page } = await world.opened('dele');
  await questionsOf(page, 'Ben');
  await page.getByLabel('Ben T, on this phone').check();
  await page.getByRole('button', { name: 'Hand over the phone' }).click();
  await expect(page.getByRole('heading', { name: '2 questions about you' })).toBeVisible();
  for (const judge of [() => faultsOf(page, 'why'), () => tooWide(page, 'why', { width: 320, height: 640 })])
    expect(await judge()).toEqual([]);
  await page.getByRole('button', { name: 'Yes, I will answer' }).click();
  await expect(page.getByRole('heading', { name: /day-to-day activities/ })).toBeVisible();
  expect([...(await faultsOf(page, 'page')), ...(await tooWide(page, 'page', { width: 320, height: 640 }))]).toEqual(
    [],
  );
  await page.getByLabel('Yes, limited a lot').check();
  // Left half-way it begins again: nothing of it is kept.
  await page.reload();
  await page.getByRole('button', { name: 'Yes, I will answer' }).click();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await page.getByLabel('Rather not say').check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Sikh').check();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText('Thank you')).toBeVisible();
  expect(await page.content()).not.toContain('Sikh');
  await page.getByRole('button', { name: 'Give the phone back' }).click();
  await unlock(page);
  await expect(page.getByRole('link', { name: /^Equality questions\s*Asked on/ })).toBeVisible();
  await allConfirmed(page);
  expect((await answersOnDisk(page)).map(({ bytes }) => bytes)).toEqual([4168, 4168]);
});

test('even with encryption off nothing half asked is kept; the control: another form’s draft is found there', async ({
  world,
}) => {
  await world.server.stop();
  await world.server.start(plainDist);
  const phone = await world.phone('new');
  await enrol(phone.page, await world.programme.code('worker'));
  await ask(phone.page, 'Gurleen', half);
  await go(phone.page, '/people');
  await phone.page.getByRole('link', { name: /^Amira/ }).click();
  await phone.page.getByRole('link', { name: 'Edit' }).click();
  await phone.page.getByRole('link', { name: /^Who they are/ }).click();
  await phone.page.getByRole('textbox', { name: /^What do they like to be called/ }).fill(saved);
  await phone.kill(4_000);
  expect([...findWords(phone.profile, [saved, half]).keys()]).toEqual([saved]);
});
