import type { Page } from '@playwright/test';
import type { Language } from '#domain/people-codes.ts';
import { readyMadeTexts } from '#domain/voice/forms/ready-made/ready-made.ts';
import { askFrameIn } from '#features/voice/frame/frames.ts';
import { approveForms } from '../forms.ts';
import { allLights, faultsOf, tooWide } from '../judge.ts';
import { choose, finish, heldAt, openAt, scan, showCode, slowNetwork } from '../own-phone.ts';
import { expect, go, test } from '../world.ts';

/** People point their own phones at a worker's code, and answer there: over a slow network, through a lost signal, in their language. */

const named = { ur: 'اردو', ro: 'Română', en: 'English' } as const;
type Spoken = keyof typeof named & Language;

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Somebody of 11 or 12 answers everything up to the last page, where it only has to be sent. */
async function answerAll(home: Page, language: Spoken, words: string): Promise<void> {
  const frame = await askFrameIn(language);
  const texts = (await readyMadeTexts(language)).forms['today-old'] ?? {};
  await press(home, named[language]);
  await expect(home.getByRole('heading', { name: frame.howOld })).toBeVisible();
  await press(home, frame.ages['11-12']);
  for (const key of ['o:today:4', 'o:again:yes', 'o:safe:yes']) {
    await home.getByLabel(texts[key] ?? key, { exact: true }).check();
    await press(home, frame.next);
  }
  await home.getByRole('textbox').fill(words);
}

