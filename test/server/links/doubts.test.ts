import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { privateScope } from '#domain/records/scopes.ts';
import { hashOfSecret } from '#server/secrets.ts';
import { accepted } from '#test/server/evidence/signing.ts';
import { patchWrite } from '#test/server/world.ts';
import { amira, type Home, nadia, newHome } from './home.ts';

/** Nobody sees who answers at home: what the record doubts waits, and whoever sent the link is named. */

let home: Home;
beforeEach(async () => {
  home = await newHome();
});
afterEach(() => home.world.close());

const record = (said: object) =>
  accepted(home.world, home.team.worker, [
    patchWrite('details', privateScope(home.world.a), `details:${amira}`, { [`guardian/${nadia}`]: said }),
  ]);
const asCoordinator = (method: string, path: string) =>
  home.world.say(method, path, undefined, { token: home.team.coordinator.fullToken });
const inbox = async () => (await asCoordinator('GET', '/api/inbox')).body.entries;

describe('a yes to parental responsibility', () => {
  test.each([
    'no',
    'not sure',
  ])('waits where the record says %s, and somebody is asked to look', async (responsibility) => {
    await record({ is: 'stepParent', responsibility, call: 1 });
    const { body } = await home.answer(await home.sent());
    expect(body.state).toBe('asks');
    expect(await home.may('photoInternal')).toBe('missing');
    // A no needs nobody’s right.
    expect(await home.may('contactSport')).toBe('mayNot');
    const [signing] = await home.rows('signing');
    expect(signing?.body).toMatchObject({ responsibility, link: { responsibility: 'yes' } });
    const [entry] = await inbox();
    expect(entry.code).toBe('doubted');
    expect(JSON.stringify(entry.entry)).toContain(`The record says: ${responsibility}.`);
    expect(JSON.stringify(entry.entry)).not.toContain('Kowalska');
  });

  test('that was looked at is on record, and counts the next time, not before', async () => {
    await record({ is: 'mother', responsibility: 'not sure', call: 1 });
    home.world.clock.ms += 60_000;
    await home.answer(await home.sent());
    const [entry] = await inbox();
    const { body } = await asCoordinator('POST', `/api/inbox/${entry.id}/accept?by=${entry.by}`);
    expect(body.result).toMatchObject({ result: 'ok' });
    const [details] = await home.rows('details');
    expect(details?.body[`guardian/${nadia}`]).toEqual({ is: 'mother', responsibility: 'yes', call: 1 });
    expect(await home.may('photoInternal')).toBe('missing');
    expect((await home.answer(await home.sent())).body.state).toBe('holds');
    expect(await home.may('photoInternal')).toBe('may');
  });

  test.each([undefined, 'yes'])('counts where the record says %s', async (responsibility) => {
    await record({ is: 'mother', ...(responsibility && { responsibility }) });
    expect((await home.answer(await home.sent())).body.state).toBe('holds');
    expect(await home.may('photoInternal')).toBe('may');
    expect(await inbox()).toEqual([]);
  });

  test('asks nobody to look where everything is refused', async () => {
    await record({ is: 'mother', responsibility: 'no' });
    const answers = [{ purpose: 'photoInternal', decision: 'refused' }];
    expect((await home.answer(await home.sent(), { answers })).body.state).toBe('holds');
    expect(await inbox()).toEqual([]);
  });

  test('of somebody who says no themselves only asks, and is no doubt', async () => {
    const token = await home.sent();
    for (const again of [1, 2])
      expect((await home.answer(token, { responsibility: 'no' })).body.state, `${again}`).toBe('asks');
    expect(await inbox()).toEqual([]);
  });
});

test('what was signed says who made the link, when, and for which number: in the file, for as long as it is kept', async () => {
  const token = await home.sent();
  home.world.clock.ms += 60_000;
  await home.answer(token);
  const [signing] = await home.rows('signing');
  expect(signing?.body.link).toEqual({
    ...{ madeBy: home.team.worker.member, madeAt: '2026-11-22T12:00:00.000Z', sentTo: '0123' },
  });
  const [consent] = await home.world.server.store.reader
    .selectFrom('row')
    .select('id')
    .where('type', '=', 'consent')
    .execute();
  const { text } = await asCoordinator('GET', `/api/consents/${consent?.id}/json`);
  const signed = Object.fromEntries(JSON.parse(text).words.signed);
  expect(signed['The link was made by']).toMatch(/^Will.*, Sunday 22 November 2026, 12:00:00/);
  expect(signed['For the number that ends']).toBe('0123');
});

test('somebody who is not on record is told that they only ask; a coordinator, whom to tell, and what the child said', async () => {
  const answers = [{ purpose: 'photoInternal', decision: 'given' }];
  const said = { name: 'J Smith', relationship: 'auntUncle', childSays: 'I like it', answers };
  expect((await home.answer(await home.sent({ giver: null }), said)).body).toMatchObject({
    ...{ state: 'asks', withdraw: null },
  });
  const [entry] = await inbox();
  const text = JSON.stringify(entry.entry);
  expect(text).toContain('Amira says: “I like it”.');
  expect(text).toContain('Tell who is on record: mother.');
});

test('whoever had the first token knows no other: what takes back is drawn by lot', async () => {
  const token = await home.sent();
  const { withdraw } = (await home.answer(token)).body;
  expect(withdraw).toMatch(/^bl_[\w-]{43}$/);
  const kept = await home.world.server.store.reader.selectFrom('consent_link').selectAll().execute();
  expect(kept.map((each) => each.token_hash).sort()).toEqual([hashOfSecret(token), hashOfSecret(withdraw)].sort());
  expect(JSON.stringify(kept)).not.toContain(withdraw);
  const second = await home.sent();
  expect((await home.answer(second)).body.withdraw).not.toBe(withdraw);
});
