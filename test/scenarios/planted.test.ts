import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Caught } from './hunt.ts';
import { planted, withBug } from './planted.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);

/** Seeds tried for each bug that no directed scenario catches, and for the code as it is. */
const seeds = 150;

async function hunted(bug: string): Promise<Caught> {
  const { stdout } = await run(
    process.execPath,
    ['--import', join(here, 'plant.ts'), join(here, 'hunt.ts'), String(seeds)],
    {
      env: { ...process.env, PLANTED: bug },
    },
  );
  return JSON.parse(stdout) as Caught; // printed by hunt.ts
}

describe('every planted bug is caught', () => {
  test.concurrent.each(planted)('$name', async ({ name }) => {
    const caught = await hunted(name);
    expect(caught.directed.length > 0 || caught.seed !== null, 'neither a scenario nor a seed noticed').toBe(true);
  });

  test.concurrent('and the code as it is shipped is not', async () => {
    expect(await hunted('')).toEqual({ directed: [], seed: null, what: '' });
  });
});

function textsUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile() && /\.(ts|tsx|js|mjs)$/.test(each.name))
    .map((each) => readFileSync(join(each.parentPath, each.name), 'utf8'));
}

describe('no planted bug is in what is shipped', () => {
  const shipped = [...textsUnder(join(root, 'src')), ...textsUnder(join(root, 'dist'))];

  test.each(planted)('$name', (bug) => {
    for (const { file, find, replace } of bug.edits) {
      const source = readFileSync(join(root, file), 'utf8');
      const broken = withBug(bug, file, source);
      expect(shipped).not.toContain(broken);
      // A replacement that is itself a piece of the right code says nothing by being there.
      if (replace.length > 20 && !find.includes(replace))
        expect(shipped.some((text) => text.includes(replace))).toBe(false);
    }
  });

  test('nor the machinery that plants them', () => {
    expect(shipped.some((text) => /PLANTED|registerHooks/.test(text))).toBe(false);
  });
});
