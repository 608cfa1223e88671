import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnswerTo } from '#domain/all-answers.ts';
import { partnerScope } from '#domain/records/scopes.ts';
import { newWorld, type Phone, patchWrite, siteWrite, staff, taken, type World } from './world.ts';

/** Who changed what in the set-up, and how it is undone. */

let world: World;
let team: Awaited<ReturnType<typeof staff>>;
beforeAll(async () => {
  world = await newWorld();
  team = await staff(world);
});
afterAll(() => world.close());

type Change = AnswerTo<'GET /api/set-up/changes'>['changes'][number];
const changes = async (of?: string, { fullToken: token }: Phone = team.coordinator): Promise<Change[]> =>
  (await world.say('GET', `/api/set-up/changes${of ? `?of=${of}` : ''}`, undefined, { token })).body.changes;
const undo = ({ record, entry }: Pick<Change, 'record' | 'entry'>, id = uuidv7(), who: Phone = team.coordinator) =>
  world.say('POST', '/api/set-up/changes/undo', { id, record, entry }, { token: who.fullToken });
const newest = async (of: string): Promise<Change> => {
  const [first] = await changes(of);
  if (!first) throw new Error('nothing was changed');
  return first;
};

async function park(): Promise<string> {
  const id = uuidv7();
  await taken(world, team.coordinator, [siteWrite(id, { name: 'Windmill Hill', ward: 'Central' })]);
  return id;
}
const change = (who: Phone, id: string, body: object) =>
  taken(world, who, [patchWrite('site', 'programme', id, { ...body })]);

test('a park says who made it and who changed what, newest first', async () => {
  const id = await park();
  await change(team.otherCoordinator, id, { ward: 'Northfleet', access: 'Gate B' });
  expect(await changes(id)).toMatchObject([
    {
      name: 'Windmill Hill',
      type: 'site',
      byName: 'Otto',
      isNew: false,
      undo: 'may',
      changes: [
        { field: 'ward', before: 'Central', after: 'Northfleet' },
        { field: 'access', before: null, after: 'Gate B' },
      ],
    },
    { byName: 'Cora', isNew: true, undo: 'new' },
  ]);
});

test('undoing is a new change that says so, once however often it is sent, and can itself be undone', async () => {
  const id = await park();
  await change(team.otherCoordinator, id, { ward: 'Northfleet', access: 'Gate B' });
  const done = await newest(id);
  const again = uuidv7();
  expect((await undo(done, again)).status).toBe(204);
  expect((await undo(done, again)).status).toBe(204);
  const after = await changes(id);
  expect(after).toMatchObject([
    { byName: 'Cora', undoes: done.entry, undo: 'may', changes: [{ after: 'Central' }, { after: null }] },
    { undo: 'undone' },
    { undo: 'new' },
  ]);
  expect(await undo(done)).toMatchObject({ status: 409, body: { detail: 'That was undone already.' } });
  expect((await undo(await newest(id))).status).toBe(204);
  expect((await newest(id)).changes).toMatchObject([{ after: 'Northfleet' }, { after: 'Gate B' }]);
});

test('what somebody changed since is not undone', async () => {
  const id = await park();
  await change(team.otherCoordinator, id, { ward: 'Northfleet' });
  const first = await newest(id);
  await change(team.coordinator, id, { ward: 'Painters Ash' });
  expect((await changes(id))[1]?.undo).toBe('changed since');
  const refused = await undo(first);
  expect(refused.status).toBe(409);
  expect(refused.body.detail).toContain('changed again since');
  expect((await newest(id)).changes).toMatchObject([{ before: 'Northfleet', after: 'Painters Ash' }]);
});

test('what was added is closed, not undone', async () => {
  const refused = await undo(await newest(await park()));
  expect(refused).toMatchObject({ status: 409 });
  expect(refused.body.detail).toContain('Close it');
});

test('saying again what stands is no change', async () => {
  const id = await park();
  await change(team.otherCoordinator, id, { ward: 'Central' });
  expect(await changes(id)).toHaveLength(1);
});

test('a set put back keeps what was in the version that boxes were given out by', async () => {
  const id = uuidv7();
  const body = { name: 'Box', kind: 'CON', version: 1, [`part/1:${id}`]: 2 };
  await taken(world, team.coordinator, [{ op: 'create', type: 'set', id, scope: 'programme', body }]);
  const next = { version: 2, [`part/2:${id}`]: 3 };
  await taken(world, team.coordinator, [patchWrite('set', 'programme', id, next)]);
  await undo(await newest(id));
  expect(await changes(id)).toMatchObject([
    { changes: [{ field: 'version', before: 2, after: 1 }] },
    { undo: 'undone' },
    { isNew: true },
  ]);
});

test('a partner’s coordinator reads and undoes no target of another partner, and not what only the programme may', async () => {
  const id = uuidv7();
  const target = { op: 'create', type: 'target', id, scope: partnerScope(world.a), body: { n: 20, by: '2026-12-31' } };
  await taken(world, team.coordinator, [{ ...target, op: 'create' as const }]);
  await taken(world, team.coordinator, [patchWrite('target', partnerScope(world.a), id, { n: 30 })]);
  const own = await newest(id);
  expect(own).toMatchObject({ type: 'target', partnerName: 'Refocus', changes: [{ before: 20, after: 30 }] });
  expect(await changes(id, team.otherCoordinator)).toEqual([]);
  expect((await undo(own, uuidv7(), team.otherCoordinator)).status).toBe(404);
  await taken(world, world.ann, [patchWrite('partner', 'programme', world.b, { contact: 'Otto' })]);
  const partner = await newest(world.b);
  expect(partner).toMatchObject({ type: 'partner', byName: 'Ann', undo: 'may' });
  expect((await undo(partner)).status).toBe(403);
  expect((await undo(partner, uuidv7(), world.ann)).status).toBe(204);
});

test('workers are told nothing of it', async () => {
  const { fullToken: token } = team.worker;
  expect((await world.say('GET', '/api/set-up/changes', undefined, { token })).status).toBe(403);
});
