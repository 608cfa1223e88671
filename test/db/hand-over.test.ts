import 'fake-indexeddb/auto';
import { uuidv7 } from 'uuidv7';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { enrolPerson } from '#db/enrol.ts';
import {
  beginHandOver,
  dropProgress,
  endHandOver,
  finishHandOver,
  keepProgress,
  openHandOver,
  tryWayOut,
} from '#db/hand-over.ts';
import { handedOverNow, phoneDatabase } from '#db/phone.ts';
import type { Profile, Unlocked } from '#db/profile.ts';
import { deriveHere } from './deriving.ts';

/** The phone in somebody else's hands: what stands on its disk, and the way out. */

const now = Date.parse('2026-11-22T18:00:00.000Z');
const year = 365 * 86_400_000;

beforeAll(deriveHere);

let profile: Profile;
let unlocked: Unlocked;
let id: string;
beforeEach(async () => {
  await phoneDatabase.profile.clear();
  profile = {
    device: uuidv7(),
    ...{ member: 'member-one', name: 'Dele A', programme: 'programme', programmeName: 'Stepping Out', sendToken: '' },
    ...{ serverKey: Buffer.from(new Uint8Array(32).fill(9)).toString('base64'), secretKind: 'pin' },
  };
  unlocked = await enrolPerson(profile, 'bf_token', '482913');
  id = uuidv7();
  await handOverTo(id);
});

const handOverTo = (to: string) =>
  beginHandOver({ id: to, form: 'consent', device: profile.device, pack: { called: 'Ioana' }, returnTo: '/people/x' });

test('what is handed over is on the disk, closed; the key cannot be read out', async () => {
  const box = await handedOverNow();
  expect(box).toMatchObject({ id, form: 'consent', device: profile.device, progress: null });
  expect(box?.key.extractable).toBe(false);
  const everything = JSON.stringify(box, (_, value) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
  );
  expect(everything).not.toMatch(/Ioana|people/);
  expect(await openHandOver(id)).toEqual({ pack: { called: 'Ioana' }, progress: null });
});

test('a kill carries on where the form was, and of two things kept at once the later stands', async () => {
  // The browser takes longer over the first.
  const encrypt = crypto.subtle.encrypt.bind(crypto.subtle);
  const slow = vi.spyOn(crypto.subtle, 'encrypt').mockImplementationOnce(async (...how) => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    return encrypt(...how);
  });
  await Promise.all([keepProgress(id, { page: 1 }), keepProgress(id, { page: 2 })]);
  slow.mockRestore();
  expect(await openHandOver(id)).toEqual({ pack: { called: 'Ioana' }, progress: { page: 2 } });
  await dropProgress(id);
  expect(await openHandOver(id)).toEqual({ pack: { called: 'Ioana' }, progress: null });
});

test('a tab that has not heard that it is over writes into no other hand-over', async () => {
  const next = uuidv7();
  await handOverTo(next);
  expect(await keepProgress(id, { page: 4 })).toBe(false);
  await finishHandOver(id);
  expect(await endHandOver(id)).toBeNull();
  expect(await openHandOver(id)).toBeNull();
  expect(await openHandOver(next)).toEqual({ pack: { called: 'Ioana' }, progress: null });
  await endHandOver(next);
  expect(await keepProgress(next, { page: 4 })).toBe(false);
  expect(await handedOverNow()).toBeUndefined();
});

test('a form that is done with leaves nothing of itself, and the phone is still in their hands', async () => {
  await keepProgress(id, { page: 2 });
  await finishHandOver(id);
  expect(await handedOverNow()).toMatchObject({ id, pack: null, progress: null });
  expect(await openHandOver(id)).toBeNull();
  // A last stroke that comes late brings nothing back.
  expect(await keepProgress(id, { page: 3 })).toBe(false);
  expect(await endHandOver(id)).toBe('/people/x');
  expect(await handedOverNow()).toBeUndefined();
});

const wrong = (at: number) => tryWayOut(id, profile.device, '111111', at);
const right = (at: number) => tryWayOut(id, profile.device, '482913', at);

test('wrong PINs at the way out are slowed without end, and destroy nothing', async () => {
  let at = now;
  const waits: number[] = [];
  for (let tried = 1; tried <= 13; tried += 1) {
    const outcome = await wrong(at);
    if (outcome.type !== 'wrong') throw new Error(outcome.type);
    waits.push((outcome.notBefore - at) / 1000);
    if (outcome.notBefore > at)
      expect(await right(outcome.notBefore - 1)).toEqual({ type: 'wait', notBefore: outcome.notBefore });
    at = outcome.notBefore;
  }
  expect(waits).toEqual([0, 0, 30, 60, 120, 240, 300, 300, 300, 300, 300, 300, 300]);
  // The owner's own tries are all still there.
  expect(await phoneDatabase.profile.get(profile.device)).toMatchObject({ wrongPins: 0, notBefore: 0 });
  expect(await right(at)).toEqual({ type: 'open', dataKey: unlocked.dataKey });
  expect(await openHandOver(id)).toEqual({ pack: { called: 'Ioana' }, progress: null });
});

test('wrong PINs at the lock screen before do not slow the way out, nor do a clock that is put right', async () => {
  await phoneDatabase.profile.update(profile.device, { wrongPins: 9, notBefore: now + year });
  expect((await right(now)).type).toBe('open');
  for (let tried = 1; tried <= 4; tried += 1) await wrong(now + 3 * year + tried * 3_600_000);
  const outcome = await right(now);
  expect(outcome).toEqual({ type: 'wait', notBefore: now + 120_000 });
  expect((await right(now + 120_000)).type).toBe('open');
});

test('where no PIN can be checked the way out says so', async () => {
  await phoneDatabase.profile.update(profile.device, { wrapping: null });
  expect(await right(now)).toEqual({ type: 'cannot' });
  expect(await tryWayOut(id, 'nobody', '482913', now)).toEqual({ type: 'cannot' });
});
