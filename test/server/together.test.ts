import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  entryOf,
  markWrite,
  newWorld,
  personWrite,
  sessionWrite,
  siteWrite,
  staff,
  sync,
  today,
  type World,
} from './world.ts';

/** What all partners reach together is one rounded number, and tells of nobody and of no small group. */

let world: World;
let team: Awaited<ReturnType<typeof staff>>;
beforeEach(async () => {
  world = await newWorld();
  team = await staff(world);
  await sync(world, world.ann, [entryOf(world.ann, [siteWrite('windmill-hill')])]);
});
afterEach(() => world.close());

/** These came to a session of a partner. */
async function came(of: 'a' | 'b', people: readonly (readonly [knownAs: string, yearOfBirth: number])[]) {
  const phone = of === 'a' ? team.worker : team.otherWorker;
  const partner = world[of];
  const held = {
    status: { is: 'finished', reopened: 0 },
    actualStart: `${today}T10:00:00.000Z`,
    actualEnd: `${today}T11:00:00.000Z`,
  };
  await sync(world, phone, [entryOf(phone, [sessionWrite(partner, `session-${of}`, held)])]);
  for (const [at, [knownAs, yearOfBirth]] of people.entries()) {
    const id = `person-${of}-${at}`;
    await sync(world, phone, [
      entryOf(phone, [
        personWrite(partner, id, { knownAs, yearOfBirth }),
        markWrite(phone, partner, `session-${of}`, id),
      ]),
    ]);
  }
}

const some = (n: number, from = 0) =>
  Array.from(
    { length: n },
    (_, at) => [`Child ${String.fromCharCode(97 + ((from + at) % 26))}${from + at}`, 2014] as const,
  );
const asked = async (who: { fullToken: string }) =>
  (await world.say('GET', `/api/together?from=${today}&to=${today}`, undefined, { token: who.fullToken })).body;

test('whoever came to two partners is one, and the number is to the nearest five', async () => {
  await came('a', some(22));
  await came('b', some(22, 12));
  expect(await asked(world.ann)).toMatchObject({ partners: 2, people: 35 });
  expect(await asked(team.coordinator)).toMatchObject({ partners: 2, people: 35 });
});

test('where the other partner reached few whom this one does not know, nothing is told', async () => {
  await came('a', some(22));
  await came('b', some(9, 18));
  expect(await asked(team.coordinator)).toMatchObject({ people: null });
  // Whoever coordinates both may know.
  expect(await asked(world.ann)).toMatchObject({ people: 25 });
});

test('of fewer than twenty nothing is told to anybody', async () => {
  await came('a', some(3));
  await came('b', some(16, 3));
  expect(await asked(world.ann)).toMatchObject({ people: null });
});
