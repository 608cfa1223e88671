import { readFileSync } from 'node:fs';
import { addDays, dayOf } from '#domain/time.ts';
import { deskSize } from '../browser.ts';
import { passphrase } from '../programme.ts';
import { allConfirmed, enrol, expect, go, mark, startSession, test, type World } from '../world.ts';

/** A session of twelve people and one counted, finished and confirmed. */
async function record(world: World): Promise<string> {
  const { page, close } = await world.opened('dele');
  await startSession(page);
  await mark(page, 'Amira', 'Ben', 'Gurleen');
  await page.getByRole('button', { name: '+1 not named' }).click();
  const session = new URL(page.url()).pathname.split('/')[2] ?? '';
  await page.getByRole('button', { name: 'Finish' }).click();
  await page.getByLabel('What went well?').fill('Nobody sat out.');
  await page.getByText('Everyone is off site').click();
  await page.getByRole('button', { name: 'Finish session' }).click();
  await expect(page.getByLabel('To share')).toBeVisible();
  await allConfirmed(page);
  await close();
  return session;
}

test('a coordinator enrols a laptop, reads the session, manages the team and exports names for a reason', async ({
  world,
}) => {
  const { programme } = world;
  await record(world);
  const { page } = await world.opened('priya');

  await page.getByRole('link', { name: 'Sessions', exact: true }).click();
  await page
    .getByRole('link', { name: /Windmill Hill/ })
    .first()
    .click();
  await expect(page.getByText('Amira K')).toBeVisible();
  await expect(page.getByText('Nobody sat out.')).toBeVisible();
  await expect(page.getByText('blue oak')).toBeVisible();

  await go(page, '/desk/team');
  await expect(page.getByText('Dele A').first()).toBeVisible();
  await page.getByRole('button', { name: /Add someone/ }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Name').fill('Newcomer W');
  await sheet.getByRole('group', { name: 'Refocus Project' }).getByLabel('Outreach worker').check();
  await sheet.getByLabel(/^Vetted/).check();
  await sheet.getByRole('button', { name: /Add|Save/ }).click();
  const row = page.getByRole('row', { name: /Newcomer W/ });
  await row.getByRole('button', { name: /New code/ }).click();
  await sheet.getByRole('button', { name: 'Make a code' }).click();
  const code = (await sheet.getByText(/^[A-Z0-9]{4}(-[A-Z0-9]{4}){2}$/).textContent()) ?? '';
  await page.keyboard.press('Escape');

  // Names are refused without a reason, and come with one; the reason stands in the log.
  const today = dayOf(Date.now());
  const named = `/api/exports/attendance.csv?from=${addDays(today, -7)}&to=${today}&names=yes`;
  expect((await programme.get(named)).status).toBe(400);
  await go(page, '/desk/exports?what=attendance');
  await page.getByRole('radio', { name: /^Names/ }).check();
  await page.getByLabel('Why are names needed?').fill('First-aid list for the trip');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download CSV' }).click(),
  ]);
  const csv = readFileSync(await file.path(), 'utf8');
  expect(csv).toContain('Amira K');
  const [notes] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download the notes for the CSV' }).click(),
  ]);
  expect(readFileSync(await notes.path(), 'utf8')).toMatch(/data as at/i);
  expect(await (await programme.get('/api/audit?after=0')).text()).toContain('First-aid list for the trip');

  // The code opens the newcomer's phone.
  const phone = await world.phone('newcomer');
  await enrol(phone.page, code);
  await expect(phone.page.getByText('Windmill Hill').first()).toBeVisible();
});

test('on a shared computer everything is read and nothing is kept', async ({ world }) => {
  const { server } = world;
  await record(world);
  const phone = await world.phone('office', deskSize);
  const { page } = phone;
  await page.goto(`${server.address}/sign-in`);
  await page.getByLabel(/name/i).fill('Priya N');
  await page.getByLabel(/passphrase/i).fill(passphrase);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible();
  await go(page, '/desk/sessions');
  await page
    .getByRole('link', { name: /Windmill Hill/ })
    .first()
    .click();
  await expect(page.getByText('Amira K')).toBeVisible();
  const kept = await page.evaluate(async () => {
    const databases = (await indexedDB.databases())
      .map(({ name }) => name)
      .filter((name) => name !== 'bandstand-phone');
    const caches_ = await Promise.all(
      (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
    );
    return {
      databases,
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
      answers: caches_.flat().filter((url) => url.includes('/api/')),
    };
  });
  expect(kept).toEqual({ databases: [], local: [], session: [], answers: [] });
  // Closed without signing out: whoever opens the browser next is asked who they are.
  await phone.close();
  const next = await world.phone('office', deskSize);
  await next.page.goto(`${server.address}/desk`);
  await expect(next.page.getByRole('heading', { name: 'Sign in for now' })).toBeVisible();
});

test('a period is typed at the keyboard, digit by digit, and none is lost', async ({ world }) => {
  const { page } = await world.opened('priya');
  await go(page, '/desk/sessions?from=2026-10-01&to=2026-10-31');
  await page.getByLabel('From').focus();
  // The same day whichever of day and month the browser asks for first.
  await page.keyboard.type('10102025');
  await expect(page).toHaveURL(/from=2025-10-10&to=2026-10-31/);
  await expect(page.getByLabel('From')).toHaveValue('2025-10-10');
  await expect(page.getByLabel('To')).toHaveValue('2026-10-31');
});
