import type { Page } from '@playwright/test';
import { allLights, showLight } from '../judge.ts';
import { allConfirmed, comeIn, expect, startSession, test } from '../world.ts';

/** Nothing moves under the finger: of forty taps in each light, how far the page moves beside what was tapped. */

type Shifts = { sum: number; moved: string[] };
type Watched = { readonly seen: Shifts };

/** Begins to add up layout shifts, those within half a second of a tap as well, which browsers leave out of their own figure. */
const watchShifts = (page: Page) =>
  page.evaluate(() => {
    const seen: Shifts = { sum: 0, moved: [] };
    Object.assign(window, { seen });
    type Shift = PerformanceEntry & { value: number; sources: { node: Node | null }[] };
    new PerformanceObserver((list) => {
      // The entries of this type are layout shifts.
      for (const { value, sources } of list.getEntries() as Shift[]) {
        seen.sum += value;
        seen.moved.push(`${value.toFixed(4)} ${sources.map(({ node }) => node?.textContent?.slice(0, 30))}`);
      }
    }).observe({ type: 'layout-shift' });
  });

/** A frame was drawn after whatever happened, and the observer was told. */
const drawn = (page: Page) =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))),
  );

/** Taps what is on the screen, as a finger would: nothing is scrolled into view. */
async function tap(page: Page, name: string, pressed?: boolean): Promise<void> {
  const row = page.getByRole('button', { name: new RegExp(`^${name}`) }).first();
  const box = await row.boundingBox();
  if (!box) throw new Error(`${name} is not on the screen`);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  if (pressed !== undefined) await expect(row).toHaveAttribute('aria-pressed', String(pressed));
  await drawn(page);
}

/** Four times eleven: four names come, somebody is counted, the four are taken back, one of that is undone and done again. */
async function fortyTaps(page: Page): Promise<void> {
  const names = ['Amira', 'Ayomide', 'Ben', 'Gurleen'];
  for (let round = 0; round < 4; round += 1) {
    for (const name of names) await tap(page, name, true);
    await tap(page, '\\+1 not named');
    for (const name of names) await tap(page, name, false);
    await tap(page, 'Undo');
    await tap(page, names.at(-1) ?? '', false);
  }
}

test('forty taps on the register move nothing, in Day, Dusk and Sunlight', async ({ world }) => {
  const { page } = await world.phone('dele');
  // After sunset Dusk is offered above the register, and there is room for a row less.
  await page.addInitScript(() => localStorage.setItem('bandstand-park', 'awake buzz'));
  await comeIn(page);
  await startSession(page);
  await allConfirmed(page);
  await watchShifts(page);
  for (const light of allLights) {
    await showLight(page, light);
    await drawn(page);
    await page.evaluate(() => Object.assign((window as unknown as Watched).seen, { sum: 0, moved: [] })); // see watchShifts
    await fortyTaps(page);
    await allConfirmed(page);
    await drawn(page);
    const { sum, moved } = await page.evaluate(() => (window as unknown as Watched).seen); // see watchShifts
    expect(sum, `${light}\n${moved.join('\n')}`).toBeLessThanOrEqual(0.02);
    expect((await page.getByRole('banner').boundingBox())?.height).toBe(60);
  }
});
