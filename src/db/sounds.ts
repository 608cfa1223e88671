import { hashOfBytes } from '#domain/records/canonical.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import { phoneKeys } from './keys.ts';
import { phoneDatabase } from './phone.ts';
import { fromBase64, lockedVault, toBase64 } from './profile.ts';

/**
 * What wordings are read aloud with, kept under the phone key: it is heard while the phone is in somebody else's hands, and its
 * records are closed. Each by the hash of its bytes.
 */

const vault = async () => lockedVault(await phoneKeys());

/** Keeps a sound, or says false where it is not the one its name says. */
export async function keepSound(sha256: string, bytes: Uint8Array): Promise<boolean> {
  if (hashOfBytes(bytes) !== sha256) return false;
  const box = (await vault()).seal(programmeScope, `sound ${sha256}`, toBase64(bytes));
  await phoneDatabase.sound.put({ id: sha256, box });
  return true;
}

/** Which sounds are here. */
export const soundsKept = async (): Promise<ReadonlySet<string>> =>
  new Set(await phoneDatabase.sound.toCollection().primaryKeys());

/** The bytes of a sound; null where it is not here, or does not open. */
export async function soundOf(sha256: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const kept = await phoneDatabase.sound.get(sha256);
  if (!kept) return null;
  try {
    const bytes = fromBase64((await vault()).open(programmeScope, `sound ${sha256}`, kept.box) as string); // closed by keepSound
    return new Uint8Array(bytes);
  } catch {
    return null; // changed on the disk: it is fetched again
  }
}

/** Lets go of what no wording in use is read with. */
export const dropSounds = (ids: readonly string[]): Promise<void> => phoneDatabase.sound.bulkDelete([...ids]);
