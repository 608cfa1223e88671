import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { privateScope } from '#domain/records/scopes.ts';
import { checkChains, hasHead, link } from '#server/evidence/chain.ts';
import { rotateEvidenceKey } from '#server/evidence/keys.ts';
import { checkConsents } from '#server/evidence/nightly.ts';
import { verdictOn } from '#server/evidence/verify-consent.ts';
import { aDocument } from '#test/domain/a-wording.ts';
import { accepted, approve, at, signs } from '#test/server/evidence/signing.ts';
import { entryOf, factWrite, newWorld, openIn, personWrite, push, staff, type World } from '#test/server/world.ts';

/** The chain over consents: what is in it, that it holds, what becomes of it in a restore, and who signs for it. */

let world: World;
let team: Awaited<ReturnType<typeof staff>>;
let wording: string;

beforeEach(async () => {
  world = await newWorld();
  team = await staff(world);
  wording = await approve(world, aDocument());
  await accepted(world, team.worker, [personWrite(world.a, 'amira-one')]);
});
afterEach(() => world.close());

const signed = (purpose: string) =>
  signs(team.worker, {
    ...{ partner: world.a, person: 'amira-one', giver: 'mother-one', purpose, decision: 'given', wording },
  });
const links = async () => (await world.server.store.reader.selectFrom('link').selectAll().orderBy('n').execute()) ?? [];
const chain = () => checkChains(world.server.store.reader, world.server.store.programme);
const printed = async (id: string) =>
  (await world.say('GET', `/api/consents/${id}/json`, undefined, { token: team.coordinator.fullToken })).text;

async function reopen(between: () => void = () => {}) {
  await world.server.close();
  between();
  const server = await openIn(world.dataDir, { now: () => world.clock.ms, behindProxy: true });
  Object.assign(world.server, server);
}

/** Opens the database as somebody who may write to it. */
function tamper(statement: string, ...values: unknown[]): void {
  const database = new SqliteDatabase(join(world.dataDir, 'bandstand.sqlite'));
  for (const name of ['link_never_changes', 'link_never_leaves']) database.exec(`drop trigger if exists ${name}`);
  database.prepare(statement).run(...values);
  database.close();
}

test('every fact of evidence is linked once as it comes in, by its hash alone', async () => {
  const writes = signed('research');
  const entry = entryOf(team.worker, [...writes]);
  await push(world, team.worker, [entry]);
  await push(world, team.worker, [entry]);
  await accepted(world, team.worker, [
    factWrite(team.worker, 'asked', privateScope(world.a), {
      ...{ person: 'amira-one', purpose: 'contact', how: 'call', day: '2026-11-22', at },
    }),
  ]);
  const all = await links();
  expect(all.map(({ n }) => n)).toEqual([1, 2, 3, 4]);
  expect(all.slice(2).map(({ hash }) => hash)).toEqual(writes.map(({ hash }) => hash));
  expect(Object.keys(all[0] ?? {}).sort()).toEqual(['chain', 'hash', 'head', 'n']);
  expect(await chain()).toEqual({ whole: true, links: 4, brokenAt: null });
});

test('what the chain holds already stays where it is, and the next goes behind it', async () => {
  const { store } = world.server;
  const [first, second] = await links();
  const fresh = 'd'.repeat(64);
  const hashes = [second?.hash ?? '', fresh, first?.hash ?? '', fresh];
  await store.write((db) => link(db, store.programme, hashes));
  expect((await links()).map(({ hash }) => hash)).toEqual([first?.hash, second?.hash, fresh]);
  expect(await chain()).toMatchObject({ whole: true, links: 3 });
});

test('a link that was changed, taken out or put in is found, by its number', async () => {
  await accepted(world, team.worker, signed('research'));
  const [, second] = await links();
  await expect(world.server.store.write((db) => db.deleteFrom('link').where('n', '=', 4).execute())).rejects.toThrow(
    'never leaves',
  );
  tamper('update link set hash = ? where n = 2', 'f'.repeat(64));
  expect(await chain()).toMatchObject({ whole: false, brokenAt: `${second?.chain}:2` });
  tamper('update link set hash = ? where n = 2', second?.hash);
  expect(await chain()).toMatchObject({ whole: true });
  tamper('delete from link where n = 3');
  expect(await chain()).toMatchObject({ whole: false, brokenAt: `${second?.chain}:4` });
});

test('a consent whose link is gone is found by the check, and its print says so', async () => {
  const [signing, consent] = signed('research');
  await accepted(world, team.worker, [signing, consent]);
  tamper('delete from link where n = 4');
  const { partners } = await checkConsents(world.server.store, world.clock.ms);
  expect(partners.get(world.a)?.defects).toEqual([{ consent: consent.id, person: 'amira-one', codes: ['notLinked'] }]);
  expect(await verdictOn(await printed(consent.id))).toMatchObject({ changed: ['consent (its place in the chain)'] });
});

test('consents from before there was a chain are linked at the first start, in the order they came', async () => {
  const writes = signed('research');
  await accepted(world, team.worker, writes);
  const before = await links();
  await reopen(() => tamper('delete from link'));
  expect(await links()).toEqual(before);
  expect(await verdictOn(await printed(writes[1].id))).toMatchObject({ state: 'unchanged' });
});

