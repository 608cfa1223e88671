import type { Page } from '@playwright/test';
import { uuidv7 } from 'uuidv7';
import { codesOf } from '#domain/codes.ts';
import { languages, purposes } from '#domain/people-codes.ts';
import { frameIn } from '#features/consent/frame/languages.ts';
import { origin } from '../browser.ts';
import { allLights, faultsOf, tooWide } from '../judge.ts';
import { approveWordings } from '../specimens.ts';
import { approveShipped } from '../wordings.ts';
import { allConfirmed, expect, go, signal, test, type World } from '../world.ts';

/** A parent who is not in the park answers at home, on their own phone; the worker’s phone shows what they said. */

const mother = 'Nadia Kowalska';
const number = '07700 900873';

/** The page of Amira on a worker’s phone. */
async function pageOfAmira(page: Page): Promise<void> {
  await go(page, '/people');
  await page.getByRole('link', { name: /^Amira/ }).click();
  await expect(page.getByRole('link', { name: 'Edit' })).toBeVisible();
}

/** Writes her mother down, and makes a link for her: its address, from the text message it is in. */
async function sendLink(page: Page): Promise<string> {
  await pageOfAmira(page);
  await page.getByRole('link', { name: 'Add a parent' }).click();
  await page.getByLabel('Their name').fill(mother);
  await page.getByLabel('Telephone', { exact: true }).fill(number);
  await page.getByLabel('Who are they to Amira K?').selectOption('Mother');
  await page.getByText('Yes', { exact: true }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Parents and carers')).toBeVisible();
  await allConfirmed(page);
  await pageOfAmira(page);
  await page.getByRole('link', { name: 'Take consent' }).click();
  await page.getByRole('link', { name: 'Not here? Send them a link' }).click();
  await expect(page.getByText('Who is it for?')).toBeVisible();
  await page.getByLabel(new RegExp(`^${mother}`)).check();
  await page.getByRole('button', { name: 'Make the link' }).click();
  const message = await page.getByRole('link', { name: `Text it to ${number}` }).getAttribute('href');
  return /http\S+#bl_\S+$/.exec(decodeURIComponent(message ?? ''))?.[0] ?? '';
}

test('a mother answers in Romanian at home, and the worker’s phone shows it given', async ({ world }) => {
  await approveWordings(world.programme);
  const { page } = await world.opened('dele');
  const address = await sendLink(page);
  await page.getByRole('link', { name: 'Done' }).click();
  await expect(page.getByText('A link is out')).toBeVisible();

  const { page: home, context } = await world.phone('home');
  await home.goto(address);
  await expect(home.getByText('Consent for Amira')).toBeVisible();
  // The token is in no address bar and no history of her phone.
  expect(new URL(home.url()).hash).toBe('');
  await home.getByRole('button', { name: 'Română' }).click();
  await home.getByLabel('Da').check();
  await home.getByRole('button', { name: 'Continuă' }).click();
  await home.getByLabel('Nu', { exact: true }).check();
  await home.getByRole('button', { name: 'Continuă' }).click();
  await home.getByLabel('Da').check();
  // Back is one page back, and what was answered there stands.
  await home.goBack();
  await expect(home.getByLabel('Nu', { exact: true })).toBeChecked();
  await home.goForward();
  await home.getByRole('button', { name: 'Continuă' }).click();
  await home.getByRole('button', { name: 'Continuă' }).click();
  await home.getByRole('button', { name: 'Continuă' }).click();
  await home.locator('#full-name').fill(mother);
  await home.locator('#relationship').selectOption('mother');
  await home.getByLabel('Da', { exact: true }).check();
  await home.locator('#right').check();
  // The line breaks as she agrees: what she typed stays, and goes once it is back.
  await world.server.stop();
  await home.getByRole('button', { name: 'Sunt de acord' }).click();
  await expect(home.getByText('Fără semnal. Ce ați scris este încă aici.')).toBeVisible();
  await world.server.start();
  await home.getByRole('button', { name: 'Sunt de acord' }).click();
  await expect(home.getByText(/au ajuns/)).toBeVisible();
  // Nothing of it lies on her phone: no cookie, no store, no worker of ours, and nothing was asked for by its token.
  expect(await context.cookies()).toEqual([]);
  const kept = await home.evaluate(async () => ({
    ...{ local: localStorage.length, session: sessionStorage.length, bases: (await indexedDB.databases()).length },
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  expect(kept).toEqual({ local: 0, session: 0, bases: 0, workers: 0 });
  expect(world.server.printed()).not.toContain('bl_');

  await signal(page);
  await expect(page.getByText(/^Given until/).first()).toBeVisible();
  await go(page, '/people');
  await pageOfAmira(page);
  await page.getByRole('link', { name: 'History' }).click();
  await expect(page.getByText(`${mother}, mother · Answered by link`).first()).toBeVisible();

  // The same address once more, in another tab: it was used.
  const again = await context.newPage();
  await again.goto(address);
  await expect(again.getByRole('heading', { name: 'This link does not work any more.' })).toBeVisible();
  await again.close();

  // The copy takes back, with one tap, and the worker’s phone hears of it.
  await home.getByText('O copie pentru dumneavoastră').click();
  const copy = await home.locator('main').innerText();
  const back = /http\S+#bl_[\w-]{43}/.exec(copy)?.[0] ?? '';
  const other = await context.newPage();
  await other.goto(back);
  await other.getByRole('listitem').filter({ hasText: 'Photos' }).getByRole('button', { name: 'Take it back' }).click();
  await expect(other.getByText('Taken back. It holds from now on.')).toBeVisible();
  await signal(page);
  await pageOfAmira(page);
  await expect(page.getByText('No photos').first()).toBeVisible();
});

const small = { width: 320, height: 640 };

/** What is wrong with a page on a small phone, in letters of both sizes. The light changes colours, and no language does. */
async function looked(home: Page, name: string, isFirst: boolean): Promise<string[]> {
  const faults = [
    ...(await faultsOf(home, name, isFirst ? allLights : ['day'])),
    ...(await tooWide(home, name, small)),
  ];
  await home.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  faults.push(...(await tooWide(home, `${name}, large`, small)));
  await home.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  return faults;
}

/** A link for somebody who is not on record, made as a phone makes it. */
async function linkFor({ programme }: World): Promise<string> {
  const person = uuidv7();
  const body = { knownAs: 'Amira', initial: 'K', leaf: 1, colour: 1, status: 'active' };
  await programme.push([{ op: 'create', type: 'person', id: person, scope: `partner/${programme.partner}`, body }]);
  await programme.readFamilies();
  const asked = { kind: 'answer', person, giver: null, purposes: codesOf(purposes), language: null };
  const { token } = await programme.post<{ token: string }>('/api/links', asked);
  return `${origin}/c/#${token}`;
}

test('every page of it is clean for axe in every language, and fits 320 px with letters twice the size', async ({
  world,
}) => {
  await approveShipped(world.programme);
  const address = await linkFor(world);
  const { page: home } = await world.phone('home', small);
  await home.goto(address);
  await expect(home.getByText('Consent for Amira')).toBeVisible();
  const faults = await looked(home, 'languages', true);
  for (const [code, name] of languages) {
    const isFirst = code === 'en';
    const frame = await frameIn(code);
    await home.goto('about:blank');
    await home.goto(address);
    await home.getByRole('button', { name, exact: true }).click();
    await home.getByRole('radio').first().check();
    faults.push(...(await looked(home, `${code} question`, isFirst)));
    await home.getByRole('button', { name: frame.after.stop }).click();
    await expect(home.getByRole('heading', { name: frame.check.title })).toBeVisible();
    await home.getByText(frame.whole.all).click();
    faults.push(...(await looked(home, `${code} check`, isFirst)));
    await home.getByRole('button', { name: frame.continue }).click();
    await home.getByRole('button', { name: frame.agree.button }).click();
    await expect(home.getByText(frame.errors.title)).toBeVisible();
    faults.push(...(await looked(home, `${code} agree`, isFirst)));
  }
  expect(faults).toEqual([]);
});

test('the page is served for nobody to keep or find, and no address of it is the app’s', async ({ world }) => {
  const served = await fetch(`${world.server.direct}/c/`, { headers: { accept: 'text/html' } });
  expect(served.headers.get('cache-control')).toBe('no-store');
  expect(served.headers.get('x-robots-tag')).toBe('noindex');
  expect(served.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(served.headers.get('set-cookie')).toBeNull();
  const page = await served.text();
  expect(page).toContain('noindex');
  expect(page).toMatch(/src="\/c\/assets\//);
  expect((await fetch(`${world.server.direct}/c/people`, { headers: { accept: 'text/html' } })).status).toBe(404);
});
