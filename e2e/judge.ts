import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Size } from './browser.ts';

/** What is wrong with a screen, whatever it shows. */

/** What the light changes; everything else that axe looks at is the same in each. */
const rulesOfLight = ['color-contrast', 'link-in-text-block'];

export type Light = 'day' | 'dusk' | 'sunlight';
export const allLights: readonly Light[] = ['day', 'dusk', 'sunlight'];

/** Turns to a light, drawn to its end: colours change over a moment; what is judged is where they arrive. */
export async function showLight(page: Page, light: Light): Promise<void> {
  await page.evaluate((to) => {
    document.documentElement.dataset.theme = to;
    for (const change of document.getAnimations()) change.finish();
  }, light);
}

/** Begins at the top, with letters of this size (per cent), once a frame was drawn so. */
export async function settle(page: Page, text = 100): Promise<void> {
  await page.evaluate(async (size) => {
    document.documentElement.style.fontSize = size === 100 ? '' : `${size}%`;
    window.dispatchEvent(new Event('resize'));
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    window.scrollTo(0, 0);
  }, text);
}

/** What axe finds in Day, and of Dusk and Sunlight what can differ there. */
export async function faultsOf(page: Page, name: string, lights = allLights): Promise<string[]> {
  const faults: string[] = [];
  for (const light of lights) {
    await showLight(page, light);
    const axe = new AxeBuilder({ page });
    const { violations } = await (light === 'day' ? axe : axe.withRules(rulesOfLight)).analyze();
    faults.push(...violations.map(({ id, nodes }) => `${name} ${light}: ${id} ${nodes[0]?.html.slice(0, 120)}`));
  }
  return faults;
}

/** Whether a screen is wider than a small one's window, in the light it stands in; the window is put back. */
export async function tooWide(page: Page, name: string, small: Size): Promise<string[]> {
  const before = page.viewportSize();
  await page.setViewportSize(small);
  // The window has its new size once a frame was drawn in it.
  const wide = await page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    return document.documentElement.scrollWidth - window.innerWidth;
  });
  if (before) await page.setViewportSize(before);
  return wide > 0 ? [`${name}: ${wide} px too wide at ${small.width}`] : [];
}
