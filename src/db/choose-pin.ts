import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { closeUnder } from './browser-key.ts';
import { derive, phoneKeys, randomBytes } from './keys.ts';
import { phoneDatabase, type Wrapping } from './phone.ts';
import { lockedVault, type Profile, profilePlace, profileScope } from './profile.ts';

/** Putting a data key under a PIN or passphrase. Opening it again is what a start needs, and stands with the keys. */

/** Argon2id, 64 MiB and 3 passes: about 0.4 s in a browser. Who guesses on a copy does it natively, in about 84 ms of a core. */
const cost = { memoryKiB: 65_536, passes: 3 };

/** Wraps a data key under a PIN or passphrase and this phone. */
export async function wrapDataKey(device: CryptoKey, dataKey: Uint8Array, secret: string): Promise<Wrapping> {
  const kdf = { name: 'argon2id' as const, ...cost, salt: randomBytes(16) };
  const nonce = randomBytes(24);
  const sealed = xchacha20poly1305(await derive({ ...kdf, secret }), nonce).encrypt(dataKey);
  const inner = new Uint8Array(nonce.length + sealed.length);
  inner.set(nonce);
  inner.set(sealed, nonce.length);
  return { version: 1, parts: ['pin', 'device'], kdf, box: await closeUnder(device, inner) };
}

/** Chooses a new PIN for a data key in hand. */
export async function choosePin(
  profile: Profile,
  dataKey: Uint8Array,
  secret: string,
  secretKind: Profile['secretKind'],
): Promise<void> {
  const keys = await phoneKeys();
  const wrapping = await wrapDataKey(keys.device, dataKey, secret);
  const box = lockedVault(keys).seal(profileScope, profilePlace(profile.device), { ...profile, secretKind });
  await phoneDatabase.profile.update(profile.device, { wrapping, box, wrongPins: 0, notBefore: 0 });
}
