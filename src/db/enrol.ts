import { wrapDataKey } from './choose-pin.ts';
import { phoneKeys, randomBytes } from './keys.ts';
import { phoneDatabase } from './phone.ts';
import {
  keepFullToken,
  lockedVault,
  openWith,
  type Profile,
  profilePlace,
  profileScope,
  type Unlocked,
} from './profile.ts';
import { sealRecovery } from './recovery.ts';

/** Enrols a person: a new data key, wrapped under their secret and this phone, and closed to the server for recovery. */
export async function enrolPerson(profile: Profile, fullToken: string, secret: string): Promise<Unlocked> {
  const keys = await phoneKeys();
  const dataKey = randomBytes(32);
  const wrapping = await wrapDataKey(keys.device, dataKey, secret);
  const unlocked = openWith(keys, profile, dataKey, fullToken);
  await keepFullToken(unlocked);
  await phoneDatabase.profile.put({
    id: profile.device,
    box: lockedVault(keys).seal(profileScope, profilePlace(profile.device), profile),
    wrapping,
    ...sealRecovery(profile, dataKey),
    wrongPins: 0,
    notBefore: 0,
  });
  return unlocked;
}