test('a restore begins another chain that names the old one; what is sent again is linked again, old prints still verify', async () => {
  const [signing, consent] = signed('research');
  await accepted(world, team.worker, [signing, consent]);
  const friday = join(world.dataDir, 'friday.sqlite');
  await world.server.store.reader.selectFrom('head').selectAll().execute();
  await reopen(() => copyFileSync(join(world.dataDir, 'bandstand.sqlite'), friday));
  const saturdays = entryOf(team.worker, [...signed('contact')]);
  await push(world, team.worker, [saturdays]);
  const printedOnSaturday = await printed(saturdays.writes[1]!.id);
  const before = await links();
  await reopen(() => {
    copyFileSync(friday, join(world.dataDir, 'bandstand.sqlite'));
    writeFileSync(join(world.dataDir, 'generation'), 'another life');
  });
  const head = await world.server.consentHead();
  expect(head).toMatchObject({ n: 0 });
  expect(head.chain).not.toBe(before[0]?.chain);
  await push(world, team.worker, [saturdays]);
  const again = await printed(saturdays.writes[1]!.id);
  const root = world.server.store.evidence.root;
  expect(JSON.parse(again).shown.chains).toEqual([
    { chain: before[0]?.chain, after: null },
    { chain: head.chain, after: { chain: before[0]?.chain, n: 4, head: before[3]?.head } },
  ]);
  for (const text of [printedOnSaturday, again, await printed(consent.id)])
    expect(await verdictOn(text, root)).toMatchObject({ state: 'unchanged', origin: 'shown', changed: [] });
  expect(await chain()).toEqual({ whole: true, links: 6, brokenAt: null });
});

test('a new key is signed by the old one: both prints verify by one fingerprint, and the old key alone signs no more', async () => {
  const [signing, consent] = signed('research');
  await accepted(world, team.worker, [signing, consent]);
  const old = await printed(consent.id);
  const { store } = world.server;
  const { root } = store.evidence;
  await store.write((db) => rotateEvidenceKey(world.dataDir, db, store.programme, 5));
  await reopen();
  const next = await printed(consent.id);
  expect(JSON.parse(next).shown.keys).toHaveLength(2);
  for (const text of [old, next])
    expect(await verdictOn(text, root)).toMatchObject({ state: 'unchanged', origin: 'shown' });
  const secrets = readFileSync(join(world.dataDir, 'evidence.keys'), 'utf8').trim().split('\n');
  expect(secrets).toHaveLength(2);
  await reopen(() => writeFileSync(join(world.dataDir, 'evidence.keys'), `${secrets[0]}\n`)).then(
    () => expect.unreachable('it started without a key it knows'),
    (failure) => expect(String(failure)).toContain('does not hold the keys'),
  );
  await reopen(() => writeFileSync(join(world.dataDir, 'evidence.keys'), `${secrets.join('\n')}\n`));
});

test('a database from before there were keys, put back beside them, is signed for by a key that the last one vouches for', async () => {
  const [signing, consent] = signed('research');
  await accepted(world, team.worker, [signing, consent]);
  const { root } = world.server.store.evidence;
  const file = join(world.dataDir, 'evidence.keys');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  await reopen(() => {
    for (const table of [
      'published',
      'erasure',
      'voice_link',
      'voice_held',
      'voice_visit',
      'named_export',
      'answer',
      'answer_unread',
      'written',
      'consent_link',
      'consent_check',
      'evidence_key',
      'link',
      'chain',
    ])
      tamper(`drop table ${table}`);
    tamper('drop trigger tombstone_says_nothing');
    tamper('drop index history_row');
    tamper('drop index audit_device');
    for (const column of ['author', 'at']) tamper(`alter table applied drop column ${column}`);
    for (const column of ['expires_at', 'reports', 'partners'])
      tamper(`alter table export_token drop column ${column}`);
    tamper("delete from kysely_migration where name >= '0006'");
  });
  const text = await printed(consent.id);
  expect(JSON.parse(text).shown.keys).toHaveLength(2);
  expect(await verdictOn(text, root)).toMatchObject({ state: 'unchanged', origin: 'shown' });
});

test('a head that was kept elsewhere shows a chain that was made anew, whole as it is', async () => {
  const { reader } = world.server.store;
  await accepted(world, team.worker, signed('research'));
  const { chain: id, n, head } = await world.server.consentHead();
  await accepted(world, team.worker, signed('contact'));
  expect(await hasHead(reader, `${id}:${n}:${head}`)).toBe(true);
  expect(await hasHead(reader, `${id}:${n}:${'0'.repeat(64)}`)).toBe(false);
  expect(await hasHead(reader, 'nonsense')).toBe(false);
  await reopen(() => {
    tamper('delete from link');
    tamper('drop trigger tombstone_says_nothing');
    tamper('update row set deleted = 1 where type = ?', 'approval');
  });
  expect(await chain()).toMatchObject({ whole: true });
  expect(await hasHead(world.server.store.reader, `${id}:${n}:${head}`)).toBe(false);
});
