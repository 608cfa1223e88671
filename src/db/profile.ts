import { fullTokenPlace } from '#domain/records/placed.ts';
import { PersonDatabase } from './database.ts';
import { type DexieStore, openStore } from './dexie-store.ts';
import { type PhoneKeys, phoneKeys, unwrapDataKey } from './keys.ts';
import { type ProfileBox, phoneDatabase } from './phone.ts';
import { countTry } from './tries.ts';
import { openVault, type Vault } from './vault.ts';

/** The people enrolled on this phone: enrolling, unlocking, and what a locked phone may know of them. */

/** What is known of a person on a locked phone: staff name and programme, no young person. */
export type Profile = {
  readonly device: string;
  readonly member: string;
  readonly name: string;
  readonly programme: string;
  readonly programmeName: string;
  /** May only post sealed entries; never receives a row. */
  readonly sendToken: string;
  /** The server's public key, 32 bytes in base64. */
  readonly serverKey: string;
  /** Set once a PIN or passphrase was chosen: how to ask for it. */
  readonly secretKind: 'pin' | 'passphrase';
};

/** What the phone key opens: a profile is read before anybody is unlocked. */
export const profileScope = 'programme';
/** The place a profile is sealed for: moved to another id it does not open. @param id the device's */
export const profilePlace = (id: string) => `profile|${id}`;

/** What stays in the phone's database, with what its sealed part says. */
export type Enrolled = { readonly profile: Profile; readonly locked: ProfileBox };

/** Throws on what is not base64. */
export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
/** Byte by byte: a call takes no more than some ten thousand arguments. */
export const toBase64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

/** A vault without the data key: it opens the set-up and the profiles, and nothing else. */
export const lockedVault = (keys: PhoneKeys): Vault => openVault(keys.phoneKey, null);

/** Everybody enrolled here, in the order they were. */
export async function enrolledHere(): Promise<Enrolled[]> {
  const vault = lockedVault(await phoneKeys());
  return (await phoneDatabase.profile.toArray()).map((locked) => ({
    locked,
    profile: vault.open(profileScope, profilePlace(locked.id), locked.box) as Profile, // closed by writeProfile
  }));
}

/** A person's open records: their store, and the token that reads from the server. In memory only. */
export type Unlocked = {
  readonly profile: Profile;
  readonly store: DexieStore;
  readonly fullToken: string;
  readonly dataKey: Uint8Array;
};

/** @param dataKey 32 bytes; a wrong one shows only where a box is opened */
export function openWith(keys: PhoneKeys, profile: Profile, dataKey: Uint8Array, fullToken: string): Unlocked {
  const store = openStore(new PersonDatabase(profile.device), openVault(keys.phoneKey, dataKey));
  return { profile, store, fullToken, dataKey };
}

/** Opens a person's records with a data key that is in hand already: from the PIN, another tab, or recovery. */
export async function unlockWith(profile: Profile, dataKey: Uint8Array): Promise<Unlocked> {
  const keys = await phoneKeys();
  const { store } = openWith(keys, profile, dataKey, '');
  const sealed = await store.database.draft.get(fullTokenPlace);
  if (!sealed) throw new Error('this person’s database has lost its token');
  return { profile, store, dataKey, fullToken: store.vault.open('own', fullTokenPlace, sealed.box) as string }; // closed by keepFullToken
}

/** Puts down the token that reads from the server, under the data key. */
export async function keepFullToken({ store, fullToken }: Unlocked): Promise<void> {
  await store.database.draft.put({ id: fullTokenPlace, box: store.vault.seal('own', fullTokenPlace, fullToken) });
}

/** What came of a PIN or passphrase. `notBefore`: epoch ms until which no other is tried. */
export type PinOutcome =
  | { readonly type: 'open'; readonly dataKey: Uint8Array }
  | { readonly type: 'wrong'; readonly triesLeft: number; readonly notBefore: number }
  | { readonly type: 'wait'; readonly notBefore: number }
  /** The wrapping was destroyed; a fresh code from the coordinator opens it. */
  | { readonly type: 'destroyed' };

const triesAllowed = 10;
/** From the fourth wrong PIN on: 5 s, 10 s, 20 s … up to five minutes. */
const waitAfter = (wrong: number): number => (wrong < 4 ? 0 : Math.min(300_000, 5_000 * 2 ** (wrong - 4)));

/** Tries a PIN. The try is counted on the disk before the key is derived, so that a reload gains nothing. */
export async function tryPin(device: string, secret: string, nowMs: number): Promise<PinOutcome> {
  const tried = await phoneDatabase.transaction('rw', phoneDatabase.profile, async () => {
    const profile = await phoneDatabase.profile.get(device);
    if (!profile?.wrapping) return null;
    const { may, tries } = countTry(profile, nowMs, waitAfter);
    await phoneDatabase.profile.update(device, tries);
    return { wrapping: profile.wrapping, may, ...tries };
  });
  if (!tried) return { type: 'destroyed' };
  const { wrapping, may, wrongPins, notBefore } = tried;
  if (!may) return { type: 'wait', notBefore };
  const { device: deviceKey } = await phoneKeys();
  const dataKey = await unwrapDataKey(deviceKey, wrapping, secret);
  if (dataKey) {
    await phoneDatabase.profile.update(device, { wrongPins: 0, notBefore: 0 });
    return { type: 'open', dataKey };
  }
  if (wrongPins < triesAllowed) return { type: 'wrong', triesLeft: triesAllowed - wrongPins, notBefore };
  await phoneDatabase.profile.update(device, { wrapping: null });
  return { type: 'destroyed' };
}

/** Takes a person and everything of theirs off this phone. The caller has made sure that nothing is unsent. */
export async function removePerson(device: string): Promise<void> {
  await new PersonDatabase(device).delete();
  await phoneDatabase.profile.delete(device);
}
