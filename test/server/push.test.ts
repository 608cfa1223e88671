import { gzipSync } from 'node:zlib';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Entry } from '#domain/records/entry.ts';
import { partnerScope, teamScope } from '#domain/records/scopes.ts';
import {
  entryOf,
  factWrite,
  markWrite,
  newWorld,
  noon,
  patchWrite,
  personWrite,
  push,
  sessionWrite,
  staff,
  sync,
  tallyWrite,
  type World,
} from './world.ts';

let world: World;
let team: Awaited<ReturnType<typeof staff>>;
beforeAll(async () => {
  world = await newWorld();
  team = await staff(world);
});
afterAll(() => world.close());

const kept = async (id: string, by?: string) => {
  const query = world.server.store.reader.selectFrom('inbox').selectAll().where('id', '=', id);
  return (by === undefined ? query : query.where('author', '=', by)).executeTakeFirst();
};
const stored = async (id: string) =>
  world.server.store.reader.selectFrom('row').selectAll().where('id', '=', id).executeTakeFirst();

test('the same push sent three times is applied once', async () => {
  const { worker } = team;
  const entry = entryOf(worker, [sessionWrite(world.a, uuidv7())]);
  const [first] = await push(world, worker, [entry]);
  const [second] = await push(world, worker, [entry, entry]);
  expect(first).toMatchObject({ id: entry.id, result: 'ok' });
  expect(second).toEqual({ ...first, result: 'dup' });
  const tally = tallyWrite(worker, world.a, entry.writes[0]!.id);
  await push(world, worker, [entryOf(worker, [tally])]);
  const row = await stored(tally.id);
  // The same fact in an entry of another id, as after a restore: known, and still there once.
  expect((await push(world, worker, [entryOf(worker, [tally])]))[0]?.result).toBe('ok');
  expect(await stored(tally.id)).toEqual(row);
});

test('one bad entry in a push delays no other and is kept', async () => {
  const { worker } = team;
  const id = uuidv7();
  const good = entryOf(worker, [sessionWrite(world.a, id)]);
  const bad = entryOf(worker, [tallyWrite(worker, world.a, id, { n: 1.5 })]);
  const better = entryOf(worker, [tallyWrite(worker, world.a, id)]);
  const results = await push(world, worker, [good, bad, 'no entry', { id: 'half-an-entry' }, better]);
  expect(results.map((each) => (each.result === 'refused' ? each.code : each.result))).toEqual([
    'ok',
    'invalid',
    'invalid',
    'invalid',
    'ok',
  ]);
  expect(JSON.parse((await kept(bad.id))!.body)).toEqual(bad);
  expect((await kept('half-an-entry'))!.author).toBe(worker.member);
});

test('an entry of which one write is refused leaves none of them', async () => {
  const { worker } = team;
  const person = uuidv7();
  const entry = entryOf(worker, [personWrite(world.a, person), personWrite(world.b, uuidv7())]);
  expect(await push(world, worker, [entry])).toMatchObject([{ result: 'refused', code: 'no_right' }]);
  expect(await stored(person)).toBeUndefined();
});

