import { afterEach, beforeEach, expect, test } from 'vitest';
import { programmeScope } from '#domain/records/scopes.ts';
import { releaseLinks } from '#server/voice-links/answering.ts';
import {
  factWrite,
  newWorld,
  noon,
  type Phone,
  patchWrite,
  sessionWrite,
  siteWrite,
  staff,
  taken,
  today,
  type World,
} from '#test/server/world.ts';
import { readyForm } from './forms.ts';

/** People answer on their own phones: by a link of one session, while it lasts, once a visit; and nothing joins what one of them said. */

let world: World;
let team: Awaited<ReturnType<typeof staff>>;
let sha256: string;
const session = 'session-one';

beforeEach(async () => {
  world = await newWorld();
  team = await staff(world);
  const form = await readyForm('today-old');
  ({ sha256 } = form);
  await taken(world, world.ann, [
    siteWrite('windmill-hill', { name: 'Windmill Hill' }),
    ...form.sayings.map(({ type, id, body }) => factWrite(world.ann, type, programmeScope, body, id)),
  ]);
  await taken(world, team.worker, [
    sessionWrite(world.a, session, {
      ...{ site: 'windmill-hill', day: today, status: { is: 'running', reopened: 0 } },
      ...{ actualStart: '2026-11-22T11:00:00.000Z', plannedEnd: '2026-11-22T13:00:00.000Z' },
    }),
    sessionWrite(world.a, 'session-next', {
      ...{ site: 'windmill-hill', day: '2026-11-29', status: { is: 'planned', reopened: 0 } },
      plannedStart: '2026-11-29T16:00:00.000Z',
    }),
  ]);
});
afterEach(() => world.close());

const mint = (phone: Phone = team.worker, over: object = {}) =>
  world.say(
    'POST',
    '/api/voice/links',
    { session, respondent: 'youngPerson', forms: [sha256], ...over },
    { token: phone.fullToken },
  );
const token = async (): Promise<string> => (await mint()).body.token;
const open = (link: string) => world.say('POST', '/api/voice/link', { token: link });

type Said = { readonly question: string; readonly value?: unknown; readonly words?: string };
const fun: readonly Said[] = [
  { question: 'today', value: '5' },
  { question: 'again', value: 'yes' },
];
const visitOf = (said: readonly Said[] = fun) => ({
  visit: crypto.randomUUID(),
  form: sha256,
  answers: said.map((each) => ({ id: crypto.randomUUID(), ...each })),
});
const answer = (link: string, one: ReturnType<typeof visitOf>) =>
  world.say('POST', '/api/voice/link/answer', { token: link, ...one });
const held = () => world.server.store.reader.selectFrom('voice_held').selectAll().execute();
const rows = () => world.server.store.reader.selectFrom('answer').selectAll().execute();
const release = () => world.server.store.write((db) => releaseLinks(db, world.server.store.programme, world.clock.ms));
const over = () => {
  world.clock.ms = noon + 76 * 60_000;
};

test('the page is given the forms, the park and where the answer is told, and nobody’s name', async () => {
  const link = await token();
  const { status, text, body } = await open(link);
  expect(status).toBe(200);
  expect(body).toMatchObject({ park: 'Windmill Hill', languages: ['en'], tell: { at: '2026-11-29T16:00:00.000Z' } });
  expect(Object.keys(body.forms[0].document.texts)).toEqual(['en']);
  expect(text).not.toMatch(/Will|Cora|Refocus/);
});

test('answers wait until the session is over, then join the others at once, five with their session', async () => {
  const link = await token();
  for (let n = 0; n < 5; n += 1) expect((await answer(link, visitOf())).status).toBe(204);
  expect(await rows()).toEqual([]);
  expect(await held()).toHaveLength(10);
  for (const { body } of await held())
    expect(Object.keys(JSON.parse(body)).sort()).toEqual([
      'day',
      'form',
      'question',
      'respondent',
      'session',
      'value',
      'way',
    ]);
  await release();
  expect(await rows()).toEqual([]);
  over();
  await release();
  const kept = await rows();
  expect(kept).toHaveLength(10);
  for (const { body, cell } of kept) expect([JSON.parse(body).session, cell === '']).toEqual([session, false]);
  expect([await held(), await world.server.store.reader.selectFrom('voice_visit').selectAll().execute()]).toEqual([
    [],
    [],
  ]);
});