test('an answer in Urdu outlasts a lost signal, one in Romanian follows, and when the session is over it closes', async ({
  world,
}) => {
  await approveForms(world.programme);
  const { page, session, address } = await showCode(world);
  await expect(page.getByText(address)).toBeVisible();
  await expect(page.getByText(/^Open until \d\d:\d\d/)).toBeVisible();

  const { page: home, context } = await world.phone('home');
  await slowNetwork(home);
  await openAt(home, address);
  expect(new URL(home.url()).hash).toBe('');
  await answerAll(home, 'ur', 'زیادہ گیندیں');
  const urdu = await askFrameIn('ur');
  await world.server.stop();
  await home.evaluate((done) => {
    const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === done);
    button?.click();
    button?.click();
  }, urdu.done);
  await expect(home.getByText(urdu.ownPhone.noSignal)).toBeVisible();
  await expect(home.getByText(urdu.ownPhone.stillHere)).toBeVisible();
  await world.server.start();
  // By itself: nobody presses anything.
  await expect(home.getByRole('heading', { name: urdu.thanks })).toBeVisible();
  expect(heldAt(world)).toHaveLength(4);
  expect(heldAt(world).filter(({ words }) => words === 'زیادہ گیندیں')).toHaveLength(1);

  // Nothing of it lies on that phone, and no line of the log says by which link.
  expect(await context.cookies()).toEqual([]);
  const kept = await home.evaluate(async () => ({
    ...{ local: localStorage.length, session: sessionStorage.length, bases: (await indexedDB.databases()).length },
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  expect(kept).toEqual({ local: 0, session: 0, bases: 0, workers: 0 });
  expect(world.server.printed()).not.toContain('bv_');

  // Back leads to nothing that was answered, and a reload knows nothing: the code is there to begin anew.
  await home.goBack();
  await expect(home.getByRole('heading', { name: urdu.thanks })).toBeVisible();
  await home.reload();
  await expect(home.getByText('Point your camera at the code again.')).toBeVisible();
  await openAt(home, address);
  await answerAll(home, 'ro', 'Mai multe mingi');
  const romanian = await askFrameIn('ro');
  await press(home, romanian.done);
  await expect(home.getByRole('heading', { name: romanian.thanks })).toBeVisible();
  expect(heldAt(world)).toHaveLength(8);

  await openAt(home, address);
  await answerAll(home, 'ro', 'Prea târziu');
  await finish(page, session);
  await press(home, romanian.done);
  await expect(home.getByRole('heading', { name: romanian.ownPhone.over })).toBeVisible();
  await openAt(home, address);
  await expect(home.getByRole('heading', { name: 'This is over now.' })).toBeVisible();
  expect(heldAt(world).filter(({ words }) => words === 'Prea târziu')).toEqual([]);
});

test('a visit answers once, a form that changed meanwhile still takes its answers, and odd words are words', async ({
  world,
}) => {
  await approveForms(world.programme);
  const { address } = await showCode(world);
  const frame = await askFrameIn('en');
  const { page: one, context } = await world.phone('home');
  const two = await context.newPage();
  // The page of the second is as one that was copied: it says the visit of the first.
  const visits: string[] = [];
  await context.route('**/api/voice/link/answer', (route) => {
    const body = route.request().postDataJSON();
    visits.push(body.visit);
    return route.continue({ postData: JSON.stringify({ ...body, visit: visits[0] }) });
  });
  await openAt(one, address);
  await openAt(two, address);
  await answerAll(one, 'en', 'x'.repeat(5_000));
  expect(await one.getByRole('textbox').inputValue()).toHaveLength(700);
  const odd = '<script>document.title = "no"</script> 🎈🎉 ٹھیک';
  await one.getByRole('textbox').fill(odd);
  await answerAll(two, 'en', 'Again');
  // The coordinator approves the next version of it all, while they answer.
  await approveForms(world.programme);
  await press(one, frame.done);
  await expect(one.getByRole('heading', { name: frame.thanks })).toBeVisible();
  expect(heldAt(world).map(({ words }) => words)).toContain(odd);
  await press(two, frame.done);
  await expect(two.getByRole('heading', { name: frame.ownPhone.answered })).toBeVisible();
  expect(new Set(visits).size).toBe(2);
  expect(heldAt(world)).toHaveLength(4);

  // Two at once by one link are two.
  await context.unroute('**/api/voice/link/answer');
  for (const page of [one, two]) {
    await openAt(page, address);
    await answerAll(page, 'en', 'At once');
  }
  await Promise.all([press(one, frame.done), press(two, frame.done)]);
  for (const page of [one, two]) await expect(page.getByRole('heading', { name: frame.thanks })).toBeVisible();
  expect(heldAt(world)).toHaveLength(12);
});

test('a code needs signal and says so, goes with its page, and lights up in every light', async ({ world }) => {
  await approveForms(world.programme);
  const { page, session, address } = await showCode(world);
  const faults = [
    ...(await faultsOf(page, 'the code')),
    ...(await tooWide(page, 'the code', { width: 320, height: 640 })),
  ];
  expect(faults).toEqual([]);
  await go(page, `/s/${session}`);
  await expect(page.getByRole('tablist', { name: 'Register' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.outerHTML + JSON.stringify(history.state))).not.toContain(
    'bv_',
  );
  await world.server.stop();
  await choose(page, session);
  await expect(page.getByText('No answer from the server. Find signal and try again.')).toBeVisible();
  await world.server.start();
  await press(page, 'Try again');
  const other = await scan(page);
  expect(other).toContain('/v/#bv_');
  expect(other).not.toBe(address);

  // On a phone that has the app, its worker leaves the page to the server.
  const inApp = await page.context().newPage();
  await openAt(inApp, other);
  await expect(inApp.getByRole('heading', { name: 'How old are you?' })).toBeVisible();
  expect(await inApp.evaluate(() => document.querySelectorAll('script').length)).toBe(1);
});

const small = { width: 320, height: 640 };

test('every page is clean for axe in each light, and fits 320 px with letters twice the size', async ({ world }) => {
  await approveForms(world.programme);
  const { page, session, address } = await showCode(world);
  const { page: home } = await world.phone('home', small);
  const faults: string[] = [];
  const look = async (name: string, lights = allLights) => {
    await expect(home.locator('[data-title]')).toBeFocused();
    faults.push(...(await faultsOf(home, name, lights)), ...(await tooWide(home, name, small)));
    await home.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    faults.push(...(await tooWide(home, `${name}, large`, small)));
    await home.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  };
  for (const language of ['en', 'ur', 'ro'] as const) {
    const lights = language === 'en' ? allLights : (['day'] as const);
    const frame = await askFrameIn(language);
    await openAt(home, address);
    await press(home, named[language]);
    await expect(home.getByRole('heading', { name: frame.howOld })).toBeVisible();
    await look(`${language} beginning`, lights);
    await press(home, frame.ages['08-10']);
    const onward = home.getByRole('button', { name: new RegExp(`^(${frame.skip}|${frame.next}|${frame.done})$`) });
    for (let at = 1, isLast = false; !isLast; at += 1) {
      await look(`${language} question ${at}`, lights);
      const radio = home.getByRole('radio').first();
      if (await radio.isVisible()) await radio.check();
      else await home.getByRole('textbox').fill('Balls');
      isLast = (await onward.textContent()) === frame.done;
      await onward.click();
      if (!isLast) await expect(home.getByLabel(`${at + 1} / `, { exact: false })).toBeVisible();
    }
    await expect(home.getByRole('heading', { name: frame.thanks })).toBeVisible();
    await look(`${language} thanks`, lights);
  }
  await finish(page, session);
  await openAt(home, address);
  await look('over');
  await home.reload();
  await look('no token');
  expect(faults).toEqual([]);
});

test('it is answered with the keys alone, and in the colours of the system', async ({ world }) => {
  await approveForms(world.programme);
  const { address } = await showCode(world);
  const { page: home } = await world.phone('home');
  await home.emulateMedia({ forcedColors: 'active' });
  await openAt(home, address);
  const frame = await askFrameIn('en');
  /** To a button, and through it; what has the focus is seen to have it. */
  const enter = async (name: string) => {
    for (let tabs = 0; tabs < 20; tabs += 1) {
      await home.keyboard.press('Tab');
      if ((await home.evaluate(() => document.activeElement?.textContent)) === name) break;
    }
    await expect(home.getByRole('button', { name, exact: true })).toBeFocused();
    expect(await home.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle)).toBe(
      'solid',
    );
    await home.keyboard.press('Enter');
  };
  await enter(frame.ages['11-12']);
  await expect(home.getByRole('heading', { name: 'How was today?' })).toBeFocused();
  await home.keyboard.press('Tab');
  await home.keyboard.press('ArrowDown');
  await expect(home.getByRole('radio', { name: 'OK' })).toBeChecked();
  await enter(frame.next);
  await enter(frame.skip);
  await enter(frame.skip);
  await enter(frame.skip);
  await expect(home.getByRole('heading', { name: frame.thanks })).toBeFocused();
  expect(heldAt(world)).toHaveLength(1);
});

test('it is served for nobody to keep or find, and no address of it is the app’s', async ({ world }) => {
  const served = await fetch(`${world.server.direct}/v/`, { headers: { accept: 'text/html' } });
  expect(served.headers.get('cache-control')).toBe('no-store');
  expect(served.headers.get('x-robots-tag')).toBe('noindex');
  expect(served.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(served.headers.get('set-cookie')).toBeNull();
  const page = await served.text();
  expect(page).toContain('noindex');
  expect(page).toMatch(/src="\/v\/assets\//);
  expect((await fetch(`${world.server.direct}/v/ask`, { headers: { accept: 'text/html' } })).status).toBe(404);
});
