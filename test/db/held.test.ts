import { afterEach, beforeEach, expect, test } from 'vitest';
import { dueAfter, groupOf, holdAnswers } from '#db/held.ts';
import { onThisPhone } from '#db/locked.ts';
import { openPerson, setOpenPerson } from '#db/person.ts';
import { releaseHeld } from '#db/release.ts';
import { open } from '#domain/records/sealed.ts';
import { answerIn } from '#domain/records/shapes/answers.ts';
import { feedbackSays, type Putting } from '#domain/voice/feedback/sitting.ts';
import { readyMade } from '#domain/voice/forms/ready-made/ready-made.ts';
import { openPhone } from '#test/features/phone-stand.tsx';

/** Answers wait closed on the phone, leave it all at once, and as what they come to then. */

const { questions } = readyMade('today-old');
const nowMs = Date.parse('2026-11-22T15:00:00.000Z');
const endsMs = Date.parse('2026-11-22T16:00:00.000Z');
const putting: Putting = {
  ...{ partner: 'partner-one', form: 'f'.repeat(64), respondent: 'youngPerson', way: 'ourPhone' },
  ...{ site: 'windmill-hill', session: 'session-one', day: '2026-11-22' },
};

beforeEach(() => openPhone());
afterEach(() => setOpenPerson(null));

const database = () => openPerson().store.database;
const device = () => openPerson().profile.device;

async function say(sitting = crypto.randomUUID(), dueAt = dueAfter(endsMs, nowMs)): Promise<void> {
  const said = { today: { value: '4' }, again: { value: 'yes' } };
  const held = feedbackSays(putting, { questions, said }, { age: '11-12' }, () => crypto.randomUUID());
  await holdAnswers(openPerson().profile, held, { group: groupOf('one'), dueAt, sitting, beside: '11-12' });
}

/** What is to be sent, opened as the server opens it. */
async function due() {
  const secret = new Uint8Array(32).fill(7);
  const { programme } = openPerson().profile;
  return (await database().answer.toArray()).map(({ t, box }) => {
    const packed = open(box, secret, { purpose: 'answer', programme, device: '', id: t });
    return answerIn(JSON.parse(new TextDecoder().decode(packed)));
  });
}

test('they wait until a quarter of an hour after the session, and then leave with it where five answered', async () => {
  for (let n = 0; n < 5; n += 1) await say();
  await releaseHeld(device(), endsMs + 14 * 60_000);
  expect(await due()).toEqual([]);
  expect(await onThisPhone(device())).toBe(10);
  await releaseHeld(device(), endsMs + 15 * 60_000);
  const left = await due();
  expect(left).toHaveLength(10);
  for (const each of left) expect(each?.body).toMatchObject({ session: 'session-one', age: '11-12' });
  expect([await database().held.count(), await database().heldGroup.count()]).toEqual([0, 0]);
  expect(await onThisPhone(device())).toBe(10);
});

test('of four nothing but the park and the month leaves', async () => {
  for (let n = 0; n < 4; n += 1) await say();
  await releaseHeld(device(), endsMs + 3_600_000);
  const left = await due();
  expect(left).toHaveLength(8);
  for (const each of left) {
    expect(each?.body).toMatchObject({ site: 'windmill-hill', month: '2026-11' });
    expect(JSON.stringify(each)).not.toMatch(/session-one|11-12/);
  }
});

test('one sitting is taken in once, however often it is said', async () => {
  const sitting = crypto.randomUUID();
  for (let n = 0; n < 5; n += 1) await say(sitting);
  expect(await database().heldGroup.toArray()).toMatchObject([{ n: 1, beside: { '11-12': 1 } }]);
  expect(await database().held.count()).toBe(6);
});

test('each later answer pushes the time on, and none pulls it back', async () => {
  await say(undefined, dueAfter(endsMs, endsMs + 600_000));
  await say();
  expect((await database().heldGroup.toArray())[0]?.dueAt).toBe(endsMs + 600_000 + 15 * 60_000);
  expect(dueAfter(null, nowMs)).toBe(nowMs + 15 * 60_000);
});

test('a clock that was years ahead keeps nothing for years', async () => {
  for (let n = 0; n < 5; n += 1) await say(undefined, dueAfter(endsMs, nowMs + 3 * 365 * 86_400_000));
  await releaseHeld(device(), nowMs);
  expect(await due()).toHaveLength(10);
});

test('what lies there says neither where nor what', async () => {
  await say();
  const kept = JSON.stringify([
    (await database().held.toArray()).map(({ box: _, ...clear }) => clear),
    await database().heldGroup.toArray(),
  ]);
  expect(kept).not.toMatch(/session-one|windmill|partner-one|ffff|today|youngPerson/);
});
