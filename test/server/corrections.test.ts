import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { partnerScope } from '#domain/records/scopes.ts';
import type { AskedCorrection } from '#domain/sessions/corrections/asked.ts';
import {
  entryOf,
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

/** A session is put right at the desk: as one save, for a reason, never over what somebody else changed, and it can be put back. */

let world: World;
let team: Awaited<ReturnType<typeof staff>>;
const [amira, ben] = [uuidv7(), uuidv7()];
beforeAll(async () => {
  world = await newWorld();
  team = await staff(world);
  await taken(world, team.coordinator, [siteWrite('windmill-hill')]);
  await taken(world, team.coordinator, [siteWrite('central-park', { name: 'Central Park' })]);
  await taken(world, team.worker, [
    personWrite(world.a, amira, { knownAs: 'Amira', ageBand: '10-12', ageBandOn: '2026-11-01' }),
  ]);
  await taken(world, team.worker, [personWrite(world.a, ben, { knownAs: 'Ben' })]);
});
afterAll(() => world.close());

const say = (method: string, path: string, body?: unknown, { fullToken: token }: Phone = team.coordinator) =>
  world.say(method, path, body, { token });
const read = async (session: string) => (await say('GET', `/api/sessions/${session}`)).body;
const at = (time: string, day = '2026-11-21') => `${day}T${time}:00.000Z`;

/** A finished session of yesterday: Amira came at four and left at five, three were counted. */
async function held(): Promise<string> {
  const session = uuidv7();
  const times = { day: '2026-11-21', actualStart: at('16:00'), actualEnd: at('18:00') };
  const finished = { status: { is: 'finished', reopened: 0 } };
  await taken(world, team.worker, [sessionWrite(world.a, session, { site: 'windmill-hill', ...times, ...finished })]);
  const here = markWrite(team.worker, world.a, session, amira, { day: times.day, at: at('16:00') });
  await taken(world, team.worker, [here]);
  const gone = { day: times.day, state: 'left', at: at('17:00'), replaces: [here.id] };
  await taken(world, team.worker, [markWrite(team.worker, world.a, session, amira, gone)]);
  await taken(world, team.worker, [tallyWrite(team.worker, world.a, session, { day: times.day, n: 3 })]);
  return session;
}

const correct = (session: string, asked: Omit<AskedCorrection, 'id' | 'reason'>, id = uuidv7(), who?: Phone) =>
  say('POST', `/api/sessions/${session}/corrections`, { id, reason: 'Put down wrongly', ...asked }, who);
const putBack = (session: string, correction: string, id = uuidv7()) =>
  say('POST', `/api/sessions/${session}/corrections/${correction}/put-back`, { id });
const corrections = async (session: string) =>
  (await read(session)).history.filter(({ correction }: { correction?: object }) => correction);

const cancelled = {
  changes: [
    { field: 'site', was: 'windmill-hill', is: 'central-park' },
    { field: 'status', was: 'finished', is: 'cancelled' },
    { field: 'reason', was: null, is: 'rain/wind' },
  ],
};

test('a session’s park, state and reason are put right for a reason, which its history says', async () => {
  const session = await held();
  const id = uuidv7();
  expect((await correct(session, cancelled, id)).status).toBe(204);
  const { session: stands, history } = await read(session);
  expect(stands.line).toMatchObject({ site: 'Central Park', status: 'cancelled', reason: 'rain/wind' });
  const said = history.filter(({ of }: { of?: string }) => of === id);
  expect(said[0]).toMatchObject({ byName: 'Cora' });
  expect(said.find(({ correction }: { correction?: object }) => correction).correction).toEqual({
    reason: 'Put down wrongly',
    putBack: false,
  });
  expect(said.find(({ changes }: { changes?: object }) => changes).changes).toContainEqual({
    field: 'site',
    before: 'windmill-hill',
    after: 'central-park',
  });
});

test('pressed twice it is one correction', async () => {
  const session = await held();
  const id = uuidv7();
  const twice = await Promise.all([correct(session, cancelled, id), correct(session, cancelled, id)]);
  expect(twice.map(({ status }) => status)).toEqual([204, 204]);
  expect(await corrections(session)).toHaveLength(1);
});

test('put back, the session stands as it did, and the history says both', async () => {
  const session = await held();
  const id = uuidv7();
  await correct(session, cancelled, id);
  expect((await putBack(session, id)).status).toBe(204);
  const { session: stands } = await read(session);
  expect(stands.line).toMatchObject({ site: 'Windmill Hill', status: 'finished', reason: '' });
  expect((await corrections(session)).map(({ correction }: { correction: object }) => correction)).toEqual([
    { reason: 'Put down wrongly', putBack: true },
    { reason: '', undoes: id, putBack: false },
  ]);
  expect((await putBack(session, id)).status).toBe(409);
});

test('what somebody else changed meanwhile is said, and nothing of the correction is saved', async () => {
  const session = await held();
  const change = patchWrite('session', partnerScope(world.a), session, { site: 'central-park' });
  await taken(world, team.worker, [change]);
  const refused = await correct(session, cancelled);
  expect(refused.status).toBe(409);
  expect(refused.body.detail).toContain('park');
  expect((await read(session)).session.line).toMatchObject({ status: 'finished' });
});

test('what was changed again since is not put back', async () => {
  const session = await held();
  const id = uuidv7();
  await correct(session, { changes: [cancelled.changes[0], { field: 'lead', was: null, is: null }] as never }, id);
  await correct(session, { changes: [{ field: 'site', was: 'central-park', is: 'windmill-hill' }] });
  expect((await putBack(session, id)).status).toBe(409);
});

const stay = { level: 'joined_in', came: at('16:00'), left: at('17:00') } as const;

test('when somebody came and left, and how they took part, is put right and put back', async () => {
  const session = await held();
  const id = uuidv7();
  const later = { level: 'helped', came: at('16:30'), left: at('17:30') } as const;
  expect((await correct(session, { people: [{ person: amira, stay: { was: stay, is: later } }] }, id)).status).toBe(
    204,
  );
  const found = await read(session);
  expect(found.people).toMatchObject([{ person: amira, level: 'helped', arrived: later.came, left: later.left }]);
  const line = found.history.find(({ of, mark }: { of?: string; mark?: object }) => of === id && mark);
  expect(line.mark).toMatchObject({ came: later.came, was: { came: stay.came, at: stay.left, level: 'joined_in' } });
  await putBack(session, id);
  const { people } = await read(session);
  expect(people).toMatchObject([{ level: 'joined_in', arrived: stay.came, left: stay.left, minutes: 60 }]);
});

test('somebody who was not here is taken off, and somebody who was is put down', async () => {
  const session = await held();
  const id = uuidv7();
  const came = { level: 'joined_in', came: at('16:10'), left: '' } as const;
  const people = [
    { person: amira, stay: { was: stay, is: null } },
    { person: ben, stay: { was: null, is: came } },
  ];
  expect((await correct(session, { people }, id)).status).toBe(204);
  const after = await read(session);
  expect(after.session.line).toMatchObject({ named: 1 });
  expect(after.people.find(({ person }: { person: string }) => person === ben)).toMatchObject({ arrived: came.came });
  await putBack(session, id);
  const { people: back } = await read(session);
  const states = Object.fromEntries(
    back.map(({ person, state }: { person: string; state: string }) => [person, state]),
  );
  expect(states).toEqual({ [amira]: 'left', [ben]: 'removed' });
});

const ten = { ageBand: '10-12', gender: 'NK', newness: 'not known', level: 'joined_in' } as const;

test('a count is set to a number, fewer or more, and put back', async () => {
  const session = await held();
  const [fewer, more] = [uuidv7(), uuidv7()];
  expect((await correct(session, { counts: [{ ...ten, was: 3, is: 1 }] }, fewer)).status).toBe(204);
  expect((await read(session)).tallies).toEqual([{ ...ten, n: 1 }]);
  const girls = { ...ten, gender: 'F' } as const;
  await correct(
    session,
    {
      counts: [
        { ...ten, was: 1, is: 2 },
        { ...girls, was: 0, is: 4 },
      ],
    },
    more,
  );
  expect((await read(session)).session.line).toMatchObject({ counted: 6 });
  await putBack(session, more);
  expect((await read(session)).session.line).toMatchObject({ counted: 1 });
  await putBack(session, fewer);
  expect((await read(session)).tallies).toEqual([{ ...ten, n: 3 }]);
});

test('an age and a gender are put right from the session, and put back', async () => {
  const session = await held();
  const id = uuidv7();
  const ageBand = { was: '10-12', is: '13-15' } as const;
  const people = [{ person: amira, ageBand, gender: { was: 'NK', is: 'F' } as const }];
  expect((await correct(session, { people }, id)).status).toBe(204);
  const found = await read(session);
  expect(found.people).toMatchObject([{ ageBand: '13-15', gender: 'F' }]);
  const line = found.history.find(({ of, person }: { of?: string; person?: string }) => of === id && person);
  expect(line.changes).toContainEqual({ field: 'ageBand', before: '10-12', after: '13-15' });
  await putBack(session, id);
  expect((await read(session)).people).toMatchObject([{ ageBand: '10-12', gender: 'NK' }]);
});

test('moved to another day, everybody came at the same time on that day', async () => {
  const session = await held();
  const id = uuidv7();
  const moved = {
    changes: [
      { field: 'day', was: '2026-11-21', is: '2026-11-20' },
      { field: 'actualStart', was: at('16:00'), is: at('16:00', '2026-11-20') },
      { field: 'actualEnd', was: at('18:00'), is: at('18:00', '2026-11-20') },
    ],
  };
  expect((await correct(session, moved as never, id)).status).toBe(204);
  expect((await read(session)).people).toMatchObject([{ arrived: at('16:00', '2026-11-20'), minutes: 60 }]);
  await putBack(session, id);
  expect((await read(session)).people).toMatchObject([{ arrived: at('16:00'), minutes: 60 }]);
});

test('a session that would end before it began is refused in words', async () => {
  const session = await held();
  const refused = await correct(session, {
    changes: [{ field: 'actualEnd', was: at('18:00'), is: at('15:00') }],
  });
  expect(refused.status).toBe(400);
  expect(refused.body.detail).toBe('The end must be after the start.');
});

test('another partner’s session is not there, and a worker’s phone may not say a correction', async () => {
  const session = await held();
  expect((await correct(session, cancelled, uuidv7(), team.otherCoordinator)).status).toBe(404);
  const why = { session, day: '2026-11-21', reason: 'Because', at: at('19:00') };
  const write = { op: 'fact', type: 'correction', id: uuidv7(), scope: `${partnerScope(world.a)}/team`, body: why };
  const [result] = await push(world, team.worker, [entryOf(team.worker, [write as never])]);
  expect(result).toMatchObject({ result: 'refused' });
});
