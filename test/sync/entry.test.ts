import { expect, test } from 'vitest';
import { save } from '#db/save.ts';
import type { Entry } from '#domain/records/entry.ts';
import type { Saying } from '#domain/records/say.ts';
import { parseEntry } from '#domain/records/wire.ts';
import { create, patch } from '#test/saying.ts';
import { MemoryStore } from '#test/scenarios/memory-store.ts';

/** What a save may hold: the phone refuses to make what the server would refuse to read. */

const person = (id: string) => create('person', id, 'partner/northside', { knownAs: 'Kayla', leaf: 1, colour: 1 });

function saves(...sayings: Saying[]): { store: MemoryStore; saved: Promise<Entry> } {
  const store = new MemoryStore();
  const saver = {
    store,
    member: 'member-sam',
    device: 'device-one',
    now: () => 1_795_356_000_000,
    newId: () => 'entry-one',
  };
  return { store, saved: save(saver, sayings) };
}

test('what is saved is what the server reads', async () => {
  const entry = await saves(person('person-one'), person('person-two')).saved;
  expect(parseEntry(JSON.parse(JSON.stringify(entry)))).toEqual(entry);
});

test('one save does not write one record twice: the second would be lost without a trace', async () => {
  const { store, saved } = saves(
    person('person-one'),
    patch('person', 'person-one', 'partner/northside', { knownAs: 'Kay' }),
  );
  await expect(saved).rejects.toThrow('twice');
  expect(store.disk.outbox.size).toBe(0);
  const entry = await saves(person('person-one')).saved;
  expect(parseEntry({ ...entry, writes: [...entry.writes, ...entry.writes] })).toBeNull();
});

test('a record that is not what its type says is not saved at all, nor what was said beside it', async () => {
  const { store, saved } = saves(
    person('person-one'),
    create('person', 'person-two', 'partner/northside', { knownAs: '' }),
  );
  await expect(saved).rejects.toThrow('cannot save person');
  expect(store.disk.outbox.size).toBe(0);
  expect(store.disk.meta.clock).toBe(0);
});
