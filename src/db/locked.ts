import { type CapturedBox, PersonDatabase } from './database.ts';

/** How many of a person's records are unsent on this phone, without opening any: states stand in the clear. */
export async function onThisPhone(device: string): Promise<number> {
  return onDatabase(device, async ({ captured, outbox }) => {
    const unsent = await outbox.where('[state+seq]').between(['new', 0], ['new', Number.POSITIVE_INFINITY]).count();
    return unsent + (await captured.count());
  });
}

/** The sealed entries of a person after an id, oldest first, as they go to the server. */
export async function capturedAfter(device: string, id: string, most: number): Promise<CapturedBox[]> {
  return onDatabase(device, (database) => database.captured.where('id').above(id).limit(most).toArray());
}

/** Takes off the phone what the server has opened and answered for. */
export async function dropCaptured(device: string, ids: readonly string[]): Promise<void> {
  await onDatabase(device, (database) => database.captured.bulkDelete([...ids]));
}

async function onDatabase<T>(device: string, work: (database: PersonDatabase) => Promise<T>): Promise<T> {
  const database = new PersonDatabase(device);
  try {
    return await work(database);
  } finally {
    database.close();
  }
}
