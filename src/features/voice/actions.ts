import { newId, sayIfAny } from '#db/person.ts';
import { shownOf } from '#db/shown.ts';
import type { Entry } from '#domain/records/entry.ts';
import { toInstant } from '#domain/time.ts';
import * as acts from '#domain/voice/acts.ts';
import { standingWishes, toWish } from '#domain/voice/wishes.ts';

/** Takes back the wishes of a save; null where somebody did so before. */
export const takeWishBack = ({ session }: acts.Asking, entry: Entry): Promise<Entry | null> =>
  sayIfAny(async (tx) => {
    const meant = new Set(entry.writes.map(({ id }) => id));
    const stands = standingWishes((await shownOf(tx, 'wish', session)).map(toWish));
    return stands
      .filter(({ id }) => meant.has(id))
      .map((each) => acts.takeWishBack(each, newId(), toInstant(Date.now())));
  });
