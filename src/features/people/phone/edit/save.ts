import { say } from '#db/person.ts';
import type { Saying } from '#domain/records/say.ts';
import { sayOnce } from '#forms/say-once.ts';
import { keepHere } from '#phone/save.ts';

/** Saves what a part of a person’s form says; a new record once, however often it is pressed. */
export const saveChanges = (words: string, sayings: readonly Saying[]): Promise<string | null> =>
  keepHere(words, () => {
    const [first] = sayings;
    return first?.op === 'create' && first.type === 'guardian' ? sayOnce(first.id, sayings) : say(sayings);
  });
