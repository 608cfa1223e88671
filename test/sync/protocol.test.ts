import { readFileSync } from 'node:fs';
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { x25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { answers } from '#domain/all-answers.ts';
import type { Refusal } from '#domain/records/apply.ts';
import { canonical, hashOf } from '#domain/records/canonical.ts';
import { type Body, type Entry, factHash, schemaVersion } from '#domain/records/entry.ts';
import { recordTypes, shapeOf } from '#domain/records/records.ts';
import { boxVersion, keyIdOf, open } from '#domain/records/sealed.ts';
import { answerBytes, answerIn, packAnswer } from '#domain/records/shapes/answers.ts';
import { limits, parseEntry } from '#domain/records/wire.ts';
import { refusalWords } from '#domain/records/words.ts';
import { erase } from '#server/erase.ts';
import { receive } from '#server/receive.ts';
import { MemoryLedger } from '#test/scenarios/memory-ledger.ts';

/** The protocol document is true: its examples are what the code makes of them. */

const text = readFileSync(new URL('../../src/sync/PROTOCOL.md', import.meta.url), 'utf8');
const blocks = (kind: string) =>
  [...text.matchAll(new RegExp(`\`\`\`${kind}\n(.*?)\`\`\``, 'gs'))].map(([, block = '']) => block);
const [request, answer, sealed, sealedAnswer, posted, given, feedback, postedAnswer, tombstone, refusedErased] = blocks(
  'json',
).map((block) => JSON.parse(block));
const entry: Entry = request.entries[0];

test('the canonical bytes and the hash of the example are those of its fact', () => {
  const [write] = entry.writes;
  if (!write) throw new Error('the example writes something');
  const [bytes = '', hash = ''] = blocks('text').map((block) => block.trim());
  const { type, id, scope, body } = write;
  expect(bytes).toBe(canonical({ type, id, scope, body, by: entry.by, device: entry.device }));
  expect(hash).toBe(hashOf(JSON.parse(bytes)));
  expect(write.hash).toBe(factHash(write, entry.by, entry.device));
  expect(hash).toBe(write.hash);
});

test('the server answers the example request with the example answer', async () => {
  const ledger = new MemoryLedger(100);
  ledger.epoch = answer.epoch;
  const boss = {
    member: 'member-boss',
    device: 'device-desk',
    rights: [{ role: 'programmeCoordinator', partner: null }],
  } as const;
  const write = {
    op: 'create',
    type: 'partner',
    id: 'northside',
    scope: 'programme',
    body: { name: 'Northside' },
  } as const;
  const at = '2026-11-20T09:00:00.000Z';
  const made = {
    id: 'entry-set-up',
    by: boss.member,
    device: boss.device,
    clock: Date.parse(at),
    at,
    schema: 1,
    writes: [write],
  };
  await receive(ledger, boss, { epoch: '', entries: [made], scopes: {} }, Date.parse(at));
  expect(parseEntry(entry)).toEqual(entry);
  const ola = {
    member: entry.by,
    device: entry.device,
    rights: [{ role: 'volunteer', partner: 'northside' }],
  } as const;
  expect(await receive(ledger, ola, request, answer.now)).toEqual(answer);
});

test('the example box opens to the example entry, with the associated data shown', () => {
  const [, , bound = '', inside = ''] = blocks('text').map((block) => block.trim());
  const [, secret = ''] = /opens with the secret key `([^`]+)`/.exec(text) ?? [];
  const [{ id, v, keyId, box }] = sealed.entries;
  const { device }: Entry = JSON.parse(inside);
  const bounds = { purpose: 'entry', programme: 'stepping-out', device, id } as const;
  const key = Buffer.from(secret, 'base64');
  expect(v).toBe(boxVersion);
  expect(keyId).toBe(keyIdOf(x25519.getPublicKey(key)));
  expect(Buffer.from(open(Buffer.from(box, 'base64'), key, bounds)).toString()).toBe(inside);
  expect(parseEntry(JSON.parse(inside))).toEqual(JSON.parse(inside));
  // The bytes as a stranger reads them from the page: a length in two bytes before each text.
  const parts = Object.values(bounds).map((part) => Buffer.from(part));
  const bytes = parts.flatMap((part) => [Buffer.from([part.length >> 8, part.length & 255]), part]);
  expect(Buffer.concat(bytes).toString('hex')).toBe(bound);
  // And the cipher by hand, without the code that the app uses.
  const whole = Buffer.from(box, 'base64');
  const salt = Buffer.concat([whole.subarray(0, 32), x25519.getPublicKey(key)]);
  const shared = x25519.getSharedSecret(key, whole.subarray(0, 32));
  const info = Buffer.from('bandstand sealed box 2');
  const cipher = xchacha20poly1305(
    hkdf(sha256, shared, salt, info, 32),
    whole.subarray(32, 56),
    Buffer.from(bound, 'hex'),
  );
  expect(Buffer.from(cipher.decrypt(whole.subarray(56))).toString()).toBe(inside);
});

test('the example answer to it is one the server may give, and names the key the box is closed to', () => {
  const answered = v.parse(answers['POST /api/sealed'], sealedAnswer);
  expect(answered.results.map(({ id }) => id)).toEqual(sealed.entries.map(({ id }: { id: string }) => id));
  const [{ keyId, publicKey } = { keyId: '', publicKey: '' }] = answered.serverKeys;
  expect(keyId).toBe(sealed.entries[0].keyId);
  expect(keyIdOf(Buffer.from(publicKey, 'base64'))).toBe(keyId);
});

test('the example of an answer is one, fits the one size, and is answered as the server may answer', () => {
  expect(answerIn(given)).toEqual(given);
  expect(packAnswer(given)).toHaveLength(answerBytes);
  expect(answerIn(feedback)).toEqual(feedback);
  expect(text).toContain(`${answerBytes.toLocaleString('en-GB')} bytes in all`);
  const [{ t, v: version, keyId, box }] = posted.boxes;
  expect(box).toBe(`<${(answerBytes + 72).toLocaleString('en-GB')} bytes in base64>`);
  expect([version, keyId]).toEqual([boxVersion, sealed.entries[0].keyId]);
  expect(v.parse(answers['POST /api/answers'], postedAnswer).results).toEqual([{ t, result: 'ok' }]);
});

test('a tombstone and the refusal of what comes later are as the server makes them', async () => {
  const ledger = new MemoryLedger(100);
  const nowMs = Date.parse(tombstone.at);
  const author = {
    member: entry.by,
    device: entry.device,
    rights: [{ role: 'worker', partner: 'northside' }],
  } as const;
  const said = (id: string, op: 'create' | 'patch', body: Body): Entry => ({
    ...{ id, by: entry.by, device: entry.device, clock: 1, at: entry.at, schema: 1 },
    writes: [{ op, type: 'person', id: tombstone.id, scope: tombstone.scope, body }],
  });
  await ledger.write(async (tx) => {
    const seq = await tx.take(10);
    const partner = { id: 'northside', type: 'partner', scope: 'programme', body: { name: 'Northside' } };
    await tx.putRows([{ ...partner, stamps: {}, by: 'boss', device: 'desk', at: entry.at, seq }]);
  });
  const push = async (id: string, op: 'create' | 'patch', body: Body) =>
    (await receive(ledger, author, { epoch: '', entries: [said(id, op, body)], scopes: {} }, nowMs)).results[0];
  await push('entry-that-made-them', 'create', { knownAs: 'Kayla', leaf: 1, colour: 1 });
  await ledger.write((tx) => erase(tx, { partner: 'northside', type: 'person', id: tombstone.id }, nowMs));
  expect(ledger.books.rows.get(tombstone.id)).toEqual(tombstone);
  const refused = await push(refusedErased.id, 'patch', { knownAs: 'Kaylee' });
  // Of the one in the page something is left.
  expect(refused).toEqual({ ...refusedErased, final: true });
});

test('every result code, record type and limit is in it, as the code has them', () => {
  const codes = Object.keys(refusalWords) as Refusal[]; // a record of every refusal
  for (const code of codes) expect(text, code).toContain(`| \`${code}\` |`);
  for (const type of recordTypes) expect(text, type).toContain(`\`${type}\``);
  for (const limit of [limits.entries, limits.pageRows]) expect(text).toContain(limit.toLocaleString('en-GB'));
  for (const bytes of [limits.pushBytes, limits.entryBytes]) expect(text).toContain(`${bytes / 1024} KB`);
  expect(text).toContain(`${limits.pageBytes / 1024 / 1024} MB`);
  expect(text).toContain(`\`schema\` ${schemaVersion}`);
});

test('facts and registers are told apart as the code tells them', () => {
  const [, facts = ''] = text.match(/\*Facts\* are (.*?)\./s) ?? [];
  for (const type of recordTypes) expect(facts.includes(`\`${type}\``), type).toBe(shapeOf(type)?.kind === 'fact');
});
