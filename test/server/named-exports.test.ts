import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { allReports } from '#domain/all-reports.ts';
import { exportsNaming } from '#server/named-exports.ts';
import { entryOf, markWrite, newWorld, personWrite, push, sessionWrite, type World } from './world.ts';

/** Which exports named whom, once they have left the server. */

let world: World;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.close());

const november = 'from=2026-11-01&to=2026-11-30';
const withNames = `${november}&names=yes&reason=a%20trip`;

test('an export with names is found by anybody it named, as its line in the log says, and one without names by nobody', async () => {
  const { ann, a, say, clock, server } = world;
  const [kayla, tyrell, elsewhere, session] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  await push(world, ann, [
    entryOf(ann, [
      sessionWrite(a, session),
      ...[kayla, tyrell, elsewhere].map((id) => personWrite(a, id)),
      markWrite(ann, a, session, kayla, { level: 'joined_in' }),
      markWrite(ann, a, session, tyrell, { level: 'joined_in' }),
    ]),
  ]);
  const get = (path: string) => say('GET', path, undefined, { token: ann.fullToken });
  const naming = (...people: string[]) => exportsNaming(server.store.reader, server.store.programme, people);
  await get(`/api/exports/attendance.csv?${november}`);
  expect(await naming(kayla)).toEqual([]);
  expect((await get(`/api/exports/attendance.csv?${withNames}`)).status).toBe(200);
  clock.ms += 60_000;
  expect((await get(`/api/exports/attendance.xlsx?${withNames}`)).status).toBe(200);
  const [later, first, ...others] = await naming(kayla, tyrell);
  expect(others).toEqual([]);
  expect(later).toMatchObject({ at: clock.ms, by: ann.member, action: 'export attendance' });
  expect(first).toMatchObject({ detail: { from: '2026-11-01', names: 'yes', reason: 'a trip' } });
  expect([...(first?.people ?? [])].sort()).toEqual([kayla, tyrell].sort());
  expect(await naming(elsewhere)).toEqual([]);
  expect(await naming()).toEqual([]);
});

test('every report that can be asked for with names says whom it named', () => {
  const named = allReports.filter((each) => 'isNamed' in each);
  expect(named.length).toBeGreaterThan(0);
  for (const each of named) expect(each, each.name).toHaveProperty('peopleIn');
});
