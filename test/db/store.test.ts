import 'fake-indexeddb/auto';
import { uuidv7 } from 'uuidv7';
import { beforeEach, describe, expect, test } from 'vitest';
import { PersonDatabase } from '#db/database.ts';
import { type DexieStore, openStore } from '#db/dexie-store.ts';
import { save } from '#db/save.ts';
import { shownOf } from '#db/shown.ts';
import { openVault } from '#db/vault.ts';
import { create, fact } from '#domain/records/say.ts';

/** The phone's store on an IndexedDB in memory; what only a real browser can show is walked in e2e. */

const phoneKey = new Uint8Array(32).fill(1);
const dataKey = new Uint8Array(32).fill(2);
const scope = 'partner/partner-one';
const session = 'session-one';

let store: DexieStore;
const saver = () => ({
  store,
  member: 'member-one',
  device: 'device-one',
  now: () => Date.parse('2026-11-22T16:00:00.000Z'),
  newId: uuidv7,
});
const mark = (person: string) =>
  fact('mark', uuidv7(), scope, {
    session,
    person,
    day: '2026-11-22',
    state: 'here',
    level: 'joined_in',
    at: '2026-11-22T16:00:00.000Z',
    replaces: [],
  });

beforeEach(async () => {
  store = openStore(new PersonDatabase(uuidv7()), openVault(phoneKey, dataKey));
  await store.database.open();
});

describe('a save', () => {
  test('is in the outbox and shown at once, and its clock rises', async () => {
    const one = await save(saver(), [mark('person-one')]);
    const two = await save(saver(), [mark('person-two')]);
    expect(two.clock).toBeGreaterThan(one.clock);
    const shown = await store.read((tx) => shownOf(tx, 'mark', session));
    expect(shown.map(({ body, standing }) => [body.person, standing])).toEqual([
      ['person-one', 'on this phone'],
      ['person-two', 'on this phone'],
    ]);
  });

  test('is all or nothing: where the second half fails, neither the clock nor an entry is kept', async () => {
    await save(saver(), [mark('person-one')]);
    const clock = (await store.read((tx) => tx.meta())).clock;
    const failing = store.write('save', async (tx) => {
      await tx.putMeta({ ...(await tx.meta()), clock: clock + 1000 });
      await tx.rows(['nothing']);
      throw new Error('the disk failed');
    });
    await expect(failing).rejects.toThrow('the disk failed');
    expect((await store.read((tx) => tx.meta())).clock).toBe(clock);
    expect(await store.read((tx) => tx.pending())).toHaveLength(1);
  });

  test('of something malformed is refused and leaves nothing behind', async () => {
    const fraction = fact('tally', uuidv7(), scope, {
      session,
      day: '2026-11-22',
      ageBand: '10-12',
      n: 0.5,
      at: '2026-11-22T16:00:00.000Z',
    });
    await expect(save(saver(), [mark('person-one'), fraction])).rejects.toThrow('not a whole number');
    expect(await store.read((tx) => tx.pending())).toHaveLength(0);
  });

  test('twenty at once each get a clock of their own', async () => {
    const entries = await Promise.all(
      Array.from({ length: 20 }, (_, at) => save(saver(), [mark(`person-${at}-of-many`)])),
    );
    expect(new Set(entries.map(({ clock }) => clock)).size).toBe(20);
  });
});

describe('what lies on the disk', () => {
  test('holds no name in any table, and only ids, types, scopes, sessions and days in the clear', async () => {
    const person = create('person', uuidv7(), scope, { knownAs: 'Zyxandrabel', leaf: 1, colour: 1, status: 'active' });
    await save(saver(), [person]);
    await store.write('take', (tx) =>
      tx.putRows([{ ...person, stamps: {}, by: 'member-one', device: 'device-one', at: '', seq: 1, epoch: 'e' }]),
    );
    const everything = await Promise.all(store.database.tables.map((table) => table.toArray()));
    const bytes = Buffer.concat(
      everything
        .flat()
        .map((row) =>
          Buffer.from(
            JSON.stringify(row, (_, value) =>
              value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
            ),
          ),
        ),
    );
    expect(bytes.includes('Zyxandrabel')).toBe(false);
    const [row] = await store.database.row.toArray();
    expect(Object.keys(row ?? {}).sort()).toEqual(['box', 'epoch', 'id', 'key', 'scope', 'seq', 'type']);
  });

  test('a box moved to another row does not open', async () => {
    const rows = ['person-aaaa', 'person-bbbb'].map((id) => ({
      id,
      type: 'person',
      scope,
      body: { knownAs: id, leaf: 1, colour: 1 },
      stamps: {},
      by: 'm',
      device: 'd',
      at: '',
      seq: 1,
      epoch: 'e',
    }));
    await store.write('take', (tx) => tx.putRows(rows));
    const [first, second] = await store.database.row.toArray();
    if (!first || !second) throw new Error('two rows were put');
    await store.database.row.put({ ...first, box: second.box });
    await expect(store.read((tx) => tx.rows([first.id]))).rejects.toThrow();
  });

  test('a locked vault opens the programme scope and nothing else', async () => {
    const locked = openStore(store.database, openVault(phoneKey, null));
    const row = (id: string, type: string, home: string) => ({
      id,
      type,
      scope: home,
      body: { name: 'x' },
      stamps: {},
      by: 'm',
      device: 'd',
      at: '',
      seq: 1,
      epoch: 'e',
    });
    await store.write('take', (tx) =>
      tx.putRows([row('site-aaaa', 'site', 'programme'), row('person-aaaa', 'person', scope)]),
    );
    expect((await locked.read((tx) => tx.rows(['site-aaaa'])))[0]?.body.name).toBe('x');
    await expect(locked.read((tx) => tx.rows(['person-aaaa']))).rejects.toThrow('locked');
  });

  test('an entry’s box is never written again, whatever becomes of the entry', async () => {
    await save(saver(), [mark('person-one')]);
    const [before] = await store.database.outbox.toArray();
    if (!before) throw new Error('one entry was saved');
    const move = (state: 'acknowledged' | 'confirmed') =>
      store.write('take', async (tx) => {
        const pending = await tx.pending();
        await tx.putItems(
          pending.map((item) => ({
            ...item,
            state,
            seq: 7,
            clock: 7,
            epoch: 'e',
            confirmedAt: '2026-11-22T16:00:00.000Z',
          })),
        );
      });
    await move('acknowledged');
    await move('confirmed');
    const [after] = await store.database.outbox.toArray();
    expect(Buffer.from(after?.box ?? []).equals(Buffer.from(before.box))).toBe(true);
    expect(after?.state).toBe('confirmed');
  });
});
