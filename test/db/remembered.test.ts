import 'fake-indexeddb/auto';
import { uuidv7 } from 'uuidv7';
import { beforeEach, describe, expect, test } from 'vitest';
import { PersonDatabase } from '#db/database.ts';
import { type DexieStore, openStore } from '#db/dexie-store.ts';
import { keptFold } from '#db/kept-fold.ts';
import { save } from '#db/save.ts';
import { shownOf } from '#db/shown.ts';
import type { Held } from '#db/store.ts';
import { openVault } from '#db/vault.ts';
import { fact } from '#domain/records/say.ts';

/** What a phone remembers of its disk is what is there, whoever wrote it. */

const vault = openVault(new Uint8Array(32).fill(1), new Uint8Array(32).fill(2));
const scope = 'partner/partner-one';
const session = 'session-one';

let name: string;
let store: DexieStore;
const tab = () => openStore(new PersonDatabase(name), vault);

const bodyOf = (person: string) => ({
  session,
  person,
  day: '2026-11-22',
  state: 'here' as const,
  level: 'joined_in' as const,
  at: '2026-11-22T16:00:00.000Z',
  replaces: [],
});
const mark = (person: string, at: DexieStore = store) =>
  save({ store: at, member: 'member-one', device: 'device-one', now: Date.now, newId: uuidv7 }, [
    fact('mark', uuidv7(), scope, bodyOf(person)),
  ]);
const row = (id: string, person: string): Held => ({
  ...{ id, type: 'mark', scope, body: bodyOf(person), stamps: {}, by: 'm', device: 'd', at: '', seq: 1, epoch: 'e' },
});
const here = async (at: DexieStore = store) =>
  (await at.read((tx) => shownOf(tx, 'mark', session))).map(({ body }) => body.person).sort();

beforeEach(() => {
  name = uuidv7();
  store = tab();
});

describe('what was read before', () => {
  test('is seen with what another tab has saved, and with what it took in from the server', async () => {
    const other = tab();
    await mark('amira');
    expect(await here()).toEqual(['amira']);
    await mark('ben', other);
    await other.write('take', (tx) => tx.putRows([row('mark-three', 'cara')]));
    expect(await here()).toEqual(['amira', 'ben', 'cara']);
    expect(await here(other)).toEqual(['amira', 'ben', 'cara']);
  });

  test('is seen with what an older app saved, which raises no number', async () => {
    await mark('amira');
    expect(await here()).toEqual(['amira']);
    const other = tab();
    await mark('ben', other);
    const meta = await other.database.meta.get('meta');
    if (!meta) throw new Error('a save keeps its clock');
    await other.database.meta.put({ ...meta, version: (meta.version ?? 0) - 1 });
    expect(await here()).toEqual(['amira', 'ben']);
  });

  test('stays as it is where a transaction fails half-way', async () => {
    await mark('amira');
    await here();
    const failing = store.write('take', async (tx) => {
      await tx.putRows([row('mark-two', 'ben')]);
      await tx.removeItems((await tx.pending()).map(({ key }) => key));
      expect(await tx.pending()).toEqual([]);
      expect(await shownOf(tx, 'mark', session)).toHaveLength(1);
      throw new Error('the disk failed');
    });
    await expect(failing).rejects.toThrow('the disk failed');
    expect(await here()).toEqual(['amira']);
  });

  test('needs no request, and a save that asks for none for long still stands in its transaction', async () => {
    await mark('amira');
    await here();
    const failing = store.write('take', async (tx) => {
      for (let at = 0; at < 300; at += 1) await shownOf(tx, 'mark', session);
      await tx.putRows([row('mark-two', 'ben')]);
      throw new Error('the disk failed');
    });
    await expect(failing).rejects.toThrow('the disk failed');
    expect(await here()).toEqual(['amira']);
  });

  test('is one and the same list until something is said of it', async () => {
    await store.write('take', (tx) => tx.putRows([row('mark-one', 'amira')]));
    const list = () => store.read((tx) => shownOf(tx, 'mark', session));
    const before = await list();
    expect(await list()).toBe(before);
    await mark('ben');
    const after = await list();
    expect(after).not.toBe(before);
    expect(after[0]).toBe(before[0]);
    expect(await list()).toBe(after);
  });
});

test('an entry that is answered for and read back in one transaction is put on the disk once', async () => {
  await mark('amira');
  const puts: string[] = [];
  store.database.outbox.hook('updating', (_changes, _key, { state }) => void puts.push(state));
  await store.write('take', async (tx) => {
    const [item] = await tx.pending('new');
    if (!item) throw new Error('one was saved');
    await tx.putItems([{ ...item, state: 'acknowledged', seq: 4, clock: 4, epoch: 'e' }]);
    const [sent] = await tx.pending('acknowledged');
    if (!sent) throw new Error('it was sent');
    await tx.putItems([{ ...sent, state: 'confirmed', confirmedAt: '2026-11-22T16:00:00.000Z' }]);
    expect(await tx.pending()).toEqual([]);
    expect(await tx.releasable(4, '')).toEqual([item.key]);
  });
  expect(puts).toEqual(['new']);
  expect((await store.database.outbox.toArray()).map(({ state }) => state)).toEqual(['confirmed']);
  expect(await store.read((tx) => tx.pending())).toEqual([]);
});

test('a fold is worked out again where one of its lists is another one', () => {
  let folds = 0;
  const joined = keptFold((one: readonly string[], other: readonly string[], by: string) => {
    folds += 1;
    return [...one, ...other].join(by);
  });
  const [one, other] = [['a'], ['b']];
  expect([joined(one, other, '-'), joined(one, other, '-'), folds]).toEqual(['a-b', 'a-b', 1]);
  expect([joined(one, ['c'], '-'), joined(one, ['c'], '+'), folds]).toEqual(['a-c', 'a+c', 3]);
});

test('a fold of as many lists as there are is worked out again where one more comes', () => {
  const all = keptFold((one: readonly string[], ...more: readonly (readonly string[])[]) =>
    [one, ...more].flat().join(),
  );
  const one = ['a'];
  const more = ['b'];
  expect([all(one), all(one, more), all(one, more, ['c']), all(one, more)]).toEqual(['a', 'a,b', 'a,b,c', 'a,b']);
});
