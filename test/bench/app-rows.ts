import type { Page } from '@playwright/test';
import { go, pin } from '#e2e/world.ts';
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

async function enterPin(page: Page): Promise<void> {
  await page.getByLabel('Your PIN').fill(pin);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
}

/** From the key being derived to Today painted, live session and all, against opening the database raw and drawing fifty rows. */
export async function unlocking(page: Page, times: number): Promise<Pair> {
  const pair: Pair = { ours: [], floor: [] };
  const locked = async () => {
    await page.reload();
    await page.getByLabel('Your PIN').waitFor();
    await page.waitForTimeout(1500); // the database the lock screen counted in is closed again
  };
  for (let at = 0; at < times; at += 1) {
    await locked();
    pair.floor.push(await page.evaluate(openRawAndDraw));
    await locked();
    await watchFor(page, 'a[href="/start"]');
    await enterPin(page);
    pair.ours.push(await page.evaluate(async () => (await window.painted) - window.derivedAt));
  }
  return pair;
}

/** Runs in the page. */
async function openRawAndDraw(): Promise<number> {
  const found = await indexedDB.databases();
  const name = found
    .map((each) => each.name ?? '')
    .find((each) => each.startsWith('bandstand-') && each !== 'bandstand-phone');
  const started = performance.now();
  const rows = await new Promise<{ id: string }[]>((resolve, reject) => {
    const opening = indexedDB.open(name ?? '');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const reading = opening.result.transaction('row').objectStore('row').getAll(null, 50);
      reading.onsuccess = () => {
        resolve(reading.result);
        opening.result.close();
      };
    };
  });
  const list = document.createElement('ul');
  for (const row of rows) {
    const line = document.createElement('li');
    line.textContent = row.id;
    list.append(line);
  }
  document.body.append(list);
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - started)));
  });
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
    for (const letter of word) {
      await page.evaluate(watchKeystroke);
      await field.press(letter);
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

/** Runs in the page: the list is done once it has stood still for 300 ms; its last change before that counts, with its frame. */
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
        }, 300);
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
