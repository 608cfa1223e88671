import { expect, test } from 'vitest';
import { planOf, play, storyOf } from './run.ts';

test('fifty seeds', async () => {
  for (let seed = 1; seed <= 50; seed += 1) {
    const plan = planOf(seed);
    const { broken } = await play(plan);
    if (broken) expect.fail(await storyOf(plan));
  }
});
