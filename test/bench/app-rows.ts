import type { Page } from '@playwright/test';
import { go, unlock } from '#e2e/world.ts';
import type { Pair } from './raw.ts';

/** What is measured on the real app: typing on the register, and coming in with the PIN. */

declare global {
  interface Window {
    /** When the worker that derives the key last answered, by the page's own clock. */
    derivedAt: number;
    /** Resolves with the time at which what was waited for had been painted. */
    painted: Promise<number>;
  }
}

/** Put into every page before its scripts: notes when the key came back from its worker. */
export function noteDerivation(): void {
  window.derivedAt = 0;
  window.Worker = class extends Worker {
    constructor(...words: ConstructorParameters<typeof Worker>) {
      super(...words);
      this.addEventListener('message', () => {
        window.derivedAt = performance.now();
      });
    }
  };
}

/** Watches for a place to appear, and for the frame that shows it. */
const watchFor = (page: Page, selector: string) =>
  page.evaluate((wanted) => {
    window.painted = new Promise((resolve) => {
      const watcher = new MutationObserver(() => {
        if (!document.querySelector(wanted)) return;
        watcher.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
      });
      watcher.observe(document, { childList: true, subtree: true });
    });
  }, selector);

/**
 * From the key being derived to Today painted, live session and all. The floor, on a page of the same phone: the same database
 * opened raw, and fifty rows of it drawn with the app's own row.
 */
export async function unlocking(page: Page, address: string, times: number): Promise<Pair> {
  const pair: Pair = { ours: [], floor: [] };
  for (let at = 0; at < times; at += 1) {
    await page.goto(`${address}/bench.html`);
    await page.waitForTimeout(1500); // until the browser has closed the database behind the page before
    pair.floor.push(await page.evaluate(() => window.bench.openAndDraw()));
    await page.goto(address);
    await page.getByLabel('Your PIN').waitFor();
    await page.waitForTimeout(1500);
    await watchFor(page, 'a[href="/start"]');
    await unlock(page);
    pair.ours.push(await page.evaluate(async () => (await window.painted) - window.derivedAt));
  }
  return pair;
}

export type Typing = { readonly letter: number[]; readonly list: number[] };

/** From a key going down to the letter painted, and to the list it makes painted, with the processor slowed down. */
export async function typing(page: Page, session: string, words: readonly string[], slowdown: number): Promise<Typing> {
  await go(page, `/s/${session}`);
  const field = page.getByLabel('Find a name');
  await page.getByRole('tab', { name: /^All 5,?\d{3}/ }).waitFor({ timeout: 60_000 });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const times: Typing = { letter: [], list: [] };
  for (const word of words) {
    await field.focus();
    for (const letter of word) {
      await page.waitForTimeout(200);
      await page.evaluate(watchKeystroke);
      await page.keyboard.press(letter);
      const { letterMs, listMs } = await page.evaluate(() => window.keystroke);
      times.letter.push(letterMs);
      times.list.push(listMs);
    }
    await field.fill('');
    await page.waitForTimeout(300);
  }
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return times;
}

declare global {
  interface Window {
    keystroke: Promise<{ letterMs: number; listMs: number }>;
  }
}

/** Runs in the page: the list is done once it has stood still for half a second; its last change before that counts, with its frame. */
function watchKeystroke(): void {
  const list = document.querySelector('ul[aria-label="Register"]');
  if (!list) throw new Error('the register is not there');
  window.keystroke = new Promise((resolve) => {
    const down = (event: Event) => {
      const started = event.timeStamp;
      let letterMs = 0;
      let listMs = 0;
      const afterFrame = (then: (took: number) => void) =>
        requestAnimationFrame(() => setTimeout(() => then(performance.now() - started)));
      afterFrame((took) => {
        letterMs = took;
      });
      let still: ReturnType<typeof setTimeout>;
      const wait = () => {
        clearTimeout(still);
        still = setTimeout(() => {
          watcher.disconnect();
          resolve({ letterMs, listMs: listMs || letterMs });
        }, 500);
      };
      const watcher = new MutationObserver(() => {
        afterFrame((took) => {
          listMs = took;
        });
        wait();
      });
      watcher.observe(list, { childList: true, subtree: true, attributes: true, characterData: true });
      wait();
    };
    window.addEventListener('keydown', down, { once: true, capture: true });
  });
}
