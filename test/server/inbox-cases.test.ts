import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { partnerScope, teamScope } from '#domain/records/scopes.ts';
import {
  entryOf,
  factWrite,
  markWrite,
  newWorld,
  type Phone,
  patchWrite,
  personWrite,
  push,
  sessionWrite,
  siteWrite,
  staff,
  taken,
  tallyWrite,
  type World,
} from './world.ts';

/** What a leaver's phone held is settled one session at a time: all of it or none, and it can be undone. */

let world: World;
let team: Awaited<ReturnType<typeof staff>>;
const [amira, ben] = [uuidv7(), uuidv7()];
beforeAll(async () => {
  world = await newWorld();
  team = await staff(world);
  await taken(world, team.coordinator, [siteWrite('windmill-hill')]);
  await taken(world, team.worker, [personWrite(world.a, amira, { knownAs: 'Amira' })]);
  await taken(world, team.worker, [personWrite(world.a, ben, { knownAs: 'Ben' })]);
});
afterAll(() => world.close());

const say = (method: string, path: string, body?: unknown, { fullToken: token }: Phone = team.coordinator) =>
  world.say(method, path, body, { token });
const keptOf = async (phone: Phone) => {
  const kept: { id: string; by: string }[] = (await say('GET', '/api/inbox')).body.entries;
  return kept.filter(({ by }) => by === phone.member).map(({ id, by }) => ({ id, by }));
};
const lineOf = async (session: string) => (await say('GET', `/api/sessions/${session}`)).body.session?.line;
const done = async () => (await say('GET', '/api/inbox/done')).body.done;

/** Their role ends, and they work for another partner. */
const moveOn = ({ member }: Phone) =>
  say(
    'PATCH',
    `/api/team/${member}`,
    { give: [{ role: 'worker', partner: world.b }], take: [{ role: 'worker', partner: world.a }] },
    world.ann,
  );

/** Somebody whose role ended while their phone held a session of two named, one counted and a note. */
async function leaver(name: string, more: object = {}) {
  const phone = await world.add(name, [{ role: 'worker', partner: world.a }]);
  const session = uuidv7();
  await moveOn(phone);
  const times = { day: '2026-11-21', plannedEnd: '2026-11-21T17:30:00.000Z', actualStart: '2026-11-21T16:00:00.000Z' };
  const said = { session, day: '2026-11-21', text: 'Glass by the bench', at: '2026-11-21T17:00:00.000Z' };
  const saved = [
    [sessionWrite(world.a, session, { ...times, [`team/${phone.member}`]: true, ...more })],
    [markWrite(phone, world.a, session, amira)],
    [markWrite(phone, world.a, session, ben)],
    [tallyWrite(phone, world.a, session)],
    [factWrite(phone, 'note', teamScope(world.a), said)],
  ].map((writes) => entryOf(phone, writes));
  const refused = await push(world, phone, saved);
  expect(refused.map(({ result }) => result)).toEqual(saved.map(() => 'refused'));
  return { phone, session };
}

test('all of a session is taken in at once, each mark its author’s, and the session finished where it is over', async () => {
  const { phone, session } = await leaver('Dele');
  const entries = await keptOf(phone);
  expect(entries).toHaveLength(5);
  const tried = await say('POST', '/api/inbox/take?try=1', { entries });
  expect(tried.body.session).toMatchObject({ status: 'finished', named: 2, counted: 1, attendances: 3 });
  expect(await lineOf(session)).toBeUndefined();
  expect(await keptOf(phone)).toHaveLength(5);

  const took = await say('POST', '/api/inbox/take', { entries });
  expect(took.body.session).toMatchObject({ status: 'finished', actualEnd: '2026-11-21T17:30:00.000Z' });
  expect(await lineOf(session)).toMatchObject({
    status: 'finished',
    attendances: 3,
    minutes: 90,
    site: 'Windmill Hill',
  });
  expect(await keptOf(phone)).toEqual([]);
  expect((await done())[0]).toMatchObject({
    how: 'taken in',
    fromName: 'Dele',
    byName: 'Cora',
    entries: 5,
    site: 'Windmill Hill',
    undone: false,
  });
});

test('undone, its marks and counts are in no figure any more, and what somebody else marked stays', async () => {
  const { phone, session } = await leaver('Dom');
  await say('POST', '/api/inbox/take', { entries: await keptOf(phone) });
  const cleo = uuidv7();
  await taken(world, team.worker, [personWrite(world.a, cleo, { knownAs: 'Cleo' })]);
  await taken(world, team.worker, [markWrite(team.worker, world.a, session, cleo, { day: '2026-11-21' })]);
  const [{ line }] = await done();
  expect((await say('POST', `/api/inbox/done/${line}/undo`, undefined, team.otherCoordinator)).status).toBe(404);
  expect((await say('POST', `/api/inbox/done/${line}/undo`)).status).toBe(204);
  expect(await lineOf(session)).toMatchObject({
    status: 'planned',
    named: 1,
    counted: 0,
    attendances: 1,
    actualEnd: '',
  });
  expect((await done())[0]).toMatchObject({ line, undone: true });
  expect((await say('POST', `/api/inbox/done/${line}/undo`)).status).toBe(409);
});

