import type { BrowserContext, Page } from '@playwright/test';
import { origin, type Phone } from '../browser.ts';
import { nextDist, nextVersion, plainDist } from '../builds.ts';
import { faultsOf, tooWide } from '../judge.ts';
import { findWords } from '../search.ts';
import { allConfirmed, enrol, expect, go, mark, startSession, test, unlock } from '../world.ts';

/** The phone in somebody else's hands: wherever they press and whatever they type, one form and nobody's name but their own. */

const called = 'Zyxandrabel';
const wrote = 'Quorblenotation';
/** Everybody the phone knows: young people of the prepared world, and the team. */
const others = /Amira|Ben|Kayla|Mohammed|Marta|Windmill|Woodlands|Refocus/;

/** Hands the phone over for practice, from the worker's own page. */
async function handOver(page: Page): Promise<void> {
  await go(page, '/hand-over');
  await page.getByLabel('A name to show').fill(called);
  await page.getByRole('button', { name: 'Hand over for practice' }).click();
  await expect(page.getByRole('heading', { name: `Hello, ${called}` })).toBeVisible();
}

/** To the second page of the form, with something half written on it that is on the disk: what follows may reload or kill. */
async function writeSomething(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Anything').fill(wrote);
  // A box is as long as what is in it, with a nonce and a mark of the cipher round it (in the control only the nonce): 15 letters more than
  // the page without the word, so that no other is as long.
  const inside = JSON.stringify({ page: 2, wrote }).length;
  await expect.poll(async () => [inside + 12, inside + 28].includes(await keptLength(page))).toBe(true);
}

/** How long the box is in which the form keeps how far it has come, bytes. */
const keptLength = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const asking = indexedDB.open('bandstand-phone');
        asking.onerror = () => reject(asking.error);
        asking.onsuccess = () => {
          const reading = asking.result.transaction('handOver').objectStore('handOver').get('now');
          reading.onsuccess = () => {
            asking.result.close();
            resolve(reading.result?.progress?.byteLength ?? 0);
          };
        };
      }),
  );

/** The form stands there at the same page, at its own address, and nothing of anybody else is on the page or in its address. */
async function expectTheForm(page: Page): Promise<void> {
  await expect(page.getByLabel('Anything')).toHaveValue(wrote);
  expect(new URL(page.url()).pathname).toMatch(/^\/h\/[0-9a-f-]{36}$/);
  expect(await page.title()).toBe('Bandstand');
  expect(await page.content()).not.toMatch(others);
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByRole('link')).toHaveCount(0);
}

const backWith = async (page: Page, key: string): Promise<void> => {
  await page.evaluate(() => window.history.back());
  // Back may load a page: the form stands again before the next press.
  await expect(page.getByLabel('Anything'), key).toBeVisible();
};

test('from the form no way leads on: back, reload, an edited address, another tab, and closing the app', async ({
  world,
}) => {
  let phone = await world.opened('dele');
  let { page } = phone;
  await startSession(page);
  await mark(page, 'Amira');
  await allConfirmed(page);
  // A second tab of the same worker, open on somebody's name.
  const second = await phone.context.newPage();
  await second.goto(`${origin}/people`);
  await expect(second.getByText('Amira K')).toBeVisible();

  await handOver(page);
  await expect(second.getByRole('heading', { name: `Hello, ${called}` })).toBeVisible();
  expect(await second.content()).not.toMatch(others);
  await writeSomething(page);

  for (let press = 1; press <= 20; press += 1) await backWith(page, `press ${press}`);
  await expectTheForm(page);
  await page.reload();
  await expectTheForm(page);
  for (const address of ['/', '/people', '/sign-in', '/setup', '/desk', '/start', '/h/other', '/?v=1#people']) {
    await page.goto(origin + address);
    await expectTheForm(page);
  }
  await second.reload();
  await expectTheForm(second);
  // A new tab asks the others for no key and is given none.
  const third = await phone.context.newPage();
  await third.goto(origin);
  await expectTheForm(third);

  // A browser keeps its disk a moment after the page has.
  await phone.kill(2_000);
  phone = await world.phone('dele');
  ({ page } = phone);
  await page.goto(origin);
  await expectTheForm(page);
  await leave(page);
  await expect(page.getByRole('heading', { name: 'Handing the phone over' })).toBeVisible();
  await expectNothingLeft(phone.context);
  await go(page, '/people');
  await expect(page.getByText('Amira K')).toBeVisible();
});

