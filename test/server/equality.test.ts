import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { equalitySays } from '#domain/people/equality/asking.ts';
import type { Saying } from '#domain/records/say.ts';
import { privateScope, programmeScope } from '#domain/records/scopes.ts';
import { keyIdOf, seal } from '#domain/records/sealed.ts';
import { type AnswerOfType, answerBytes, packAnswer } from '#domain/records/shapes/answers.ts';
import { equalityKeysOf, forgetAnswers, tidyAnswers } from '#server/answers.ts';
import { aDocument } from '#test/domain/a-wording.ts';
import { approve, signs } from './evidence/signing.ts';
import {
  entryOf,
  factWrite,
  newWorld,
  type Phone,
  patchWrite,
  personWrite,
  push,
  staff,
  sync,
  taken,
  today,
  type World,
} from './world.ts';

/** The door for answers, and somebody who holds the database, the log, the order of requests and an answer of their own. */

let world: World;
let team: Awaited<ReturnType<typeof staff>>;

beforeEach(async () => {
  world = await newWorld();
  team = await staff(world);
  const asked = { 'askEquality/disability': true, 'askEquality/religion': true };
  const programme = (await world.say('GET', '/api/records?type=programme', undefined, { token: world.ann.fullToken }))
    .body;
  await taken(world, world.ann, [patchWrite('programme', programmeScope, programme.records[0].id, asked)]);
});
afterEach(() => world.close());

type Posted = { t: string; v: number; keyId: string; box: string };

/** As a phone closes an answer. */
function boxed(
  content: Uint8Array,
  over: { programme?: string; t?: string; purpose?: 'answer' | 'entry' } = {},
): Posted {
  const publicKey = Buffer.from(world.ann.serverPublicKey, 'base64');
  const { programme = world.server.store.programme, t = crypto.randomUUID(), purpose = 'answer' } = over;
  const box = seal(content, publicKey, randomBytes(56), { purpose, programme, device: '', id: t });
  return { t, v: 2, keyId: keyIdOf(publicKey), box: Buffer.from(box).toString('base64') };
}

const post = (phone: Phone, boxes: readonly unknown[]) =>
  world.say('POST', '/api/answers', { boxes }, { token: phone.sendToken });

type Said = Parameters<typeof equalitySays>[0]['said'];
/** A day of the week before this one: what is answered this week counts from Monday on. */
const lastWeek = '2026-11-15';
const says = (id: string, said: Said, { partner = world.a, day = lastWeek } = {}) =>
  equalitySays({ person: { id, scope: `partner/${partner}` }, by: 'worker', day, said }, () => crypto.randomUUID());
const asWrites = (sayings: readonly Saying[]) => [...sayings];
const boxesOf = (answers: readonly AnswerOfType<'equality'>[]) => answers.map((each) => boxed(packAnswer(each)));

/** Somebody new on the register, asked by a worker. */
async function asks(
  phone: Phone,
  id: string,
  said: Said,
  over: { partner?: string; day?: string } = {},
): Promise<readonly AnswerOfType<'equality'>[]> {
  const { sayings, answers } = says(id, said, over);
  await taken(world, phone, [personWrite(over.partner ?? world.a, id), ...asWrites(sayings)]);
  expect((await post(phone, boxesOf(answers))).body.results.map(({ result }: { result: string }) => result)).toEqual(
    answers.map(() => 'ok'),
  );
  return answers;
}

const rows = () => world.server.store.reader.selectFrom('answer').selectAll().execute();
const unread = () => world.server.store.reader.selectFrom('answer_unread').selectAll().execute();
const yes: Said = [
  ['disability', { answer: 'no' }],
  ['religion', { answer: 'own', words: 'Marzipanist' }],
];

