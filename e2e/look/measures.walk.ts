import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { allLights, showLight } from '../judge.ts';
import { go, rowOf, test, unlock } from '../world.ts';
import { folder } from './pictures.ts';
import { wanted } from './wanted.ts';

/** What a worker’s usual tasks cost in taps and time, and what of a register is seen: kept beside the pictures, to be held against those of before. */

type Task = { readonly name: string; readonly taps: number; readonly seconds: number };

/** Counts the taps of a task, and takes its time; nobody reads or thinks meanwhile. */
async function timed(name: string, work: (tap: (target: Locator) => Promise<void>) => Promise<unknown>): Promise<Task> {
  let taps = 0;
  const started = performance.now();
  await work(async (target) => {
    taps += 1;
    await target.click();
  });
  return { name, taps, seconds: (performance.now() - started) / 1000 };
}

/** How many names are seen whole, how high the header is, and how much of the height does not scroll. */
const seenOf = (page: Page) =>
  page.evaluate(() => {
    const whole = (row: Element) => {
      const { left, top, bottom } = row.getBoundingClientRect();
      return [top + 2, bottom - 2].every((y) => row.contains(document.elementFromPoint(left + 40, y)));
    };
    const rows = [...document.querySelectorAll('ul[aria-label="Register"] button[aria-pressed]')].filter(whole).length;
    const header = document.querySelector('header')?.getBoundingClientRect().height ?? 0;
    return { rows, header };
  });

test.skip(wanted().only !== '', 'only some screens are wanted');

test('tasks, taps and what is seen', async ({ world }) => {
  const { page } = await world.opened('dele');
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const tasks = [
    await timed('unlocked, no session: to the first person marked', async (tap) => {
      await tap(page.getByRole('link', { name: 'Start a session' }));
      await tap(page.getByText('Windmill Hill', { exact: true }));
      await tap(button('Start session'));
      await tap(button('To the register'));
      await tap(rowOf(page, 'Amira'));
    }),
    await timed('one more who is not named', (tap) => tap(button('+1 not named'))),
    await timed('giving out a box from the register', async (tap) => {
      await tap(button('Give out'));
      await tap(button(/^Amira/));
      await tap(page.getByText('Under-10s set'));
      await tap(button(/^Give/));
      await page.getByText('Saved on this phone.').waitFor();
    }),
  ];
  await go(page, '/');
  await page.reload();
  tasks.push(
    await timed('the PIN, of six digits, to Today', async () => {
      await unlock(page);
      await page.getByText('Live since').waitFor();
    }),
  );
  await page.getByRole('link', { name: /Open the register/ }).click();
  const seen: string[] = [];
  for (const light of allLights) {
    await showLight(page, light);
    const { rows, header } = await seenOf(page);
    seen.push(`| ${light} | ${rows} | ${header} px |`);
  }
  tasks.push(
    await timed('finishing, saying nothing', async (tap) => {
      await tap(button('Finish'));
      await tap(button('Finish session'));
      if (await button('Finish without saying').isVisible()) await tap(button('Finish without saying'));
      await page.getByText('To share').waitFor();
    }),
  );
  mkdirSync(folder, { recursive: true });
  const lines = tasks.map(({ name, taps, seconds }) => `| ${name} | ${taps} | ${seconds.toFixed(1)} s |`);
  writeFileSync(
    join(folder, 'measures.md'),
    [
      '| task | taps | time |',
      '|---|--:|--:|',
      ...lines,
      '',
      '| light at 360×740 | names seen | header |',
      '|---|--:|--:|',
      ...seen,
      '',
    ].join('\n'),
  );
});
