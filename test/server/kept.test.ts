import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { factHash } from '#domain/records/entry.ts';
import { partnerScope, teamScope } from '#domain/records/scopes.ts';
import {
  entryOf,
  markWrite,
  newWorld,
  type Phone,
  patchWrite,
  personWrite,
  push,
  staff,
  tallyWrite,
  type World,
} from './world.ts';

/** What the server could not take in is kept for the right people, and its id stays its author's. */

let world: World;
let team: Awaited<ReturnType<typeof staff>>;
beforeAll(async () => {
  world = await newWorld();
  team = await staff(world);
});
afterAll(() => world.close());

const say = (method: string, path: string, { fullToken: token }: Phone, body?: unknown) =>
  world.say(method, path, body, { token });
const inboxOf = async (phone: Phone): Promise<{ id: string; by: string; partner: string | null }[]> =>
  (await say('GET', '/api/inbox', phone)).body.entries;
const seenBy = async (phone: Phone, id: string) => (await inboxOf(phone)).filter((kept) => kept.id === id);
const settle = (how: 'accept' | 'discard', id: string, phone: Phone, by?: string) =>
  say('POST', `/api/inbox/${id}/${how}${by === undefined ? '' : `?by=${by}`}`, phone);

/** Somebody who worked for A, saved something there without signal, and works for B by the time it is sent. */
async function moved(name: string): Promise<Phone> {
  const phone = await world.add(name, [{ role: 'worker', partner: world.a }]);
  const [give, take] = [[{ role: 'worker', partner: world.b }], [{ role: 'worker', partner: world.a }]];
  const body = { name, give, take, vetted: true, firstAider: false };
  expect((await say('PATCH', `/api/team/${phone.member}`, world.ann, body)).status).toBe(204);
  return phone;
}

test('what somebody saved for the partner they left is shown to that partner’s coordinator, not to the new one’s', async () => {
  const phone = await moved('Mo');
  const person = uuidv7();
  const writes = [personWrite(world.a, person, { knownAs: 'Leakedname' }), markWrite(phone, world.a, uuidv7(), person)];
  const entry = entryOf(phone, writes);
  expect(await push(world, phone, [entry])).toMatchObject([{ result: 'refused', code: 'no_right' }]);
  expect((await say('GET', '/api/inbox', team.otherCoordinator)).text).not.toContain('Leakedname');
  expect((await settle('discard', entry.id, team.otherCoordinator)).status).toBe(404);
  expect(await seenBy(team.coordinator, entry.id)).toMatchObject([{ partner: world.a }]);
  expect((await settle('accept', entry.id, team.coordinator)).body.result).toMatchObject({ result: 'ok' });
  expect(await push(world, phone, [entry])).toMatchObject([{ result: 'dup' }]);
});

test('what is no entry is kept for the partner it names, whichever its sender’s first role is at', async () => {
  const both = await world.add('Bo', [
    { role: 'worker', partner: world.b },
    { role: 'worker', partner: world.a },
  ]);
  const entry = entryOf(both, [personWrite(world.a, uuidv7(), { knownAs: 'Bothname' })], { at: 'yesterday' });
  expect(await push(world, both, [entry])).toMatchObject([{ code: 'invalid' }]);
  expect(await seenBy(team.otherCoordinator, entry.id)).toEqual([]);
  expect(await seenBy(team.coordinator, entry.id)).toHaveLength(1);
});

test('what names a partner its author has nothing to do with, or several, or none, is the programme’s to look at', async () => {
  const { worker, coordinator, otherCoordinator } = team;
  const odd = [
    entryOf(worker, [personWrite(world.b, uuidv7(), { knownAs: 'Strange' })]),
    entryOf(worker, [personWrite(world.a, uuidv7()), personWrite(world.b, uuidv7(), { knownAs: 'Strange' })]),
    entryOf(worker, [{ ...personWrite(world.a, uuidv7()), scope: `${partnerScope(world.a)}/team/x` }]),
    entryOf(worker, [{ op: 'create', type: 'site', id: uuidv7(), scope: 'programme', body: { name: 'S' } }]),
    { ...entryOf(worker, []), writes: 'none' },
  ];
  const refused = await push(world, worker, odd);
  expect(refused.map(({ result }) => result)).toEqual(odd.map(() => 'refused'));
  for (const { id } of odd) {
    expect(await seenBy(coordinator, id)).toEqual([]);
    expect(await seenBy(otherCoordinator, id)).toEqual([]);
    expect(await seenBy(world.ann, id)).toMatchObject([{ partner: null }]);
  }
  // Looking at it again does not hand it on to whoever it names.
  await settle('accept', odd[2]!.id, world.ann);
  expect(await seenBy(coordinator, odd[2]!.id)).toEqual([]);
});

test('who changes a record of a partner where they never worked is seen by that partner: it lives there', async () => {
  const { worker, otherWorker, otherCoordinator, coordinator } = team;
  const theirs = uuidv7();
  await push(world, otherWorker, [entryOf(otherWorker, [personWrite(world.b, theirs)])]);
  const entry = entryOf(worker, [patchWrite('person', partnerScope(world.b), theirs, { gender: 'F' })]);
  expect(await push(world, worker, [entry])).toMatchObject([{ code: 'no_right' }]);
  expect(await seenBy(otherCoordinator, entry.id)).toHaveLength(1);
  expect(await seenBy(coordinator, entry.id)).toEqual([]);
});