async function leave(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Grown-ups' }).click();
  await unlock(page);
}

/** What the form knew is gone from the disk, as far as a page can see. */
async function expectNothingLeft(context: BrowserContext): Promise<void> {
  const [page] = context.pages();
  const left = await page?.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const asking = indexedDB.open('bandstand-phone');
        asking.onerror = () => reject(asking.error);
        asking.onsuccess = () => {
          const reading = asking.result.transaction('handOver').objectStore('handOver').count();
          reading.onsuccess = () => {
            asking.result.close();
            resolve(reading.result);
          };
        };
      }),
  );
  expect(left).toBe(0);
}

test('wrong PINs at the way out are slowed and destroy nothing; the right one leads back to the worker’s page', async ({
  world,
}) => {
  const { page } = await world.opened('dele');
  await startSession(page);
  await mark(page, 'Amira');
  await allConfirmed(page);
  await handOver(page);
  await writeSomething(page);
  await page.clock.install();

  for (let wrong = 1; wrong <= 12; wrong += 1) {
    await page.getByRole('button', { name: 'Grown-ups' }).click();
    await unlock(page, '999999');
    await expect(page.getByText(wrong < 3 ? 'That is not it.' : /That is not it\. Wait until/)).toBeVisible();
    if (wrong === 4) {
      // Slowed: the right one is not even looked at, nor after a reload, which gains nothing.
      await unlock(page);
      await expect(page.getByText(/Too many tries\. Wait/)).toBeVisible();
      await page.reload();
      await page.getByRole('button', { name: 'Grown-ups' }).click();
      await unlock(page);
      await expect(page.getByText(/Too many tries\. Wait/)).toBeVisible();
    }
    await page.clock.fastForward(6 * 60_000);
    // Nobody went on: the form is there again as it was.
    await expectTheForm(page);
  }
  await page.getByRole('button', { name: 'Grown-ups' }).click();
  await page.getByRole('button', { name: 'Back to the form' }).click();
  // The owner's PIN opens still.
  await leave(page);
  await expect(page.getByRole('heading', { name: 'Handing the phone over' })).toBeVisible();
  await page.goto(origin);
  await unlock(page, '999999');
  // All ten of the lock screen are still there.
  await expect(page.getByText('9 tries left.')).toBeVisible();
});

test('a form that is done with leads to the PIN alone, and a tab that was open comes back with the worker', async ({
  world,
}) => {
  const { page, context } = await world.opened('dele');
  const second = await context.newPage();
  await second.goto(`${origin}/people`);
  await expect(second.getByText('Amira K')).toBeVisible();
  await handOver(page);
  await expect(second.getByRole('heading', { name: `Hello, ${called}` })).toBeVisible();
  await writeSomething(page);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText('Please give the phone back')).toBeVisible();
  await expect(second.getByText('Please give the phone back')).toBeVisible();
  expect(await second.content()).not.toContain(called);
  await page.reload();
  await expect(page.getByText('Please give the phone back')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Back to the form' })).toHaveCount(0);
  expect(await page.content()).not.toContain(called);
  await unlock(page);
  await expect(page.getByRole('heading', { name: 'Handing the phone over' })).toBeVisible();
  // The key comes from the tab that was opened.
  await expect(second.getByRole('heading', { name: 'Today', exact: true })).toBeVisible();
});

