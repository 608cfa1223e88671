import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Home, newHome } from './home.ts';

/** An answer whose reply was lost, and another after it by the same link. */

let home: Home;
beforeEach(async () => {
  home = await newHome();
});
afterEach(() => home.world.close());

const answers = (...said: (readonly [purpose: string, decision: string])[]) => ({
  answers: said.map(([purpose, decision]) => ({ purpose, decision })),
});
const inbox = async () => home.world.server.store.reader.selectFrom('inbox').selectAll().execute();

test('a no after a yes takes it back at once, and the reply says that there was an answer before', async () => {
  const token = await home.sent();
  await home.answer(token);
  expect(await home.may('photoInternal')).toBe('may');
  home.world.clock.ms += 60_000;
  const { body } = await home.answer(token, answers(['photoInternal', 'refused'], ['takePart', 'given']));
  expect(body).toMatchObject({ state: 'before', decidedAt: '2026-11-22T12:01:00.000Z' });
  expect(await home.may('photoInternal')).toBe('mayNot');
  const last = (await home.rows('consent')).at(-1);
  expect(last?.body).toMatchObject({ purpose: 'photoInternal', decision: 'withdrawn', toldBy: 'link' });
  expect((await home.audited()).at(-1)?.action).toBe('answer link again');
  // What it takes back is shown by the link of its own copy.
  expect((await home.read(body.withdraw)).body).toMatchObject({ kind: 'withdraw', purposes: [] });
});

test('a yes in it counts never, and the first no stays', async () => {
  const token = await home.sent();
  await home.answer(token);
  await home.answer(token, answers(['contactSport', 'given'], ['takePart', 'given']));
  expect(await home.may('contactSport')).toBe('mayNot');
  expect(await home.may('takePart')).not.toBe('may');
  expect(await home.rows('consent')).toHaveLength(2);
});

test('a no to what was left open holds too, and is written once', async () => {
  const token = await home.sent();
  await home.answer(token);
  for (let time = 0; time < 3; time += 1) await home.answer(token, answers(['takePart', 'refused']));
  expect(await home.may('takePart')).toBe('mayNot');
  expect(await home.rows('consent')).toHaveLength(3);
});

test('it needs no more than taking back does: not the number, and nothing that was not asked', async () => {
  const token = await home.sent();
  await home.answer(token);
  await home.answer(token, answers(['research', 'refused']));
  expect(await home.rows('consent')).toHaveLength(2);
  home.world.clock.ms += 7 * 86_400_000;
  expect((await home.answer(token, answers(['photoInternal', 'refused']))).status).toBe(403);
});

test('of somebody who is not on record the no waits like the first, and holds', async () => {
  const token = await home.sent({ giver: null });
  await home.answer(token, answers(['photoInternal', 'given']));
  expect(await inbox()).toHaveLength(1);
  expect(await home.may('photoInternal')).not.toBe('mayNot');
  for (let time = 0; time < 3; time += 1) await home.answer(token, answers(['photoInternal', 'refused']));
  expect(await inbox()).toHaveLength(2);
  expect(await home.may('photoInternal')).toBe('mayNot');
});

test('so many copies and no more come with a link that takes back', async () => {
  const token = await home.sent();
  const made: unknown[] = [];
  for (let time = 0; time < 7; time += 1) made.push((await home.answer(token)).body.withdraw);
  expect(made.filter((each) => each !== null)).toHaveLength(5);
  expect(new Set(made).size).toBe(6);
});
