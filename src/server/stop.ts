import { setTimeout as wait } from 'node:timers/promises';
import type { ServerType } from '@hono/node-server';

/** Ending a server so that nothing that was asked is lost, and nobody waits for one who has stopped speaking. */

/** What was sent a moment ago still lies in connections that look idle: they are read before these are closed. */
const readMs = 300;
/** How long requests in hand may take. A body that stands still will not be finished by waiting for it. */
const inHandMs = 5000;

/** @param close writes down what is only in memory and closes the database */
export function closing(close: () => Promise<void>) {
  let stopping = false;
  return {
    /** From now on every answer says that its connection ends with it. */
    isStopping: () => stopping,
    async stop(listening: ServerType): Promise<void> {
      stopping = true;
      await wait(readMs);
      const ended = new Promise<void>((resolve) => listening.close(() => resolve()));
      await Promise.race([ended, wait(inHandMs)]);
      // Whoever is left breaks off; what they had sent whole has been answered.
      if ('closeAllConnections' in listening) listening.closeAllConnections();
      await close();
    },
  };
}
