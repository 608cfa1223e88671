import { PersonDatabase } from './database.ts';

/** How many of a person's records are unsent on this phone, without opening any: states stand in the clear. */
export async function onThisPhone(device: string): Promise<number> {
  const database = new PersonDatabase(device);
  try {
    const captured = await database.captured.count();
    return (
      captured +
      (await database.outbox.where('[state+seq]').between(['new', 0], ['new', Number.POSITIVE_INFINITY]).count())
    );
  } finally {
    database.close();
  }
}
