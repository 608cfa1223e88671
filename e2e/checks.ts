import type { Page } from '@playwright/test';
import type { Size } from './browser.ts';
import { settle, showLight } from './judge.ts';

/** What no rule of axe sees: titles, the focus, targets, bars that stay, words, and what fits. */

/** A window and letters in it, per cent. */
type Shape = Size & { readonly text?: number; readonly light?: 'day' | 'sunlight' };

/** A usual phone, the narrowest one, one turned on its side, one with its keyboard open, and letters twice as large. */
export const phoneShapes: readonly Shape[] = [
  { width: 360, height: 740 },
  { width: 360, height: 740, light: 'sunlight' },
  { width: 320, height: 640 },
  { width: 740, height: 360 },
  { width: 360, height: 420 },
  { width: 360, height: 740, text: 200 },
];

/** A wide window, one beside another, and a phone. */
export const deskShapes: readonly Shape[] = [
  { width: 1280, height: 800 },
  { width: 640, height: 800 },
  { width: 360, height: 740 },
];

/** What a screen is called, where the focus is, what its links and definitions say: the same at every size. */
const wrongAnywhere = (page: Page, onPhone: boolean): Promise<string[]> =>
  page.evaluate((isPhone) => {
    const faults: string[] = [];
    const all = (selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)].filter((each) => each.checkVisibility());
    if (!/^.+ · Bandstand$/.test(document.title)) faults.push(`its title is ${document.title}`);
    const wordsOf = (link: HTMLElement) => (link.getAttribute('aria-label') ?? link.textContent ?? '').trim();
    // At the desk a link may be a number beside its words, or one of a row's.
    for (const [words, links] of Map.groupBy(all('main a[href]'), wordsOf))
      if (isPhone && new Set(links.map((link) => link.getAttribute('href'))).size > 1)
        faults.push(`two links are called ${words}`);
    for (const part of all('dt, dd'))
      if (part.textContent === '' && !part.firstElementChild) faults.push('an empty definition');
    for (const line of all('li[data-index]'))
      if (!line.ariaSetSize || !line.ariaPosInSet)
        faults.push('a line of a long list does not say which of how many it is');
    return [...new Set(faults)];
  }, onPhone);

/** Whether the chosen tab can be told where the phone brings its own colours. */
async function wrongInForcedColours(page: Page): Promise<string[]> {
  if ((await page.getByRole('tab').count()) === 0) return [];
  await page.emulateMedia({ forcedColors: 'active' });
  const alike = await page.evaluate(() => {
    const looks = (chosen: string) => {
      const tab = document.querySelector(`[role="tab"][aria-selected="${chosen}"]`);
      const style = tab && getComputedStyle(tab);
      return (
        style && [
          style.borderBlockEndColor,
          style.backgroundColor,
          style.textDecorationLine,
          style.textDecorationThickness,
        ]
      );
    };
    const other = looks('false');
    return other !== null && String(looks('true')) === String(other);
  });
  await page.emulateMedia({ forcedColors: 'none' });
  return alike ? ['the chosen tab looks like the others in forced colours'] : [];
}

/** What does not fit in a window: the page, a title, a word, a target, or what stays while the rest scrolls. */
const wrongInWindow = (page: Page, onPhone: boolean): Promise<string[]> =>
  page.evaluate((isPhone) => {
    const faults: string[] = [];
    const seen = (each: Element) => each.checkVisibility() && each.getBoundingClientRect().width > 2;
    const wide = document.documentElement.scrollWidth - window.innerWidth;
    if (wide > 0) faults.push(`${wide} px too wide`);

    const range = document.createRange();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const around = node.parentElement;
      // What is only read out stands on a single pixel.
      if (!around?.checkVisibility() || around.closest('svg, textarea, select') || around.clientWidth === 1) continue;
      for (const { 0: word, index } of (node.textContent ?? '').matchAll(/[\p{L}\p{N}’']{2,24}/gu)) {
        // A code or a hash may break anywhere.
        if (/\p{N}/u.test(word) && /\p{L}/u.test(word)) continue;
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const [first, ...rest] = range.getClientRects();
        if (first && rest.some(({ top }) => top >= first.bottom - 1)) faults.push(`the word ${word} is broken`);
      }
    }
    if (!isPhone) return [...new Set(faults)];

    for (const title of document.querySelectorAll('h1'))
      if (window.innerWidth >= 360 && seen(title) && title.scrollWidth > title.clientWidth + 1)
        faults.push(`the title ${title.textContent} is cut off`);

    const targets = [
      ...document.querySelectorAll<HTMLElement>('button, a[href], select, summary, [role="tab"], label:has(input)'),
    ];
    for (const target of targets.filter(seen)) {
      // A link within a sentence is as tall as its line; what is read out first is seen once it has the focus.
      if (getComputedStyle(target).display === 'inline') continue;
      const box = target.getBoundingClientRect();
      const after = getComputedStyle(target, ':after');
      const more = after.position === 'absolute' ? 48 : 0;
      if (box.left < -1 || box.right > window.innerWidth + 1)
        faults.push(`${target.textContent || target.ariaLabel} lies partly outside`);
      if (Math.max(box.height, more) < 43.5 || box.width < 43.5)
        faults.push(`${target.textContent || target.ariaLabel} is ${box.width.toFixed()} × ${box.height.toFixed()} px`);
    }

    const stays = [...document.querySelectorAll<HTMLElement>('body *')].filter(
      (each) => ['sticky', 'fixed'].includes(getComputedStyle(each).position) && seen(each),
    );
    const share = stays.reduce((sum, each) => sum + each.getBoundingClientRect().height, 0) / window.innerHeight;
    if (share > 0.4) faults.push(`what stays takes ${(100 * share).toFixed()} % of the height`);
    return [...new Set(faults)];
  }, onPhone);

/** Everything that is wrong with a screen by our own checks; window, light and letters are put back. */
export async function ownFaults(page: Page, name: string, shapes: readonly Shape[]): Promise<string[]> {
  const before = page.viewportSize();
  // A title takes the focus as its screen is drawn, which a slow machine may still be at.
  const hasFocus = await page
    .waitForFunction(() => document.activeElement !== document.body)
    .then(
      () => true,
      () => false,
    );
  const faults = hasFocus ? [] : ['nothing has the focus'];
  faults.push(...(await wrongAnywhere(page, shapes === phoneShapes)), ...(await wrongInForcedColours(page)));
  for (const { width, height, text = 100, light = 'day' } of shapes) {
    await page.setViewportSize({ width, height });
    await showLight(page, light);
    await settle(page, text);
    const found = await wrongInWindow(page, shapes === phoneShapes);
    faults.push(...found.map((fault) => `${width}×${height} ${text} % ${light}: ${fault}`));
  }
  await showLight(page, 'day');
  if (before) await page.setViewportSize(before);
  await settle(page);
  return faults.map((fault) => `${name}: ${fault}`);
}
