import { leavesAs } from '#domain/voice/feedback/group.ts';
import { onDatabase } from './locked.ts';

/** What waits of answers, let go. Apart from how they are closed: each start of the app looks here, and none needs a cipher for it. */

/** No session is planned to end so much later than it is answered: a time beyond that was set by a clock that was wrong then. */
const farMs = 2 * 86_400_000;

/** Lets go of what is due: it joins what is to be sent, as it may be kept. */
export const releaseHeld = (device: string, nowMs: number): Promise<void> =>
  onDatabase(device, (database) =>
    database.transaction('rw', [database.held, database.heldGroup, database.answer], async () => {
      const groups = database.heldGroup
        .where('dueAt')
        .belowOrEqual(nowMs)
        .or('dueAt')
        .above(nowMs + farMs);
      for (const { key, n, beside } of await groups.toArray()) {
        const leaving = await database.held
          .where('[group+as]')
          .equals([key, leavesAs({ n, beside })])
          .toArray();
        await database.answer.bulkPut(leaving.map(({ t, v, keyId, box }) => ({ t, v, keyId, box })));
        await database.held.where('group').equals(key).delete();
        await database.heldGroup.delete(key);
      }
    }),
  );
