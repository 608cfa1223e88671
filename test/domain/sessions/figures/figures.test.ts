import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { firstDifference } from './hold.ts';
import { plantedInFigures } from './planted.ts';

/** Every table is what a recount by hand comes to; and the recount would notice. */

test('every cell of every table is what a recount by hand comes to, over thousands of programmes', async () => {
  expect(await firstDifference(2_500)).toBeNull();
});

describe('a bug that is put into the figures is noticed', () => {
  const run = promisify(execFile);
  const here = import.meta.dirname;

  test.concurrent.each(plantedInFigures)('$name', async ({ name }) => {
    const { stdout } = await run(process.execPath, ['--import', join(here, 'plant.ts'), join(here, 'hunt.ts')], {
      env: { ...process.env, PLANTED: name },
    });
    expect(stdout.trim()).not.toBe('nothing');
  });
});