test('where no PIN opens, grown-ups may count on, and the form is still there', async ({ world }) => {
  const { page } = await world.opened('dele');
  await handOver(page);
  await writeSomething(page);
  await page.getByRole('button', { name: 'Grown-ups' }).click();
  await unlock(page, '999999');
  await page.getByRole('button', { name: 'Forgot the PIN?' }).click();
  await page.getByRole('button', { name: 'Just count' }).click();
  await expect(page.getByRole('heading', { name: 'Just count' })).toBeVisible();
  expect(await page.content()).not.toMatch(/Amira|Ben|Kayla|Mohammed/);
  await page.reload();
  await expectTheForm(page);
  // A fresh code opens the phone, and ends the hand-over with it.
  await page.getByRole('button', { name: 'Grown-ups' }).click();
  await unlock(page, '999999');
  await page.getByRole('button', { name: 'Forgot the PIN?' }).click();
  await page.getByLabel('Code').fill(await world.programme.code('worker'));
  await page.getByRole('button', { name: 'Open with the code' }).click();
  await page.getByLabel('PIN', { exact: true }).fill('271828');
  await page.getByLabel('The same again').fill('271828');
  await page.getByRole('button', { name: 'Save the PIN' }).click();
  await expect(page.getByRole('heading', { name: 'Handing the phone over' })).toBeVisible();
});

test('a new version that waits is taken neither by the hand-over nor by a reload of the form', async ({ world }) => {
  const { page } = await world.opened('dele');
  await world.server.stop();
  await world.server.start(nextDist);
  await go(page, '/settings');
  await page.getByRole('button', { name: 'Look for a new version' }).click();
  await expect(page.getByText('A new version is ready')).toBeVisible();
  await handOver(page);
  await writeSomething(page);
  await page.reload();
  await expectTheForm(page);
  await leave(page);
  await expect(page.getByRole('heading', { name: 'Handing the phone over' })).toBeVisible();
  await go(page, '/settings');
  await expect(page.getByText('In the park')).toBeVisible();
  await expect(page.getByText(`Bandstand ${nextVersion}`)).toHaveCount(0);
  // It waits still, and is offered to the worker.
  await expect(page.getByText('A new version is ready')).toBeVisible();
});

test('the form and the way out are clean for axe in every light, and fit 320 px', async ({ world }) => {
  const { page } = await world.opened('dele');
  await handOver(page);
  await writeSomething(page);
  const faults: string[] = [];
  const judge = async (name: string) => {
    faults.push(...(await faultsOf(page, name)), ...(await tooWide(page, name, { width: 320, height: 640 })));
  };
  await judge('form');
  // As large as a finger.
  const box = await page.getByRole('button', { name: 'Grown-ups' }).boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(48);
  await page.getByRole('button', { name: 'Grown-ups' }).click();
  await unlock(page, '999999');
  await expect(page.getByText(/That is not it/)).toBeVisible();
  await judge('way out');
  await page.getByRole('button', { name: 'Forgot the PIN?' }).click();
  await judge('forgot');
  await page.getByRole('button', { name: 'Just count' }).click();
  await expect(page.getByRole('heading', { name: 'Just count' })).toBeVisible();
  await judge('counting');
  expect(faults).toEqual([]);
});

/** Hands over, writes, and dies a while later, when the browser has written what it writes. */
async function dieWithForm({ page, kill }: Phone): Promise<void> {
  await handOver(page);
  await writeSomething(page);
  await expect(page.getByLabel('Anything')).toHaveValue(wrote);
  await kill(4_000);
}

test('nothing of the form is readable in the profile of a browser killed in the middle of it', async ({ world }) => {
  const phone = await world.opened('dele');
  await dieWithForm(phone);
  expect([...findWords(phone.profile, [called, wrote])]).toEqual([]);
});

test('the control: with the boxes of the hand-over open, both are found', async ({ world }) => {
  await world.server.stop();
  await world.server.start(plainDist);
  const phone = await world.phone('new');
  await enrol(phone.page, await world.programme.code('worker'));
  await dieWithForm(phone);
  expect([...findWords(phone.profile, [called, wrote]).keys()].sort()).toEqual([wrote, called].sort());
});
