import {
  refusesAny,
  type Sitting,
  type SittingSoFar,
  sittingSaid,
  wordingIn,
} from '#domain/people/consents/sitting.ts';
import { toInstant } from '#domain/time.ts';
import { sayOnce } from '#forms/say-once.ts';
import { keepHere } from '#phone/save.ts';

/** Answers that a worker types on their own phone: heard on a call with two workers, or copied from a signed paper. */

/** How such a sitting begins: nothing is answered. */
export const toldFrom = ({ giver, way, language }: Sitting, nowMs: number): SittingSoFar => ({
  ...{ page: 'check', language: language ?? 'en', style: 'plain', answers: {}, says: {}, way: null, strokes: null },
  ...{ fullName: giver.name, relationship: giver.relationship ?? null, responsibility: giver.responsibility ?? null },
  ...{ right: true, heard: way === 'call' ? 'worker' : 'none', recording: null, shownAt: toInstant(nowMs) },
});

/** Saves them as one entry; a no goes before all else. Null once it is on the disk, else why not. */
export async function saveTold(sitting: Sitting, told: SittingSoFar | null): Promise<string | null> {
  const wording = told && (wordingIn(sitting, told.language, told.style) ?? sitting.wordings[0]);
  if (!told || !wording) return 'There is no wording to answer.';
  const said = sittingSaid(sitting, told, wording, Date.now());
  return keepHere('Consent', () =>
    sayOnce(said[0]?.id ?? '', said, ['decidedAt', 'shownAt', 'signingHash'], { first: refusesAny(told) }),
  );
}