test('nobody writes outside their scopes, whatever the write says', async () => {
  const { worker, volunteer, otherWorker, lead } = team;
  const theirs = uuidv7();
  const ours = uuidv7();
  await push(world, otherWorker, [entryOf(otherWorker, [sessionWrite(world.b, theirs, { site: 'quarry' })])]);
  await push(world, worker, [entryOf(worker, [sessionWrite(world.a, ours)])]);
  const before = await stored(theirs);
  const refused = async (phone: typeof worker, entry: Entry) => {
    const [result] = await push(world, phone, [entry]);
    expect(result?.result).toBe('refused');
    expect(await kept(entry.id)).toBeDefined();
    return result?.result === 'refused' ? result.code : '';
  };
  // The stored row is B's: naming A's scope, or B's, does not help, and is answered as if there were none.
  const mine = patchWrite('session', partnerScope(world.a), theirs, { site: 'elsewhere' });
  expect(await refused(worker, entryOf(worker, [mine]))).toBe('unknown_id');
  const named = patchWrite('session', partnerScope(world.b), theirs, { site: 'elsewhere' });
  expect(await refused(worker, entryOf(worker, [named]))).toBe('no_right');
  // A programme coordinator may write in both, but a row still never leaves its scope.
  expect(await refused(world.ann, entryOf(world.ann, [mine]))).toBe('other_scope');
  const note = factWrite(volunteer, 'note', teamScope(world.a), {
    session: ours,
    day: '2026-11-22',
    text: 'x',
    at: '2026-11-22T12:00:00.000Z',
  });
  expect(await refused(volunteer, entryOf(volunteer, [note]))).toBe('no_right');
  expect(await refused(lead, entryOf(lead, [personWrite(world.a, uuidv7())]))).toBe('no_right');
  const promoted = patchWrite('member', 'programme', worker.member, { 'role/programmeCoordinator:all': true });
  expect(await refused(worker, entryOf(worker, [promoted]))).toBe('no_right');
  expect(await refused(world.ann, entryOf(world.ann, [promoted]))).toBe('no_right');
  const site = { op: 'create', type: 'site', id: uuidv7(), scope: 'programme', body: { name: 'S' } } as const;
  expect(await refused(worker, entryOf(worker, [site]))).toBe('no_right');
  const unknown = { op: 'create', type: 'spell', id: uuidv7(), scope: partnerScope(world.a), body: {} } as const;
  expect(await refused(worker, entryOf(worker, [unknown]))).toBe('invalid');
  const elsewhere = { ...sessionWrite(world.a, uuidv7()), scope: 'partner/nobody' };
  expect(await refused(worker, entryOf(worker, [elsewhere]))).toBe('no_right');
  const two = { ...sessionWrite(world.a, uuidv7()), alsoScope: partnerScope(world.b) };
  expect(await refused(worker, entryOf(worker, [two]))).toBe('also_scope');
  expect(await stored(theirs)).toEqual(before);
});

test('nothing is saved under another name (I18)', async () => {
  const { worker, otherWorker, volunteer } = team;
  for (const forged of [
    entryOf(otherWorker, [personWrite(world.a, uuidv7())]),
    entryOf(volunteer, [personWrite(world.a, uuidv7())]),
    entryOf({ ...volunteer, device: worker.device }, [personWrite(world.a, uuidv7())]),
    entryOf({ ...worker, device: world.ann.device }, [personWrite(world.a, uuidv7())]),
  ]) {
    expect(await push(world, worker, [forged])).toMatchObject([{ result: 'refused', code: 'other_author' }]);
    expect(await stored(forged.writes[0]!.id)).toBeUndefined();
    // Accepting it does not make it theirs either.
    const accepted = await world.say('POST', `/api/inbox/${forged.id}/accept`, undefined, {
      token: world.ann.fullToken,
    });
    expect(accepted.body.result).toMatchObject({ result: 'refused', code: 'other_author' });
  }
});

test('nobody takes the place of what the inbox keeps for another', async () => {
  const { worker, otherWorker } = team;
  const first = entryOf(worker, [personWrite(world.b, uuidv7())]);
  await push(world, worker, [first]);
  const thief = { ...entryOf(otherWorker, [personWrite(world.b, uuidv7())]), id: first.id };
  expect(await push(world, otherWorker, [thief])).toMatchObject([
    { result: 'refused', code: 'other_author', final: false },
  ]);
  expect(await push(world, otherWorker, [{ id: first.id }])).toMatchObject([{ result: 'refused' }]);
  expect(JSON.parse((await kept(first.id, worker.member))!.body)).toEqual(first);
  expect(await stored(thief.writes[0]!.id)).toBeUndefined();
});

test('a fact keeps its bytes: another hash, a second body and SQL itself are refused', async () => {
  const { worker } = team;
  const session = uuidv7();
  const mark = markWrite(worker, world.a, session, uuidv7());
  await push(world, worker, [entryOf(worker, [sessionWrite(world.a, session), mark])]);
  const changed = { ...mark, body: { ...mark.body, state: 'removed' } };
  expect(await push(world, worker, [entryOf(worker, [changed])])).toMatchObject([{ code: 'other_hash' }]);
  const second = factWrite(worker, 'mark', partnerScope(world.a), { ...mark.body, state: 'removed' }, mark.id);
  expect(await push(world, worker, [entryOf(worker, [second])])).toMatchObject([{ code: 'other_hash' }]);
  const bySql = (body: string) =>
    world.server.store.write((db) => db.updateTable('row').set({ body }).where('id', '=', mark.id).execute());
  await expect(bySql('{}')).rejects.toThrow('a fact never changes');
  const dropped = world.server.store.write((db) => db.deleteFrom('row').where('id', '=', mark.id).execute());
  await expect(dropped).rejects.toThrow('rows are never dropped');
  expect(JSON.parse((await stored(mark.id))!.body)).toEqual(mark.body);
});

