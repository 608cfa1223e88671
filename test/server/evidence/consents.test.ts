import { rmSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { codesOf } from '#domain/codes.ts';
import type { ConsentFile } from '#domain/people/consents/evidence/file.ts';
import { purposes } from '#domain/people-codes.ts';
import { privateScope, programmeScope } from '#domain/records/scopes.ts';
import { verdictOn } from '#server/evidence/verify-consent.ts';
import { aDocument, aQuestion } from '#test/domain/a-wording.ts';
import { accepted, approve, at, day, signs } from '#test/server/evidence/signing.ts';
import { factWrite, newWorld, openIn, patchWrite, personWrite, staff, type World } from '#test/server/world.ts';

/** The evidence of consents as a coordinator asks for it: what is in it, who may have it, and that it holds. */

let world: World;
let team: Awaited<ReturnType<typeof staff>>;
let wording: string;
let mothers: ReturnType<typeof signs>;

beforeEach(async () => {
  world = await newWorld();
  team = await staff(world);
  const noteMay = new Set(['takePart', 'research']);
  const asked = codesOf(purposes).map((purpose) => aQuestion(purpose, { gillick: noteMay.has(purpose) }));
  wording = await approve(world, aDocument({ purposes: asked }));
  await accepted(world, team.worker, [personWrite(world.a, 'amira-one', { knownAs: 'Amira' })]);
  mothers = signs(team.worker, mother('photoInternal', 'given'));
  await accepted(world, team.worker, mothers);
});
afterEach(() => world.close());

const mother = (purpose: string, decision: string, consent = {}) => ({
  ...{ partner: world.a, person: 'amira-one', giver: 'mother-one', purpose, decision, wording, consent },
});
const get = (path: string, phone = team.coordinator) => world.say('GET', path, undefined, { token: phone.fullToken });
const fileOf = async (id = mothers[1].id, format = 'json') => get(`/api/consents/${id}/${format}`);
const root = () => world.server.store.evidence.root;

test('a coordinator prints a consent that verifies without the server, and the log says who did', async () => {
  const before = (await world.server.auditHead()).n;
  const json = await fileOf();
  expect(json.headers.get('Content-Disposition')).toBe(`attachment; filename="consent-${mothers[1].id}.json"`);
  expect(await verdictOn(json.text)).toMatchObject({
    state: 'unchanged',
    origin: 'not shown',
    changed: [],
    root: root(),
  });
  expect(await verdictOn(json.text, root())).toMatchObject({ state: 'unchanged', origin: 'shown' });
  const html = await fileOf(undefined, 'html');
  expect(await verdictOn(html.text, root())).toMatchObject({ state: 'unchanged', origin: 'shown', changed: [] });
  const lines = await world.server.store.reader.selectFrom('audit').selectAll().where('n', '>', before).execute();
  const printed = lines.filter(({ action }) => action === 'print consent');
  expect(printed.map(({ actor }) => actor)).toEqual([team.coordinator.member, team.coordinator.member]);
  expect(JSON.parse(printed[1]!.detail)).toEqual({
    ...{ consent: mothers[1].id, person: 'amira-one', format: 'html', copy: 'record' },
  });
});

test('nobody of another partner, and nobody who runs the programme without the names, is told that it exists', async () => {
  for (const phone of [team.otherCoordinator, world.ann])
    for (const path of [
      ...['json', 'html', 'jsonld', 'fhir'].map((format) => `/api/consents/${mothers[1].id}/${format}`),
      '/api/people/amira-one/consents',
    ]) {
      const theirs = await get(path, phone);
      const nowhere = await get(path.replace(mothers[1].id, 'no-such-id').replace('amira-one', 'no-such-id'), phone);
      expect([theirs.status, theirs.text]).toEqual([404, nowhere.text]);
    }
  await accepted(world, team.coordinator, [patchWrite('partner', programmeScope, world.a, { namesShared: true })]);
  expect((await get(`/api/consents/${mothers[1].id}/json`, world.ann)).status).toBe(200);
});

test('a giver’s copy leaves out what a coordinator settled and what was noted of the child; the record has it', async () => {
  const scope = privateScope(world.a);
  await accepted(world, team.coordinator, [
    factWrite(team.coordinator, 'settled', scope, {
      ...{
        person: 'amira-one',
        purpose: 'photoInternal',
        weighs: [mothers[1].id],
        outcome: 'refused',
        at,
        replaces: [],
      },
    }),
  ]);
  const types = ({ facts }: ConsentFile) => facts.map(({ type }) => type);
  expect(types((await fileOf()).body)).toEqual(['consent', 'signing', 'settled', 'approval']);
  const copy = await get(`/api/consents/${mothers[1].id}/json?copy=giver`);
  expect(types(copy.body)).toEqual(['consent', 'signing', 'approval']);
  expect(await verdictOn(copy.text, root())).toMatchObject({ state: 'unchanged', origin: 'shown' });
});

test('what a young person keeps from their parents is in no copy and no list for a giver', async () => {
  const [signing, own] = signs(team.worker, {
    ...mother('photoInternal', 'refused', { tellParents: false, own: { sixteen: true, bornOn: '2010-01-02' } }),
    giver: 'amira-one',
    signing: { relationship: 'self', giverName: 'Amira K' },
  });
  await accepted(world, team.worker, [signing, own]);
  expect(await get(`/api/consents/${own.id}/html?copy=giver`)).toMatchObject({
    status: 409,
    body: { type: 'urn:bandstand:not-to-be-told' },
  });
  const all = await get('/api/people/amira-one/consents');
  expect(all.body.consents.map(({ id, state }: { id: string; state: string }) => [id, state])).toEqual(
    expect.arrayContaining([
      [own.id, 'refused'],
      [mothers[1].id, 'given'],
    ]),
  );
  expect(all.body.consents[0].inForce).toBe('refused');
  const shown = await get('/api/people/amira-one/consents?giver=mother-one');
  expect(shown.body.consents).toMatchObject([{ id: mothers[1].id, inForce: 'given' }]);
  expect(shown.text).not.toContain(own.id);
});

test('what was entered in error prints struck through, and never as a withdrawal', async () => {
  const error = { person: 'amira-one', consent: mothers[1].id, at };
  await accepted(world, team.worker, [factWrite(team.worker, 'enteredInError', privateScope(world.a), error)]);
  const { text } = await fileOf(undefined, 'html');
  expect(text).toContain('<s>Given: Photos for us</s>');
  expect(text).toContain('Entered in error on Sunday 22 November 2026: it was never given, and is no withdrawal.');
  expect(await verdictOn(text)).toMatchObject({ state: 'unchanged' });
  const fhir = (await fileOf(undefined, 'fhir')).body;
  expect(fhir.entry[0].resource.status).toBe('entered-in-error');
});

test('somebody else’s word that it was an error strikes nothing through', async () => {
  const error = { person: 'amira-one', consent: mothers[1].id, at };
  const other = await world.add('Wanda', [{ role: 'worker', partner: world.a }]);
  await accepted(world, other, [factWrite(other, 'enteredInError', privateScope(world.a), error)]);
  expect((await fileOf(undefined, 'html')).text).not.toContain('<p class="answer"><s>');
});

test('a withdrawal that somebody brought prints without a wording or a signature', async () => {
  const told = { person: 'amira-one', purpose: 'photoInternal', decision: 'withdrawn', toldBy: 'call', day };
  const write = factWrite(team.worker, 'consent', privateScope(world.a), { ...told, decidedAt: at, replaces: [] });
  await accepted(world, team.worker, [write]);
  const { text } = await fileOf(write.id, 'html');
  expect(await verdictOn(text, root())).toMatchObject({ state: 'unchanged', origin: 'shown' });
  expect(text).toContain('Withdrawn: Photos for us');
});

describe('the nightly check', () => {
  const check = async (phone = team.coordinator) => (await get('/api/consent-check', phone)).body;
  const tomorrow = async () => {
    world.clock.ms += 24 * 3_600_000;
    await world.server.close();
    Object.assign(world.server, await openIn(world.dataDir, { now: () => world.clock.ms, behindProxy: true }));
  };

  test('it is made at the start of a server and daily, and counts what is complete', async () => {
    expect(await check()).toMatchObject({ at: '2026-11-22T12:00:00.000Z', partners: [] });
    await tomorrow();
    const body = await check();
    expect(body).toMatchObject({
      at: '2026-11-23T12:00:00.000Z',
      root: root(),
      chain: { whole: true, links: 4, brokenAt: null },
      partners: [{ partner: world.a, partnerName: 'Refocus', all: 1, complete: 1, defects: [] }],
    });
    expect(body.head.n).toBe(4);
    expect((await check(team.otherCoordinator)).partners).toMatchObject([{ partner: world.b, all: 0 }]);
    expect((await check(world.ann)).partners).toEqual([]);
  });

  test('each fault is said by id and code, and no name', async () => {
    const [signing, childs] = signs(team.worker, {
      ...mother('research', 'given'),
      signing: { giverName: ' amira', responsibility: undefined },
    });
    await accepted(world, team.worker, [signing, childs]);
    const database = new SqliteDatabase(join(world.dataDir, 'bandstand.sqlite'));
    database.exec('drop trigger fact_never_changes');
    const changed = JSON.stringify({ ...mothers[1].body, decision: 'refused' });
    database.prepare('update row set body = ? where id = ?').run(changed, mothers[1].id);
    database.close();
    await tomorrow();
    const { body, text } = await get('/api/consent-check');
    expect(body.partners[0]).toMatchObject({ all: 2, complete: 0 });
    expect(body.partners[0].defects).toEqual(
      expect.arrayContaining([
        { consent: mothers[1].id, person: 'amira-one', codes: ['changed'] },
        { consent: childs.id, person: 'amira-one', codes: ['childsName', 'noResponsibility'] },
      ]),
    );
    expect(text).not.toMatch(/Amira|Nadia/);
    const lines = (await get('/api/people/amira-one/consents')).body.consents;
    expect(lines.find(({ id }: { id: string }) => id === childs.id).defects).toEqual([
      'childsName',
      'noResponsibility',
    ]);
  });

  test('a wording, or a note that somebody understands, that was changed since is as good as none', async () => {
    const scope = privateScope(world.a);
    const noted = {
      person: 'amira-one',
      purpose: 'research',
      what: true,
      why: true,
      wrong: true,
      no: true,
      able: true,
    };
    const note = factWrite(team.worker, 'gillick', scope, {
      ...noted,
      ...{ worker: team.worker.member, second: team.lead.member, at },
    });
    const own = signs(team.worker, {
      ...mother('research', 'given', { own: { gillick: note.id } }),
      ...{ giver: 'amira-one', signing: { relationship: 'self', giverName: 'Amira' } },
    });
    await accepted(world, team.worker, [note, ...own]);
    await tomorrow();
    expect((await check()).partners[0]).toMatchObject({ all: 2, complete: 2 });
    const database = new SqliteDatabase(join(world.dataDir, 'bandstand.sqlite'));
    database.exec('drop trigger fact_never_changes');
    database.exec(`update row set body = replace(body, '"wrong":true', '"wrong":false') where type = 'gillick'`);
    await tomorrow();
    expect((await check()).partners[0].defects).toEqual([
      { consent: own[1].id, person: 'amira-one', codes: ['changed'] },
    ]);
    database.exec(
      `update row set body = replace(body, 'So that we know', 'So that you know') where type = 'wordingVersion'`,
    );
    database.close();
    await tomorrow();
    const codes = (await check()).partners[0].defects.map((each: { codes: string[] }) => each.codes);
    expect(codes).toEqual(expect.arrayContaining([['noWording'], ['noWording', 'changed']]));
  });

  test('a wording that was never approved, or in another language, is none', async () => {
    const [signing, said] = signs(team.worker, { ...mother('research', 'given'), signing: { language: 'pl' } });
    const [second, unknown] = signs(team.worker, { ...mother('contact', 'given'), wording: 'c'.repeat(64) });
    await accepted(world, team.worker, [signing, said, second, unknown]);
    await tomorrow();
    const body = await check();
    const codes = Object.fromEntries(
      body.partners[0].defects.map((each: { consent: string; codes: string[] }) => [each.consent, each.codes]),
    );
    expect(codes).toEqual({ [said.id]: ['noWording'], [unknown.id]: ['noWording'] });
  });
});

test('without the keys that signed for it a server does not start', async () => {
  await world.server.close();
  rmSync(join(world.dataDir, 'evidence.keys'));
  await expect(openIn(world.dataDir)).rejects.toThrow('evidence.keys is missing');
});
