import 'fake-indexeddb/auto';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readView } from '#db/views.ts';
import { allViews } from '#domain/all-views.ts';
import { partnerScope, privateScope, teamScope } from '#domain/records/scopes.ts';
import { storeOf } from '#domain/stock/stock.ts';
import { toInstant } from '#domain/time.ts';
import { enrolledPhone, type OpenPhone } from '#test/features/open-phone.ts';
import { entryOf, factWrite, newWorld, type Phone, push, sessionWrite, staff, type World } from '#test/server/world.ts';

/** What an enrolled desk folds from its own store is what the server folds for a desk that keeps nothing. */

let world: World;
let laptop: OpenPhone;
const [session, person, mother, net] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];

beforeAll(async () => {
  world = await newWorld();
  const { coordinator, worker, otherWorker } = await staff(world);
  const { a, b } = world;
  const made = (type: string, scope: string, body: Record<string, unknown>, id = uuidv7()) =>
    ({ op: 'create', type, id, scope, body }) as const;
  const move = (phone: Phone, partner: string, body: Record<string, unknown>) =>
    factWrite(phone, 'movement', partnerScope(partner), {
      n: 1,
      day: '2026-11-22',
      at: '2026-11-22T12:10:00.000Z',
      ...body,
    });
  const [ball, box] = [uuidv7(), uuidv7()];
  await push(world, coordinator, [
    entryOf(coordinator, [
      made('set', 'programme', { name: 'Football', kind: 'ITM', lowAt: 50 }, ball),
      made('set', 'programme', { name: 'Box', kind: 'O10', version: 1, [`part/1:${ball}`]: 1 }, box),
      made('holder', partnerScope(a), { name: 'Van', kind: 'van' }),
      move(coordinator, a, { kind: 'received', set: box, n: 5, to: storeOf(a) }),
      sessionWrite(a, session),
    ]),
    entryOf(coordinator, [
      move(coordinator, a, {
        kind: 'given out',
        set: box,
        from: storeOf(a),
        session,
        version: 1,
        owed: [{ set: ball, n: 1 }],
      }),
      made('debrief', teamScope(a), { session, day: '2026-11-22', needsRaised: 'Lights' }, `debrief:${session}`),
    ]),
  ]);
  await push(world, worker, [
    entryOf(worker, [made('idea', teamScope(a), { said: 'A net', day: '2026-11-22', status: 'heard' }, net)]),
  ]);
  // Of a partner she does not coordinate.
  await push(world, otherWorker, [
    entryOf(otherWorker, [
      move(otherWorker, b, { kind: 'received', set: box, n: 2, to: storeOf(b) }),
      made('idea', teamScope(b), { said: 'Theirs', day: '2026-11-22', status: 'heard' }),
    ]),
  ]);
  const families = privateScope(a);
  const kayla = { knownAs: 'Kayla', initial: 'M', leaf: 1, colour: 1, status: 'active' };
  await push(world, coordinator, [
    entryOf(coordinator, [
      made('person', partnerScope(a), kayla, person),
      made('person', partnerScope(a), { ...kayla, leaf: 2 }, uuidv7()),
      made('guardian', families, { name: 'Nadia Mensah', phone: '07700900318' }, mother),
      made('details', families, { person, [`guardian/${mother}`]: { is: 'mother' } }, `details:${person}`),
    ]),
  ]);
  // She coordinates one partner and only works for the other: the records of both are on her laptop.
  const cleo = await world.say(
    'POST',
    '/api/team',
    {
      ...{ name: 'Cleo', vetted: true, firstAider: false },
      roles: [
        { role: 'partnerCoordinator', partner: a },
        { role: 'worker', partner: b },
      ],
    },
    { token: world.ann.fullToken },
  );
  const issued = await world.say('POST', `/api/team/${cleo.body.id}/codes`, undefined, { token: world.ann.fullToken });
  laptop = await enrolledPhone(world.server, issued.body.code);
  await laptop.sync();
});
afterAll(() => world.close());

/** A word that each answer has to hold. */
const telling: Readonly<Record<(typeof allViews)[number]['name'], string>> = {
  stock: 'windmill-hill',
  ideas: 'A net',
  idea: 'A net',
  people: 'Kayla M',
  person: 'Kayla',
  family: 'Nadia Mensah',
  permissions: 'Nadia Mensah',
  doubles: 'Kayla M',
  imports: 'Nadia Mensah',
};

test.each(
  allViews.map((view) => [view.name, view] as const),
)('the %s an enrolled desk folds from its own records is what the server answers', async (name, view) => {
  const now = toInstant(world.clock.ms);
  const ofOne = ['person', 'family', 'permissions'];
  const of = name === 'idea' ? net : ofOne.includes(name) ? person : undefined;
  const own = await laptop.unlocked.store.read((tx) => readView<unknown>(tx, view, now, of));
  const path = of === undefined ? name : `${name}?of=${of}`;
  const { body } = await world.say('GET', `/api/${path}`, undefined, { token: laptop.token });
  // As it would come over the wire: what is undefined is not said.
  expect(JSON.parse(JSON.stringify(own))).toEqual(body);
  expect(JSON.stringify(body)).toContain(telling[name]);
  expect(JSON.stringify(body)).not.toContain(world.b);
});
