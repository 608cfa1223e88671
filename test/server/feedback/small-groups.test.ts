import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { programmeScope } from '#domain/records/scopes.ts';
import { keyIdOf, seal } from '#domain/records/sealed.ts';
import { type AnswerGiven, packAnswer } from '#domain/records/shapes/answers.ts';
import type { FormDocument } from '#domain/records/shapes/form-document.ts';
import { feedbackSays, namedFeedbackSays } from '#domain/voice/feedback/sitting.ts';
import type { FormAnswers } from '#domain/voice/forms/conditions.ts';
import { tidyAnswers } from '#server/answers.ts';
import {
  factWrite,
  newWorld,
  type Phone,
  personWrite,
  sessionWrite,
  siteWrite,
  staff,
  sync,
  taken,
  today,
  type World,
} from '#test/server/world.ts';
import { readyForm } from './forms.ts';

/** Fewer than five, by every way out of the server: nothing but that they are fewer than five. */

let world: World;
let team: Awaited<ReturnType<typeof staff>>;
let form: { readonly sha256: string; readonly document: FormDocument };

beforeEach(async () => {
  world = await newWorld();
  team = await staff(world);
  const made = await readyForm('today-old');
  form = made;
  await taken(world, world.ann, [
    siteWrite('windmill-hill', { name: 'Windmill Hill' }),
    siteWrite('stone-park', { name: 'Stone' }),
    ...made.sayings.map(({ type, id, body }) => factWrite(world.ann, type, programmeScope, body, id)),
  ]);
});
afterEach(() => world.close());

const held = (id: string, site = 'windmill-hill', day = today) =>
  taken(world, team.worker, [
    sessionWrite(world.a, id, {
      site,
      day,
      status: { is: 'finished', reopened: 0 },
      actualStart: `${day}T14:00:00.000Z`,
      actualEnd: `${day}T16:00:00.000Z`,
    }),
  ]);

const putting = (session: string, { site = 'windmill-hill', day = today } = {}) => ({
  ...({ partner: world.a, form: form.sha256, respondent: 'youngPerson', way: 'ourPhone' } as const),
  ...{ site, session, day },
});
const newId = () => crypto.randomUUID();
const says = (
  session: string,
  said: FormAnswers,
  over: { site?: string; day?: string; age?: '11-12' | '13-15' } = {},
) =>
  feedbackSays(
    putting(session, over),
    { questions: form.document.questions, said },
    over.age ? { age: over.age } : {},
    newId,
  );

function boxed(answer: AnswerGiven) {
  const publicKey = Buffer.from(world.ann.serverPublicKey, 'base64');
  const t = newId();
  const bound = { purpose: 'answer' as const, programme: world.server.store.programme, device: '', id: t };
  return {
    t,
    v: 2,
    keyId: keyIdOf(publicKey),
    box: Buffer.from(seal(packAnswer(answer), publicKey, randomBytes(56), bound)).toString('base64'),
  };
}

async function post(phone: Phone, answers: readonly AnswerGiven[]): Promise<void> {
  const { body } = await world.say('POST', '/api/answers', { boxes: answers.map(boxed) }, { token: phone.sendToken });
  expect(body.results.map(({ result }: { result: string }) => result)).toEqual(answers.map(() => 'ok'));
}

const report = async (query = '', phone: Phone = team.coordinator) =>
  (
    await world.say('GET', `/api/reports/answers?from=2026-11-01&to=2026-11-30${query}`, undefined, {
      token: phone.fullToken,
    })
  ).body;

/** Everything anybody can read, by every address that takes no id of its own, and every scope they pull. */
async function everything(): Promise<string> {
  const people = [world.ann, ...Object.values(team)];
  const paths = world.server.routes
    .filter(({ method, path }) => method === 'GET' && !path.includes(':'))
    .map(({ path }) => path);
  const read: string[] = [];
  for (const person of people) {
    for (const path of paths)
      for (const query of ['', '?from=2026-11-01&to=2026-11-30', '?type=form', '?type=wordsRead'])
        read.push((await world.say('GET', `${path}${query}`, undefined, { token: person.fullToken })).text);
    read.push(JSON.stringify(await sync(world, person, [])));
  }
  return read.join('\n');
}

const odd = (n: number): FormAnswers => ({ today: { value: '2' }, change: { words: `Quorblewords${n}` } });
const usual: FormAnswers = { today: { value: '5' }, again: { value: 'yes' } };

