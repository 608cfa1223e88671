import { fullTokenPlace } from '#domain/records/placed.ts';
import { boxVersion, hashOfBox, keyIdOf, seal } from '#domain/records/sealed.ts';
import { PersonDatabase } from './database.ts';
import { phoneKeys, randomBytes } from './keys.ts';
import { type ProfileBox, phoneDatabase } from './phone.ts';
import {
  type Enrolled,
  fromBase64,
  keepFullToken,
  openWith,
  type Profile,
  toBase64,
  type Unlocked,
} from './profile.ts';

/** The copy of a data key that only the server opens, for a forgotten PIN. */

type Recovery = Pick<ProfileBox, 'recovery' | 'recoveryV' | 'recoveryKeyId' | 'recoveryTold'>;

/** Closes a data key to the server, for this person on this phone and nobody else. The server has yet to be told. */
export function sealRecovery(profile: Profile, dataKey: Uint8Array): Recovery {
  const { programme, device, member, serverKey } = profile;
  const publicKey = fromBase64(serverKey);
  const recovery = seal(dataKey, publicKey, randomBytes(56), { purpose: 'recovery', programme, device, id: member });
  return { recovery, recoveryV: boxVersion, recoveryKeyId: keyIdOf(publicKey), recoveryTold: false };
}

/** What is posted beside a code to have a data key opened. */
export type RecoveryBox = {
  readonly v?: number;
  readonly keyId?: string;
  readonly sealedKey: string;
  /** For a box of version 1: the full token as it lies under the data key, by which the server sees whose box it is. */
  readonly proof?: string;
};

/** The recovery box of a locked phone, with what the server needs to see whose it is. */
export async function recoveryOf({ profile, locked }: Enrolled): Promise<RecoveryBox> {
  const { recovery, recoveryV, recoveryKeyId } = locked;
  const sealedKey = toBase64(recovery);
  if (recoveryV !== undefined && recoveryKeyId !== undefined) return { v: recoveryV, keyId: recoveryKeyId, sealedKey };
  const database = new PersonDatabase(profile.device);
  try {
    const token = await database.draft.get(fullTokenPlace);
    return { sealedKey, ...(token && { proof: toBase64(token.box) }) };
  } finally {
    database.close();
  }
}

/** The server gave this person a new full token along with their data key; the one they had reads nothing any more. */
export async function renewFullToken(profile: Profile, dataKey: Uint8Array, fullToken: string): Promise<void> {
  const unlocked = openWith(await phoneKeys(), profile, dataKey, fullToken);
  try {
    await keepFullToken(unlocked);
  } finally {
    unlocked.store.database.close();
  }
}

/** Closes an older recovery box again in today's version. @returns the hash the server has yet to be told, or null */
export async function renewRecovery({ profile, dataKey }: Unlocked): Promise<string | null> {
  // Of two tabs the second must find the first one's box: the server could be told of one and the phone keep the other.
  return phoneDatabase.transaction('rw', phoneDatabase.profile, async () => {
    const kept = await phoneDatabase.profile.get(profile.device);
    if (!kept) return null;
    if (kept.recoveryV === boxVersion) return kept.recoveryTold ? null : hashOfBox(kept.recovery);
    const renewed = sealRecovery(profile, dataKey);
    await phoneDatabase.profile.update(profile.device, renewed);
    return hashOfBox(renewed.recovery);
  });
}

/** The server knows the box with this hash now. Another tab may have closed the key again meanwhile: then it does not. */
export async function recoveryTold(device: string, hash: string): Promise<void> {
  await phoneDatabase.transaction('rw', phoneDatabase.profile, async () => {
    const kept = await phoneDatabase.profile.get(device);
    if (kept && hashOfBox(kept.recovery) === hash) await phoneDatabase.profile.update(device, { recoveryTold: true });
  });
}
