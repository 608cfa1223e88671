import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { sql as sqlite } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { erasable, fateOf } from '#domain/records/erasing/fates.ts';
import { partnerScope, privateScope } from '#domain/records/scopes.ts';
import { checkChains } from '#server/evidence/chain.ts';
import { checkConsents } from '#server/evidence/nightly.ts';
import { verdictOn } from '#server/evidence/verify-consent.ts';
import { toRow } from '#server/sql-ledger.ts';
import { signs } from '#test/server/evidence/signing.ts';
import {
  boxOf,
  entryOf,
  factWrite,
  markWrite,
  newWorld,
  patchWrite,
  personWrite,
  push,
  sync,
  type World,
} from '#test/server/world.ts';
import {
  aFamily,
  at,
  detailsWrite,
  eraseAs,
  type Family,
  father,
  mother,
  session,
  sister,
  words,
  zeb,
  zebAgain,
} from './a-family.ts';

/** Erasing somebody at the server: what goes, what stays, and that it does so everywhere. */

let world: World;
let family: Family;
beforeEach(async () => {
  world = await newWorld();
  family = await aFamily(world);
});
afterEach(() => world.close());

const rows = async () => {
  const stored = await world.server.store.reader.selectFrom('row').selectAll().orderBy('id').execute();
  return stored.map(toRow);
};
const bare = (type: string, id: string) =>
  expect.objectContaining({ type, id, deleted: true, body: {}, stamps: {}, by: 'server', device: 'server' });
const audits = async () => world.server.store.reader.selectFrom('audit').select(['action', 'detail']).execute();

