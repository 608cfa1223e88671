import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { settle, showLight } from '../judge.ts';
import { type Shape, wanted } from './wanted.ts';

/** One picture of a screen in each light and size that is wanted, filed so that a sheet finds it again. */

export const folder = 'test-results/look';
export const folderOf = (shape: Shape, light: string): string => join(folder, `${shape.name}-${light}`);

/** `/s/:id/count?tab=all` becomes `s_id_count-tab=all`; the number in front keeps the order of the walk. */
const fileOf = (at: number, name: string): string => {
  const words = name
    .slice(name.startsWith('/') ? 1 : 0)
    .replaceAll('/', '_')
    .replace('?', '-')
    .replaceAll(':', '');
  return `${String(at).padStart(3, '0')} ${words || 'today'}.png`;
};

export async function picture(page: Page, of: Shape['of'], at: number, name: string): Promise<void> {
  const before = page.viewportSize();
  const { lights, shapes } = wanted();
  for (const shape of shapes.filter((each) => each.of === of)) {
    await page.setViewportSize({ width: shape.width, height: shape.height });
    for (const light of lights) {
      await showLight(page, light);
      await settle(page, shape.text);
      mkdirSync(folderOf(shape, light), { recursive: true });
      await page.screenshot({ path: join(folderOf(shape, light), fileOf(at, name)) });
    }
  }
  await settle(page);
  if (before) await page.setViewportSize(before);
}
