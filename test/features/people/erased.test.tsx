// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { placeOfForm } from '#db/kept-forms.ts';
import { openPerson, say, setOpenPerson } from '#db/person.ts';
import type { RoundAnswer } from '#domain/records/wire.ts';
import { toInstant } from '#domain/time.ts';
import { startPace } from '#sync/core.ts';
import { round } from '#sync/round.ts';
import { keep, openPhone, record, scope, session, show } from '#test/features/phone-stand.tsx';
import { fact, patch } from '#test/saying.ts';

/** Somebody is erased: what a phone keeps of them on its real disk, and what its screens say of them afterwards. */

const at = '2026-05-12T10:00:00.000Z';
const families = `${scope}/private`;

beforeEach(() =>
  openPhone([
    session('s1', { day: '2026-05-11', actualStart: at, actualEnd: at, status: { is: 'finished', reopened: 0 } }),
    record('mark', 'm1', { session: 's1', person: 'kayla', day: '2026-05-11', state: 'here', at, replaces: [] }),
  ]),
);
afterEach(() => {
  cleanup();
  setOpenPerson(null);
});

const tombstone = (type: string, id: string, where: string, seq: number) => ({
  ...{ id, type, scope: where, body: {}, stamps: {}, by: 'server', device: 'server', at, received: at },
  ...{ deleted: true, seq },
});

/** One round, answered so. */
async function answered(over: (entries: readonly { readonly id: string }[]) => Partial<RoundAnswer>): Promise<void> {
  const answer = (entries: readonly { readonly id: string }[]): RoundAnswer => ({
    ...{ epoch: 'e', now: Date.now(), results: [], scopes: {}, added: [], dropped: [], backedUpSeq: 0 },
    ...{ minClient: '0.1.0', schema: 1, ...over(entries) },
  });
  await round(
    {
      ...{ store: openPerson().store, now: Date.now, chance: () => 0, version: '0.1.0' },
      send: async ({ entries }) => ({ type: 'answer', answer: answer(entries) }),
    },
    startPace,
  );
}

/** In scopes that are read up to here, with everything sent and confirmed. */
async function allConfirmed(): Promise<void> {
  const read = (cursor: number, rows: RoundAnswer['scopes'][string]['rows'] = []) => ({ rows, more: false, cursor });
  await answered(() => ({ added: [scope, families] }));
  await answered((entries) => ({
    results: entries.map(({ id }, index) => ({ id, result: 'ok', seq: 50 + index, clock: 1 })),
    scopes: { [scope]: read(60), [families]: read(60) },
  }));
}

const erased = () =>
  answered(() => ({
    scopes: {
      [scope]: { rows: [tombstone('person', 'kayla', scope, 70)], more: false, cursor: 70 },
      [families]: { rows: [tombstone('details', 'details:kayla', families, 70)], more: false, cursor: 70 },
    },
  }));

test('with the tombstone go confirmed saves, half-filled forms and sealed copies about them, and nothing of anybody else', async () => {
  const { store } = openPerson();
  const { database, vault } = store;
  await say([patch('person', 'kayla', scope, { knownAs: 'Kaylee' })]);
  const other = await say([
    fact('note', 'note-one', `${scope}/team`, { session: 's1', day: '2026-05-11', text: 'Rain', at }),
  ]);
  const [about] = await store.read((tx) => tx.pending());
  await keep([{ ...record('person', 'kayla', { knownAs: 'Kaylee', leaf: 1, colour: 1 }) }]);
  for (const name of ['needs kayla', 'needs amira']) {
    const place = placeOfForm(vault, name);
    await database.draft.put({ id: place, box: vault.seal('own', place, { name, fields: { do: 'EpiPen' } }) });
  }
  await database.captured.put({ id: about?.entry.id ?? '', box: new Uint8Array(80) });
  await database.captured.put({ id: 'another', box: new Uint8Array(80) });
  await store.write('take', async (tx) =>
    tx.putItems(
      (await tx.pending()).map((item) => ({
        ...item,
        state: 'confirmed',
        seq: 50,
        epoch: 'e',
        confirmedAt: toInstant(Date.now()),
      })),
    ),
  );
  await answered(() => ({ added: [scope, families] }));
  await erased();
  expect(await database.outbox.toCollection().toArray()).toMatchObject([{ id: other.id }]);
  expect((await database.draft.toCollection().primaryKeys()).filter((id) => id.startsWith('form'))).toEqual([
    placeOfForm(vault, 'needs amira'),
  ]);
  expect(await database.captured.toCollection().primaryKeys()).toEqual(['another']);
  expect(await store.read((tx) => tx.rows(['kayla']))).toMatchObject([{ deleted: true, body: {} }]);
});

test('what was not sent is refused: its words are gone from the disk, it is said calmly, and read once', async () => {
  await say([patch('person', 'kayla', scope, { knownAs: 'Kaylee' })]);
  await answered((entries) => ({
    results: entries.map(({ id }) => ({
      ...{ id, result: 'refused', code: 'erased', why: 'somebody it is about was erased', seq: 70, final: true },
      erased: { ids: ['kayla'], at },
    })),
  }));
  const [kept] = await openPerson().store.read((tx) => tx.refused());
  expect(JSON.stringify(kept)).not.toContain('Kaylee');
  expect(await openPerson().store.database.outbox.count()).toBe(0);
  show('/sync');
  expect(
    await screen.findByText('This person was erased on 12 May. What you wrote about them was not kept.'),
  ).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Look' }));
  fireEvent.click(await screen.findByRole('button', { name: 'OK' }));
  expect(await screen.findByText('Nothing waits on this phone.')).toBeTruthy();
  expect(await openPerson().store.read((tx) => tx.refused())).toEqual([]);
});

test('their page, an old register and its changes call them someone who was erased; they are counted as one', async () => {
  await allConfirmed();
  await erased();
  show('/people/kayla');
  expect(await screen.findByText('Someone who was erased')).toBeTruthy();
  expect(screen.getByText(/^On 12 May/)).toBeTruthy();
  cleanup();
  show('/s/s1');
  expect(await screen.findByText('Someone who was erased')).toBeTruthy();
  expect(document.body.textContent).toContain('1 came');
  cleanup();
  show('/people');
  await waitFor(() => expect(screen.queryByText('Kayla')).toBeNull());
});
