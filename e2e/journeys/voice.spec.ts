import type { Page } from '@playwright/test';
import { origin } from '../browser.ts';
import { plainDist } from '../builds.ts';
import { approveForms } from '../forms.ts';
import { faultsOf, tooWide } from '../judge.ts';
import { findWords } from '../search.ts';
import { allConfirmed, enrol, expect, go, mark, startSession, test, unlock, type World } from '../world.ts';

/** What young people say with the phone in their own hands: one after another, without signal, and nobody sees another’s. */

const idIn = (page: Page): string => new URL(page.url()).pathname.split('/')[2] ?? '';

/** At a running session with somebody here, before *Ask them*. */
async function atSession(world: World): Promise<{ page: Page; session: string }> {
  await approveForms(world.programme);
  const { page } = await world.opened('dele');
  await startSession(page);
  await mark(page, 'Amira', 'Ben');
  await allConfirmed(page);
  return { page, session: idIn(page) };
}

async function handOver(page: Page, session: string): Promise<void> {
  await go(page, `/s/${session}/ask`);
  await page.getByLabel(/How was today\?/).check();
  await page.getByRole('button', { name: 'Hand over the phone' }).click();
  await expect(page.getByRole('heading', { name: 'How old are you?' })).toBeVisible();
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Somebody of 11 or 12 who answers everything. */
async function answerAll(page: Page, face: string): Promise<void> {
  await press(page, '11 or 12');
  await page.getByLabel(face, { exact: true }).check();
  await press(page, 'Next');
  await page.getByLabel('Yes', { exact: true }).check();
  await press(page, 'Next');
  await page.getByLabel('Yes', { exact: true }).check();
  await press(page, 'Next');
  await press(page, 'Skip');
  await expect(page.getByRole('heading', { name: 'Thank you!' })).toBeVisible();
}

/** Whatever could tell the next child of the one before. Ids that React counts up are left out; what waits closed to be sent grows. */
const traces = (page: Page) =>
  page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const kept = await Promise.all(
      databases.map(
        ({ name = '' }) =>
          new Promise<string>((resolve, reject) => {
            const asking = indexedDB.open(name);
            asking.onerror = () => reject(asking.error);
            asking.onsuccess = () => {
              const stores = [...asking.result.objectStoreNames].filter((each) => !/^held/.test(each));
              const counting = asking.result.transaction(stores);
              const counts: string[] = [];
              for (const each of stores) {
                const request = counting.objectStore(each).count();
                request.onsuccess = () => counts.push(`${each} ${request.result}`);
              }
              counting.oncomplete = () => {
                asking.result.close();
                resolve(counts.sort().join());
              };
            };
          }),
      ),
    );
    return {
      page: document.body.innerHTML.replaceAll(/_r_\w+_/g, 'id'),
      history: window.history.length,
      focus: document.activeElement?.outerHTML.replaceAll(/_r_\w+_/g, 'id'),
      scroll: [window.scrollX, window.scrollY],
      speaks: window.speechSynthesis?.speaking ?? false,
      kept,
      local: JSON.stringify(localStorage) + JSON.stringify(sessionStorage) + document.cookie,
      address: window.location.href,
    };
  });

test('twenty children pass one phone round, offline: nineteen answers, and nobody finds a trace of the one before', async ({
  world,
}) => {
  const { page, session } = await atSession(world);
  await world.server.stop();
  await handOver(page, session);
  const before = await traces(page);
  for (let child = 1; child <= 20; child += 1) {
    if (child === 7) {
      // Walks off at the second question; ninety seconds later the phone is ready for the next.
      await press(page, '13 to 15');
      await page.getByLabel('Not good', { exact: true }).check();
      await press(page, 'Next');
      await page.clock.install();
      await page.clock.fastForward(91_000);
      await page.clock.resume();
    } else if (child === 8) {
      await press(page, '11 or 12');
      for (const answer of ['OK', 'Maybe']) {
        await page.getByLabel(answer, { exact: true }).check();
        await press(page, 'Next');
      }
      await press(page, 'Skip');
      await page.getByRole('textbox').fill('More balls');
      // Twice in one moment, as a child does.
      await page.evaluate(() => {
        const done = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Done');
        done?.click();
        done?.click();
      });
      await expect(page.getByRole('heading', { name: 'Thank you!' })).toBeVisible();
      await press(page, 'Next person');
    } else {
      if (child === 12)
        for (let back = 1; back <= 10; back += 1) {
          await page.evaluate(() => window.history.back());
          await expect(page.getByRole('heading', { name: 'How old are you?' })).toBeVisible();
        }
      await answerAll(page, child % 2 ? 'Brilliant' : 'Good');
      await press(page, 'Next person');
    }
    await expect(page.getByRole('heading', { name: 'How old are you?' })).toBeVisible();
    expect(await traces(page), `child ${child}`).toEqual(before);
  }
  await press(page, 'Grown-ups');
  await unlock(page);
  await expect(page.getByText('19 answered on this phone.')).toBeVisible();
});

