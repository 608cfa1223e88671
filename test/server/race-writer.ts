import { setTimeout as wait } from 'node:timers/promises';
import { uuidv7 } from 'uuidv7';
import type { Ledger } from '#server/ledger.ts';
import { receiveEntries } from '#server/receive.ts';
import { ledgerOn, writing } from '#server/sql-ledger.ts';
import { openStore, type Store } from '#server/store.ts';

/** One of several server processes on one database: `race-writer.ts <folder> <pushes> inside|outside`. */

const [folder = '', pushes = '0', where = 'inside'] = process.argv.slice(2);

/** The mistake the head row prevents: a number taken in a transaction of its own, before the one that uses it. */
function careless(store: Store): Ledger {
  return {
    ...ledgerOn(store, Date.now),
    write: async (work) => {
      const taken = await store.write((db) => writing(db, store.programme, Date.now).take(1));
      await wait(Math.random() * 6);
      return store.write((db) => work({ ...writing(db, store.programme, Date.now), take: async () => taken }));
    },
  };
}

const store = await openStore(folder);
const ledger = where === 'outside' ? careless(store) : ledgerOn(store, Date.now);
const rights = [{ role: 'worker', partner: 'a' }] as const;
for (let push = 0; push < Number(pushes); push += 1) {
  const person = {
    op: 'create',
    type: 'person',
    id: uuidv7(),
    scope: 'partner/a',
    body: { knownAs: 'K', leaf: 1, colour: 1 },
  };
  const entry = {
    id: uuidv7(),
    by: 'member-1',
    device: 'device-1',
    clock: Date.now(),
    at: new Date().toISOString(),
    schema: 1,
    writes: [person],
  };
  const [result] = await receiveEntries(
    ledger,
    { member: 'member-1', device: 'device-1', rights },
    [entry],
    Date.now(),
  );
  if (result?.result !== 'ok') throw new Error('not accepted');
}
await store.close();
