import { openPerson } from '#db/person.ts';

/** What was written down a moment ago and has not reached the server, which a link is made by. */

const lookMs = 300;
/** So long a round takes where there is signal. */
const longestMs = 30_000;

async function isOnTheWay(ids: ReadonlySet<string>): Promise<boolean> {
  const saved = await openPerson().store.read((tx) => tx.pending());
  return saved.some(({ state, entry }) => state === 'new' && entry.writes.some(({ id }) => ids.has(id)));
}

/** Waits until what was said of these records has been sent: false where it has not been by then. */
export async function untilSent(ids: readonly string[]): Promise<boolean> {
  const named = new Set(ids);
  for (const until = Date.now() + longestMs; await isOnTheWay(named); ) {
    if (Date.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, lookMs));
  }
  return true;
}
