import { setTimeout as wait } from 'node:timers/promises';
import type { ServerType } from '@hono/node-server';

/** Ending a server so that nothing that was asked is lost, and nobody waits for one who has stopped speaking. */

/** What was sent a moment ago still lies in connections that look idle: they are closed once nothing was read for so long. */
const quietMs = 300;
/**
 * How long it may take until nothing more is read, and then until requests in hand are answered. A body that stands still will
 * not be finished by waiting for it, and containers are killed after ten seconds: both, and the closing, have room in them.
 */
const inHandMs = 3000;

/** @param close writes down what is only in memory and closes the database */
export function closing(close: () => Promise<void>) {
  let stopping = false;
  let lastRead = 0;
  return {
    /** From now on every answer says that its connection ends with it. Asked for each request as it is read. */
    isStopping: () => {
      lastRead = Date.now();
      return stopping;
    },
    async stop(listening: ServerType): Promise<void> {
      stopping = true;
      const began = Date.now();
      do await wait(quietMs);
      while (Date.now() - lastRead < quietMs && Date.now() - began < inHandMs);
      const ended = new Promise<void>((resolve) => listening.close(() => resolve()));
      await Promise.race([ended, wait(inHandMs)]);
      // Whoever is left breaks off; what they had sent whole has been answered.
      if ('closeAllConnections' in listening) listening.closeAllConnections();
      await close();
    },
  };
}
