import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Body, Write } from '#domain/records/entry.ts';
import { partnerScope, privateScope, programmeScope, reasonsScope } from '#domain/records/scopes.ts';
import { renewAll } from '#server/standings.ts';
import { aDocument, versionOf } from '#test/domain/a-wording.ts';
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
  type World,
} from './world.ts';

/** What a volunteer's phone shows of permissions is written by the server, with whatever it rests on, and says no more than that. */

let world: World;
let team: Awaited<ReturnType<typeof staff>>;
const at = '2026-11-22T12:00:00.000Z';
const day = '2026-11-22';
const document = versionOf(aDocument());

beforeEach(async () => {
  world = await newWorld();
  team = await staff(world);
  await accepted(world.ann, [
    factWrite(world.ann, 'wordingVersion', programmeScope, document),
    factWrite(world.ann, 'approval', programmeScope, {
      ...{ sha256: document.sha256, kind: 'says more', purposes: ['takePart'], reason: 'first', who: 'Ann', at },
    }),
  ]);
  await accepted(team.worker, [personWrite(world.a, 'amira-one')]);
});
afterEach(() => world.close());

async function accepted(phone: Phone, writes: Write[]) {
  for (const result of await push(world, phone, [entryOf(phone, writes)]))
    expect(result).toMatchObject({ result: 'ok' });
}

const here = () => privateScope(world.a);

/** A mother signs, and answers for one purpose. */
function signed(giver: string, purpose: string, decision: string, more: Body = {}): Write[] {
  const body = {
    ...{ way: 'typed', typedName: 'Nadia K', giver, giverName: 'Nadia K', responsibility: 'yes' },
    ...{ wording: document.sha256, language: 'en', template: 1, shownAt: at, decidedAt: at, zone: 'Europe/London' },
  };
  const signing = factWrite(team.worker, 'signing', here(), body);
  const consent = factWrite(team.worker, 'consent', here(), {
    ...{ person: 'amira-one', purpose, giver, decision, signing: signing.id, signingHash: signing.hash },
    ...{ wording: document.sha256, day, decidedAt: at, replaces: [], ...more },
  });
  return [signing, consent];
}

async function standing(phone: Phone, person = 'amira-one') {
  const { scopes } = await sync(world, phone, []);
  const rows = Object.values(scopes).flatMap((page) => page.rows);
  return { body: rows.find(({ id }) => id === `standing:${person}`)?.body, rows, scopes: Object.keys(scopes) };
}

test('a volunteer is told what somebody may, and is sent nothing of why', async () => {
  await accepted(team.worker, [
    {
      op: 'create',
      type: 'details',
      id: 'details:amira-one',
      scope: here(),
      body: {
        person: 'amira-one',
        address: '1 Mill Lane',
        'need/n1': { kind: 'medical', name: 'Asthma', do: 'Blue inhaler' },
      },
    },
  ]);
  await accepted(team.worker, signed('mother-one', 'photoInternal', 'given'));
  const { body, rows, scopes } = await standing(team.volunteer);
  expect(body).toMatchObject({
    'may/photoInternal': 'may',
    'may/contactSport': 'missing',
    medical: true,
    until: '2027-11-23',
  });
  expect(scopes.sort()).toEqual([partnerScope(world.a), programmeScope].sort());
  expect(JSON.stringify(rows)).not.toMatch(/Mill Lane|Asthma|Nadia|mother-one/);
});

test('a withdrawal that a volunteer brings, not knowing whose, acts at once on every phone', async () => {
  await accepted(team.worker, signed('mother-one', 'photoInternal', 'given'));
  await accepted(team.volunteer, [
    factWrite(team.volunteer, 'consent', here(), {
      ...{ person: 'amira-one', purpose: 'photoInternal', decision: 'withdrawn', toldBy: 'inPerson', day },
      ...{ decidedAt: at, replaces: [] },
    }),
  ]);
  for (const phone of [team.volunteer, team.worker])
    expect((await standing(phone)).body).toMatchObject({ 'may/photoInternal': 'mayNot' });
});

test('it is renewed on the first day on which it may be otherwise, with nobody sending anything', async () => {
  await accepted(team.worker, signed('mother-one', 'photoInternal', 'given'));
  world.clock.ms = Date.parse('2027-11-22T12:00:00.000Z');
  await renewAll(world.server.ledger, world.clock.ms);
  expect((await standing(team.volunteer)).body).toMatchObject({ 'may/photoInternal': 'may' });
  world.clock.ms = Date.parse('2027-11-23T12:00:00.000Z');
  await renewAll(world.server.ledger, world.clock.ms);
  expect((await standing(team.volunteer)).body).toMatchObject({ 'may/photoInternal': 'missing', until: null });
});

test('who does not join in until a day is said so, and it ends by itself', async () => {
  await accepted(team.worker, [
    factWrite(team.worker, 'eligibility', here(), {
      ...{ person: 'amira-one', reason: 'healthRule', from: day, until: '2026-12-03', at, replaces: [] },
    }),
  ]);
  expect((await standing(team.volunteer)).body).toMatchObject({ notBefore: '2026-12-03', until: '2026-12-03' });
  world.clock.ms = Date.parse('2026-12-03T08:00:00.000Z');
  await renewAll(world.server.ledger, world.clock.ms);
  expect((await standing(team.volunteer)).body).toMatchObject({ notBefore: null });
});

