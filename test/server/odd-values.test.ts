import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { partnerScope, teamScope } from '#domain/records/scopes.ts';
import {
  entryOf,
  factWrite,
  markWrite,
  newWorld,
  noon,
  patchWrite,
  push,
  sessionWrite,
  staff,
  sync,
  tallyWrite,
  today,
  type World,
} from './world.ts';

/** What a phone of somebody else’s making might send: refused with a word, kept, and no record harmed. */

let world: World;
let team: Awaited<ReturnType<typeof staff>>;
beforeAll(async () => {
  world = await newWorld();
  team = await staff(world);
});
afterAll(() => world.close());

const rowOf = async (id: string) =>
  world.server.store.reader.selectFrom('row').selectAll().where('id', '=', id).executeTakeFirst();
const keptOf = async (id: string) =>
  world.server.store.reader.selectFrom('inbox').selectAll().where('id', '=', id).executeTakeFirst();

test('an instant no clock reads is taken in nowhere, and what waits behind it is', async () => {
  const { volunteer } = team;
  const at = `${today}T10:00:00+00`;
  const bad = [
    entryOf(volunteer, [sessionWrite(world.a, uuidv7(), { actualStart: at })]),
    entryOf(volunteer, [markWrite(volunteer, world.a, uuidv7(), uuidv7(), { at })]),
    entryOf(volunteer, [tallyWrite(volunteer, world.a, uuidv7(), { day: '2026-02-31' })]),
    entryOf(volunteer, [sessionWrite(world.a, uuidv7())], { at }),
  ];
  const good = entryOf(volunteer, [sessionWrite(world.a, uuidv7())]);
  const results = await push(world, volunteer, [...bad, good]);
  expect(results.map((each) => (each.result === 'refused' ? each.code : each.result))).toEqual([
    ...['invalid', 'invalid', 'invalid', 'invalid'],
    'ok',
  ]);
  expect(results[0]).toMatchObject({ why: 'actualStart: not an instant' });
  for (const { id } of bad) expect(await keptOf(id)).toBeDefined();
  const phone = { version: '1', unsent: 1, oldestUnsentAt: '2026-01-01T00:00:00+00' };
  const round = { protocol: 1, epoch: '', entries: [], scopes: {}, phone };
  expect((await world.say('POST', '/api/sync/1', round, { token: volunteer.fullToken })).status).toBe(400);
});

test('a park keeps a time zone there is', async () => {
  const site = (timeZone: string) => ({
    ...{ op: 'create', type: 'site', id: uuidv7(), scope: 'programme', body: { name: 'Hill', timeZone } },
  });
  const entries = ['Not/AZone', 'Europe/London'].map((zone) => entryOf(world.ann, [site(zone) as never]));
  expect(await push(world, world.ann, entries)).toMatchObject([{ code: 'invalid' }, { result: 'ok' }]);
});

test('a place nobody reads takes nothing in, nor does a partner there is not', async () => {
  const { worker } = team;
  const home = partnerScope(world.a);
  const note = (scope: string) =>
    factWrite(worker, 'note', scope, { session: uuidv7(), day: today, text: 'x', at: `${today}T12:00:00.000Z` });
  const transfer = (alsoScope: string) => {
    const body = { set: 'ball', n: 1, from: `store:${world.a}`, day: today, at: `${today}T12:00:00.000Z` };
    return { ...factWrite(worker, 'transfer', home, body), alsoScope };
  };
  const codes = async (phone: typeof worker, writes: object[]) =>
    (
      await push(
        world,
        phone,
        writes.map((write) => entryOf(phone, [write as never])),
      )
    ).map((each) => (each.result === 'refused' ? each.code : each.result));
  const session = (scope: string) => ({ ...sessionWrite(world.a, uuidv7()), scope });
  expect(
    await codes(worker, [
      session(`${home}/partner`),
      session(`${home}/partner/x`),
      note(`${teamScope(world.a)}/extra`),
    ]),
  ).toEqual(['invalid', 'invalid', 'invalid']);
  expect(await codes(worker, [transfer(`${home}/partner`), transfer(home)])).toEqual(['also_scope', 'also_scope']);
  expect(await codes(worker, [session('partner/nobody')])).toEqual(['no_right']);
  expect(await codes(world.ann, [session('partner/nobody'), session(home)])).toEqual(['invalid', 'ok']);
});

test('a count under the id of a debrief leaves the debrief to its team', async () => {
  const { worker, volunteer } = team;
  const session = uuidv7();
  const body = { session, day: today, ageBand: '10-12', n: 1, at: `${today}T12:00:00.000Z` };
  const squat = factWrite(volunteer, 'tally', partnerScope(world.a), body, `debrief:${session}`);
  expect(await push(world, volunteer, [entryOf(volunteer, [squat])])).toMatchObject([{ code: 'invalid' }]);
  const debrief = {
    op: 'create',
    type: 'debrief',
    id: `debrief:${session}`,
    scope: teamScope(world.a),
    body: { session },
  } as const;
  expect(await push(world, worker, [entryOf(worker, [debrief])])).toMatchObject([{ result: 'ok' }]);
});

