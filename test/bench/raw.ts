/** IndexedDB with nothing around it: the floor under every row of the table. */

export const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

export const committed = (tx: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    tx.oncomplete = () => resolve();
    tx.onabort = () => reject(tx.error);
  });

/** Opens a database as it stands, or makes it. */
export function openRaw(name: string, make?: (database: IDBDatabase) => void): Promise<IDBDatabase> {
  const request = indexedDB.open(name);
  request.onupgradeneeded = () => make?.(request.result);
  return done(request);
}

/** The app's three busiest stores, with plain records in them instead of boxes. */
export function makeStores(database: IDBDatabase): void {
  database.createObjectStore('row', { keyPath: 'id' }).createIndex('[type+key]', ['type', 'key']);
  const outbox = database.createObjectStore('outbox', { keyPath: 'key', autoIncrement: true });
  outbox.createIndex('[state+seq]', ['state', 'seq']);
  database.createObjectStore('meta', { keyPath: 'name' });
}

export const strictly = (database: IDBDatabase, stores: readonly string[]): IDBTransaction =>
  database.transaction([...stores], 'readwrite', { durability: 'strict' });

export async function drop(database: IDBDatabase): Promise<void> {
  database.close();
  await done(indexedDB.deleteDatabase(database.name));
}

/** Two things in turn, each first as often as the other, so that what disturbs one disturbs both. Times in ms. */
export async function inTurn(
  times: number,
  ours: () => Promise<unknown> | unknown,
  floor: () => Promise<unknown> | unknown,
): Promise<Pair> {
  const pair: Pair = { ours: [], floor: [] };
  const timed = async (work: () => Promise<unknown> | unknown, into: number[]) => {
    const started = performance.now();
    await work();
    into.push(performance.now() - started);
  };
  for (let at = 0; at < times; at += 1) {
    if (at % 2 === 0) await timed(ours, pair.ours);
    await timed(floor, pair.floor);
    if (at % 2 === 1) await timed(ours, pair.ours);
  }
  return pair;
}

/** What was measured, ms, in the order it was. */
export type Pair = { readonly ours: number[]; readonly floor: number[] };
