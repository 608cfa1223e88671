import { expect, test } from 'vitest';
import type { Right } from '#domain/records/access.ts';
import { applyEntry } from '#domain/records/apply.ts';
import { type Entry, factHash, type Write } from '#domain/records/entry.ts';
import type { Row } from '#domain/records/row.ts';
import { kindOf, parseScope, partnerOf } from '#domain/records/scopes.ts';
import { parseEntry } from '#domain/records/wire.ts';

/** What is taken in has a place that somebody reads, an id of its own, and a size. */

const at = '2026-11-25T10:00:00.000Z';
const worker: Right[] = [{ role: 'worker', partner: 'a' }];
const all: Right[] = [{ role: 'programmeCoordinator', partner: null }];
const session = { site: 'hill', day: '2026-11-25', status: { is: 'planned', reopened: 0 } };

function judged(rights: readonly Right[], writes: Write[], rows: Row[] = []) {
  const author = { member: 'member-one', device: 'phone-one', rights };
  const hashed = writes.map((write) =>
    write.op === 'fact' ? { ...write, hash: factHash(write, author.member, author.device) } : write,
  );
  const entry: Entry = {
    id: 'entry-one',
    by: 'member-one',
    device: 'phone-one',
    clock: 1,
    at,
    schema: 1,
    writes: hashed,
  };
  const outcome = applyEntry(entry, author, new Map(rows.map((row) => [row.id, row])), Date.parse(at));
  return outcome.ok ? 'ok' : `${outcome.code}: ${outcome.why}`;
}

test.each([
  'partner/a/partner',
  'partner/a/partner/x',
  'partner/a/team/extra',
  'partner/a/private/x',
  'partner/a/equality/x',
  'partner/a/answers/x',
  'partner/a/',
  'partner//team',
  'partner',
  'partner/',
  'programme/x',
  'programme/',
  'sealed',
  '/partner/a',
  'Partner/a',
  'partner/a/TEAM',
  '',
])('“%s” is no place: nothing is taken in there, whoever writes it', (scope) => {
  expect(parseScope(scope)).toBeNull();
  expect([partnerOf(scope), kindOf(scope)]).toEqual([null, null]);
  for (const rights of [worker, all])
    expect(judged(rights, [{ op: 'create', type: 'session', id: 'session-one', scope, body: session }])).toMatch(
      /^invalid/,
    );
  expect(
    judged(all, [
      { op: 'fact', type: 'note', id: 'note-one', scope, body: { session: 's', day: '2026-11-25', text: 'x', at } },
    ]),
  ).toMatch(/^invalid/);
});

test('the forms of a scope are read to the last letter', () => {
  expect(parseScope('programme')).toEqual({ kind: 'programme', partner: null });
  expect(parseScope('partner/a')).toEqual({ kind: 'partner', partner: 'a' });
  for (const kind of ['team', 'private', 'reasons'])
    expect(parseScope(`partner/a/${kind}`)).toEqual({ kind, partner: 'a' });
});

test.each([
  'partner/a',
  'partner/a/partner',
  'partner/a/team',
  'partner/b/team',
  'programme',
])('a transfer to %s goes to no other partner', (alsoScope) => {
  const body = { set: 'ball', n: 1, from: 'store:a', day: '2026-11-25', at };
  const transfer: Write = { op: 'fact', type: 'transfer', id: 'transfer-one', scope: 'partner/a', alsoScope, body };
  expect(judged(worker, [transfer])).toMatch(/^also_scope/);
  expect(judged(worker, [{ ...transfer, alsoScope: 'partner/b' }])).toBe('ok');
});

const tally = { session: 's1', day: '2026-11-25', ageBand: '10-12', n: 1, at };