test('a session does not grow without end, and what it was stays', async () => {
  const { volunteer } = team;
  const id = uuidv7();
  await push(world, volunteer, [entryOf(volunteer, [sessionWrite(world.a, id)])]);
  const team_ = (from: number, n: number) =>
    Object.fromEntries(Array.from({ length: n }, (_, at) => [`team/${'m'.repeat(20)}${from + at}`, true]));
  const patch = (body: Record<string, unknown>) =>
    entryOf(volunteer, [patchWrite('session', partnerScope(world.a), id, body)]);
  expect(await push(world, volunteer, [patch(team_(0, 200))])).toMatchObject([{ result: 'ok' }]);
  const before = await rowOf(id);
  const more = patch(team_(200, 2500));
  expect(await push(world, volunteer, [more])).toMatchObject([{ code: 'too_large', why: 'team: more than 200' }]);
  expect(await keptOf(more.id)).toBeDefined();
  expect(await rowOf(id)).toEqual(before);
  expect(await push(world, volunteer, [patch({ weather: 'dry' })])).toMatchObject([{ result: 'ok' }]);
});

test('a volunteer opens no old session by dating an entry back', async () => {
  const { worker, volunteer } = team;
  const id = uuidv7();
  const old = sessionWrite(world.a, id, { day: '2026-10-06', status: { is: 'finished', reopened: 0 } });
  await push(world, worker, [entryOf(worker, [old], { at: '2026-10-06T12:00:00.000Z' })]);
  const edit = (at: string) =>
    entryOf(volunteer, [patchWrite('session', partnerScope(world.a), id, { minutesLost: 60 })], { at });
  const refused = await push(world, volunteer, [edit('2026-10-06T15:00:00.000Z'), edit(`${today}T12:00:00.000Z`)]);
  expect(refused).toMatchObject([{ code: 'no_right' }, { code: 'no_right' }]);
  world.clock.ms = Date.parse('2026-10-15T12:00:00.000Z');
  expect(await push(world, volunteer, [edit('2026-10-06T15:00:00.000Z')])).toMatchObject([{ result: 'ok' }]);
  world.clock.ms = noon;
});

test('a field that would be dropped on the way is refused and kept, not acknowledged', async () => {
  const { worker } = team;
  const id = uuidv7();
  await push(world, worker, [entryOf(worker, [sessionWrite(world.a, id)])]);
  for (const field of ['constructor', '__proto__', 'prototype']) {
    const body = JSON.parse(`{"weather":"dry","${field}":"x"}`);
    const entry = entryOf(worker, [patchWrite('session', partnerScope(world.a), id, body)]);
    expect(await push(world, worker, [entry])).toMatchObject([{ code: 'invalid' }]);
    expect((await keptOf(entry.id))?.body).toContain(`"${field}"`);
  }
  expect((await rowOf(id))?.body).not.toContain('dry');
});

test('what has no id it could be kept under is answered in its place', async () => {
  const { worker } = team;
  const good = entryOf(worker, [sessionWrite(world.a, uuidv7())]);
  const results = (await sync(world, worker, [{ ...good, id: 'short' }, good])).results;
  expect(results).toMatchObject([
    { id: '', code: 'invalid', seq: 0, final: false },
    { id: good.id, result: 'ok' },
  ]);
});

test('a session whose record is damaged stands in every report as one that cannot be read, beside the others', async () => {
  const { worker } = team;
  const [whole, damaged] = [uuidv7(), uuidv7()];
  const day = '2026-11-20';
  const sessions = [whole, damaged].map((id) => entryOf(worker, [sessionWrite(world.a, id, { day })]));
  await push(world, worker, [...sessions, entryOf(worker, [tallyWrite(worker, world.a, whole, { day, n: 3 })])]);
  await world.server.store.write((db) =>
    db.updateTable('row').set({ body: 'null' }).where('id', '=', damaged).execute(),
  );
  const get = (path: string) =>
    world.say('GET', `${path}?from=${day}&to=${day}`, undefined, { token: world.ann.fullToken });
  const csv = (await get('/api/exports/sessions.csv')).text.split('\r\n');
  expect(csv.filter((line) => line.includes('cannot be read'))).toHaveLength(1);
  expect(csv.find((line) => line.includes(damaged))).toContain('cannot be read');
  expect(csv.find((line) => line.includes(whole))).toContain('running');
  expect((await get('/api/exports/sessions.xlsx')).status).toBe(200);
  expect((await get('/api/sessions')).body.totals).toMatchObject({ sessions: 2, counted: 3 });
  expect((await get('/api/overview')).body.totals).toMatchObject({ sessions: 2, counted: 3 });
});