describe('the door', () => {
  test('takes an answer once, however often and by whomever it is sent', async () => {
    const { answers } = says('kayla-one', yes);
    const boxes = boxesOf(answers);
    for (const each of [boxes, [...boxes].reverse(), boxesOf(answers)])
      expect((await post(team.worker, each)).body.results).toEqual(each.map(({ t }) => ({ t, result: 'ok' })));
    expect((await post(team.coordinator, boxes)).body.results[0].result).toBe('ok');
    expect((await rows()).map(({ id }) => id)).toEqual(answers.map(({ id }) => id).sort());
    for (const { id, body } of await rows())
      expect(JSON.parse(body)).toEqual(answers.find((each) => each.id === id)?.body);
    // What an id says first stands.
    const other = { ...answers[0], body: { ...answers[0]?.body, answer: 'aLot' } } as AnswerOfType<'equality'>;
    await post(team.worker, boxesOf([other]));
    expect(await rows()).toHaveLength(2);
    expect(JSON.stringify(await rows())).not.toContain('aLot');
  });

  test('turns away whoever may not hand it in, and keeps nothing of theirs', async () => {
    const { answers } = says('kayla-one', yes);
    const readable = boxesOf(answers);
    const odd = boxed(new Uint8Array(answerBytes));
    for (const phone of [team.volunteer, team.lead, team.otherWorker, team.otherCoordinator, world.ann])
      expect((await post(phone, readable)).body.results).toEqual(readable.map(({ t }) => ({ t, result: 'refused' })));
    for (const phone of [team.lead])
      expect((await post(phone, [odd])).body.results).toEqual([{ t: odd.t, result: 'refused' }]);
    const left = await world.say('POST', `/api/team/${team.worker.member}/leave`, undefined, {
      token: world.ann.fullToken,
    });
    expect(left.status).toBe(204);
    expect((await post(team.worker, readable)).body.results[0].result).toBe('refused');
    expect([await rows(), await unread()]).toEqual([[], []]);
  });

  test('takes no box of another size, and no answer that was closed for another use', async () => {
    const [good] = says('kayla-one', yes).answers;
    const short = boxed(new TextEncoder().encode(JSON.stringify(good)));
    expect((await post(team.worker, [short])).status).toBe(400);
    const packed = packAnswer(good!);
    const others = [
      boxed(packed, { purpose: 'entry' }),
      boxed(packed, { programme: 'another' }),
      { ...boxed(packed), t: crypto.randomUUID() },
      { ...boxed(packed), keyId: '0123456789abcdef' },
      { ...boxed(packed), v: 1 },
      { ...boxed(packed), v: 7 },
      boxed(packAnswer(good!).fill(0x7b)),
    ];
    const { body } = await post(team.worker, others);
    expect(body.results).toEqual(others.map(({ t }) => ({ t, result: 'kept' })));
    expect(await rows()).toEqual([]);
    // Kept as it came, once, and without its sender.
    await post(team.worker, others);
    const kept = await unread();
    expect(kept.map(({ t }) => t)).toEqual(others.map(({ t }) => t).sort());
    expect(Object.keys(kept[0] ?? {})).toEqual(['programme', 't', 'v', 'key_id', 'box']);
    for (const { t, box } of kept)
      expect(Buffer.from(box).toString('base64')).toBe(others.find((each) => each.t === t)?.box);
  });

  test('says of the server’s life what the door for sealed entries says', async () => {
    const asked = { token: team.worker.sendToken };
    const sealed = (await world.say('POST', '/api/sealed', { entries: [] }, asked)).body;
    const { body } = await post(team.worker, []);
    expect(body).toEqual(sealed);
    expect(Object.keys(body)).toEqual(['results', 'epoch', 'now', 'head', 'backedUpSeq', 'serverKeys', 'directive']);
  });

  test('counts how often a phone comes in memory alone', async () => {
    for (let n = 0; n < 300; n += 1) await post(team.worker, []);
    expect((await post(team.worker, [])).status).toBe(429);
    expect((await post(team.coordinator, [])).status).toBe(200);
    world.clock.ms += 3_600_000;
    expect((await post(team.worker, [])).status).toBe(200);
    const told = await world.server.store.reader.selectFrom('audit').select(['action', 'detail']).execute();
    expect(JSON.stringify(told)).not.toMatch(/answer/);
  });
});

