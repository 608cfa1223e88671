import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { programmeScope } from '#domain/records/scopes.ts';
import {
  entryOf,
  newWorld,
  type Phone,
  patchWrite,
  push,
  sessionWrite,
  siteWrite,
  staff,
  taken,
  tallyWrite,
  type World,
} from './world.ts';

/** What is entered too many days after its session waits for a coordinator; what was saved in time is in time, whenever it comes. */

let world: World;
let team: Awaited<ReturnType<typeof staff>>;
beforeAll(async () => {
  world = await newWorld();
  team = await staff(world);
  await taken(world, team.coordinator, [siteWrite('windmill-hill')]);
});
afterAll(() => world.close());

const say = (method: string, path: string, body?: unknown, { fullToken: token }: Phone = team.coordinator) =>
  world.say(method, path, body, { token });
const setDays = async (daysBack: number) => {
  const { records } = (await say('GET', '/api/records?type=programme')).body;
  await taken(world, world.ann, [patchWrite('programme', programmeScope, records[0].id, { daysBack })]);
};
const sessionOf = (day: string, at: string) => {
  const session = uuidv7();
  return { session, entry: entryOf(team.worker, [sessionWrite(world.a, session, { day })], { at }) };
};
const resultOf = async (entry: object, phone: Phone = team.worker) => (await push(world, phone, [entry]))[0];

test('a session of fifteen days ago waits for a look, and a coordinator takes it in', async () => {
  const { session, entry } = sessionOf('2026-11-07', '2026-11-22T11:00:00.000Z');
  expect(await resultOf(entry)).toMatchObject({ result: 'refused', code: 'too_late', final: false });
  const kept = (await say('GET', '/api/inbox')).body.entries.find(({ id }: { id: string }) => id === entry.id);
  expect(kept.code).toBe('too_late');
  await say('POST', '/api/inbox/take', { entries: [{ id: kept.id, by: kept.by }] });
  expect((await say('GET', `/api/sessions/${session}`)).body.session.line).toMatchObject({ day: '2026-11-07' });
});

test('saved in time without signal it is in time, weeks later too', async () => {
  const { entry } = sessionOf('2026-10-07', '2026-10-07T17:00:00.000Z');
  expect(await resultOf(entry)).toMatchObject({ result: 'ok' });
});

test('a count that says today of a session long ago is judged by the session', async () => {
  const { session, entry } = sessionOf('2026-10-08', '2026-10-08T17:00:00.000Z');
  await resultOf(entry);
  const count = tallyWrite(team.worker, world.a, session, { day: '2026-11-22' });
  expect(await resultOf(entryOf(team.worker, [count]))).toMatchObject({ code: 'too_late' });
});

test('the programme says how many days, and a coordinator enters any day', async () => {
  await setDays(30);
  expect(await resultOf(sessionOf('2026-10-25', '2026-11-22T11:00:00.000Z').entry)).toMatchObject({ result: 'ok' });
  await setDays(0);
  expect(await resultOf(sessionOf('2026-11-21', '2026-11-22T11:00:00.000Z').entry)).toMatchObject({ code: 'too_late' });
  const writes = [sessionWrite(world.a, uuidv7(), { day: '2026-08-01' })];
  expect(await resultOf(entryOf(team.coordinator, writes), team.coordinator)).toMatchObject({ result: 'ok' });
});
