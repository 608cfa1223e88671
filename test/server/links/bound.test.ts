import { afterEach, beforeEach, expect, test } from 'vitest';
import { codesOf } from '#domain/codes.ts';
import { purposes } from '#domain/people-codes.ts';
import type { Body } from '#domain/records/entry.ts';
import { partnerScope, privateScope } from '#domain/records/scopes.ts';
import { accepted, at } from '#test/server/evidence/signing.ts';
import { factWrite, patchWrite, personWrite } from '#test/server/world.ts';
import { amira, details, guardian, type Home, nadia, newHome, number } from './home.ts';

/** A link is bound to the number it is texted to, and to everybody who is one with whom it was made for. */

let home: Home;
beforeEach(async () => {
  home = await newHome();
});
afterEach(() => home.world.close());

const gone = { status: 403, body: { type: 'urn:bandstand:link-gone' } };
const corrected = '07700 900321';

const change = (id: string, body: Body) =>
  accepted(home.world, home.team.worker, [patchWrite('guardian', privateScope(home.world.a), id, body)]);

/** A coordinator says that two records are of one. */
const joined = (of: 'person' | 'guardian', one: string, other: string) =>
  accepted(home.world, home.team.coordinator, [
    factWrite(home.team.coordinator, 'alias', partnerScope(home.world.a), {
      of,
      one,
      other,
      is: 'same',
      at,
      replaces: [],
    }),
  ]);

test('a phone that still has a number which was corrected at the desk makes none', async () => {
  await change(nadia, { phone: corrected });
  const stale = await home.mint({ number });
  expect(stale).toMatchObject({ status: 409, body: { type: 'urn:bandstand:other-number' } });
  expect(stale.body.detail).toContain('Sync first');
  expect((await home.mint({ number: corrected })).status).toBe(200);
});

test('nor one that has a number nobody else has yet, nor one that says none', async () => {
  for (const other of [corrected, undefined, 'ask Nadia'])
    expect(await home.mint({ number: other }), other).toMatchObject({ body: { type: 'urn:bandstand:other-number' } });
});

test('a number is the same however it is written, as the link is made and while it is out', async () => {
  for (const written of ['07700900123', '+44 7700 900123', '0044 7700 900123', '+44 (0)7700 900-123'])
    expect((await home.mint({ number: written })).status, written).toBe(200);
  const token = await home.sent();
  await change(nadia, { phone: '+44 7700 900123' });
  expect((await home.answer(token)).status).toBe(200);
});

test('the number itself is nowhere in what is kept of a link', async () => {
  await home.sent();
  const kept = await home.world.server.store.reader.selectFrom('consent_link').selectAll().execute();
  expect(JSON.stringify(kept)).not.toMatch(/900123|0123"/);
});

/** The same mother, typed once more, with the same number. */
async function typedTwice(): Promise<void> {
  const { world, team } = home;
  await accepted(world, team.worker, [
    guardian(world, 'nadia-two', { name: 'Nadia K', phone: number }),
    patchWrite('details', privateScope(world.a), `details:${amira}`, { 'guardian/nadia-two': { is: 'mother' } }),
  ]);
}

test('of two who are one by now, making another ends the first', async () => {
  await typedTwice();
  const first = await home.sent();
  await joined('guardian', nadia, 'nadia-two');
  const second = await home.sent({ giver: 'nadia-two' });
  expect(await home.read(first)).toMatchObject(gone);
  expect((await home.answer(second)).body.state).toBe('holds');
});

test('and of two that were made before it was known, the last works, and its use ends the other', async () => {
  await typedTwice();
  const first = await home.sent();
  const second = await home.sent({ giver: 'nadia-two' });
  expect((await home.read(first)).status).toBe(200);
  await joined('guardian', nadia, 'nadia-two');
  expect(await home.answer(first)).toMatchObject(gone);
  expect((await home.answer(second)).status).toBe(200);
  expect(await home.answer(first)).toMatchObject(gone);
  expect(await home.rows('signing')).toHaveLength(1);
});

test('a link for somebody who is not on record ends nobody else’s: an aunt’s answer waits beside an uncle’s', async () => {
  const aunt = await home.sent({ giver: null });
  const uncle = await home.sent({ giver: null });
  expect((await home.answer(aunt, { name: 'Aunt', relationship: 'auntUncle' })).body.state).toBe('asks');
  expect((await home.answer(uncle, { name: 'Uncle', relationship: 'auntUncle' })).body.state).toBe('asks');
});

test('no name of the child signs, whichever badge it stands on', async () => {
  const { world, team } = home;
  await accepted(world, team.worker, [
    personWrite(world.a, 'amira-two', { knownAs: 'Mimi', initial: 'K' }),
    {
      ...details(world, { fullName: 'Amira Nowak' }),
      id: 'details:amira-two',
      body: { person: 'amira-two', fullName: 'Amira Nowak' },
    },
  ]);
  await joined('person', amira, 'amira-two');
  const token = await home.sent();
  for (const name of ['Amira', 'Mimi', 'amira kowalska', 'Amira Nowak'])
    expect((await home.answer(token, { name })).body.type, name).toBe('urn:bandstand:childs-name');
  expect((await home.answer(token)).status).toBe(200);
});

test('of a child whose record is closed nothing is asked any more; what was given is taken back still', async () => {
  const { world, team } = home;
  const token = await home.sent();
  const { withdraw } = (await home.answer(await home.sent({ giver: nadia }))).body;
  const open = await home.sent();
  await accepted(world, team.worker, [patchWrite('person', partnerScope(world.a), amira, { status: 'closed' })]);
  expect(await home.mint()).toMatchObject({ status: 409, body: { type: 'urn:bandstand:closed' } });
  expect((await home.mint({ kind: 'withdraw', purposes: [] })).status).toBe(200);
  for (const each of [token, open]) expect(await home.answer(each)).toMatchObject(gone);
  const taken = await home.post('/api/link/withdraw', { token: withdraw, purposes: codesOf(purposes) });
  expect(taken.body).toEqual({ purposes: [] });
  expect(await home.may('photoInternal')).toBe('mayNot');
});
