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
  const times: Typing = { letter: [], list: [] };
  await slowed(page, slowdown, async () => {
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
  });
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

declare global {
  interface Window {
    /** When somebody last pressed anything, by the page's own clock. */
    pressedAt: number;
  }
}

/** Slows the processor down while something is measured. */
async function slowed<T>(page: Page, slowdown: number, work: () => Promise<T>): Promise<T> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  try {
    return await work();
  } finally {
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await devtools.detach();
  }
}

/** From the finger going down on a name to its tick painted, and on +1 to the total painted, ms. Saves and reads go on meanwhile. */
export async function tapping(page: Page, session: string, times: number, slowdown: number) {
  await go(page, `/s/${session}`);
  await page.getByRole('tab', { name: /^All 5,?\d{3}/ }).waitFor({ timeout: 60_000 });
  await page.waitForTimeout(1000);
  return slowed(page, slowdown, async () => {
    const taps: { readonly name: number[]; readonly one: number[] } = { name: [], one: [] };
    for (let at = 0; at < times; at += 1) {
      for (const [into, button] of [
        [taps.name, 'ul[aria-label="Register"] button[aria-pressed="false"]'],
        [taps.one, 'button[aria-label="+1 not named"]'],
      ] as const) {
        const { x, y } = await page.evaluate(seenMiddle, button);
        await page.evaluate(watchTap);
        await page.mouse.click(x, y);
        into.push(await page.evaluate(() => window.painted));
        await page.waitForTimeout(250); // as fast as a worker goes down a list
      }
      if (at % 2 === 0) continue;
      await page.mouse.wheel(0, 200);
      await page.waitForTimeout(500);
    }
    return taps;
  });
}

/** Runs in the page: the middle of the first of these buttons that a finger would reach. */
function seenMiddle(selector: string): { readonly x: number; readonly y: number } {
  for (const button of document.querySelectorAll(selector)) {
    const { left, top, width, height } = button.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    if (button.contains(document.elementFromPoint(x, y))) return { x, y };
  }
  throw new Error(`nothing to tap: ${selector}`);
}

/** Runs in the page: from the next finger to the frame that shows what it changed. */
function watchTap(): void {
  window.painted = new Promise((resolve) => {
    const down = ({ timeStamp }: Event) => {
      const watcher = new MutationObserver(() => {
        watcher.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp)));
      });
      watcher.observe(document.body, { childList: true, subtree: true, attributes: true, characterData: true });
    };
    window.addEventListener('pointerdown', down, { once: true, capture: true });
  });
}

/** From the last digit of the PIN to Today painted, the derivation of the key included, ms. */
export async function comingIn(page: Page, address: string, times: number, slowdown: number): Promise<number[]> {
  const took: number[] = [];
  for (let at = 0; at < times; at += 1) {
    await page.goto(address);
    await page.getByLabel('Your PIN').waitFor();
    await page.waitForTimeout(1500);
    await page.evaluate(() => {
      const note = ({ timeStamp }: Event) => {
        window.pressedAt = timeStamp;
      };
      for (const type of ['keydown', 'pointerdown', 'input']) window.addEventListener(type, note, { capture: true });
    });
    await watchFor(page, 'a[href="/start"]');
    took.push(
      await slowed(page, slowdown, async () => {
        await unlock(page);
        return page.evaluate(async () => (await window.painted) - window.pressedAt);
      }),
    );
  }
  return took;
}