test('a volunteer’s pull holds no row outside the scopes of a volunteer', async () => {
  const { volunteer, worker, otherWorker } = team;
  const session = uuidv7();
  const note = factWrite(worker, 'note', teamScope(world.a), {
    session,
    day: '2026-11-22',
    text: 'tired',
    at: '2026-11-22T12:00:00.000Z',
  });
  await push(world, worker, [entryOf(worker, [sessionWrite(world.a, session), note])]);
  await push(world, otherWorker, [entryOf(otherWorker, [personWrite(world.b, uuidv7(), { knownAs: 'Zebedee' })])]);
  const asked = {
    programme: 0,
    [partnerScope(world.a)]: 0,
    [teamScope(world.a)]: 0,
    [partnerScope(world.b)]: 0,
    sealed: 0,
  };
  const answer = await sync(world, volunteer, [], asked);
  expect(Object.keys(answer.scopes).sort()).toEqual([partnerScope(world.a), 'programme'].sort());
  expect([...answer.dropped].sort()).toEqual([teamScope(world.a), partnerScope(world.b), 'sealed'].sort());
  expect(JSON.stringify(answer)).not.toMatch(/Zebedee|tired/);
  for (const [scope, { rows }] of Object.entries(answer.scopes)) {
    for (const row of rows) expect(row.scope).toBe(scope);
  }
});

test('what someone who has left still sends is kept, and their scopes are taken back', async () => {
  const leaver = await world.add('Lev', [{ role: 'worker', partner: world.a }]);
  await world.say('POST', `/api/team/${leaver.member}/leave`, undefined, { token: world.ann.fullToken });
  const entry = entryOf(leaver, [personWrite(world.a, uuidv7())]);
  const answer = await sync(world, leaver, [entry], { programme: 0, [partnerScope(world.a)]: 0 });
  expect(answer.results).toMatchObject([{ result: 'refused', code: 'no_right', final: false }]);
  expect(answer.scopes).toEqual({});
  expect(answer.dropped).toContain('programme');
  const accepted = await world.say('POST', `/api/inbox/${entry.id}/accept`, undefined, {
    token: team.coordinator.fullToken,
  });
  expect(accepted.body.result).toMatchObject({ id: entry.id, result: 'ok' });
  expect(await stored(entry.writes[0]!.id)).toMatchObject({ author: leaver.member, device: leaver.device });
  expect((await sync(world, leaver, [entry])).results).toMatchObject([{ result: 'dup' }]);
});

test('refused, seen by its own partner’s coordinator only, discarded, and told so', async () => {
  const { worker, coordinator, otherCoordinator } = team;
  const entry = entryOf(worker, [personWrite(world.a, uuidv7(), { knownAs: 'Ophelia', leaf: 99 })]);
  await push(world, worker, [entry]);
  const seenBy = async (token: string) => (await world.say('GET', '/api/inbox', undefined, { token })).text;
  expect(await seenBy(coordinator.fullToken)).toContain('Ophelia');
  expect(await seenBy(otherCoordinator.fullToken)).not.toContain('Ophelia');
  const discard = (token: string) => world.say('POST', `/api/inbox/${entry.id}/discard`, undefined, { token });
  expect((await discard(otherCoordinator.fullToken)).status).toBe(404);
  expect((await discard(coordinator.fullToken)).status).toBe(204);
  expect((await discard(coordinator.fullToken)).status).toBe(409);
  expect(await push(world, worker, [entry])).toMatchObject([{ result: 'refused', code: 'closed', final: true }]);
});

