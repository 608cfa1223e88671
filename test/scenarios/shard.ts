import { expect, test } from 'vitest';
import { planOf, play, storyOf } from './run.ts';
import { failedOnce } from './seeds.ts';

/** Half of the seeds, so that two cores work at once. Each is played twice and must leave the same trace. */

const seeds = 500;
/** Few enough that the one who waits sees it move. */
const atOnce = 125;

export function shard(which: number, of: number): void {
  const first = Array.from({ length: seeds }, (_, at) => at + 1);
  const mine = [...new Set([...failedOnce, ...first])].filter((seed) => seed % of === which);
  for (let from = 0; from < mine.length; from += atOnce) {
    const some = mine.slice(from, from + atOnce);
    test(`phones, one server and bad signal: nothing is lost, all agree (seeds ${some[0]} to ${some.at(-1)})`, async () => {
      for (const seed of some) {
        const plan = planOf(seed);
        const once = await play(plan);
        if (once.broken) expect.fail(await storyOf(plan));
        const twice = await play(plan);
        expect(twice.hash, `seed ${seed} played twice`).toBe(once.hash);
      }
    });
  }
}