test('an id that can be foretold belongs to one type, and to what it is made from', () => {
  const fact = (id: string): Write => ({ op: 'fact', type: 'tally', id, scope: 'partner/a', body: tally });
  const made = (type: string, id: string, body: object): Write => ({
    op: 'create',
    type,
    id,
    scope: 'partner/a/team',
    body: { ...body },
  });
  for (const id of ['debrief:s1-of-today', 'need:s1-of-today', 'store:a-partner', 'other:thing'])
    expect(judged(worker, [fact(id)])).toBe('invalid: id: not its own');
  expect(
    judged(worker, [
      { op: 'create', type: 'holder', id: 'store:a-partner', scope: 'partner/a', body: { name: 'S', kind: 'store' } },
    ]),
  ).toMatch(/^invalid/);
  expect(judged(worker, [made('debrief', 'debrief:s1', { session: 's1' })])).toBe('ok');
  expect(judged(worker, [made('debrief', 'debrief:s2', { session: 's1' })])).toMatch(/^invalid/);
  expect(judged(worker, [made('debrief', 'anything-else', { session: 's1' })])).toMatch(/^invalid/);
  const idea = { said: 'Lights', day: '2026-11-25', status: 'heard', session: 's1' };
  expect(judged(worker, [made('idea', 'need:s1', idea)])).toBe('ok');
  expect(judged(worker, [made('idea', 'need:s2', idea)])).toMatch(/^invalid/);
  expect(judged(worker, [made('idea', 'an-idea-of-ours', idea)])).toBe('ok');
  // Nor is it moved to another session afterwards.
  const stored = rowOf('debrief', 'debrief:s1', 'partner/a/team', { session: 's1' });
  const moved: Write = {
    op: 'patch',
    type: 'debrief',
    id: 'debrief:s1',
    scope: 'partner/a/team',
    body: { session: 's2' },
  };
  expect(judged(worker, [moved], [stored])).toMatch(/^invalid/);
  expect(judged(worker, [{ ...moved, body: { mood: 3 } }], [stored])).toBe('ok');
});

const rowOf = (type: string, id: string, scope: string, body: Row['body']): Row => ({
  ...{ id, type, scope, body, stamps: { '*': [1, 'first'] }, by: 'x', device: 'y', at },
});
const team = (from: number, n: number) =>
  Object.fromEntries(Array.from({ length: n }, (_, at) => [`team/member-${from + at}`, true]));

test('a register has a size, judged on the record as it would be stored', () => {
  const patch = (body: Row['body']): Write => ({
    op: 'patch',
    type: 'session',
    id: 'session-one',
    scope: 'partner/a',
    body,
  });
  const held = rowOf('session', 'session-one', 'partner/a', { ...session, ...team(0, 150) });
  expect(judged(worker, [patch(team(150, 50))], [held])).toBe('ok');
  expect(judged(worker, [patch(team(150, 51))], [held])).toBe('too_large: team: more than 200');
  // One that grew before there was a size can still be finished; it only grows no more.
  const huge = rowOf('session', 'session-one', 'partner/a', { ...session, ...team(0, 2500) });
  expect(judged(worker, [patch({ 'team/member-7': false, weather: 'dry' })], [huge])).toBe('ok');
  expect(judged(worker, [patch({ 'team/member-x': true })], [huge])).toBe('too_large: team: more than 200');
});

test('the longest debrief fits, in letters of every kind', () => {
  const emoji = '\u{1F600}'.repeat(2000);
  const body = { session: 's1', wentWell: emoji, different: emoji, needsRaised: emoji, followUps: emoji };
  expect(judged(worker, [{ op: 'create', type: 'debrief', id: 'debrief:s1', scope: 'partner/a/team', body }])).toBe(
    'ok',
  );
});

test('a set keeps every version of what is in it', () => {
  const parts = Object.fromEntries(Array.from({ length: 700 }, (_, n) => [`part/${n + 1}:ball`, 1]));
  const set: Write = {
    op: 'create',
    type: 'set',
    id: 'a-set-of-ours',
    scope: 'programme',
    body: { name: 'S', kind: 'U10', ...parts },
  };
  expect(judged(all, [set])).toBe('ok');
  const long = Object.fromEntries(Array.from({ length: 900 }, (_, n) => [`part/${n + 1}:${'b'.repeat(70)}`, 1]));
  expect(judged(all, [{ ...set, body: { name: 'S', kind: 'U10', ...long } }])).toBe('too_large: more than 64 KB');
});

test('a field that parsing would drop is no entry, however deep it lies', () => {
  const entry = (write: string, more = '') =>
    JSON.parse(
      `{"id":"entry-one","by":"member-one","device":"phone-one","clock":1,"at":"${at}","schema":1${more},"writes":[{"op":"patch","type":"session","id":"session-one","scope":"partner/a","body":${write}}]}`,
    );
  expect(parseEntry(entry('{"weather":"dry"}'))).not.toBeNull();
  for (const field of ['constructor', '__proto__', 'prototype']) {
    expect(parseEntry(entry(`{"${field}":"x"}`))).toBeNull();
    expect(parseEntry(entry(`{"weather":"dry","${field}":{}}`))).toBeNull();
    expect(parseEntry(entry(`{"status":{"is":"running","reopened":0,"${field}":{"a":1}}}`))).toBeNull();
    expect(parseEntry(entry('{}', `,"${field}":1`))).toBeNull();
  }
  expect(
    judged(worker, [{ op: 'patch', type: 'session', id: 'session-one', scope: 'partner/a', body: { toString: 1 } }]),
  ).toMatch(/^invalid: toString: unknown field/);
});
