import { PersonDatabase } from './database.ts';

/** What is known of a person's unsent records without opening any: states stand in the clear. */

/** Keys of sealed boxes the server has not answered for. Those it has are in the index of `seq`, so no box is read for it. */
export async function unsentIds(boxes: PersonDatabase['captured'] | PersonDatabase['answer']): Promise<string[]> {
  const [all, answered] = await Promise.all([
    boxes.toCollection().primaryKeys(),
    boxes.where('seq').aboveOrEqual(0).primaryKeys(),
  ]);
  const gone = new Set(answered);
  return all.filter((id) => !gone.has(id));
}

const inState = ({ outbox }: PersonDatabase, state: 'new' | 'acknowledged') =>
  outbox.where('[state+seq]').between([state, 0], [state, Number.POSITIVE_INFINITY]);

/** How many sealed entries are unsent. What lies in the outbox too, as what goes first does, is counted there. */
export async function unsentCaptured(database: PersonDatabase): Promise<number> {
  const ids = await unsentIds(database.captured);
  if (ids.length === 0) return 0;
  const pending = await Promise.all([inState(database, 'new').toArray(), inState(database, 'acknowledged').toArray()]);
  const there = new Set(pending.flat().map(({ id }) => id));
  return ids.filter((id) => !there.has(id)).length;
}

/** How many answers are unsent, those that wait until their session is over among them. */
export async function unsentAnswers({ answer, held }: PersonDatabase): Promise<number> {
  const [due, waiting] = await Promise.all([unsentIds(answer), held.where('as').equals('month').count()]);
  return due.length + waiting;
}

/** How many of a person's records are unsent on this phone, answers included. */
export async function onThisPhone(device: string): Promise<number> {
  return onDatabase(device, async (database) => {
    const counts = [inState(database, 'new').count(), unsentCaptured(database), unsentAnswers(database)];
    return (await Promise.all(counts)).reduce((sum, n) => sum + n, 0);
  });
}

/** Opens the database of somebody who may be locked, for one piece of work. */
export async function onDatabase<T>(device: string, work: (database: PersonDatabase) => Promise<T>): Promise<T> {
  const database = new PersonDatabase(device);
  try {
    return await work(database);
  } finally {
    database.close();
  }
}