test('a fix and an acceptance race: the first closes the entry, the other changes nothing', async () => {
  const { worker, coordinator } = team;
  const session = uuidv7();
  await push(world, worker, [entryOf(worker, [sessionWrite(world.a, session)])]);
  const wrong = entryOf(worker, [tallyWrite(worker, world.a, session, { n: 1001 })]);
  await push(world, worker, [wrong]);
  const fix = entryOf(worker, [tallyWrite(worker, world.a, session, { n: 10 })], { instead: wrong.id });
  expect(await push(world, worker, [fix])).toMatchObject([{ result: 'ok' }]);
  const late = await world.say('POST', `/api/inbox/${wrong.id}/accept`, undefined, { token: coordinator.fullToken });
  expect(late.status).toBe(409);
  expect(await push(world, worker, [wrong])).toMatchObject([{ code: 'closed', final: true }]);
});

test('a page ends between two saves, and the last page ends at the head', async () => {
  const { worker } = team;
  const scope = partnerScope(world.a);
  const ids = new Set<string>();
  // Saves of 150 rows: wherever the page begins, its two-thousandth row is hardly the last of one.
  for (let save = 0; save < 15; save += 1) {
    const people = Array.from({ length: 150 }, () => personWrite(world.a, uuidv7()));
    for (const { id } of people) ids.add(id);
    await push(world, worker, [entryOf(worker, people)]);
  }
  const first = (await sync(world, worker, [], { [scope]: 0 })).scopes[scope]!;
  expect(first.more).toBe(true);
  expect(first.rows.length).toBeGreaterThanOrEqual(2000);
  expect(first.cursor).toBe(first.rows.at(-1)?.seq);
  const second = await sync(world, worker, [], { [scope]: first.cursor });
  const head = await world.server.ledger.read((tx) => tx.head());
  expect(second.scopes[scope]).toMatchObject({ more: false, cursor: head.seq });
  expect(second.scopes[scope]!.rows.every(({ seq }) => seq > first.cursor)).toBe(true);
  for (const { id } of [...first.rows, ...second.scopes[scope]!.rows]) ids.delete(id);
  expect(ids.size).toBe(0);
});

test('another epoch: entries are taken, no row is given', async () => {
  const { worker } = team;
  const entry = entryOf(worker, [personWrite(world.a, uuidv7())]);
  const round = {
    protocol: 1,
    epoch: 'before-the-restore',
    entries: [entry],
    scopes: {},
    phone: { version: '1', unsent: 1, oldestUnsentAt: null },
  };
  const { body } = await world.say('POST', '/api/sync/1', round, { token: worker.fullToken });
  expect(body.results).toMatchObject([{ result: 'ok' }]);
  expect(body.scopes).toEqual({});
});

test('a fast phone does not win for years, and an edit made after seeing another wins', async () => {
  const { worker } = team;
  const id = uuidv7();
  await push(world, worker, [
    entryOf(worker, [sessionWrite(world.a, id, { minutesLost: 1 })], { clock: noon + 94_608_000_000 }),
  ]);
  const [slow] = await push(world, worker, [
    entryOf(worker, [patchWrite('session', partnerScope(world.a), id, { minutesLost: 2 })], { clock: noon + 120_000 }),
  ]);
  expect(slow?.result).toBe('ok');
  expect(JSON.parse((await stored(id))!.body).minutesLost).toBe(2);
});

const raw = async (body: Uint8Array | string, headers: Record<string, string>) => {
  const response = await world.server.app.request('/api/sync/1', {
    method: 'POST',
    body: body as BodyInit, // bytes are one
    headers: { Authorization: `Bearer ${team.worker.fullToken}`, 'Content-Type': 'application/json', ...headers },
  });
  return { status: response.status, type: response.headers.get('Content-Type'), text: await response.text() };
};