test('two records of one child say the same once a coordinator has said so, and not after it is taken back', async () => {
  await accepted(team.worker, [personWrite(world.a, 'amira-two')]);
  await accepted(team.worker, signed('mother-one', 'photoInternal', 'given'));
  const same = { of: 'person', one: 'amira-one', other: 'amira-two', at };
  const first = factWrite(team.coordinator, 'alias', partnerScope(world.a), { ...same, is: 'same', replaces: [] });
  await accepted(team.coordinator, [first]);
  expect((await standing(team.volunteer, 'amira-two')).body).toMatchObject({ 'may/photoInternal': 'may' });
  const second = factWrite(team.coordinator, 'alias', partnerScope(world.a), {
    ...same,
    is: 'open',
    replaces: [first.id],
  });
  await accepted(team.coordinator, [second]);
  expect((await standing(team.volunteer, 'amira-two')).body).toMatchObject({ 'may/photoInternal': 'missing' });
});

test('nobody writes a standing but the server', async () => {
  const body = { person: 'amira-one', 'may/photoInternal': 'may' };
  const create = {
    op: 'create',
    type: 'standing',
    id: 'standing:amira-one',
    scope: partnerScope(world.a),
    body,
  } as const;
  for (const phone of [team.worker, team.coordinator, world.ann])
    expect((await push(world, phone, [entryOf(phone, [create])]))[0]).toMatchObject({ code: 'no_right' });
  await accepted(team.worker, signed('mother-one', 'photoInternal', 'refused'));
  const patch = patchWrite('standing', partnerScope(world.a), 'standing:amira-one', { 'may/photoInternal': 'may' });
  expect((await push(world, team.worker, [entryOf(team.worker, [patch])]))[0]).toMatchObject({ code: 'no_right' });
  expect((await standing(team.volunteer)).body).toMatchObject({ 'may/photoInternal': 'mayNot' });
});

test('a look at who to call, made in a park without signal, stands in the log once it arrives, and only once', async () => {
  const before = (await world.server.auditHead()).n;
  const look = factWrite(team.worker, 'look', reasonsScope(world.a), { person: 'amira-one', at });
  await accepted(team.worker, [look]);
  await accepted(team.worker, [look]);
  const lines = await world.server.store.reader.selectFrom('audit').selectAll().where('n', '>', before).execute();
  expect(lines.filter(({ action }) => action === 'look at contacts')).toHaveLength(1);
});

test('where a partner does not share its names, whoever runs the programme reads none, and writes none', async () => {
  await accepted(team.worker, signed('mother-one', 'photoInternal', 'given'));
  expect((await standing(world.ann)).scopes).not.toContain(here());
  const share = patchWrite('partner', programmeScope, world.a, { namesShared: true });
  expect((await push(world, world.ann, [entryOf(world.ann, [share])]))[0]).toMatchObject({ code: 'no_right' });
  await accepted(team.coordinator, [share]);
  expect((await standing(world.ann)).scopes).toContain(here());
  expect((await standing(world.ann)).scopes).not.toContain(privateScope(world.b));
});

test('a withdrawal that is kept for somebody to look at holds until they have', async () => {
  await accepted(team.worker, signed('mother-one', 'photoInternal', 'given'));
  // A volunteer may not say whose it is: it is kept, and is a no all the same.
  const kept = entryOf(team.volunteer, [
    factWrite(team.volunteer, 'consent', here(), {
      ...{
        person: 'amira-one',
        purpose: 'photoInternal',
        decision: 'withdrawn',
        giver: 'mother-one',
        toldBy: 'inPerson',
      },
      ...{ day, decidedAt: at, replaces: [] },
    }),
  ]);
  expect((await push(world, team.volunteer, [kept]))[0]).toMatchObject({ code: 'no_right' });
  expect((await standing(team.volunteer)).body).toMatchObject({ 'may/photoInternal': 'mayNot' });
  const path = `/api/inbox/${kept.id}/discard`;
  expect((await world.say('POST', path, undefined, { token: team.coordinator.fullToken })).status).toBe(204);
  expect((await standing(team.volunteer)).body).toMatchObject({ 'may/photoInternal': 'may' });
});

test('whoever runs the programme deals with nothing of families that are not shared', async () => {
  const kept = entryOf(team.volunteer, signed('mother-one', 'photoInternal', 'refused'));
  await push(world, team.volunteer, [{ ...kept, by: team.volunteer.member, device: team.volunteer.device }]);
  const path = `/api/inbox/${kept.id}/discard`;
  const inbox = await world.say('GET', '/api/inbox', undefined, { token: world.ann.fullToken });
  expect(inbox.body.entries).toHaveLength(1);
  expect(inbox.text).not.toContain('Nadia');
  expect((await world.say('GET', '/api/inbox', undefined, { token: team.coordinator.fullToken })).text).toContain(
    'Nadia',
  );
  expect((await world.say('POST', path, undefined, { token: world.ann.fullToken })).status).toBe(403);
});
