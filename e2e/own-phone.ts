import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import decodeQR from 'qr/decode.js';
import { allConfirmed, expect, go, mark, startSession, type World } from './world.ts';

/** A worker's code and the phones that are pointed at it. */

/** On a worker's phone, from a running session to the code: its address, as a camera reads it. */
export async function showCode(world: World): Promise<{ page: Page; session: string; address: string }> {
  const { page } = await world.opened('dele');
  await startSession(page);
  await mark(page, 'Amira');
  await allConfirmed(page);
  const session = new URL(page.url()).pathname.split('/')[2] ?? '';
  await choose(page, session);
  return { page, session, address: await scan(page) };
}

/** Chooses what to ask, and asks for a code. */
export async function choose(page: Page, session: string): Promise<void> {
  await go(page, `/s/${session}/ask`);
  await page.getByLabel(/How was today\?/).check();
  await page.getByRole('button', { name: 'Let them use their own phones' }).click();
}

/** What the code on a screen says, read from its squares. */
export async function scan(page: Page): Promise<string> {
  const code = page.getByRole('img', { name: /^The code/ });
  const squares = (await code.locator('path').getAttribute('d')) ?? '';
  const quiet = 4;
  const dots = 8;
  const drawn = Number((await code.getAttribute('viewBox'))?.split(' ')[2]);
  const size = (drawn + 2 * quiet) * dots;
  const data = new Uint8Array(size * size * 4).fill(255);
  for (const [, x, y] of squares.matchAll(/M(\d+) (\d+)h/g))
    for (let at = 0; at < dots * dots; at += 1) {
      const column = (Number(x) + quiet) * dots + (at % dots);
      const row = (Number(y) + quiet) * dots + Math.floor(at / dots);
      data.fill(0, (row * size + column) * 4, (row * size + column) * 4 + 3);
    }
  return decodeQR({ width: size, height: size, data });
}

/** A park's network: a moment away, and slow. */
export async function slowNetwork(page: Page): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  await browser.send('Network.enable');
  await browser.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: 400 },
    ...{ downloadThroughput: 40_000, uploadThroughput: 20_000 },
  });
}

/** What waits at the server for the end of a session. */
export function heldAt(world: World): readonly { readonly question: string; readonly words?: string }[] {
  const database = new Database(join(world.server.dataDir, 'bandstand.sqlite'), { readonly: true });
  try {
    const rows = database.prepare('select body from voice_held').all() as { body: string }[]; // its one column
    return rows.map(({ body }) => JSON.parse(body));
  } finally {
    database.close();
  }
}

/** Opens an address as a camera does: from nowhere, so that nothing of the page before is left. */
export async function openAt(home: Page, address: string): Promise<void> {
  await home.goto('about:blank');
  await home.goto(address);
  await expect(home.locator('[data-title]')).not.toBeEmpty();
}

/** Closes the session on the worker's phone. */
export async function finish(page: Page, session: string): Promise<void> {
  await go(page, `/s/${session}/finish`);
  await page.getByLabel('What went well?').fill('Nobody sat out.');
  await page.getByText('Everyone is off site').click();
  await page.getByRole('button', { name: 'Finish session' }).click();
  await expect(page.getByLabel('To share')).toBeVisible();
  await allConfirmed(page);
}
