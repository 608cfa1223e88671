import 'fake-indexeddb/auto';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { begin, listen } from '#app/person.ts';
import { setApp, useApp } from '#app/state.ts';
import { choosePin } from '#db/choose-pin.ts';
import { enrolPerson } from '#db/enrol.ts';
import { phoneDatabase } from '#db/phone.ts';
import { type Profile, removePerson, type Unlocked } from '#db/profile.ts';
import { deriveHere } from '#test/db/deriving.ts';

/** What one tab changes on the disk, another hears of. The other tab is the channel it speaks on. */

const otherTab = new BroadcastChannel('bandstand');
deriveHere();
vi.stubGlobal('window', new EventTarget());
const stop = listen();
afterAll(() => {
  stop();
  otherTab.close();
});

const kindHere = () => useApp.getState().enrolled[0]?.profile.secretKind;
let profile: Profile;
let unlocked: Unlocked;
beforeEach(async () => {
  await phoneDatabase.profile.clear();
  profile = {
    device: uuidv7(),
    ...{ member: 'member-one', name: 'Dele A', programme: 'programme', programmeName: 'Stepping Out', sendToken: '' },
    ...{ serverKey: Buffer.from(new Uint8Array(32).fill(9)).toString('base64'), secretKind: 'pin' },
  };
  unlocked = await enrolPerson(profile, 'bf_token', '482913');
  setApp({ phase: { name: 'starting' } });
  await begin();
  expect(useApp.getState().phase).toEqual({ name: 'locked', device: profile.device });
});

test.each(['enrolled', 'locked'])('a tab that hears “%s” asks for what unlocks now', async (type) => {
  await choosePin(profile, unlocked.dataKey, 'three good words', 'passphrase');
  expect(kindHere()).toBe('pin');
  otherTab.postMessage({ type });
  await vi.waitFor(() => expect(kindHere()).toBe('passphrase'));
  expect(useApp.getState().phase).toEqual({ name: 'locked', device: profile.device });
});

test('somebody who was taken off the phone in another tab is not offered here', async () => {
  await removePerson(profile.device);
  otherTab.postMessage({ type: 'enrolled' });
  await vi.waitFor(() => expect(useApp.getState().phase).toEqual({ name: 'welcome' }));
  expect(useApp.getState().enrolled).toEqual([]);
});
