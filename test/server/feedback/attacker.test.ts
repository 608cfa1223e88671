import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnswerOfType } from '#domain/records/shapes/answers.ts';
import type { FormDocument } from '#domain/records/shapes/form-document.ts';
import { leavesAs } from '#domain/voice/feedback/group.ts';
import { feedbackSays } from '#domain/voice/feedback/sitting.ts';
import type { FormAnswers } from '#domain/voice/forms/conditions.ts';
import { keepAnswers } from '#server/answers.ts';
import { newWorld, type World } from '#test/server/world.ts';
import { readyForm } from './forms.ts';

/**
 * Somebody who holds the whole database, the log, the register, the time of every request and what came with it, and one answer that they
 * know, tries to find that child’s other answers. Over a thousand sessions they do no better than guessing among those that could be it. The
 * same attacker finds them as soon as one of three precautions is left out, so it is not the attacker that is weak.
 */

type Feedback = AnswerOfType<'feedback'>;

/** A generator of numbers that is the same in every run. */
function chance(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** What is left out: nothing; ids of one child that share a part; boxes in the order they were made; each child sent by itself. */
type Without = 'nothing' | 'the split' | 'the sorting' | 'sending apart';

type Stored = { readonly id: string; readonly body: Feedback['body']; readonly request: number };
type Child = { readonly session: string; readonly answers: readonly Feedback[] };

let world: World;
let form: { readonly sha256: string; readonly document: FormDocument };

beforeAll(async () => {
  world = await newWorld();
  form = await readyForm('today-old');
});
afterAll(() => world.close());

const faces = ['1', '2', '3', '4', '5'];
const ages = ['11-12', '13-15'] as const;

function sayingOf(random: () => number): FormAnswers {
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T; // never empty
  return {
    today: { value: pick(faces) },
    again: { value: pick(['no', 'maybe', 'yes']) },
    // Some leave some out.
    ...(random() < 0.9 && { safe: { value: pick(['yes', 'mostly', 'no']) } }),
  };
}

/** Sessions of five and more, from the children’s hands through the app’s own steps into the database. */
async function lived(
  sessions: number,
  without: Without,
  seed: number,
): Promise<{ children: Child[]; requests: Stored[][] }> {
  const random = chance(seed);
  const uuid = (): string => {
    const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16));
    hex[12] = '4';
    hex[16] = '8';
    return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  };
  const children: Child[] = [];
  const requests: Stored[][] = [];
  for (let n = 0; n < sessions; n += 1) {
    const session = uuid();
    const size = 5 + Math.floor(random() * 16);
    const held = Array.from({ length: size }, () => {
      const age = random() < 0.6 ? ages[0] : ages[1];
      const ofChild = uuid().slice(0, 13);
      const newId = without === 'the split' ? () => `${ofChild}${uuid().slice(13)}` : uuid;
      const says = feedbackSays(
        {
          ...{ partner: world.a, form: form.sha256, respondent: 'youngPerson', way: 'ourPhone' },
          ...{ site: 'windmill-hill', session, day: '2026-11-20' },
        },
        { questions: form.document.questions, said: sayingOf(random) },
        { age },
        newId,
      );
      return { age, says };
    });
    const counted = {
      n: size,
      beside: Object.fromEntries(
        Map.groupBy(held, ({ age }) => age)
          .entries()
          .map(([age, of]) => [age, of.length]),
      ),
    };
    const as = leavesAs(counted);
    const perChild = held.map(({ says }) => says[as] as readonly Feedback[]); // nobody is named
    for (const answers of perChild) children.push({ session, answers });
    // A phone keeps boxes under random names and sends them in the order of those.
    const inOrder = (answers: readonly Feedback[]) =>
      without === 'the sorting'
        ? answers
        : [...answers]
            .map((answer) => ({ answer, t: uuid() }))
            .sort((a, b) => (a.t < b.t ? -1 : 1))
            .map(({ answer }) => answer);
    const sent = without === 'sending apart' ? perChild : [perChild.flat()];
    for (const answers of sent) {
      const request = requests.length;
      requests.push(inOrder(answers).map(({ id, body }) => ({ id, body, request })));
    }
  }
  return { children, requests };
}