/** Everything in the file, table by table, but for the answers themselves. */
function dump(): Record<string, unknown[]> {
  const file = new Database(join(world.dataDir, 'bandstand.sqlite'), { readonly: true });
  const tables = file.prepare(`select name from sqlite_master where type = 'table'`).all() as { name: string }[];
  const found = Object.fromEntries(tables.map(({ name }) => [name, file.prepare(`select * from "${name}"`).all()]));
  file.close();
  return found;
}

/** Every page of the file that holds answers or leads to one, byte for byte: what was deleted or moved inside it, too. */
async function pagesOfAnswers(): Promise<string[]> {
  await world.server.store.emptyLog();
  const bytes = readFileSync(join(world.dataDir, 'bandstand.sqlite'));
  const pages = Array.from({ length: bytes.length / 4096 }, (_, at) => bytes.subarray(at * 4096, (at + 1) * 4096));
  // 10: a leaf of a table or index kept by its own key.
  const own = pages.filter((page) => page[0] === 10 && page.includes(`partner/${world.a}/equality`));
  return own.map((page) => page.toString('latin1')).sort();
}

describe('somebody with the database, the log, the order of requests and an answer of their own', () => {
  test('finds no author, no phone, no clock and no order beside an answer', async () => {
    await asks(team.worker, 'kayla-one', yes);
    await world.server.contacts.flush(true);
    const before = dump();
    world.clock.ms += 7 * 60_000;
    const [one, two] = [says('leroy-one', yes).answers, says('mona-one', yes).answers];
    await post(team.worker, boxesOf([one[0]!, two[0]!]));
    world.clock.ms += 60_000;
    await post(team.coordinator, boxesOf([two[1]!, one[1]!]));
    await world.server.contacts.flush(true);
    const after = dump();
    // Of the whole database nothing but the answers has changed: no counter, no log, no last contact.
    const { answer, ...rest } = after;
    const { answer: had, ...others } = before;
    expect(rest).toEqual(others);
    expect(had).toHaveLength(2);
    expect(answer).toHaveLength(6);
    for (const row of answer as Record<string, string>[]) {
      expect(Object.keys(row)).toEqual(['programme', 'id', 'type', 'scope', 'key', 'body', 'cell']);
      expect(row.cell).toBe('');
      expect(Object.keys(JSON.parse(row.body ?? '')).sort()).toEqual(
        ['answer', 'by', 'day', 'equalityKey', 'question', ...(row.body?.includes('words') ? ['words'] : [])].sort(),
      );
      expect(JSON.stringify(row)).not.toMatch(/T\d\d:|device|member/);
    }
    const ids = (answer as { id: string }[]).map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
    const file = new Database(join(world.dataDir, 'bandstand.sqlite'), { readonly: true });
    expect(() => file.prepare('select rowid from answer').all()).toThrow(/no such column/);
    file.close();
  });

  test('cannot tell by any byte of the file what came together, once a night has passed', async () => {
    const sittings = Array.from({ length: 12 }, (_, n) => says(`child-${n}`, yes).answers);
    const all = sittings.flat();
    const keys = all.map(({ body }) => body.equalityKey);
    const night = () => world.server.store.write((db) => tidyAnswers(db, world.server.store.programme, world.clock.ms));
    for (const each of sittings) await post(team.worker, boxesOf(each));
    const evening = await pagesOfAnswers();
    await night();
    const morning = await pagesOfAnswers();
    expect(morning.length).toBeGreaterThan(1);
    await world.server.store.write((db) => forgetAnswers(db, keys));
    expect(await rows()).toEqual([]);
    // The same answers another way: each with one of somebody else, from two phones, the other way round.
    const mixed = [...all].sort((a, b) => (a.body.question < b.body.question ? -1 : a.id < b.id ? 1 : -1));
    for (let n = 0; n < mixed.length; n += 2)
      await post(n % 4 === 0 ? team.worker : team.coordinator, boxesOf(mixed.slice(n, n + 2)));
    const otherEvening = await pagesOfAnswers();
    await night();
    expect(await pagesOfAnswers()).toEqual(morning);
    // Before the night there is something to find, and the check finds it.
    expect(otherEvening).not.toEqual(evening);
    expect(evening).not.toEqual(morning);
  });

  test('opens no box by trying whose it is: every phone closes alike', async () => {
    const [answer] = says('kayla-one', yes).answers;
    const box = boxed(packAnswer(answer!));
    // Closed on one phone, it is taken in from another.
    expect((await post(team.coordinator, [box])).body.results).toEqual([{ t: box.t, result: 'ok' }]);
    expect(JSON.stringify(await rows())).not.toContain(box.t);
  });
});