test('of four the session is not kept', async () => {
  const link = await token();
  for (let n = 0; n < 4; n += 1) await answer(link, visitOf());
  over();
  await release();
  for (const { body, cell } of await rows())
    expect([JSON.parse(body).session, JSON.parse(body).month, cell]).toEqual([undefined, '2026-11', '']);
});

test('the same again changes nothing, two at once are one, and a visit answers once', async () => {
  const link = await token();
  const one = visitOf();
  const both = await Promise.all([answer(link, one), answer(link, one)]);
  expect(both.map(({ status }) => status)).toEqual([204, 204]);
  expect((await answer(link, one)).status).toBe(204);
  expect(await held()).toHaveLength(2);
  const other = await answer(link, { ...visitOf(), visit: one.visit });
  expect([other.status, other.body.detail]).toEqual([409, 'You have answered already. Thank you!']);
  expect(await held()).toHaveLength(2);
});

test('nothing is taken once the session is over, by the clock or by its team', async () => {
  const link = await token();
  await taken(world, team.worker, [
    patchWrite('session', `partner/${world.a}`, session, { status: { is: 'finished', reopened: 0 } }),
  ]);
  expect((await open(link)).body.type).toBe('urn:bandstand:asking-is-over');
  expect((await answer(link, visitOf())).status).toBe(403);
  expect((await mint()).status).toBe(403);
  world.clock.ms = noon + 80 * 60_000;
  expect((await open('bv_nothing-of-the-kind-at-all')).body.type).toBe('urn:bandstand:asking-is-over');
});

test('odd answers are refused in words, and lose nothing that was kept', async () => {
  const link = await token();
  await answer(link, visitOf());
  const odd: readonly (readonly Said[])[] = [
    [{ question: 'today', value: '9' }],
    [{ question: 'nothing', value: 'yes' }],
    [{ question: 'today', words: 'Fine' }],
    [{ question: 'change', value: 'More' }],
    [fun[0] as Said, fun[0] as Said],
    [{ question: 'today', value: ['1', '2'] }],
    [{ question: 'change', words: 'x'.repeat(5_000) }],
    [{ question: 'change', words: '' }],
  ];
  for (const said of odd) {
    const { status, body } = await answer(link, visitOf(said));
    expect(status, JSON.stringify(said).slice(0, 80)).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(body.detail).toMatch(/\w+/);
  }
  expect((await answer(link, { ...visitOf(), form: 'f'.repeat(64) })).status).toBe(422);
  expect(await held()).toHaveLength(2);
  const kind = visitOf([{ question: 'change', words: '<script>alert(1)</script> 🎉 ٹھیک' }]);
  expect((await answer(link, kind)).status).toBe(204);
  expect(await held()).toHaveLength(3);
});

test('only whoever works at the session’s partner makes a link, and only for a session there is', async () => {
  expect((await mint(team.volunteer)).status).toBe(200);
  for (const phone of [team.otherWorker, team.lead]) expect((await mint(phone)).status).toBe(404);
  expect((await mint(team.worker, { session: 'session-none' })).status).toBe(404);
});

test('one address may answer so often an hour and no more', async () => {
  const link = await token();
  const from = { headers: { 'X-Forwarded-For': '203.0.113.9' } };
  let last = 0;
  for (let n = 0; n < 241; n += 1) last = (await world.say('POST', '/api/voice/link', { token: link }, from)).status;
  expect(last).toBe(429);
  expect((await open(link)).status).toBe(200);
});