test('a child of 7 answers in Urdu by keyboard; killed in the middle nothing of it is left, and no way leads out', async ({
  world,
}) => {
  await approveForms(world.programme);
  let phone = await world.opened('dele');
  let { page } = phone;
  await startSession(page);
  await mark(page, 'Amira', 'Ben');
  await allConfirmed(page);
  await handOver(page, idIn(page));
  await press(page, 'اردو');
  const age = page.getByRole('button', { name: '7 یا اس سے کم' });
  await age.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.locator('[dir="rtl"][lang="ur"]').first()).toBeVisible();
  // Two pictures and no face; nothing is chosen for anybody.
  await expect(page.getByRole('radio')).toHaveCount(2);
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await page.getByRole('radio').first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio').nth(1)).toBeChecked();

  await phone.kill(2_000);
  phone = await world.phone('dele');
  ({ page } = phone);
  for (const address of ['/', '/people', '/desk']) {
    await page.goto(origin + address);
    await expect(page.getByRole('heading', { name: 'How old are you?' })).toBeVisible();
    expect(await page.content()).not.toMatch(/Amira|Ben T/);
  }
  await press(page, '7 or younger');
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await press(page, 'Grown-ups');
  await unlock(page);
  await expect(page.getByRole('heading', { name: 'Ask them' })).toBeVisible();
  await expect(page.getByText('answered on this phone')).toHaveCount(0);
});

test('a parent answers in Romanian, each control by its name; what they said waits until the session is over, and then five are at the desk', async ({
  world,
}) => {
  await approveForms(world.programme);
  const { page } = await world.opened('dele');
  await page.clock.install();
  await startSession(page);
  await mark(page, 'Amira');
  await allConfirmed(page);
  const session = idIn(page);
  await go(page, `/s/${session}/ask`);
  await page.getByLabel(/What do you think/).check();
  await press(page, 'Hand over the phone');
  for (const face of ['Minunat', 'Minunat', 'Bine', 'Foarte bine', 'Minunat']) {
    await press(page, 'Română');
    await page.getByRole('radio', { name: face, exact: true }).check();
    await press(page, 'Mai departe');
    for (let skipped = 1; skipped <= 3; skipped += 1) await press(page, 'Sari peste');
    await expect(page.getByRole('heading', { name: 'Mulțumim!' })).toBeVisible();
    await press(page, 'Următorul');
  }
  await press(page, 'Grown-ups');
  await unlock(page);
  await expect(page.getByText('5 answered on this phone.')).toBeVisible();
  const year = new Date().getFullYear();
  const answers = async () =>
    (await (await world.programme.get(`/api/reports/answers?from=${year}-01-01&to=${year}-12-31`)).json()).forms;
  expect(await answers()).toEqual([]);
  // The session, and a quarter of an hour, are over.
  await page.clock.fastForward(5 * 3_600_000);
  await page.clock.resume();
  await unlock(page);
  await expect.poll(async () => (await answers()).length).toBe(1);
  const [{ questions }] = await answers();
  expect(questions).toMatchObject([{ name: 'today', n: 5 }]);
});

test('every page of a form is clean for axe in every light and fits 320 px, in English and right to left', async ({
  world,
}) => {
  const { page, session } = await atSession(world);
  await handOver(page, session);
  const faults: string[] = [];
  const judge = async (name: string) => {
    faults.push(...(await faultsOf(page, name)), ...(await tooWide(page, name, { width: 320, height: 640 })));
  };
  const walk = async (language: string, age: string, skip: string, pages: readonly string[]) => {
    await press(page, language);
    await expect(page.getByRole('button', { name: age, exact: true })).toBeVisible();
    await judge(`${language}: age`);
    await press(page, age);
    for (const name of pages) {
      await judge(`${language}: ${name}`);
      await press(page, skip);
    }
    await expect(page.getByRole('radio')).toHaveCount(0);
    await judge(`${language}: thanks`);
  };
  await walk('English', '11 or 12', 'Skip', ['faces', 'again', 'safe', 'own words']);
  await press(page, 'Next person');
  await walk('اردو', '7 یا اس سے کم', 'چھوڑیں', ['this or that', 'again']);
  expect(faults).toEqual([]);
  // As large as a finger, and larger for small ones.
  await press(page, 'اگلا شخص');
  await press(page, '11 or 12');
  const box = await page.getByRole('radio').first().locator('xpath=ancestor::label').boundingBox();
  expect(box?.height ?? 0).toBeGreaterThanOrEqual(72);
});

/** Own words nobody else says: of one child who pressed *Done*, and of one who had not yet. */
const canaries = { said: 'Quorblewordily', typed: 'Halvetypedvoice' };

async function sayWords(page: Page, session: string): Promise<void> {
  await handOver(page, session);
  for (const words of [canaries.said, canaries.typed]) {
    await press(page, '11 or 12');
    for (let skipped = 1; skipped <= 3; skipped += 1) await press(page, 'Skip');
    await page.getByRole('textbox').fill(words);
    if (words === canaries.typed) return;
    await page.getByLabel('No', { exact: true }).check();
    await press(page, 'Done');
    await press(page, 'Next person');
  }
}

test('what a child wrote is readable in no profile of a killed browser and no log; without the cipher what was said is', async ({
  world,
}) => {
  await approveForms(world.programme);
  const phone = await world.opened('dele');
  await startSession(phone.page);
  await sayWords(phone.page, idIn(phone.page));
  await phone.kill(4_000);
  expect([...findWords(phone.profile, Object.values(canaries))]).toEqual([]);
  for (const word of Object.values(canaries)) expect(world.server.printed()).not.toContain(word);

  await world.server.stop();
  await world.server.start(plainDist);
  const plain = await world.phone('new');
  await enrol(plain.page, await world.programme.code('worker'));
  await startSession(plain.page);
  await sayWords(plain.page, idIn(plain.page));
  await plain.kill(4_000);
  expect([...findWords(plain.profile, Object.values(canaries)).keys()]).toContain(canaries.said);
});
