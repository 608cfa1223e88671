import { doors } from '../doors.ts';
import { faultsOf } from '../judge.ts';
import { expect, test } from '../world.ts';

for (const [name, stand] of Object.entries(doors))
  test(`${name} is clean for axe in Day, Dusk and Sunlight`, async ({ world }) => {
    expect(await faultsOf(await stand(world), name)).toEqual([]);
  });