describe('who reads what', () => {
  const period = `from=${today}&to=${today}`;
  const get = (phone: Phone, path: string) => world.say('GET', path, undefined, { token: phone.fullToken });
  const report = async (phone: Phone) => (await get(phone, `/api/reports/equality?${period}`)).body;

  /** So many people each, by what they say of a disability. */
  async function register(counts: Readonly<Record<string, number>>, phone = team.worker, partner = world.a) {
    for (const [answer, n] of Object.entries(counts))
      for (let at = 0; at < n; at += 1) {
        const id = `${answer}-${at}-child-${partner}`;
        if (answer === 'nobody') await taken(world, phone, [personWrite(partner, id)]);
        else await asks(phone, id, [['disability', { answer }]], { partner });
      }
  }
  const childOf = (answer: string, at = 0) => `${answer}-${at}-child-${world.a}`;
  const shown = async (phone: Phone) => {
    const [{ lines, ratherNot, asked }] = (await report(phone)).questions;
    return [asked, ratherNot, ...lines.map(({ people }: { people: unknown }) => people)];
  };

  test('the report counts everybody once, in fives, and shows no small number, on screen and in files', async () => {
    await register({ no: 14, aLittle: 6, aLot: 2, notSaid: 7, nobody: 3 });
    const { questions, hidden } = await report(team.coordinator);
    expect(hidden).toEqual([]);
    expect(questions[0]).toMatchObject({ question: 'disability', everybody: 30, asked: 30, ratherNot: 5 });
    expect(questions[0].lines.map(({ people }: { people: unknown }) => people)).toEqual(['few', 5, 15, 'few']);
    expect(questions[1]).toMatchObject({ question: 'religion', asked: 'few', ratherNot: 'hidden' });
    const csv = (await get(team.coordinator, `/api/exports/equality.csv?${period}`)).text;
    expect(csv).toContain('Disability,"Yes, limited a lot",fewer than 5');
    expect(csv).toContain('Disability,No,15');
    const response = (await get(team.coordinator, `/api/exports/equality.csv?${period}&table=response`)).text;
    expect(response).toContain('Disability,30,30,5\r\n');
    expect((await get(team.coordinator, `/api/exports/equality.xlsx?${period}`)).status).toBe(200);
    // Two periods set against each other tell nothing: it is always of this week.
    expect(await report(team.coordinator)).toMatchObject({ questions });
    expect((await get(team.coordinator, '/api/reports/equality?from=2026-11-01&to=2026-11-02')).body.questions).toEqual(
      questions,
    );
  });

  test('a partner counts its own; who runs the programme only what is shared; others nothing', async () => {
    await register({ no: 9, aLittle: 6, notSaid: 5 });
    expect((await report(team.coordinator)).questions[0].asked).toBe(20);
    expect(await report(team.otherCoordinator)).toMatchObject({
      questions: [{ everybody: 'few', asked: 'few' }, { asked: 'few' }],
    });
    expect(await report(world.ann)).toMatchObject({
      questions: [{ everybody: 'few', asked: 'few' }, {}],
      hidden: ['Alliance', 'Refocus'],
    });
    await taken(world, team.coordinator, [patchWrite('partner', programmeScope, world.a, { namesShared: true })]);
    expect(await report(world.ann)).toMatchObject({ questions: [{ asked: 20 }, {}], hidden: ['Alliance'] });
    expect((await report(team.worker)).type).toBe('urn:bandstand:no-right');
  });

  describe('one child’s answer, for somebody who may write', () => {
    const common = { no: 15, aLittle: 6, notSaid: 6 };
    const keyOf = (answers: readonly AnswerOfType<'equality'>[]) => answers[0]?.body.equalityKey;

    test('is not multiplied by writing their key into other details: then it counts for nobody', async () => {
      await register(common);
      const key = keyOf(await asks(team.worker, 'kayla-one', [['disability', { answer: 'aLot' }]]));
      const before = await shown(team.coordinator);
      expect(before).toEqual([30, 5, 'few', 5, 15, 'few']);
      for (let n = 0; n < 20; n += 1) {
        const invented = says(`invented-${n}`, []).sayings[0] as Saying;
        const copied = { ...invented, body: { ...invented.body, equalityKey: key } } as Saying;
        await taken(world, team.worker, [personWrite(world.a, `invented-${n}`), copied]);
      }
      expect(await shown(team.coordinator)).toEqual([25, 5, 'few', 5, 15, 'few']);
    });

    test('counts once where two badges of one person hold the key', async () => {
      await register({ no: 14, aLittle: 6, notSaid: 4 });
      const key = keyOf(await asks(team.worker, 'sam-badge-one', [['disability', { answer: 'no' }]]));
      const [again] = says('sam-badge-two', []).sayings;
      const second = { ...again, body: { ...again?.body, equalityKey: key } } as Saying;
      await taken(world, team.worker, [personWrite(world.a, 'sam-badge-two'), second]);
      expect((await report(team.coordinator)).questions[0].asked).toBe(25);
      const counted = async () =>
        (await report(team.coordinator)).questions[0].lines.find((each: { answer: string }) => each.answer === 'no');
      for (let n = 14; n < 17; n += 1) await asks(team.worker, `more-${n}-child`, [['disability', { answer: 'no' }]]);
      expect((await counted()).people).toBe(15);
      const alias = {
        of: 'person',
        one: 'sam-badge-one',
        other: 'sam-badge-two',
        is: 'same',
        replaces: [],
        at: '2026-11-22T12:00:00.000Z',
      };
      await taken(world, team.coordinator, [factWrite(team.coordinator, 'alias', `partner/${world.a}`, alias)]);
      expect((await counted()).people).toBe(20);
    });

    test('moves no figure when they or their badge come or go, nor when a partner no longer shares', async () => {
      await register(common);
      await register({ no: 2, aLittle: 1 }, team.otherWorker, world.b);
      for (const [partner, coordinator] of [
        [world.a, team.coordinator],
        [world.b, team.otherCoordinator],
      ] as const)
        await taken(world, coordinator, [patchWrite('partner', programmeScope, partner, { namesShared: true })]);
      const together = await shown(world.ann);
      expect(together).toEqual([30, 5, 'few', 5, 15, 'few']);
      await taken(world, team.otherCoordinator, [
        patchWrite('partner', programmeScope, world.b, { namesShared: false }),
      ]);
      expect((await shown(world.ann)).slice(1)).toEqual(together.slice(1));
      const close = patchWrite('person', `partner/${world.a}`, childOf('aLittle'), { status: 'closed' });
      await taken(world, team.worker, [close]);
      expect((await shown(world.ann)).slice(1)).toEqual(together.slice(1));
    });

    test('is counted from Monday on, and not on the day they are asked', async () => {
      await register({ no: 15, aLittle: 7, notSaid: 6 });
      const before = await shown(team.coordinator);
      await asks(team.worker, 'kayla-one', [['disability', { answer: 'aLittle' }]], { day: '2026-11-16' });
      expect(await shown(team.coordinator)).toEqual(before);
      // Half past midnight on Monday, by the clock in the park.
      world.clock.ms = Date.parse('2026-11-23T00:30:00.000Z');
      expect(await shown(team.coordinator)).toEqual([30, 5, 'few', 10, 15, 'few']);
    });

    test('is found by a key of their own partner alone: written down at another, it takes nothing away', async () => {
      await register({ no: 15, aLittle: 7, notSaid: 6 });
      const key = keyOf(await asks(team.worker, 'kayla-one', [['disability', { answer: 'aLittle' }]]));
      const [invented] = says('invented', [], { partner: world.b }).sayings;
      const copied = { ...invented, body: { ...invented?.body, equalityKey: key } } as Saying;
      await taken(world, team.otherWorker, [personWrite(world.b, 'invented'), copied]);
      for (const [partner, coordinator] of [
        [world.a, team.coordinator],
        [world.b, team.otherCoordinator],
      ] as const)
        await taken(world, coordinator, [patchWrite('partner', programmeScope, partner, { namesShared: true })]);
      expect(await shown(world.ann)).toEqual([30, 5, 'few', 10, 15, 'few']);
    });
  });

  test('no address and no round gives an answer to anybody, or takes a key', async () => {
    await asks(team.worker, 'kayla-one', yes);
    const [{ id = '', key = '' } = {}] = await rows();
    const paths = world.server.routes.filter(({ method }) => method === 'GET').map(({ path }) => path);
    let named = 0;
    for (const phone of [world.ann, team.coordinator, team.worker, team.volunteer, team.lead]) {
      for (const path of paths)
        for (const query of [
          '',
          `?${period}`,
          '?of=kayla-one',
          '?type=answer',
          `?of=${key}`,
          `?${period}&table=groups`,
        ]) {
          const reply = await get(phone, `${path.replace(':id', 'kayla-one')}${query}`);
          expect(reply.text, path).not.toMatch(/marzipanist/i);
          expect(reply.text, path).not.toContain(id);
          if (reply.text.includes('Kayla')) named += 1;
        }
      const pulled = JSON.stringify(await sync(world, phone, []));
      expect(pulled).not.toMatch(/marzipanist|partner\/[^"]*\/equality/i);
      expect(pulled).not.toContain(id);
    }
    expect(named).toBeGreaterThan(0);
  });

  test('who may not be asked is not counted, whether one says no or two differ, and neither is a badge that was closed', async () => {
    await register({ no: 8, aLittle: 8, aLot: 3, notSaid: 8 });
    const figures = async () => (await shown(team.coordinator)).slice(0, 5);
    expect(await figures()).toEqual([25, 10, 'few', 10, 10]);
    const no = factWrite(team.worker, 'consent', privateScope(world.a), {
      ...{ person: childOf('no'), purpose: 'equality', decision: 'withdrawn', day: today, toldBy: 'inPerson' },
      ...{ decidedAt: '2026-11-22T12:00:00.000Z', replaces: [], giver: 'mother-one' },
    });
    await taken(world, team.worker, [no]);
    expect(await figures()).toEqual([25, 10, 'few', 10, 5]);
    const wording = await approve(world, aDocument());
    const differ = ['given', 'refused'].flatMap((decision, at) =>
      signs(team.worker, {
        ...{
          partner: world.a,
          person: childOf('aLittle'),
          giver: `giver-${at}`,
          purpose: 'equality',
          decision,
          wording,
        },
      }),
    );
    await taken(world, team.worker, differ);
    expect(await figures()).toEqual([25, 10, 'few', 5, 5]);
    await taken(world, team.worker, [
      patchWrite('person', `partner/${world.a}`, childOf('notSaid'), { status: 'closed' }),
    ]);
    expect(await figures()).toEqual([25, 5, 'few', 5, 5]);
  });
});

describe('what was said before', () => {
  const night = () => world.server.store.write((db) => tidyAnswers(db, world.server.store.programme, world.clock.ms));
  const days = (n: number) => {
    world.clock.ms += n * 86_400_000;
  };
  const answers = async () => (await rows()).map(({ body }) => JSON.parse(body).answer).sort();
  /** Something that is taken in now and never changes, as there is on every day. */
  const fact = () =>
    taken(world, team.worker, [
      factWrite(team.worker, 'eligibility', privateScope(world.a), {
        ...{ person: 'kayla-one', reason: 'other', until: today, at: '2026-11-22T12:00:00.000Z', replaces: [] },
      }),
    ]);
  const patchKey = (key: string | undefined, clock = world.clock.ms) => {
    const write = patchWrite('details', privateScope(world.a), 'details:kayla-one', { equalityKey: key });
    return push(world, team.worker, [entryOf(team.worker, [write], { clock })]);
  };

  test('counts no more once they have another key, and is gone four weeks later', async () => {
    await asks(team.worker, 'kayla-one', [['disability', { answer: 'aLot' }]]);
    const again = says('kayla-one', [['disability', { answer: 'no' }]]);
    // On their way the answers may overtake their key.
    await post(team.worker, boxesOf(again.answers));
    await taken(world, team.worker, asWrites(again.sayings));
    const { store } = world.server;
    expect(await store.read((db) => equalityKeysOf(db, store.programme, ['details:kayla-one']))).toEqual({
      now: [again.answers[0]?.body.equalityKey],
      before: [expect.any(String)],
    });
    await fact();
    await night();
    days(28);
    await night();
    expect(await answers()).toEqual(['aLot', 'no']);
    days(1);
    await night();
    expect(await answers()).toEqual(['no']);
    await store.write((db) => forgetAnswers(db, [again.answers[0]?.body.equalityKey ?? '']));
    expect(await rows()).toEqual([]);
    await store.write((db) => forgetAnswers(db, []));
  });

  test('can be put back: a worker who writes over a key destroys nothing, however old they say it is', async () => {
    const [answer] = await asks(team.worker, 'kayla-one', [['disability', { answer: 'aLot' }]]);
    await fact();
    days(60);
    // By the clock of their phone it was replaced two months ago.
    await patchKey(crypto.randomUUID(), world.clock.ms - 59 * 86_400_000);
    await fact();
    await night();
    expect(await answers()).toEqual(['aLot']);
    days(20);
    await patchKey(answer?.body.equalityKey);
    await fact();
    days(40);
    await night();
    expect(await answers()).toEqual(['aLot']);
    // Replaced once more, the days begin again.
    await patchKey(crypto.randomUUID());
    await night();
    expect(await answers()).toEqual(['aLot']);
    await fact();
    days(29);
    await night();
    expect(await answers()).toEqual([]);
  });

  test('is nobody else’s to lose: a key that was only written over theirs for a time', async () => {
    const [answer] = await asks(team.worker, 'benny-one', [['disability', { answer: 'aLot' }]]);
    await asks(team.worker, 'kayla-one', [['disability', { answer: 'no' }]]);
    days(1);
    await patchKey(answer?.body.equalityKey);
    days(1);
    await patchKey(crypto.randomUUID());
    await fact();
    days(40);
    await night();
    expect(await answers()).toEqual(['aLot']);
    const asked = { token: team.coordinator.fullToken };
    const { status } = await world.say('POST', '/api/people/kayla-one/erase', { reason: 'parent' }, asked);
    expect(status).toBe(200);
    expect(await answers()).toEqual(['aLot']);
  });
});

test('with somebody who is erased go their answers, those from before as well, and no others', async () => {
  await asks(team.worker, 'kayla-one', yes);
  const again = says('kayla-one', yes);
  await taken(world, team.worker, [...again.sayings]);
  await post(team.worker, boxesOf(again.answers));
  const others = await asks(team.worker, 'benny-one', yes);
  const { status } = await world.say(
    'POST',
    '/api/people/kayla-one/erase',
    { reason: 'parent' },
    { token: team.coordinator.fullToken },
  );
  expect(status).toBe(200);
  expect((await rows()).map(({ id }) => id).sort()).toEqual(others.map(({ id }) => id).sort());
});
