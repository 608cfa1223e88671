import 'fake-indexeddb/auto';
import { uuidv7 } from 'uuidv7';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { choosePin } from '#db/choose-pin.ts';
import { enrolPerson } from '#db/enrol.ts';
import { phoneDatabase } from '#db/phone.ts';
import { enrolledHere, type Profile, tryPin, type Unlocked } from '#db/profile.ts';
import { renewRecovery } from '#db/recovery.ts';
import { hashOfBox } from '#domain/records/sealed.ts';
import { deriveHere } from './deriving.ts';

/** What opens a person's records on a phone: the PIN, how wrong ones are slowed, and the copy for a forgotten one. */

const now = Date.parse('2026-11-22T18:00:00.000Z');
const minute = 60_000;
const year = 365 * 86_400_000;

beforeAll(deriveHere);

let profile: Profile;
let unlocked: Unlocked;
beforeEach(async () => {
  profile = {
    device: uuidv7(),
    ...{ member: 'member-one', name: 'Dele A', programme: 'programme', programmeName: 'Stepping Out', sendToken: '' },
    ...{ serverKey: Buffer.from(new Uint8Array(32).fill(9)).toString('base64'), secretKind: 'pin' },
  };
  unlocked = await enrolPerson(profile, 'bf_token', '482913');
});

const wrong = (at: number) => tryPin(profile.device, '111111', at);
const right = (at: number) => tryPin(profile.device, '482913', at);

test('the right PIN opens the data key, and forgets the wrong ones before it', async () => {
  expect(await wrong(now)).toEqual({ type: 'wrong', triesLeft: 9, notBefore: now });
  expect(await right(now)).toEqual({ type: 'open', dataKey: unlocked.dataKey });
  expect(await phoneDatabase.profile.get(profile.device)).toMatchObject({ wrongPins: 0, notBefore: 0 });
  expect(await tryPin('nobody', '482913', now)).toEqual({ type: 'destroyed' });
});

test('from the fourth wrong PIN on each waits longer; a try before that is not judged; the tenth is the last', async () => {
  let at = now;
  const waits: number[] = [];
  for (let tried = 1; tried < 10; tried += 1) {
    const outcome = await wrong(at);
    if (outcome.type !== 'wrong') throw new Error(outcome.type);
    expect(outcome.triesLeft).toBe(10 - tried);
    waits.push((outcome.notBefore - at) / 1000);
    if (outcome.notBefore > at)
      expect(await right(outcome.notBefore - 1)).toEqual({ type: 'wait', notBefore: outcome.notBefore });
    at = outcome.notBefore;
  }
  expect(waits).toEqual([0, 0, 0, 5, 10, 20, 40, 80, 160]);
  expect(await wrong(at)).toEqual({ type: 'destroyed' });
  expect(await right(at + year)).toEqual({ type: 'destroyed' });
});

test('a clock that was years ahead and is put right makes nobody wait longer than they would have', async () => {
  for (let tried = 1; tried <= 5; tried += 1) await wrong(now + 3 * year + tried * minute);
  const waits = { type: 'wait', notBefore: now + 10_000 };
  expect(await right(now)).toEqual(waits);
  // The wait does not begin anew with each look.
  expect(await right(now + 9_000)).toEqual(waits);
  expect(await right(now + 10_000)).toMatchObject({ type: 'open' });
});

test('a new PIN opens what the old one did, and the phone knows how to ask for it', async () => {
  await choosePin(profile, unlocked.dataKey, 'three good words', 'passphrase');
  expect(await right(now)).toMatchObject({ type: 'wrong' });
  expect(await tryPin(profile.device, 'three good words', now)).toEqual({ type: 'open', dataKey: unlocked.dataKey });
  const known = (await enrolledHere()).find((each) => each.profile.device === profile.device);
  expect(known?.profile).toEqual({ ...profile, secretKind: 'passphrase' });
});

test('two tabs that close an older recovery box again at once tell the server of the one that is kept', async () => {
  await phoneDatabase.profile.update(profile.device, { recoveryV: 1, recoveryTold: false });
  const told = await Promise.all([renewRecovery(unlocked), renewRecovery(unlocked), renewRecovery(unlocked)]);
  const kept = await phoneDatabase.profile.get(profile.device);
  expect(new Set(told)).toEqual(new Set([hashOfBox(kept?.recovery ?? new Uint8Array())]));
});
