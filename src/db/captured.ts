import type { Table } from 'dexie';
import { toInstant } from '#domain/time.ts';
import type { AnswerBox, CapturedBox } from './database.ts';
import { onDatabase, unsentIds } from './locked.ts';

/** Sealed entries and answers on their way: what is to be posted next, and for how long each stays. None is opened for it. */

/** Which of them: each lies in a table of its own, and goes by a door of its own. */
export type SealedTable = 'captured' | 'answer';

/** Ids of what is to be sent: what goes first before all else, then in the order it was saved. */
export async function unsentOf(device: string): Promise<string[]> {
  return onDatabase(device, async (database) => {
    const ids = await unsentIds(database.captured);
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

/** The answers that are to be sent, in the order of random ids: what was said together does not stand together. */
export const unsentAnswersOf = (device: string): Promise<string[]> =>
  onDatabase(device, ({ answer }) => unsentIds(answer));

/** Those of them that are there. */
export const answersOf = (device: string, ids: readonly string[]): Promise<AnswerBox[]> =>
  onDatabase(device, async ({ answer }) => (await answer.bulkGet([...ids])).filter((box) => box !== undefined));

/** Whether anything stays for the day the server's backups hold it. */
export const keepsAnswered = (device: string, of: SealedTable): Promise<boolean> =>
  onDatabase(device, async (database) => (await database[of].where('seq').aboveOrEqual(0).count()) > 0);

/** What the server says of its life with every answer. */
type Life = {
  readonly epoch: string;
  /** The server's clock, epoch ms. */
  readonly now: number;
  readonly head: number;
  readonly backedUpSeq: number;
};

/** What is kept beside a box, of either kind. */
type Kept = Pick<CapturedBox, 'seq' | 'epoch' | 'answeredAt'>;

/** Without a reported backup, what was answered for is kept so long, by the server's clock. */
const keptMs = 90 * 86_400_000;

/**
 * Takes in an answer. What it answers for stays, with the head of the answer, until the server's backups have passed that: a server
 * that is restored may have lost it. What was answered for in another epoch is unsent again.
 */
export async function takeAnswered(device: string, of: SealedTable, ids: readonly string[], life: Life): Promise<void> {
  const { epoch, head: seq, backedUpSeq, now } = life;
  const answeredAt = toInstant(now);
  await onDatabase(device, async (database) => {
    const boxes: Table<Kept, string> = database[of];
    await database.transaction('rw', boxes, async () => {
      for (const id of ids) await boxes.update(id, { seq, epoch, answeredAt });
      await boxes
        .where('epoch')
        .notEqual(epoch)
        .modify((box) => {
          delete box.seq;
          delete box.epoch;
          delete box.answeredAt;
        });
      await boxes.where('seq').belowOrEqual(backedUpSeq).delete();
      await boxes
        .where('answeredAt')
        .below(toInstant(now - keptMs))
        .delete();
    });
  });
}
