import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answersScope, programmeScope } from '#domain/records/scopes.ts';
import { keyIdOf, seal } from '#domain/records/sealed.ts';
import { type AnswerGiven, packAnswer } from '#domain/records/shapes/answers.ts';
import type { FormDocument } from '#domain/records/shapes/form-document.ts';
import { feedbackSays, namedFeedbackSays, type Putting } from '#domain/voice/feedback/sitting.ts';
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

/** Own words: seen by a coordinator first, as quotes only with leave, as changed where they were changed, and never by a phone. */

let world: World;
let team: Awaited<ReturnType<typeof staff>>;
let form: { readonly sha256: string; readonly document: FormDocument };
const session = 'session-one';

beforeEach(async () => {
  world = await newWorld();
  team = await staff(world);
  const made = await readyForm('today-old');
  form = made;
  await taken(world, world.ann, [
    siteWrite('windmill-hill', { name: 'Windmill Hill' }),
    ...made.sayings.map(({ type, id, body }) => factWrite(world.ann, type, programmeScope, body, id)),
  ]);
  await taken(world, team.worker, [
    personWrite(world.a, 'kayla-one', { knownAs: 'Zyxandra' }),
    sessionWrite(world.a, session, { site: 'windmill-hill', day: today, status: { is: 'finished', reopened: 0 } }),
  ]);
});
afterEach(() => world.close());

async function post(answers: readonly AnswerGiven[]): Promise<void> {
  const publicKey = Buffer.from(world.ann.serverPublicKey, 'base64');
  const boxes = answers.map((answer) => {
    const t = crypto.randomUUID();
    const bound = { purpose: 'answer' as const, programme: world.server.store.programme, device: '', id: t };
    const box = seal(packAnswer(answer), publicKey, randomBytes(56), bound);
    return { t, v: 2, keyId: keyIdOf(publicKey), box: Buffer.from(box).toString('base64') };
  });
  const { body } = await world.say('POST', '/api/answers', { boxes }, { token: team.worker.sendToken });
  expect(body.results.every(({ result }: { result: string }) => result === 'ok')).toBe(true);
}

const putting = (): Putting => ({
  ...{ partner: world.a, form: form.sha256, respondent: 'youngPerson', way: 'ourPhone' },
  ...{ site: 'windmill-hill', session, day: today },
});
const says = (words: string, mayQuote = true) =>
  feedbackSays(putting(), { questions: form.document.questions, said: { change: { words, mayQuote } } }, {}, () =>
    crypto.randomUUID(),
  ).session;

const five = ['More balls', 'Ask Zyxandra, 07700 900318', 'Lights', 'My brother Kofi wants boxing', 'A bin'];
const words = async (phone: Phone = team.coordinator) =>
  (await world.say('GET', '/api/voice/words', undefined, { token: phone.fullToken })).body.words;
const quotes = async () =>
  (
    await world.say('GET', '/api/reports/answers?from=2026-11-01&to=2026-11-30', undefined, {
      token: world.ann.fullToken,
    })
  ).body.quotes;
const read = (answer: string, body: object, phone: Phone = team.coordinator) =>
  taken(world, phone, [
    factWrite(phone, 'wordsRead', answersScope(world.a), { answer, at: '2026-11-22T13:00:00.000Z', ...body }),
  ]);
const find = async (said: string) => (await words()).find((each: { words: string }) => each.words === said);

test('what could tell who it was is pointed out to the coordinator, who sees the words first', async () => {
  await post(five.flatMap((each) => says(each)));
  expect((await find(five[1] ?? '')).pointedOut.map(({ why }: { why: string }) => why)).toEqual([
    'a name that is known here',
    'a telephone number',
  ]);
  expect((await find(five[3] ?? '')).pointedOut.map(({ why }: { why: string }) => why)).toEqual(['perhaps a name']);
  expect((await find('Lights')).pointedOut).toEqual([]);
  expect(await quotes()).toEqual([]);
  // A worker, and another partner’s coordinator, have none.
  expect((await world.say('GET', '/api/voice/words', undefined, { token: team.worker.fullToken })).status).toBe(403);
  expect(await words(team.otherCoordinator)).toEqual([]);
});

test('words are a quote once they were read and may be printed, and as they were changed', async () => {
  await post([...five.slice(0, 4).flatMap((each) => says(each)), ...says('A bin', false)]);
  for (const said of ['More balls', 'A bin']) await read((await find(said)).answer, { verdict: 'use' });
  await read((await find(five[3] ?? '')).answer, { verdict: 'changed', says: 'My brother wants boxing' });
  await read((await find(five[1] ?? '')).answer, { verdict: 'keepBack' });
  expect((await quotes()).map(({ says: each }: { says: string }) => each).sort()).toEqual([
    'More balls',
    'My brother wants boxing',
  ]);
});

test('of two coordinators who read at once the stricter holds, and who looks again takes its place', async () => {
  await post(five.flatMap((each) => says(each)));
  const { answer } = await find('Lights');
  await read(answer, { verdict: 'use' });
  await read(answer, { verdict: 'keepBack' }, world.ann);
  expect((await find('Lights')).read).toMatchObject({ verdict: 'keepBack', says: null });
  expect(await quotes()).toEqual([]);
  await read(answer, { verdict: 'use', replaces: (await find('Lights')).read.facts });
  expect((await quotes()).map(({ says: each }: { says: string }) => each)).toEqual(['Lights']);
});

test('neither words nor what became of them reach a phone, whoever pulls', async () => {
  await post(five.flatMap((each) => says(each)));
  await read((await find('Lights')).answer, { verdict: 'changed', says: 'Quorblelights' });
  for (const phone of [world.ann, ...Object.values(team)])
    expect(JSON.stringify(await sync(world, phone, []))).not.toMatch(/Quorble|More balls|wordsRead/);
});

test('an answer with a name is read by whoever may know the family, and that is logged; a worrying one says so', async () => {
  const said = {
    questions: form.document.questions,
    said: { safe: { value: 'no', words: 'The big boys' }, today: { value: '1' } },
  };
  await post(namedFeedbackSays(putting(), said, 'kayla-one', () => crypto.randomUUID()));
  const named = async (phone: Phone) =>
    (await world.say('GET', '/api/voice/named', undefined, { token: phone.fullToken })).body.answers;
  const found = await named(team.coordinator);
  expect(
    found.map(({ called, worrying, words: own }: Record<string, unknown>) => [called, worrying, own]).sort(),
  ).toEqual([
    ['Zyxandra', false, ''],
    ['Zyxandra', true, 'The big boys'],
  ]);
  expect(await named(team.otherCoordinator)).toEqual([]);
  expect(await named(world.ann)).toEqual([]);
  const audit = await world.say('GET', '/api/audit', undefined, { token: world.ann.fullToken });
  expect(audit.text).toContain('read named answers');
});
