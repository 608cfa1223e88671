import type { Dexie } from 'dexie';

/**
 * Some phones close the database behind the app's back while it is in the background, and every call on the old handle then
 * fails for ever. A transaction that failed so is repeated on a new handle; it never half happened.
 */

const closed = new Set(['DatabaseClosedError', 'UnknownError', 'InvalidStateError']);
const waitsMs = [150, 1000];

/** The database failed on every new handle too. Nothing of the transaction is on the disk. */
export class CannotSave extends Error {
  override readonly name = 'CannotSave';
}

const nameOf = (fault: unknown): string => (fault instanceof Error ? fault.name : '');

/** @param work a whole transaction: it may be run up to three times. Throws `CannotSave` after the last. */
export async function withReopening<T>(database: Dexie, work: () => Promise<T>): Promise<T> {
  for (const waitMs of waitsMs) {
    try {
      return await work();
    } catch (fault) {
      if (!closed.has(nameOf(fault))) throw fault;
      database.close({ disableAutoOpen: false });
      await new Promise((resolve) => setTimeout(resolve, waitMs));
      await database.open();
    }
  }
  try {
    return await work();
  } catch (fault) {
    throw closed.has(nameOf(fault)) ? new CannotSave('Cannot save on this phone', { cause: fault }) : fault;
  }
}
