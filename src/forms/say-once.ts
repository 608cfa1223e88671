import { sayIfAny } from '#db/person.ts';
import type { SaveOptions } from '#db/save.ts';
import { shownById } from '#db/shown.ts';
import type { StoreTx } from '#db/store.ts';
import type { Saying } from '#domain/records/say.ts';

/** The record was saved at an earlier try, and says something else than the form does by now. */
export class SaidBefore extends Error {
  override readonly name = 'SaidBefore';
}

/** What differs between two tries of one thing without anybody having typed it. */
const mintedAlways = ['at', 'replaces', 'movementTotal', 'seen', 'series'];

/**
 * Makes the record a form has the id of. Where it is there already nothing is said: an earlier press was saved after all, in
 * the moment the app was killed or once the disk had room again. Throws `SaidBefore` where what was typed changed since: that
 * must not be taken for saved.
 * @param minted fields that a try makes anew, as the moment something begins
 * @param options of the save
 */
export const sayOnce = (
  id: string,
  say: readonly Saying[] | ((tx: StoreTx) => Promise<readonly Saying[]>),
  minted: readonly string[] = [],
  options?: SaveOptions,
) =>
  sayIfAny(async (tx) => {
    const sayings = typeof say === 'function' ? await say(tx) : say;
    const [there] = await shownById(tx, [id]);
    if (!there) return sayings;
    const rows = await shownById(
      tx,
      sayings.map((saying) => saying.id),
    );
    const wordsOf = (body: Saying['body']) =>
      JSON.stringify(
        Object.entries(body)
          .filter(([field, value]) => value != null && ![...mintedAlways, ...minted].includes(field))
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      );
    // What is said beside a new record, as somebody's mark beside their badge, went with it.
    const own = sayings[0]?.op === 'create' ? [0] : sayings.keys();
    for (const at of own) {
      const [row, saying] = [rows[at], sayings[at]];
      if (!row || (saying && wordsOf(row.body) !== wordsOf(saying.body))) throw new SaidBefore();
    }
    return [];
  }, options);