test('who may not take something in may not give it up either', async () => {
  const { worker, coordinator } = team;
  const partner = { op: 'create', type: 'partner', id: uuidv7(), scope: 'programme', body: { name: 'P' } } as const;
  const entry = entryOf(worker, [personWrite(world.a, uuidv7()), partner]);
  await push(world, worker, [entry]);
  expect(await seenBy(coordinator, entry.id)).toHaveLength(1);
  expect((await settle('accept', entry.id, coordinator)).status).toBe(403);
  expect((await settle('discard', entry.id, coordinator)).status).toBe(403);
  const closing = entryOf(coordinator, [], { discards: entry.id });
  expect(await push(world, coordinator, [closing])).toMatchObject([{ code: 'no_right' }]);
  expect((await settle('discard', entry.id, world.ann)).status).toBe(204);
});

test('an entry first brought by another phone is its author’s all the same', async () => {
  const { worker, otherWorker, coordinator } = team;
  const person = uuidv7();
  const entry = entryOf(worker, [personWrite(world.a, person)]);
  expect(await push(world, otherWorker, [entry])).toMatchObject([{ code: 'other_author', final: false }]);
  expect((await settle('accept', entry.id, world.ann, otherWorker.member)).body.result).toMatchObject({
    code: 'other_author',
  });
  expect((await settle('discard', entry.id, world.ann, otherWorker.member)).status).toBe(204);
  const [result] = await push(world, worker, [entry]);
  expect(result).toMatchObject({ result: 'ok' });
  expect(await push(world, worker, [entry])).toEqual([{ ...result, result: 'dup' }]);
  expect(await seenBy(coordinator, entry.id)).toEqual([]);
});

test('what two people sent under one id is settled one by one', async () => {
  const { worker, volunteer, coordinator } = team;
  const entry = entryOf(worker, [personWrite(world.a, uuidv7(), { leaf: 99 })]);
  expect(await push(world, volunteer, [entry])).toMatchObject([{ code: 'other_author' }]);
  expect(await push(world, worker, [entry])).toMatchObject([{ code: 'invalid' }]);
  expect(await seenBy(coordinator, entry.id)).toHaveLength(2);
  expect((await settle('discard', entry.id, coordinator, volunteer.member)).status).toBe(204);
  expect(await seenBy(coordinator, entry.id)).toMatchObject([{ by: worker.member }]);
  expect(await push(world, worker, [entry])).toMatchObject([{ code: 'invalid', final: false }]);
});

test('one refused save is fixed once: a second fix with other records is closed, with the same ones harmless', async () => {
  const { worker, coordinator } = team;
  const session = uuidv7();
  const refused = tallyWrite(worker, world.a, session, { n: 5000 });
  const entry = entryOf(worker, [refused]);
  await push(world, worker, [entry]);
  const same = tallyWrite(worker, world.a, session, { n: 5 });
  const fixed = { ...same, id: refused.id, hash: factHash({ ...same, id: refused.id }, worker.member, worker.device) };
  const fix = () => entryOf(worker, [fixed], { instead: entry.id });
  expect(await push(world, worker, [fix()])).toMatchObject([{ result: 'ok' }]);
  expect(await push(world, worker, [fix()])).toMatchObject([{ result: 'ok' }]);
  const other = entryOf(worker, [tallyWrite(worker, world.a, session, { n: 5 })], { instead: entry.id });
  expect(await push(world, worker, [other])).toMatchObject([{ code: 'closed', final: true }]);
  // A coordinator who was quicker to set it aside takes nobody's fix away.
  const second = entryOf(worker, [{ ...refused, id: uuidv7() }]);
  await push(world, worker, [second]);
  expect((await settle('discard', second.id, coordinator)).status).toBe(204);
  const [write] = second.writes;
  const right = {
    ...write!,
    hash: factHash({ ...same, id: write!.id }, worker.member, worker.device),
    body: same.body,
  };
  expect(await push(world, worker, [entryOf(worker, [right], { instead: second.id })])).toMatchObject([
    { result: 'ok' },
  ]);
});

test('asking for a record of another partner is answered as for one there is not', async () => {
  const { worker, volunteer, otherWorker } = team;
  const there = uuidv7();
  const debrief = `debrief:${uuidv7()}`;
  await push(world, otherWorker, [entryOf(otherWorker, [personWrite(world.b, there)])]);
  await push(world, worker, [
    entryOf(worker, [
      { op: 'create', type: 'debrief', id: debrief, scope: teamScope(world.a), body: { session: debrief.slice(8) } },
    ]),
  ]);
  const ask = async (phone: Phone, type: string, scope: string, id: string) => {
    const [result] = await push(world, phone, [entryOf(phone, [patchWrite(type, scope, id, {})])]);
    return result?.result === 'refused' ? [result.code, result.why] : result?.result;
  };
  for (const type of ['person', 'session', 'holder']) {
    for (const partner of [world.a, world.b]) {
      const scope = partnerScope(partner);
      expect(await ask(worker, type, scope, there)).toEqual(await ask(worker, type, scope, uuidv7()));
      expect(await ask(volunteer, type, scope, there)).toEqual(await ask(volunteer, type, scope, uuidv7()));
    }
  }
  const team_ = teamScope(world.a);
  expect(await ask(volunteer, 'debrief', team_, debrief)).toEqual(
    await ask(volunteer, 'debrief', team_, `${debrief}0`),
  );
});
