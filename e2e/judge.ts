import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Size } from './browser.ts';

/** What is wrong with a screen, whatever it shows. */

/** What the light changes; everything else that axe looks at is the same in each. */
const rulesOfLight = ['color-contrast', 'link-in-text-block'];

type Light = 'day' | 'dusk' | 'sunlight';
export const allLights: readonly Light[] = ['day', 'dusk', 'sunlight'];

/** What axe finds in Day, and of Dusk and Sunlight what can differ there. */
export async function faultsOf(page: Page, name: string, lights = allLights): Promise<string[]> {
  const faults: string[] = [];
  for (const light of lights) {
    await page.evaluate(async (to) => {
      document.documentElement.dataset.theme = to;
      // Colours change over a moment; what is judged is where they arrive.
      await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    }, light);
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
