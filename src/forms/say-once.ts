import { sayIfAny } from '#db/person.ts';
import { shownById } from '#db/shown.ts';
import type { StoreTx } from '#db/store.ts';
import type { Saying } from '#domain/records/say.ts';

/**
 * Makes the record a form has the id of. Where it is there already nothing is said: an earlier press was saved after all, in
 * the moment the app was killed or once the disk had room again.
 */
export const sayOnce = (id: string, say: readonly Saying[] | ((tx: StoreTx) => Promise<readonly Saying[]>)) =>
  sayIfAny(async (tx) => {
    const [there] = await shownById(tx, [id]);
    if (there) return [];
    return typeof say === 'function' ? say(tx) : say;
  });
