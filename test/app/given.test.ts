import 'fake-indexeddb/auto';
import { uuidv7 } from 'uuidv7';
import { beforeEach, expect, test, vi } from 'vitest';
import { givenTo } from '#app/hand-over/given.ts';
import { PersonDatabase } from '#db/database.ts';
import { beginHandOver, openHandOver } from '#db/hand-over.ts';
import { onThisPhone } from '#db/locked.ts';
import type { Profile } from '#db/profile.ts';
import { fact, patch } from '#domain/records/say.ts';

/** What a form in somebody else's hands may do. */

vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no signal')));
let profile: Profile;
let id: string;
beforeEach(async () => {
  profile = {
    device: uuidv7(),
    ...{ member: 'member-one', name: 'Dele A', programme: 'programme', programmeName: 'Stepping Out', sendToken: '' },
    ...{ serverKey: Buffer.from(new Uint8Array(32).fill(9)).toString('base64'), secretKind: 'pin' },
  };
  id = uuidv7();
  await beginHandOver({ id, form: 'x', device: profile.device, pack: 1, returnTo: '/' });
});

const form = (keepsProgress: boolean) =>
  givenTo({ id, profile, keepsProgress, pack: 1, progress: null, finish: () => {} });
const kept = async () => (await openHandOver(id))?.progress;
const note = (text: string) =>
  fact('note', uuidv7(), 'partner/one/team', {
    ...{ session: 'session-one', day: '2026-11-22', text, at: '2026-11-22T12:00:00.000Z' },
  });

test('a form that keeps its progress does, and may begin again; one that does not leaves nothing on the disk', async () => {
  await form(true).keep({ page: 2 });
  expect(await kept()).toEqual({ page: 2 });
  await form(true).keep(null);
  expect(await kept()).toBeNull();
  await form(false).keep({ page: 2 });
  expect(await kept()).toBeNull();
});

test('what it says is on the disk when it hears yes; a full disk is a no, and the next try a yes', async () => {
  const { say } = form(true);
  expect(await say([note('one')])).toBe(true);
  expect(await onThisPhone(profile.device)).toBe(1);
  const database = new PersonDatabase(profile.device);
  const full = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementationOnce(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  expect(await say([note('two')])).toBe(false);
  full.mockRestore();
  expect(await onThisPhone(profile.device)).toBe(1);
  expect(await say([note('two')], { first: true })).toBe(true);
  expect(await database.captured.where('first').equals(1).count()).toBe(1);
  database.close();
});

test('a fault of ours is no full disk: it is thrown, and nothing is saved', async () => {
  await expect(form(true).say([patch('person', uuidv7(), 'partner/one', { knownAs: 'Other' })])).rejects.toThrow(
    'change',
  );
  expect(await onThisPhone(profile.device)).toBe(0);
});