/** Which of the distinctive words lie in any file of the server. */
function wordsOnDisk(): string[] {
  const files = readdirSync(world.dataDir, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  const bytes = files.map((each) => readFileSync(join(each.parentPath, each.name)));
  return Object.values(words).filter((each) => bytes.some((file) => file.includes(each)));
}

test('what says something of them goes, what counts them stays, and nothing of anybody else is touched', async () => {
  const before = await rows();
  const { status, body } = await eraseAs(world, family.coordinator, zebAgain);
  expect(status).toBe(200);
  expect(body).toEqual({ erasedAt: at, records: 13, swept: true });
  const after = await rows();
  const gone = after.filter(({ deleted }) => deleted).map(({ type, id }) => [type, id]);
  expect(gone.map(([type]) => type).sort()).toEqual(
    [
      ...['person', 'person', 'details', 'standing', 'standing', 'consent', 'consent', 'signing', 'guardian'],
      ...['eligibility', 'look', 'reason', 'followUp'],
    ].sort(),
  );
  for (const [type = '', id = ''] of gone) expect(after.find((row) => row.id === id)).toEqual(bare(type, id));
  expect(after.filter(({ deleted }) => !deleted)).toEqual(before.filter(({ id }) => !gone.some(([, of]) => of === id)));
});

test('every word about them is gone from the files, and was there before', async () => {
  await eraseAs(world, family.coordinator, sister, 'mistake');
  expect(wordsOnDisk().sort()).toEqual(Object.values(words).sort());
  const { body } = await eraseAs(world, family.coordinator, zeb);
  expect(body.swept).toBe(true);
  expect(wordsOnDisk()).toEqual([]);
});

test('while somebody reads, the log beside the file still holds it; it is swept within the hour', async () => {
  const reader = new SqliteDatabase(join(world.dataDir, 'bandstand.sqlite'), { readonly: true });
  reader.exec('begin; select id from row');
  expect((await eraseAs(world, family.coordinator, zeb)).body.swept).toBe(false);
  expect(wordsOnDisk()).not.toEqual([]);
  reader.close();
  expect((await eraseAs(world, family.coordinator, zeb)).body).toEqual({ erasedAt: at, records: 0, swept: true });
  expect(wordsOnDisk()).toEqual([]);
});

test('said twice it is done once; it is in the log and the register with its reason, and without a name', async () => {
  await eraseAs(world, family.coordinator, zeb, 'youngPerson');
  world.clock.ms += 60_000;
  const again = await eraseAs(world, family.coordinator, zebAgain);
  expect(again.body).toEqual({ erasedAt: at, records: 0, swept: true });
  const lines = (await audits()).filter(({ action }) => action.startsWith('erase'));
  expect(lines.map(({ detail }) => JSON.parse(detail))).toEqual([
    { person: zeb, ids: [zeb, zebAgain], reason: 'youngPerson', records: 13 },
  ]);
  const put = await world.server.store.reader.selectFrom('erasure').selectAll().orderBy('id').execute();
  expect(put).toMatchObject(
    [zeb, zebAgain].map((id) => ({ id, type: 'person', day: '2026-11-22', reason: 'youngPerson' })),
  );
});

test('it is for the partner’s coordinator, and for whoever runs the programme where the partner shares', async () => {
  for (const phone of [family.otherCoordinator, world.ann]) expect((await eraseAs(world, phone, zeb)).status).toBe(404);
  const asked = () => world.say('GET', `/api/people/${zeb}/erasing`, undefined, { token: world.ann.fullToken });
  expect((await asked()).status).toBe(404);
  expect((await eraseAs(world, family.worker, zeb)).status).toBe(403);
  expect((await eraseAs(world, family.coordinator, session)).status).toBe(404);
  expect((await eraseAs(world, family.coordinator, zeb, 'because')).status).toBe(400);
  expect((await rows()).some(({ deleted }) => deleted)).toBe(false);
  const share = patchWrite('partner', 'programme', world.a, { namesShared: true });
  const [shared] = await push(world, family.coordinator, [entryOf(family.coordinator, [share])]);
  expect(shared).toMatchObject({ result: 'ok' });
  expect((await asked()).body).toMatchObject({
    person: zeb,
    erasedAt: null,
    badges: 2,
    goes: { consent: 2, guardian: 1 },
  });
  expect((await eraseAs(world, world.ann, zeb)).status).toBe(200);
  expect((await asked()).body).toMatchObject({ erasedAt: at, goes: {} });
});

test('phones get the tombstones in the feed, each once, and no page is torn', async () => {
  const first = await sync(world, family.worker, []);
  const cursors = Object.fromEntries(Object.entries(first.scopes).map(([scope, { cursor }]) => [scope, cursor]));
  await eraseAs(world, family.coordinator, zeb);
  const { scopes } = await sync(world, family.worker, [], cursors);
  const ids = Object.values(scopes).flatMap((page) => page.rows.map(({ id }) => id));
  expect(scopes[partnerScope(world.a)]?.rows).toContainEqual(bare('person', zeb));
  expect(scopes[privateScope(world.a)]?.rows).toContainEqual(bare('details', `details:${zeb}`));
  expect(new Set(ids).size).toBe(ids.length);
  expect(JSON.stringify(scopes)).not.toContain(words.name);
});

test('what comes later is refused and only its ids are kept; marks and boxes still count', async () => {
  await eraseAs(world, family.coordinator, zeb);
  const { worker } = family;
  const [signing, consent] = signs(worker, {
    ...{
      partner: world.a,
      person: zeb,
      giver: mother,
      purpose: 'contact',
      decision: 'refused',
      wording: family.wording,
    },
  });
  const late = [
    entryOf(worker, [patchWrite('person', partnerScope(world.a), zeb, { knownAs: words.name })]),
    entryOf(worker, [patchWrite('details', privateScope(world.a), `details:${zeb}`, { fullName: words.full })]),
    entryOf(worker, [detailsWrite(world.a, zebAgain, { fullName: words.full })]),
    entryOf(worker, [signing, consent]),
    entryOf(worker, [markWrite(worker, world.a, session, zeb, { state: 'left' })]),
  ];
  const results = await push(world, worker, late);
  expect(results.slice(0, 4)).toEqual(
    [[zeb], [`details:${zeb}`, zeb], [zebAgain], [zeb]].map((ids) =>
      expect.objectContaining({ result: 'refused', code: 'erased', final: true, erased: { ids, at } }),
    ),
  );
  expect(results[4]).toMatchObject({ result: 'ok' });
  // Asked again, the answer is the same, and never that somebody dealt with it.
  expect((await push(world, worker, [late[0]]))[0]).toMatchObject({ code: 'erased', final: true });
  const kept = await world.server.store.reader.selectFrom('inbox').selectAll().execute();
  for (const each of kept) {
    expect(each).toMatchObject({ closed: 1 });
    for (const write of JSON.parse(each.body).writes)
      expect(Object.keys(write).sort()).toEqual(['id', 'scope', 'type']);
  }
  expect(kept).toHaveLength(5);
});

test('of a save that is also about somebody else the rest is kept, can be taken in, and may come again without it', async () => {
  await eraseAs(world, family.coordinator, zeb);
  const { worker } = family;
  const [signing, zebs] = signs(worker, {
    ...{
      partner: world.a,
      person: zeb,
      giver: mother,
      purpose: 'photoPublic',
      decision: 'refused',
      wording: family.wording,
    },
  });
  const sisters = factWrite(worker, 'consent', privateScope(world.a), { ...zebs.body, person: sister });
  const both = entryOf(worker, [signing, zebs, sisters]);
  const [refused] = await push(world, worker, [both]);
  expect(refused).toMatchObject({ code: 'erased', final: false, erased: { ids: [zeb] } });
  const standing = async () =>
    (await rows()).find(({ id }) => id === `standing:${sister}`)?.body['may/photoPublic'] as string;
  // A no that lies in the inbox holds.
  expect(await standing()).toBe('mayNot');
  const kept = await world.server.store.reader.selectFrom('inbox').selectAll().where('id', '=', both.id).execute();
  expect(kept.map(({ body }) => JSON.parse(body).writes.map(({ id }: { id: string }) => id))).toEqual([
    [signing.id, sisters.id],
  ]);
  const rest = entryOf(worker, [signing, sisters], { instead: both.id });
  expect((await push(world, worker, [rest]))[0]).toMatchObject({ result: 'ok' });
  expect(await standing()).toBe('mayNot');
  expect((await push(world, worker, [both]))[0]).toMatchObject({ result: 'refused', code: 'erased', final: true });
});

test('a box that a locked phone sends is judged like any other', async () => {
  await eraseAs(world, family.coordinator, zeb);
  const { worker } = family;
  const entry = entryOf(worker, [patchWrite('person', partnerScope(world.a), zeb, { knownAs: words.name })]);
  const box = boxOf(world, worker, 'entry', entry.id, new TextEncoder().encode(JSON.stringify(entry)));
  const sealed = await world.say(
    'POST',
    '/api/sealed',
    { entries: [{ id: entry.id, ...box }] },
    { token: worker.sendToken },
  );
  expect(sealed.body.results).toEqual([expect.objectContaining({ code: 'erased', final: true })]);
  expect(wordsOnDisk()).toEqual([]);
});

test('the chain holds, the nightly check counts what was erased, and a file from before still verifies', async () => {
  const { server, say } = world;
  const asked = { token: family.coordinator.fullToken };
  const file = (await say('GET', `/api/consents/${family.zebs.id}/json`, undefined, asked)).text;
  const sistersFile = (await say('GET', `/api/consents/${family.sistersConsent.id}/json`, undefined, asked)).text;
  const links = async () => (await checkChains(server.store.reader, server.store.programme)).links;
  const before = await links();
  await eraseAs(world, family.coordinator, zeb);
  const check = await checkConsents(server.store, world.clock.ms);
  expect(check.chain).toEqual({ whole: true, links: before, brokenAt: null });
  expect(check.partners.get(world.a)).toMatchObject({ all: 1, erased: 2 });
  expect(check.partners.get(world.a)?.defects.filter(({ codes }) => codes.includes('notLinked'))).toEqual([]);
  const { root } = server.store.evidence;
  for (const text of [file, sistersFile]) expect(await verdictOn(text, root)).toMatchObject({ state: 'unchanged' });
  // The sister's is made anew, with the signing that was shared.
  const again = await say('GET', `/api/consents/${family.sistersConsent.id}/json`, undefined, asked);
  expect(await verdictOn(again.text, root)).toMatchObject({ state: 'unchanged', origin: 'shown' });
  expect((await say('GET', `/api/consents/${family.zebs.id}/json`, undefined, asked)).status).toBe(404);
});

test('figures are the same before and after: attendances, different people, boxes, families; only ages are no longer known', async () => {
  const november = 'from=2026-11-01&to=2026-11-30';
  const get = async (path: string) =>
    (await world.say('GET', `${path}?${november}`, undefined, { token: family.coordinator.fullToken })).body;
  const figures = async () => {
    const [overview, sessions, boxes] = [
      await get('/api/overview'),
      await get('/api/reports/sessions'),
      await get('/api/reports/boxes'),
    ];
    const lines = sessions.lines.map(({ bands: _, ...line }: { bands: unknown }) => line);
    const { notes: _, ...given } = boxes;
    const { bands, ...totals } = overview.totals;
    const all = Object.values<number>(bands).reduce((sum, n) => sum + n, 0);
    return { people: overview.people, totals, all, lines, given };
  };
  const before = await figures();
  expect(before).toMatchObject({ people: 2, all: 2, totals: { attendances: 2 } });
  await eraseAs(world, family.coordinator, zeb);
  expect(await figures()).toEqual(before);
  const coverage = await get('/api/reports/consents');
  expect(JSON.stringify(coverage)).not.toContain(zeb);
});

test('an old file made again calls them someone who was erased, and its cover says how many there are', async () => {
  const asked = 'from=2026-11-01&to=2026-11-30&names=yes&reason=a%20trip';
  const get = async (more = '') =>
    (
      await world.say('GET', `/api/exports/attendance.csv?${asked}${more}`, undefined, {
        token: family.coordinator.fullToken,
      })
    ).text;
  expect(await get()).toContain(words.name);
  expect(await get('&notes=1')).not.toContain('People erased');
  await eraseAs(world, family.coordinator, zebAgain);
  const again = await get();
  expect(again).not.toContain(words.name);
  expect(again.split('Someone who was erased')).toHaveLength(2);
  expect(await get('&notes=1')).toContain('People erased,"1, counted as before and named nowhere"');
  const erasing = await world.say('GET', `/api/people/${zeb}/erasing`, undefined, {
    token: family.coordinator.fullToken,
  });
  expect(erasing.body.exports).toMatchObject([
    { action: 'export attendance', byName: 'Cora' },
    { action: 'export attendance', from: '2026-11-01', to: '2026-11-30' },
  ]);
});

test('a grown-up alone: their name and number go, and what they signed stays as evidence of the children', async () => {
  const asked = { token: family.coordinator.fullToken };
  const erase = () => world.say('POST', `/api/guardians/${mother}/erase`, { reason: 'parent' }, asked);
  expect((await erase()).body).toEqual({ erasedAt: at, records: 1, swept: true });
  expect((await erase()).body).toMatchObject({ records: 0 });
  const after = await rows();
  expect(after.filter(({ deleted }) => deleted)).toEqual([bare('guardian', mother)]);
  const { root } = world.server.store.evidence;
  const file = await world.say('GET', `/api/consents/${family.sistersConsent.id}/json`, undefined, asked);
  expect(await verdictOn(file.text, root)).toMatchObject({ state: 'unchanged', origin: 'shown' });
  const late = entryOf(family.worker, [
    patchWrite('guardian', privateScope(world.a), mother, { phone: '07700 900999' }),
  ]);
  expect((await push(world, family.worker, [late]))[0]).toMatchObject({ code: 'erased' });
  expect((await world.say('POST', `/api/guardians/${father}x/erase`, { reason: 'parent' }, asked)).status).toBe(404);
});

test('the database itself lets a row become a bare tombstone, of a type that goes, once; and nothing else', async () => {
  const { store } = world.server;
  const bury = (id: string, over: object = {}) =>
    store.write((db) =>
      db
        .updateTable('row')
        .set({
          deleted: 1,
          body: '{}',
          stamps: '{}',
          hash: null,
          day: null,
          key: '',
          author: 'server',
          device: 'server',
        })
        .set({ seq: 900, ...over })
        .where('id', '=', id)
        .execute(),
    );
  for (const over of [
    { body: '{"a":1}' },
    { hash: 'a'.repeat(64) },
    { type: 'note' },
    { scope: 'programme' },
    { seq: 1 },
  ])
    await expect(bury(family.zebs.id, over)).rejects.toThrow('says nothing');
  const [mark] = family.marks;
  for (const id of [mark?.id ?? '', family.boxes.id, session, world.a])
    await expect(bury(id)).rejects.toThrow('says nothing');
  await bury(family.zebs.id);
  await expect(bury(family.zebs.id, { seq: 901 })).rejects.toThrow('is spent');
  // What may be buried is what the domain says goes.
  const [{ sql = '' } = {}] = (
    await sqlite<{ sql: string }>`select sql from sqlite_master where name = 'tombstone_says_nothing'`.execute(
      world.server.store.reader,
    )
  ).rows;
  const [, listed = ''] = /old\.type not in \(([^)]*)\)/.exec(sql) ?? [];
  expect([...listed.matchAll(/'(\w+)'/g)].map(([, type]) => type).sort()).toEqual([...erasable].sort());
  expect(fateOf('a type of tomorrow')).toBe('names nobody');
});

test('somebody new under an id that was erased stays nobody, and a standing is never written again', async () => {
  await eraseAs(world, family.coordinator, zeb);
  const made = entryOf(family.worker, [personWrite(world.a, zeb, { knownAs: words.name })]);
  expect((await push(world, family.worker, [made]))[0]).toMatchObject({ code: 'erased' });
  const { coordinator } = family;
  const same = factWrite(coordinator, 'alias', partnerScope(world.a), {
    ...{ of: 'person', one: zeb, other: sister, is: 'different', at, replaces: [] },
  });
  expect((await push(world, coordinator, [entryOf(coordinator, [same])]))[0]).toMatchObject({ result: 'ok' });
  expect((await rows()).find(({ id }) => id === `standing:${zeb}`)).toEqual(bare('standing', `standing:${zeb}`));
});
