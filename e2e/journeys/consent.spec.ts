import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { texts as shipped } from '#domain/people/wordings/shipped/ur.ts';
import { frame as urdu } from '#features/consent/frame/ur.ts';
import { origin } from '../browser.ts';
import { findWords } from '../search.ts';
import { approveWordings } from '../specimens.ts';
import { allConfirmed, expect, go, mark, rowOf, signal, startSession, test, unlock } from '../world.ts';

/** A parent answers on the worker’s phone, in a park without signal; the worker looks it over before goodbye. */

const mother = 'Zyxandra Quorblen';
const herPhone = '07700 900873';

/** Opens somebody's page from People. */
async function pageOf(page: Page, name: string): Promise<void> {
  await go(page, '/people');
  await page.getByRole('link', { name: new RegExp(`^${name}`) }).click();
  await expect(page.getByRole('link', { name: 'Edit' })).toBeVisible();
}

/** The mother of Amira, and of Ben as well. */
async function withMother(page: Page): Promise<void> {
  for (const [child, initial] of [
    ['Amira', 'K'],
    ['Ben', 'T'],
  ]) {
    await pageOf(page, child ?? '');
    await page.getByRole('link', { name: 'Add a parent' }).click();
    if (child === 'Amira') {
      await page.getByLabel('Their name').fill(mother);
      await page.getByLabel('Telephone', { exact: true }).fill(herPhone);
    } else {
      await page.getByLabel('Their name').fill(mother.slice(0, 6));
      await page.getByRole('button', { name: new RegExp(`It is ${mother}`) }).click();
    }
    await page.getByLabel(`Who are they to ${child} ${initial}?`).selectOption('Mother');
    await page.getByText('Yes', { exact: true }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Parents and carers')).toBeVisible();
  }
}

/** Says who is here and hands the phone over. */
async function handOver(page: Page, children: readonly string[] = []): Promise<void> {
  await pageOf(page, 'Amira');
  await page.getByRole('link', { name: 'Take consent' }).click();
  const button = page.getByRole('button', { name: 'Hand over the phone' });
  await expect(page.getByText('Choose who is here.')).toBeVisible();
  for (const child of children) await page.getByLabel(new RegExp(`^${child}`)).check();
  await page.getByLabel(new RegExp(`^${mother}`)).check();
  await expect(page.getByText('Choose who witnesses.')).toBeVisible();
  await page.getByLabel('Who witnesses?').selectOption('Marta K');
  await page.getByLabel('Who interprets?').selectOption('Nobody, not needed');
  await expect(page.getByText('Your pages close until you give your PIN.')).toBeVisible();
  await button.click();
}

/** Draws a name as a finger does. */
async function draw(page: Page): Promise<void> {
  const pad = page.getByRole('img').last();
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error('there is no pad');
  await page.mouse.move(box.x + 20, box.y + 40);
  await page.mouse.down();
  for (let step = 1; step <= 20; step += 1)
    await page.mouse.move(box.x + 20 + step * 12, box.y + 40 + (step % 2) * 20, { steps: 2 });
  await page.mouse.up();
}

/** The form as far as the last page: yes to the first question, no to the others. */
async function answerAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByLabel('Yes').check();
  await page.getByRole('button', { name: 'Continue' }).click();
  for (let question = 2; question <= 3; question += 1) {
    await page.getByLabel('No', { exact: true }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
  }
}

test('killed half-way through a signature, the form goes on there, and no name, number or stroke lies in the profile', async ({
  world,
}) => {
  await approveWordings(world.programme);
  let phone = await world.opened('dele');
  let { page } = phone;
  await withMother(page);
  await pageOf(page, 'Amira');
  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByRole('link', { name: /^Who they are/ }).click();
  await page.getByRole('textbox', { name: 'Full name' }).fill('Vexlorina Tharkwold');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Vexlorina Tharkwold').first()).toBeVisible();
  await allConfirmed(page);
  await world.server.stop();
  await handOver(page);
  await answerAll(page);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Draw my name').check();
  await draw(page);
  await page.getByLabel('Full name').fill(`${mother} Wexmoor`);
  // A browser keeps its disk a moment after the page has.
  await phone.kill(2_000);
  const words = ['Zyxandra', 'Quorblen', 'Wexmoor', 'Vexlorina', 'Tharkwold', herPhone, '"strokes":[['];
  expect([...findWords(phone.profile, words)]).toEqual([]);
  // What is there to be found is found: the address of the form stands in the clear.
  expect([...findWords(phone.profile, ['bandstand-phone']).keys()]).toEqual(['bandstand-phone']);

  phone = await world.phone('dele');
  ({ page } = phone);
  await page.goto(origin);
  await expect(page.getByLabel('Full name')).toHaveValue(`${mother} Wexmoor`);
  await expect(page.getByLabel('Draw my name')).toBeChecked();
  await page.locator('#right').check();
  await page.getByRole('button', { name: 'I agree' }).click();
  await page.getByRole('button', { name: /give the phone back/i }).click();
  await unlock(page);
  await expect(page.getByText('3 of 3 answered, and complete')).toBeVisible();
  // What she typed about herself is taken over by a press, and not before.
  await page.getByRole('button', { name: 'Take it over' }).click();
  await expect(page.getByText('They wrote something new about themselves')).toHaveCount(0);
});

test('by keyboard alone and said aloud before a witness; withdrawn from the register it holds at once', async ({
  world,
}) => {
  await approveWordings(world.programme);
  const { page } = await world.opened('dele');
  await withMother(page);
  await go(page, '/');
  await startSession(page);
  const register = new URL(page.url()).pathname;
  await mark(page, 'Amira');
  await handOver(page);
  await page.getByRole('button', { name: 'English' }).press('Enter');
  for (let question = 1; question <= 3; question += 1) {
    await page.getByLabel('Yes').press('Space');
    await page.getByRole('button', { name: 'Continue' }).press('Enter');
  }
  await page.getByRole('button', { name: 'Continue' }).press('Enter');
  await page.getByRole('button', { name: 'Continue' }).press('Enter');
  await page.getByLabel(/out loud/).press('Space');
  await expect(page.getByText(/Marta K/)).toBeVisible();
  await page.locator('#right').press('Space');
  await page.getByRole('button', { name: 'I agree' }).press('Enter');
  await page.getByRole('button', { name: /give the phone back/i }).press('Enter');
  await unlock(page);
  await expect(page.getByText('3 of 3 answered, and complete')).toBeVisible();
  await page.getByRole('link', { name: 'Done' }).press('Enter');
  await expect(page.getByText(/^Given until/).first()).toBeVisible();
  await allConfirmed(page);

  await world.server.stop();
  await go(page, register);
  await expect(rowOf(page, 'Amira')).not.toContainText('No photos');
  await page.getByRole('button', { name: 'More about Amira K' }).click();
  await page.getByRole('link', { name: 'Withdraw consent' }).click();
  await page.getByLabel('Photos for us').check();
  await page.getByRole('button', { name: 'Withdraw' }).click();
  await expect(page.getByText(/^Withdrawn/)).toBeVisible();
  await go(page, register);
  await expect(rowOf(page, 'Amira')).toContainText('No photos');

  await world.server.start();
  await signal(page);
  await allConfirmed(page);
});

test('a mother of two answers in Romanian without signal; it is looked over, and confirmed once there is signal', async ({
  world,
}) => {
  await approveWordings(world.programme);
  const { server } = world;
  const { page } = await world.opened('dele');
  await withMother(page);
  await go(page, '/');
  await startSession(page);
  await mark(page, 'Amira');
  await allConfirmed(page);
  await server.stop();

  await handOver(page, ['Ben T']);
  await page.getByRole('button', { name: 'Română' }).click();
  // Nothing is chosen for her; what she leaves is asked another day.
  await page.getByLabel('Da').first().check();
  await page.getByLabel('Da').last().check();
  await page.getByRole('button', { name: 'Continuă' }).click();
  await page.getByLabel('Nu').first().check();
  await page.getByLabel('Nu').last().check();
  await page.getByRole('button', { name: 'Continuă' }).click();
  await page.getByLabel('Nu').first().check();
  await page.getByRole('button', { name: 'Continuă' }).click();
  expect(await page.content()).not.toMatch(/Mohammed|Windmill|Marta|Dele/);
  await page.getByRole('button', { name: 'Continuă' }).click();
  await expect(page.getByText('Fără răspuns').first()).toBeVisible();
  await page.getByRole('button', { name: 'Continuă' }).click();
  await page.getByLabel('desenez', { exact: false }).check();
  await draw(page);
  await page.locator('#right').check();
  await page.getByRole('button', { name: 'Sunt de acord' }).click();
  await page.getByRole('button', { name: /înapoi/ }).click();
  await unlock(page);

  await expect(page.getByRole('heading', { name: 'Before goodbye' })).toBeVisible();
  await expect(page.getByText('5 of 6 answered, and complete')).toBeVisible();
  await expect(page.getByText('No answer: photos for us')).toBeVisible();
  await page.getByRole('link', { name: 'Done' }).click();
  await expect(page.getByText(/^Given until/)).toBeVisible();
  await expect(page.getByText('No photos').first()).toBeVisible();

  await server.start();
  await signal(page);
  await allConfirmed(page);
  await expect(page.getByText(/^Given until/)).toBeVisible();

  // At the desk it stands with its evidence, and prints as she read it.
  await world.programme.readFamilies();
  const { page: desk } = await world.opened('priya');
  await desk.getByRole('link', { name: 'People' }).click();
  await desk.getByRole('link', { name: 'Amira K' }).click();
  await desk.getByRole('link', { name: 'Every answer, its evidence, and withdrawing' }).click();
  await desk.getByRole('button', { name: /^Joining in: given/ }).click();
  const download = desk.waitForEvent('download');
  await desk.getByRole('button', { name: 'To read and print' }).click();
  const file = await (await download).path();
  const printed = readFileSync(file, 'utf8');
  for (const words of ['Este de acord', mother, 'Romanian']) expect(printed).toContain(words);
});

test('in Urdu, with a mark a witness sees: killed at every page and turned under the finger, it goes on where it was', async ({
  world,
}) => {
  await approveWordings(world.programme);
  let phone = await world.opened('dele');
  let { page } = phone;
  await withMother(page);
  await allConfirmed(page);
  await world.server.stop();
  await handOver(page);
  await page.getByRole('button', { name: 'اردو' }).click();

  /** Ends the browser as a phone does that runs out of power, and finds the form at the same page. */
  const killedAt = async (sign: () => Locator) => {
    await expect(sign()).toBeVisible();
    // A browser keeps its disk a moment after the page has.
    await phone.kill(1_000);
    phone = await world.phone('dele');
    ({ page } = phone);
    await page.goto(origin);
    await expect(sign()).toBeVisible();
    await expect(page.locator('main [dir="rtl"], main[dir="rtl"], [dir="rtl"]').first()).toBeVisible();
  };
  const next = () => page.getByRole('button', { name: urdu.continue }).click();
  for (const [purpose, said] of [
    ['takePart', 'yes'],
    ['contactSport', 'no'],
    ['photoInternal', 'no'],
  ] as const) {
    const asked = shipped.questions[purpose];
    await page.getByLabel(asked[said], { exact: true }).check();
    await killedAt(() => page.getByRole('heading', { name: asked.title }));
    await expect(page.getByLabel(asked[said], { exact: true })).toBeChecked();
    await next();
  }
  await page.getByLabel(urdu.own.child('Amira K')).fill('فٹ بال');
  await killedAt(() => page.getByLabel(urdu.own.child('Amira K')));
  await expect(page.getByLabel(urdu.own.child('Amira K'))).toHaveValue('فٹ بال');
  await next();
  await killedAt(() => page.getByRole('heading', { name: urdu.check.title }));
  await next();

  await page.getByLabel(urdu.agree.mark).check();
  await expect(page.getByText(urdu.people.witness('Marta K'))).toBeVisible();
  await cross(page);
  const drawn = await inkIn(page);
  expect(drawn).toHaveLength(2);
  await page.setViewportSize({ width: 740, height: 360 });
  expect(await inkIn(page)).toEqual(drawn);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.locator('#right').check();
  await killedAt(() => page.getByRole('button', { name: urdu.agree.button }));
  expect(await inkIn(page)).toEqual(drawn);
  await page.getByRole('button', { name: urdu.agree.button }).click();
  await killedAt(() => page.getByText(urdu.after.thanks));
  expect(await page.content()).not.toMatch(/فٹ بال|Zyxandra/);
  await page.getByRole('button', { name: urdu.after.giveBack }).click();
  await unlock(page);
  await expect(page.getByText('3 of 3 answered, and complete')).toBeVisible();
});

/** What is drawn on the pad, stroke by stroke. */
const inkIn = (page: Page): Promise<readonly (string | null)[]> =>
  page.locator('svg[role="img"] path').evaluateAll((paths) => paths.slice(2, -1).map((path) => path.getAttribute('d')));

/** A cross of two strokes; under the second the phone is turned with the finger down. */
async function cross(page: Page): Promise<void> {
  const pad = page.getByRole('img').last();
  for (const turned of [false, true]) {
    await pad.scrollIntoViewIfNeeded();
    const box = await pad.boundingBox();
    if (!box) throw new Error('there is no pad');
    const [from, to] = turned ? [0.7, 0.3] : [0.3, 0.7];
    await page.mouse.move(box.x + box.width * from, box.y + box.height * 0.3);
    await page.mouse.down();
    for (let step = 1; step <= 10; step += 1)
      await page.mouse.move(
        box.x + box.width * (from + ((to - from) * step) / 10),
        box.y + box.height * (0.3 + (0.4 * step) / 10),
      );
    if (turned) await page.setViewportSize({ width: 740, height: 360 });
    await page.mouse.up();
    if (turned) await page.setViewportSize({ width: 360, height: 740 });
  }
}