test('what is no round of sync gets a clear answer and no stack', async () => {
  const round = {
    protocol: 1,
    epoch: '',
    entries: [],
    scopes: {},
    phone: { version: '1', unsent: 0, oldestUnsentAt: null },
  };
  const gz = { 'Content-Encoding': 'gzip' };
  const cases: [number, Uint8Array | string, Record<string, string>?][] = [
    [400, ''],
    [400, '{'],
    [400, '[]'],
    [400, 'null'],
    [400, JSON.stringify({ ...round, protocol: 2 })],
    [400, JSON.stringify({ ...round, entries: 'all' })],
    [400, JSON.stringify({ ...round, scopes: { programme: -1 } })],
    [400, JSON.stringify({ ...round, scopes: { programme: '1 or 1=1' } })],
    [400, JSON.stringify({ ...round, entries: Array(501).fill({}) })],
    [400, new Uint8Array([0xff, 0xfe, 0x00])],
    [400, `${'['.repeat(200_000)}`],
    [400, JSON.stringify({ ...round, entries: [JSON.parse(`${'['.repeat(40)}${']'.repeat(40)}`)] })],
    [400, 'not gzip', gz],
    [400, gzipSync(JSON.stringify(round)).subarray(0, 30), gz],
    [413, gzipSync(Buffer.alloc(50 * 1024 * 1024)), gz],
    [413, 'x'.repeat(700 * 1024)],
    [415, 'br', { 'Content-Encoding': 'br' }],
    [415, JSON.stringify(round), { 'Content-Type': 'text/plain' }],
    [200, gzipSync(JSON.stringify(round)), gz],
  ];
  for (const [status, body, headers = {}] of cases) {
    const answer = await raw(body, headers);
    expect(answer.status, `${String(body).slice(0, 60)}: ${answer.text.slice(0, 200)}`).toBe(status);
    if (status !== 200) expect(answer.type).toBe('application/problem+json');
    expect(answer.text).not.toMatch(/at .*\.ts|node_modules/);
  }
});

test('entries of every wrong shape are refused one by one, never a fault', async () => {
  const { worker } = team;
  const good = entryOf(worker, [personWrite(world.a, uuidv7())]);
  const odd: unknown[] = [
    null,
    7,
    'text',
    [],
    {},
    { id: 5 },
    { id: '../../etc/passwd' },
    { ...good, id: uuidv7(), clock: 'now' },
    { ...good, id: uuidv7(), clock: -1 },
    { ...good, id: uuidv7(), clock: Number.MAX_VALUE },
    { ...good, id: uuidv7(), writes: {} },
    { ...good, id: uuidv7(), writes: [{ ...good.writes[0], body: null }] },
    { ...good, id: uuidv7(), writes: [{ ...good.writes[0], id: "'; drop table row; --" }] },
    { ...good, id: uuidv7(), writes: [{ ...good.writes[0], body: { constructor: 'x', __proto__: 'y' } }] },
    { ...good, id: uuidv7(), writes: [{ ...good.writes[0], type: 'constructor' }] },
    { ...good, id: uuidv7(), writes: [{ ...good.writes[0], type: 'toString' }] },
    { ...good, id: uuidv7(), schema: 99 },
    { ...good, id: uuidv7(), at: 'yesterday' },
    { ...good, id: uuidv7(), more: true },
    { ...good, id: uuidv7(), writes: [personWrite(world.a, uuidv7(), { knownAs: '\ud800' })], by: 'constructor' },
  ];
  const results = await push(world, worker, [...odd, good]);
  expect(results).toHaveLength(odd.length + 1);
  for (const result of results.slice(0, -1)) expect(result.result).toBe('refused');
  expect(results.at(-1)?.result).toBe('ok');
});

test('an entry too large for a push of its own is kept and said to be so', async () => {
  const { worker } = team;
  const id = uuidv7();
  const huge = entryOf(worker, [{ ...sessionWrite(world.a, id), body: { x: 'y'.repeat(300 * 1024) } }]);
  expect(await push(world, worker, [huge])).toMatchObject([{ result: 'refused', code: 'too_large' }]);
});

test('the inbox takes two thousand entries of a phone in a day; more waits on the phone, and what is right goes on', async () => {
  const flooding = await world.add('Flo', [{ role: 'volunteer', partner: world.a }]);
  const bad = () => Array.from({ length: 500 }, () => ({ id: uuidv7(), no: 'entry' }));
  for (let round = 0; round < 4; round += 1) await push(world, flooding, bad());
  const [odd] = bad();
  const right = entryOf(flooding, [personWrite(world.a, uuidv7())]);
  const full = await sync(world, flooding, [odd, right], { programme: 0 });
  expect(full.results).toMatchObject([{ result: 'refused', code: 'invalid', seq: 0, final: false }, { result: 'ok' }]);
  expect(full.scopes.programme?.rows.length).toBeGreaterThan(0);
  expect(await kept(odd!.id)).toBeUndefined();
  await push(world, team.volunteer, [entryOf(team.volunteer, [personWrite(world.a, uuidv7())])]);
  world.clock.ms += 86_400_000;
  expect(await push(world, flooding, bad())).toHaveLength(500);
  world.clock.ms = noon;
});
