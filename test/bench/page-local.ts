import { uuidv7 } from 'uuidv7';
import { PersonDatabase } from '#db/database.ts';
import { type DexieStore, openStore } from '#db/dexie-store.ts';
import { setOpenPerson } from '#db/person.ts';
import type { Profile } from '#db/profile.ts';
import { type ShownOf, shownOf } from '#db/shown.ts';
import type { Held } from '#db/store.ts';
import { openVault } from '#db/vault.ts';
import { nameOf } from '#domain/people/person.ts';
import { findNames, folded, indexNames } from '#domain/people/search.ts';
import type { Body, Entry } from '#domain/records/entry.ts';
import { keyOf } from '#domain/records/row.ts';
import { mark as markAs } from '#features/register/actions.ts';
import { badge } from './people.ts';
import { committed, done, drop, inTurn, makeStores, openRaw, type Pair, strictly } from './raw.ts';

/** What needs no server: saving, listing, finding a name. */

const scope = 'partner/bench';
const key = () => crypto.getRandomValues(new Uint8Array(32));

export function openBenchStore(device: string): DexieStore {
  return openStore(new PersonDatabase(device), openVault(key(), key()));
}

const held = (type: string, id: string, body: Body): Held => ({
  id,
  type,
  scope,
  body,
  stamps: {},
  by: 'bench-member',
  device: 'bench-device',
  at: '2026-11-22T10:00:00.000Z',
  seq: 1,
  epoch: 'bench',
});

const session = (id: string): ShownOf<'session'> => ({
  ...held('session', id, {}),
  type: 'session',
  body: { site: 'bench-site', day: '2026-11-22', status: { is: 'running', reopened: 0 } },
  standing: 'confirmed',
});

export const profile: Profile = {
  device: 'bench-device',
  member: 'bench-member',
  name: 'Bench',
  programme: 'bench-programme',
  programmeName: 'Bench',
  sendToken: '',
  serverKey: '',
  secretKind: 'pin',
};

const marked = 30;
const taps = 50;
const mark = (of: string) => ({
  session: of,
  person: uuidv7(),
  day: '2026-11-22',
  state: 'here',
  level: 'joined_in',
  at: '2026-11-22T10:00:00.000Z',
  replaces: [],
});

/**
 * Sessions with thirty people here already and fifty more arriving without signal; then the phone syncs, and the next session.
 * The floor puts the same bytes raw, in one strict transaction: the record, and the row that waits to be sent.
 */
export async function saves(sessions: number): Promise<Pair> {
  const store = openBenchStore('bench-saves');
  const raw = await openRaw('raw-saves', makeStores);
  setOpenPerson({ profile, store, fullToken: '', dataKey: key() });
  let entry = await markAs({ session: session('bench-warm-up') }, uuidv7(), 'here');
  await rawSave(raw, entry);
  const all: Pair = { ours: [], floor: [] };
  for (let at = 0; at < sessions; at += 1) {
    const here = session(`bench-session-${at}`);
    const rows = Array.from({ length: marked }, () => held('mark', uuidv7(), mark(here.id)));
    await forgetSent(store, raw, rows);
    const save = async () => {
      entry = await markAs({ session: here }, uuidv7(), 'here');
    };
    const { ours, floor } = await inTurn(taps, save, () => rawSave(raw, entry));
    all.ours.push(...ours);
    all.floor.push(...floor);
  }
  setOpenPerson(null);
  await store.database.delete();
  await drop(raw);
  return all;
}

/** Between sessions: what was saved has been confirmed and is gone, and the next session's marks are there. */
async function forgetSent(store: DexieStore, raw: IDBDatabase, rows: readonly Held[]): Promise<void> {
  await store.write('take', async (tx) => {
    await tx.removeItems((await tx.pending()).map((item) => item.key));
    await tx.putRows(rows);
  });
  const tx = strictly(raw, ['row', 'outbox']);
  tx.objectStore('outbox').clear();
  for (const row of rows) tx.objectStore('row').put({ ...row, key: keyOf(row.type, row.body) });
  await committed(tx);
}

async function rawSave(raw: IDBDatabase, entry: Entry): Promise<void> {
  const box = new TextEncoder().encode(JSON.stringify(entry));
  const [id, scope] = [uuidv7(), entry.writes[0]?.scope ?? ''];
  const tx = strictly(raw, ['row', 'outbox']);
  const end = committed(tx);
  tx.objectStore('row').put({ id, type: 'mark', scope, key: '', seq: 0, epoch: '', box });
  tx.objectStore('outbox').add({ id, state: 'new', seq: 0, clock: 0, epoch: '', confirmedAt: '', missing: false, box });
  await end;
}

/** A list of five thousand people beside as many marks: opened once, then read again and again. */
export async function lists(people: number, times: number): Promise<Pair & { first: number }> {
  const store = openBenchStore('bench-lists');
  const badges = Array.from({ length: people }, (_, at) => held('person', uuidv7(), badge(at)));
  const marks = Array.from({ length: people }, (_, at) => held('mark', uuidv7(), mark(`bench-session-${at % 100}`)));
  await store.write('take', (tx) => tx.putRows([...badges, ...marks]));
  const raw = await openRaw(store.database.name);
  const range = IDBKeyRange.bound(['person', ''], ['person', '\uffff']);
  const list = () => store.read((tx) => shownOf(tx, 'person'));
  const started = performance.now();
  if ((await list()).length !== people) throw new Error('not everybody is on the list');
  const first = performance.now() - started;
  const pair = await inTurn(times, list, () =>
    done(raw.transaction('row').objectStore('row').index('[type+key]').getAll(range)),
  );
  raw.close();
  await store.database.delete();
  return { ...pair, first };
}

const typed = ['a', 'mo', 'ami', 'kacp', 'simra', 'gurleen', 'amira k', 'zozef'];

/** Each letter of a search against `includes` over the same folded names. One measurement is all eight searches. */
export async function finds(people: number, times: number): Promise<Pair> {
  const everybody = Array.from({ length: people }, (_, at) => badge(at));
  const index = indexNames(everybody, nameOf);
  const names = everybody.map((each) => folded(nameOf(each)));
  let found = 0;
  const ours = () => {
    for (const each of typed) found += findNames(index, each).length;
  };
  const floor = () => {
    for (const each of typed) found += names.filter((name) => name.includes(each)).length;
  };
  for (let at = 0; at < 20; at += 1) {
    ours();
    floor();
  }
  const pair = await inTurn(times, ours, floor);
  if (found === 0) throw new Error('nobody was found');
  return pair;
}
