import { afterAll, beforeAll, expect, test } from 'vitest';
import { entryOf, newWorld, sessionWrite, siteWrite, staff, sync, tallyWrite, type World } from './world.ts';

/** Two files of nearly the same days say no more together than each does alone. */

let world: World;
let token = '';

/** So many girls, of 10 to 12, on a day. */
const girls: readonly (readonly [day: string, n: number])[] = [
  ['2026-11-18', 20],
  ['2026-11-19', 30],
  ['2026-11-20', 3],
];

beforeAll(async () => {
  world = await newWorld();
  const { worker } = await staff(world);
  const { ann, a } = world;
  await sync(world, ann, [entryOf(ann, [siteWrite('windmill-hill')])]);
  for (const [day, n] of girls) {
    const held = {
      day,
      status: { is: 'finished', reopened: 0 },
      actualStart: `${day}T10:00:00.000Z`,
      actualEnd: `${day}T12:00:00.000Z`,
    };
    await sync(world, worker, [
      entryOf(worker, [sessionWrite(a, `session-${day}`, held)]),
      entryOf(worker, [tallyWrite(worker, a, `session-${day}`, { n, day, gender: 'F' })]),
      entryOf(worker, [tallyWrite(worker, a, `session-${day}`, { n: 40, day, gender: 'M' })]),
    ]);
  }
  const made = await world.say('POST', '/api/export-tokens', { name: 'A funder' }, { token: ann.fullToken });
  token = made.body.token;
});
afterAll(() => world.close());

/** The girls of a file, as it shows them. */
async function girlsFrom(to: string): Promise<string> {
  const asked = `from=2026-11-18&to=${to}&measure=attendances&rows=gender&columns=none`;
  const { text } = await world.say('GET', `/api/exports/figures.csv?${asked}`, undefined, { token });
  const line = text.split('\r\n').find((each: string) => each.startsWith('Girl'));
  return String(line).split(',').at(1) ?? '';
}

test('the day between two files is not told by the two of them', async () => {
  expect(await girlsFrom('2026-11-19')).toBe('50');
  // 53 would tell of three girls on the day between.
  expect(await girlsFrom('2026-11-20')).not.toBe('53');
  expect(await girlsFrom('2026-11-19')).toBe('50');
});

test('for ourselves all is shown, and it is not counted as given away', async () => {
  const asked = 'from=2026-11-18&to=2026-11-20&measure=attendances&rows=gender&columns=none&profile=internal';
  const { body } = await world.say('GET', `/api/reports/figures?${asked}`, undefined, { token: world.ann.fullToken });
  expect(body.lines.map(({ all }: { all: number }) => all)).toEqual([53, 120]);
});
