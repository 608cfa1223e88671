import { phoneKeys } from './keys.ts';
import { phoneDatabase } from './phone.ts';
import { fromBase64, lockedVault, type Profile, profilePlace, profileScope } from './profile.ts';

/**
 * The server closes to another key from now on: so does this person's phone, from its next start. Boxes closed before open still, since
 * a server keeps every key it ever had.
 */
export async function takeServerKey(device: string, serverKey: string): Promise<void> {
  if (fromBase64(serverKey).length !== 32) return;
  const vault = lockedVault(await phoneKeys());
  // What stands there by now: the kind of PIN may have changed since this phone was opened.
  await phoneDatabase.transaction('rw', phoneDatabase.profile, async () => {
    const kept = await phoneDatabase.profile.get(device);
    if (!kept) return;
    const profile = vault.open(profileScope, profilePlace(device), kept.box) as Profile; // closed by enrolPerson
    const box = vault.seal(profileScope, profilePlace(device), { ...profile, serverKey });
    await phoneDatabase.profile.update(device, { box });
  });
}
