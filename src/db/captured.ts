import { toInstant } from '#domain/time.ts';
import type { CapturedBox } from './database.ts';
import { onDatabase, unsentIds } from './locked.ts';

/** Sealed entries on their way: what is to be posted next, and for how long each stays. None is opened for it. */

/** Ids of what is to be sent: what goes first before all else, then in the order it was saved. */
export async function unsentOf(device: string): Promise<string[]> {
  return onDatabase(device, async (database) => {
    const ids = await unsentIds(database);
    const first = new Set(await database.captured.where('first').equals(1).primaryKeys());
    return [...ids.filter((id) => first.has(id)), ...ids.filter((id) => !first.has(id))];
  });
}

/** Those of them that are there, in the order asked for. */
export async function capturedOf(device: string, ids: readonly string[]): Promise<CapturedBox[]> {
  return onDatabase(device, async ({ captured }) =>
    (await captured.bulkGet([...ids])).filter((box) => box !== undefined),
  );
}

/** Whether anything stays for the day the server's backups hold it. */
export const keepsAnswered = (device: string): Promise<boolean> =>
  onDatabase(device, async ({ captured }) => (await captured.where('seq').aboveOrEqual(0).count()) > 0);

/** What the server says of its life with every answer. */
type Life = {
  readonly epoch: string;
  /** The server's clock, epoch ms. */
  readonly now: number;
  readonly head: number;
  readonly backedUpSeq: number;
};

/** Without a reported backup, what was answered for is kept so long, by the server's clock. */
const keptMs = 90 * 86_400_000;

/**
 * Takes in an answer. What it answers for stays, with the head of the answer, until the server's backups have passed that: a server
 * that is restored may have lost it. What was answered for in another epoch is unsent again.
 */
export async function takeAnswered(device: string, ids: readonly string[], life: Life): Promise<void> {
  const { epoch, head: seq, backedUpSeq, now } = life;
  const answeredAt = toInstant(now);
  await onDatabase(device, ({ captured }) =>
    captured.db.transaction('rw', captured, async () => {
      for (const id of ids) await captured.update(id, { seq, epoch, answeredAt });
      await captured
        .where('epoch')
        .notEqual(epoch)
        .modify((box) => {
          delete box.seq;
          delete box.epoch;
          delete box.answeredAt;
        });
      await captured.where('seq').belowOrEqual(backedUpSeq).delete();
      await captured
        .where('answeredAt')
        .below(toInstant(now - keptMs))
        .delete();
    }),
  );
}
