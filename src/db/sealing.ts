import type { Entry } from '#domain/records/entry.ts';
import { boxVersion, keyIdOf, open, seal } from '#domain/records/sealed.ts';
import { type AnswerGiven, packAnswer } from '#domain/records/shapes/answers.ts';
import type { AnswerBox, CapturedBox, OwnBox } from './database.ts';
import { randomBytes } from './keys.ts';
import { fromBase64, type Profile } from './profile.ts';

/** Closing an entry where there is no data key to close it under: to the server, and to the key pair of its own author. */

const encoder = new TextEncoder();
const decoder = new TextDecoder();

const boundAs = (purpose: 'entry' | 'own', { programme, device }: Profile, id: string) =>
  ({ purpose, programme, device, id }) as const;

function close(purpose: 'entry' | 'own', to: Uint8Array, profile: Profile, entry: Entry): OwnBox {
  const box = seal(encoder.encode(JSON.stringify(entry)), to, randomBytes(56), boundAs(purpose, profile, entry.id));
  return { id: entry.id, v: boxVersion, keyId: keyIdOf(to), box };
}

/** For the server alone. @param first it takes back or refuses something: it is sent before all else */
export const closeToServer = (profile: Profile, entry: Entry, first = false): CapturedBox => ({
  ...close('entry', fromBase64(profile.serverKey), profile, entry),
  ...(first && { first: 1 as const }),
});

/** For the author alone, once they have unlocked. @param ownKey the public half of their pair */
export const closeToOwn = (profile: Profile, entry: Entry, ownKey: Uint8Array): OwnBox =>
  close('own', ownKey, profile, entry);

/** Throws where the box is not this author's, or was closed as another entry. @param secret the other half of their pair */
export const openOwn = (profile: Profile, { id, box }: OwnBox, secret: Uint8Array): Entry =>
  JSON.parse(decoder.decode(open(box, secret, boundAs('own', profile, id)))) as Entry; // closed by closeToOwn

/**
 * Answers for the server alone, all of one size. Each is bound to its own random `t` and to no phone: what is bound to one says whose
 * it is to whoever can open it.
 */
export function closeAnswers({ programme, serverKey }: Profile, answers: readonly AnswerGiven[]): AnswerBox[] {
  const to = fromBase64(serverKey);
  return answers.map((answer) => {
    const t = crypto.randomUUID();
    const box = seal(packAnswer(answer), to, randomBytes(56), { purpose: 'answer', programme, device: '', id: t });
    return { t, v: boxVersion, keyId: keyIdOf(to), box };
  });
}