describe('four who answered in a session', () => {
  test('are in no answer of any address, for nobody, and in no scope that is pulled', async () => {
    await held('session-one');
    await post(
      team.worker,
      [1, 2, 3, 4].flatMap((n) => says('session-one', odd(n)).month),
    );
    const all = await everything();
    expect(all).toContain('Windmill Hill');
    expect(all).not.toMatch(/Quorble/);
    expect((await report()).forms).toEqual([]);
  });

  test('are shown once there are five of the park and month, and then without their session', async () => {
    for (const id of ['session-one', 'session-two']) await held(id);
    await post(
      team.worker,
      [1, 2, 3, 4].flatMap((n) => says('session-one', odd(n)).session),
    );
    expect((await report()).forms).toEqual([]);
    // Another park does not help.
    await held('session-far', 'stone-park');
    await post(team.worker, says('session-far', usual, { site: 'stone-park' }).month);
    expect((await report()).forms).toEqual([]);
    await post(team.volunteer, says('session-two', usual).month);
    const { forms, response } = await report();
    expect(forms[0].questions.map(({ name, n }: { name: string; n: number }) => [name, n])).toEqual([['today', 5]]);
    const lines = forms[0].questions[0].lines.map(({ option, people }: { option: string; people: number }) => [
      option,
      people,
    ]);
    expect(lines).toEqual([
      ['1', 0],
      ['2', 4],
      ['3', 0],
      ['4', 0],
      ['5', 1],
    ]);
    for (const { answered } of response) expect(answered).toBe('few');
    const rows = await world.server.store.reader.selectFrom('answer').select('body').execute();
    for (const { body } of rows) expect(body).not.toMatch(/session/);
    // The words of four, and what one alone answered, wait on.
    expect(await everything()).not.toMatch(/Quorble/);
  });

  test('that come later change nothing that was shown before', async () => {
    await held('session-one');
    await post(team.worker, Array.from({ length: 6 }, () => says('session-one', usual).session).flat());
    const before = (await report()).forms;
    expect(before[0].questions[0]).toMatchObject({ n: 6 });
    await post(
      team.worker,
      [1, 2, 3, 4].flatMap((n) => says('session-one', odd(n)).session),
    );
    expect((await report()).forms).toEqual(before);
    await post(team.worker, says('session-one', odd(5)).session);
    expect((await report()).forms[0].questions[0]).toMatchObject({ n: 11 });
  });

  test('wait for the night where their session is not known yet', async () => {
    await post(
      team.worker,
      Array.from({ length: 5 }, (_, n) => says(n < 3 ? 'session-one' : 'session-two', usual).session).flat(),
    );
    expect((await report()).forms).toEqual([]);
    for (const id of ['session-one', 'session-two']) await held(id);
    await world.server.store.write((db) => tidyAnswers(db, world.server.store.programme, world.clock.ms));
    expect((await report()).forms[0].questions[0]).toMatchObject({ n: 5 });
  });
});

test('the same answers again, in another order and by somebody else, count once', async () => {
  await held('session-one');
  const answers = Array.from({ length: 5 }, () => says('session-one', usual).session).flat();
  await post(team.worker, answers);
  await post(team.volunteer, [...answers].reverse());
  expect((await report()).forms[0].questions[0]).toMatchObject({ n: 5 });
});

test('ages are told apart only where every part has five', async () => {
  await held('session-one');
  const of = (age: '11-12' | '13-15', n: number) =>
    Array.from({ length: n }, () => says('session-one', { today: { value: '3' } }, { age }).beside).flat();
  await post(team.worker, [...of('11-12', 6), ...of('13-15', 4)]);
  const parts = async () =>
    (await report('&by=age')).forms[0].questions[0].parts.map(({ words, n }: { words: string; n: number }) => [
      words,
      n,
    ]);
  expect(await parts()).toEqual([['Not told apart', 10]]);
  await held('session-two');
  await post(
    team.worker,
    [
      ...Array.from({ length: 6 }, () => '11-12' as const),
      ...Array.from({ length: 5 }, () => '13-15' as const),
    ].flatMap((age) => says('session-two', { today: { value: '3' } }, { age }).beside),
  );
  expect(await parts()).toEqual([
    ['11 or 12', 6],
    ['13 to 15', 5],
    ['Not told apart', 10],
  ]);
});

test('who does not feel safe is told in fives, or not at all', async () => {
  await held('session-one');
  const of = (value: string, n: number) =>
    Array.from({ length: n }, () => says('session-one', { safe: { value } }).session).flat();
  await post(team.worker, [...of('yes', 12), ...of('mostly', 5), ...of('no', 1)]);
  const safe = async () => (await report()).forms[0].questions.find(({ name }: { name: string }) => name === 'safe');
  for (const { people } of (await safe()).lines) expect(people).toBe('hidden');
});

test('whoever coordinates another partner sees nothing of it, and a worker has no such report', async () => {
  await held('session-one');
  await post(team.worker, Array.from({ length: 5 }, () => says('session-one', usual).session).flat());
  expect((await report('', team.otherCoordinator)).forms).toEqual([]);
  expect((await report('', world.ann)).forms).toHaveLength(1);
  expect((await report('', team.worker)).type).toBe('urn:bandstand:no-right');
});

test('what somebody said in their own name goes when they are erased, and what is nobody’s stays', async () => {
  await held('session-one');
  await taken(world, team.worker, [personWrite(world.a, 'kayla-one')]);
  const named = namedFeedbackSays(
    putting('session-one'),
    { questions: form.document.questions, said: usual },
    'kayla-one',
    newId,
  );
  await post(team.worker, [...named, ...says('session-one', usual).session]);
  const rows = () => world.server.store.reader.selectFrom('answer').select(['type', 'key']).execute();
  expect((await rows()).filter(({ key }) => key === 'kayla-one')).toHaveLength(2);
  const erased = await world.say(
    'POST',
    '/api/people/kayla-one/erase',
    { reason: 'youngPerson' },
    { token: team.coordinator.fullToken },
  );
  expect(erased.status).toBe(200);
  expect((await rows()).map(({ type }) => type)).toEqual(['feedback', 'feedback']);
});
