import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, expect, type Page, test } from '@playwright/test';
import type { ConsentFile } from '#domain/people/consents/evidence/file.ts';
import { pageOf } from '#domain/people/consents/evidence/page.ts';
import { browserPath } from '../browser.ts';

/** A consent file that somebody saved, opened from a disk years later: there is no server, and nothing is asked of any other. */

const kept = ['1-first', '2-later-wording', '3-restored-new-key'];
const fixture = (name: string) => resolve('test/fixtures/consents', name);
const folder = mkdtempSync(join(tmpdir(), 'bandstand-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function opened(page: Page, path: string) {
  await page.goto(pathToFileURL(path).href);
  const verdict = page.getByRole('status');
  await expect(verdict).toHaveAttribute('data-state', /./);
  return verdict;
}

/** Saves a page that is not as it was made, and opens it. */
async function changed(page: Page, from: string, change: (text: string) => string) {
  const path = join(folder, 'changed.html');
  const before = readFileSync(from, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
  return opened(page, path);
}

test('a saved consent checks itself in a browser without a network, and names what was changed', async () => {
  const browser = await chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox', '--disable-gpu'] });
  const page = await browser.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  for (const name of kept) await expect(await opened(page, fixture(`${name}.html`))).toContainText('Unchanged');

  const file: ConsentFile = JSON.parse(readFileSync(fixture('3-restored-new-key.json'), 'utf8'));
  const today = join(folder, 'today.html');
  writeFileSync(today, pageOf(file, readFileSync(fixture('root.txt'), 'utf8').trim()));
  await expect(await opened(page, today)).toContainText('Unchanged, origin not shown');
  await expect(page.locator('s')).toHaveText('Given: Photos for all to see');

  const name = await changed(page, today, (text) => text.replaceAll('Nadia Kowalska', 'Nadia Kovalska'));
  await expect(name).toContainText('Changed: signing.giverName');
  await expect(await changed(page, today, (text) => text.replace('M200 ', 'M201 '))).toContainText(
    'Changed: How it was signed (as shown)',
  );
  const stroke = await changed(page, today, (text) => text.replaceAll('[700,600]', '[701,600]'));
  await expect(stroke).toContainText('Changed: signing.strokes.strokes.0');
  expect(asked.every((url) => url.startsWith('file:'))).toBe(true);
  await browser.close();
});
