import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { teamScope } from '#domain/records/scopes.ts';
import { entryOf, newWorld, personWrite, sessionWrite, siteWrite, staff, sync, today, type World } from './world.ts';

/** What coordinators write for the papers of a period, and what is kept back of it. */

let world: World;
let team: Awaited<ReturnType<typeof staff>>;
const days = { from: today, to: today };
const query = `from=${today}&to=${today}`;

beforeAll(async () => {
  world = await newWorld();
  team = await staff(world);
  const { worker } = team;
  await sync(world, world.ann, [entryOf(world.ann, [siteWrite('windmill-hill')])]);
  const over = { status: { is: 'finished', reopened: 0 }, actualStart: `${today}T10:00:00.000Z` };
  await sync(world, worker, [
    entryOf(worker, [sessionWrite(world.a, 'aa-session', { ...over, actualEnd: `${today}T12:00:00.000Z` })]),
    entryOf(worker, [personWrite(world.a, 'aa-person', { knownAs: 'Amira' })]),
    entryOf(worker, [
      {
        ...{ op: 'create', type: 'debrief', id: 'debrief:aa-session', scope: teamScope(world.a) },
        body: {
          session: 'aa-session',
          day: today,
          wentWell: 'Everybody laughed.',
          different: 'Amira needs a quiet corner.',
        },
      },
    ]),
  ]);
});
afterAll(() => world.close());

const as = (phone: { fullToken: string }) => ({ token: phone.fullToken });
const write = (text: string, more: Record<string, unknown> = {}, who = world.ann) =>
  world.say('PUT', '/api/written', { ...days, kind: 'achievements', text, isSure: false, ...more }, as(who));
const read = async (who = world.ann) => (await world.say('GET', `/api/written?${query}`, undefined, as(who))).body;
const paper = async (profile = 'funder', name = 'pack.md', who = world.ann) =>
  (await world.say('GET', `/api/papers/${name}?${query}&profile=${profile}`, undefined, as(who))).text;

beforeEach(async () => {
  await write('');
});

test('what is written stands in the papers of its days, with who wrote it', async () => {
  await write('Forty came, and nobody went home early.');
  expect((await read()).texts).toMatchObject([{ kind: 'achievements', findings: [], waits: false, byName: 'Ann' }]);
  for (const name of ['pack.md', 'return.md', 'committee.md', 'pack.html'])
    expect(await paper('funder', name)).toContain('Forty came, and nobody went home early.');
  const other = await world.say('GET', '/api/papers/pack.md?from=2020-01-01&to=2020-01-31', undefined, as(world.ann));
  expect(other.text).not.toContain('Forty came');
});

test('a text that may name somebody is left out of papers for others, and they say so, until somebody confirms it', async () => {
  const text = 'Amira came every week.';
  await write(text);
  expect((await read()).texts).toMatchObject([{ waits: true, findings: [{ from: 0, to: 5, why: 'name' }] }]);
  for (const profile of ['funder', 'public']) {
    expect(await paper(profile)).not.toContain(text);
    expect(await paper(profile)).toContain('Left out');
  }
  expect(await paper('internal')).toContain(text);
  await write(text, { isSure: true });
  expect((await read()).texts).toMatchObject([{ waits: false }]);
  expect(await paper()).toContain(text);
});

test('what was confirmed holds for these words: changed, or beside a name that came later, it waits again', async () => {
  await write('Amira came every week.', { isSure: true });
  await write('Amira came every week, in her chair.');
  expect((await read()).texts).toMatchObject([{ waits: true }]);
  await write('Thora helped.', { isSure: true });
  expect((await read()).texts).toMatchObject([{ waits: false }]);
  await sync(world, team.worker, [entryOf(team.worker, [personWrite(world.a, 'thora-person', { knownAs: 'Thora' })])]);
  expect((await read()).texts).toMatchObject([{ waits: true }]);
  expect(await paper()).not.toContain('Thora');
});

test('it is as long as a funder reads, and of days that are a period', async () => {
  expect((await write('word '.repeat(101))).status).toBe(400);
  expect((await write('word '.repeat(100))).status).toBe(204);
  expect((await write('word '.repeat(101), { kind: 'finance' })).status).toBe(204);
  expect((await write('x', { from: '2026-02-02', to: '2026-02-01' })).status).toBe(400);
});

test('a partner’s coordinator reads and writes for their own partner, and nothing of the others', async () => {
  await write('Of the whole programme.');
  expect((await read(team.coordinator)).texts).toEqual([]);
  await write('Of our partner.', {}, team.coordinator);
  expect(await paper('funder', 'pack.md', team.coordinator)).toContain('Of our partner.');
  expect(await paper()).not.toContain('Of our partner.');
  expect(await paper()).toContain('Of the whole programme.');
});

test('lines of debriefs go out one by one as they were chosen, and one that names somebody waits', async () => {
  const { debriefs } = await read();
  expect(debriefs.map(({ said, isChosen }: { said: string; isChosen: boolean }) => [said, isChosen])).toEqual([
    ['Amira needs a quiet corner.', false],
    ['Everybody laughed.', false],
  ]);
  expect(await paper()).not.toContain('Everybody laughed.');
  const choose = (source: string, text: string) => write(text, { kind: 'debrief', source });
  await choose('debrief:aa-session/wentWell', 'Everybody laughed.');
  await choose('debrief:aa-session/different', 'Amira needs a quiet corner.');
  const pack = await paper();
  expect(pack).toContain('Everybody laughed.');
  expect(pack).not.toContain('quiet corner');
  await choose('debrief:aa-session/different', 'Somebody needs a quiet corner.');
  expect(await paper()).toContain('Somebody needs a quiet corner.');
  expect((await choose('debrief:zz-session/wentWell', 'Of nobody.')).status).toBe(404);
});