test('undone, a session that was there stands as it did before', async () => {
  const session = uuidv7();
  const before = { day: '2026-11-21', weather: 'dry', actualStart: '2026-11-21T10:00:00.000Z' };
  await taken(world, team.worker, [sessionWrite(world.a, session, before)]);
  const phone = await world.add('Dot', [{ role: 'worker', partner: world.a }]);
  await moveOn(phone);
  const change = { weather: 'rain', light: 'day', status: { is: 'finished', reopened: 0 } };
  await push(world, phone, [entryOf(phone, [patchWrite('session', partnerScope(world.a), session, change)])]);
  const entries = await keptOf(phone);
  expect((await say('POST', '/api/inbox/take', { entries })).body.session).toMatchObject({ status: 'finished' });
  await say('POST', `/api/inbox/done/${(await done())[0].line}/undo`);
  const { body } = (await say('GET', `/api/sessions/${session}`)).body.session;
  expect(body).toMatchObject({ weather: 'dry', light: null, status: { is: 'running' } });
});

test('where one is still refused nothing is taken in; without it the rest is', async () => {
  const { phone, session } = await leaver('Dan');
  const entries = await keptOf(phone);
  const orphan = entryOf(phone, [patchWrite('session', partnerScope(world.a), uuidv7(), { weather: 'dry' })]);
  await push(world, phone, [orphan]);
  const all = await keptOf(phone);
  expect(all.length).toBeGreaterThan(entries.length);
  const refused = await say('POST', '/api/inbox/take', { entries: all });
  expect(refused.status).toBe(409);
  expect(refused.body.detail).toContain('has not arrived yet');
  expect(await lineOf(session)).toBeUndefined();
  expect((await say('POST', '/api/inbox/take', { entries })).status).toBe(200);
  expect(await lineOf(session)).toMatchObject({ attendances: 3 });
});

test('given up for a reason, a copy stays: it can be had back, and taken in after all', async () => {
  const { phone, session } = await leaver('Dee');
  const entries = await keptOf(phone);
  expect((await say('POST', '/api/inbox/give-up', { entries, reason: ' ' })).status).toBe(400);
  expect((await say('POST', '/api/inbox/give-up', { entries, reason: 'Written up on paper' })).status).toBe(204);
  expect(await keptOf(phone)).toEqual([]);
  const [{ line, reason, how }] = await done();
  expect({ reason, how }).toEqual({ reason: 'Written up on paper', how: 'given up' });
  await say('POST', `/api/inbox/done/${line}/undo`);
  expect(await keptOf(phone)).toEqual(entries);
  await say('POST', '/api/inbox/take', { entries });
  expect(await lineOf(session)).toMatchObject({ attendances: 3 });
});

test('what is another partner’s is neither taken in nor given up, nor shown as done', async () => {
  const { phone } = await leaver('Di');
  const entries = await keptOf(phone);
  for (const path of ['/api/inbox/take', '/api/inbox/give-up'])
    expect(
      (await say('POST', path, { entries, ...(path.endsWith('up') && { reason: 'x' }) }, team.otherCoordinator)).status,
    ).toBe(404);
  await say('POST', '/api/inbox/give-up', { entries, reason: 'x' });
  expect((await say('GET', '/api/inbox/done', undefined, team.otherCoordinator)).body.done).toEqual([]);
});

test('whoever looks is told what the people in it are called and how the session stands', async () => {
  const { phone, session } = await leaver('Dora');
  await taken(world, team.worker, [sessionWrite(world.a, session, { day: '2026-11-21' })]);
  const { people, sessions } = (await say('GET', '/api/inbox')).body;
  expect(people).toEqual(expect.arrayContaining([expect.objectContaining({ id: amira, name: 'Amira' })]));
  expect(sessions.filter((each: { session: string }) => each.session === session)).toMatchObject([
    { status: 'running' },
  ]);
  await say('POST', '/api/inbox/give-up', { entries: await keptOf(phone), reason: 'x' });
});

test('a session is shown whole, also where more waits than is shown at once', async () => {
  const { phone } = await leaver('Dulcie');
  const other = await leaver('Dara');
  const session = uuidv7();
  const taps = Array.from({ length: 203 }, () => entryOf(phone, [tallyWrite(phone, world.a, session)]));
  await push(world, phone, taps.slice(0, 150));
  await push(world, other.phone, [entryOf(other.phone, [tallyWrite(other.phone, world.a, session)])]);
  await push(world, phone, taps.slice(150));
  const { entries } = (await say('GET', '/api/inbox')).body;
  const ids = new Set(entries.map(({ id }: { id: string }) => id));
  expect(taps.filter(({ id }) => ids.has(id))).toHaveLength(203);
  // What would begin another card waits its turn.
  expect(await keptOf(other.phone)).toHaveLength(5);
});
