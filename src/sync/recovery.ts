import type { Unlocked } from '#db/profile.ts';
import { recoveryTold, renewRecovery } from '#db/recovery.ts';
import { post } from './http.ts';

/**
 * Tells the server which recovery box is this person's on this phone, after closing an older one again. From then on the
 * server opens no other for this phone. @returns false where it has to be said again later
 */
export async function tellRecovery(person: Unlocked): Promise<boolean> {
  const hash = await renewRecovery(person);
  if (hash === null) return true;
  const reply = await post('/api/recovery-box', person.fullToken, { hash });
  if (reply.type !== 'answer') return false;
  await recoveryTold(person.profile.device, hash);
  return true;
}
