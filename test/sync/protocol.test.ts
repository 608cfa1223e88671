import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Refusal } from '#domain/apply.ts';
import { canonical, hashOf } from '#domain/canonical.ts';
import { type Entry, factHash, schemaVersion } from '#domain/entry.ts';
import { recordTypes, shapeOf } from '#domain/records.ts';
import { limits, parseEntry } from '#domain/wire.ts';
import { refusalWords } from '#domain/words.ts';
import { receive } from '#server/receive.ts';
import { MemoryLedger } from '#test/scenarios/memory-ledger.ts';

/** The protocol document is true: its examples are what the code makes of them. */

const text = readFileSync(new URL('../../src/sync/PROTOCOL.md', import.meta.url), 'utf8');
const blocks = (kind: string) =>
  [...text.matchAll(new RegExp(`\`\`\`${kind}\n(.*?)\`\`\``, 'gs'))].map(([, block = '']) => block);
const [request, answer] = blocks('json').map((block) => JSON.parse(block));
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
