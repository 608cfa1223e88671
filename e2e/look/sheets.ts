import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { browserPath } from '../browser.ts';
import { folder, folderOf } from './pictures.ts';
import type { Shape, Wanted } from './wanted.ts';

/** The contact sheets: every picture of one light and size, small, on one page, and as pictures of three rows each. */

/** How wide a small picture is, px; of a landscape or a desk there go fewer on a row. */
const widthOf = ({ width, height }: Shape): number => (width > height ? 380 : 200);

function pageOf(shape: Shape, light: string): string {
  const pictures = readdirSync(folderOf(shape, light)).sort();
  const figures = pictures.map((file) => {
    const at = `${shape.name}-${light}/${file}`.split('/').map(encodeURIComponent).join('/');
    const name = file.slice(4, -4);
    return `<a href="${at}"><img src="${at}" alt="${name}" width="${widthOf(shape)}">${name}</a>`;
  });
  const rows = Math.floor((1800 - 32) / (widthOf(shape) + 16)) * 3;
  const parts = Array.from({ length: Math.ceil(figures.length / rows) }, (_, at) =>
    figures.slice(at * rows, (at + 1) * rows).join('\n'),
  );
  return `<!doctype html><meta charset="utf-8"><title>${shape.name}, ${light}</title>
<style>body{font:14px sans-serif;margin:16px;background:#ddd}section{display:flex;flex-wrap:wrap;gap:16px;padding:8px 0}
a{display:grid;gap:4px;align-content:start;width:${widthOf(shape)}px;overflow-wrap:anywhere;color:#000}img{border:1px solid #777}</style>
<h1>${shape.name}, ${light}: ${pictures.length} screens</h1>${parts.map((part) => `<section>${part}</section>`).join('\n')}`;
}

export async function makeSheets({ shapes, lights }: Wanted): Promise<readonly string[]> {
  const browser = await chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: { width: 1800, height: 1000 } });
  const made: string[] = [];
  for (const shape of shapes)
    for (const light of lights.filter((each) => existsSync(folderOf(shape, each)))) {
      const sheet = join(folder, `${shape.name}-${light}`);
      writeFileSync(`${sheet}.html`, pageOf(shape, light));
      await page.goto(`file://${resolve(`${sheet}.html`)}`);
      for (const [at, part] of (await page.locator('section').all()).entries())
        await part.screenshot({ path: `${sheet}-${at + 1}.png` });
      made.push(`${sheet}.html`);
    }
  await browser.close();
  return made;
}