/** What the attacker sees: rows in the order they lie in the file, and which came with which request. */
async function stored(requests: readonly Stored[][], without: Without): Promise<readonly Stored[]> {
  const { store } = world.server;
  await store.write(async (db) => {
    await db.deleteFrom('answer').execute();
  });
  const requestOf = new Map<string, number>();
  const arrival = new Map<string, number>();
  for (const [n, answers] of requests.entries()) {
    for (const [at, { id }] of answers.entries()) {
      requestOf.set(id, n);
      arrival.set(id, n * 1_000 + at);
    }
    await store.write((db) =>
      keepAnswers(
        db,
        store.programme,
        answers.map(({ id, body }) => ({ id, type: 'feedback' as const, scope: `partner/${world.a}/answers`, body })),
      ),
    );
  }
  const rows = await store.reader.selectFrom('answer').selectAll().execute();
  const found = rows.map(({ id, body }) => ({
    id,
    body: JSON.parse(body) as Feedback['body'],
    request: requestOf.get(id) ?? -1,
  }));
  // Without the sorting they would lie as they came.
  return without === 'the sorting' ? found.sort((a, b) => (arrival.get(a.id) ?? 0) - (arrival.get(b.id) ?? 0)) : found;
}

const placeOf = (body: Feedback['body']): string => ('session' in body ? body.session : `${body.site} ${body.month}`);

/** Answers to another question that could be of the same child: the same place, and whatever else stands beside both. */
const couldBe = (rows: readonly Stored[], known: Stored, question: string): readonly Stored[] =>
  rows.filter(
    ({ body }) => body.question === question && body.age === known.body.age && placeOf(body) === placeOf(known.body),
  );

/** The best guess: of those that could be, what came with the same request, whose id begins alike, and that lies in the same place in its row. */
function guess(rows: readonly Stored[], known: Stored, question: string): string | undefined {
  const all = couldBe(rows, known, question);
  const together = all.filter(({ request }) => request === known.request);
  const near = together.length > 0 ? together : all;
  const alike = near.find(({ id }) => id.slice(0, 13) === known.id.slice(0, 13));
  if (alike) return alike.id;
  const own = couldBe(rows, known, known.body.question).filter(({ request }) => request === known.request);
  const at = own.findIndex(({ id }) => id === known.id);
  return near[Math.min(at, near.length - 1)]?.id;
}

/** How often the guess is right, against how often one among those that could be would be. */
async function attack(sessions: number, without: Without, seed = 7) {
  const { children, requests } = await lived(sessions, without, seed);
  const rows = await stored(requests, without);
  const bySession = Map.groupBy(rows, ({ body }) => placeOf(body));
  const byId = new Map(rows.map((row) => [row.id, row]));
  let right = 0;
  let expected = 0;
  let spread = 0;
  for (const { answers } of children) {
    const known = byId.get(answers.find(({ body }) => body.question === 'today')?.id ?? '');
    if (!known) continue;
    const there = bySession.get(placeOf(known.body)) ?? [];
    for (const question of ['again', 'safe']) {
      const truth = answers.find(({ body }) => body.question === question)?.id;
      const own = truth === undefined ? undefined : byId.get(truth);
      if (!own) continue;
      const candidates = couldBe(there, known, question);
      if (!candidates.some(({ id }) => id === truth)) continue;
      const p = 1 / candidates.length;
      expected += p;
      spread += p * (1 - p);
      if (guess(there, known, question) === truth) right += 1;
    }
  }
  return { right, expected, by: (right - expected) / Math.sqrt(spread) };
}

describe('somebody with the database, the log, the register, request times and one answer of a child', () => {
  test('finds no other answer of theirs better than by guessing, over a thousand sessions', async () => {
    const { by, expected, right } = await attack(1_000, 'nothing');
    expect(expected).toBeGreaterThan(1_000);
    expect(Math.abs(by), `${right} right, ${expected.toFixed(0)} by chance`).toBeLessThan(4);
  });

  test.each([
    'the split',
    'the sorting',
    'sending apart',
  ] as const)('finds it where %s is left out', async (without) => {
    const { right, expected, by } = await attack(200, without);
    expect(by, `${right} right, ${expected.toFixed(0)} by chance`).toBeGreaterThan(20);
  });

  test('finds nothing beside an answer that says who, on which phone, in which order or when but for the day', async () => {
    const { requests } = await lived(20, 'nothing', 11);
    await stored(requests, 'nothing');
    const rows = await world.server.store.reader.selectFrom('answer').selectAll().execute();
    for (const row of rows) {
      expect(Object.keys(row).sort()).toEqual(['body', 'cell', 'id', 'key', 'programme', 'scope', 'type']);
      const { session, day, site, month, age, ...said } = JSON.parse(row.body);
      expect(Object.keys(said).sort()).toEqual(['form', 'question', 'respondent', 'value', 'way']);
      expect([session, day, site, month].filter((each) => each !== undefined)).toHaveLength(2);
      expect([undefined, ...ages]).toContain(age);
    }
    // They lie in the order of random ids, whatever order they came in.
    expect(rows.map(({ id }) => id)).toEqual(rows.map(({ id }) => id).sort());
  });
});
