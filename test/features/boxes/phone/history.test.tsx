// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, Route, Routes } from 'react-router';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Body } from '#domain/records/entry.ts';

/** What two phones wrote down twice, found and put right on one of them. */

vi.hoisted(() => {
  // The cipher makes its bytes with Node's own class; jsdom brings another of the same name.
  globalThis.Uint8Array = Object.getPrototypeOf(Buffer.prototype).constructor;
  window.scrollTo = () => {};
  HTMLDialogElement.prototype.showModal ??= () => {};
  HTMLDialogElement.prototype.close ??= () => {};
});

const { PersonDatabase } = await import('#db/database.ts');
const { openStore } = await import('#db/dexie-store.ts');
const { setOpenPerson } = await import('#db/person.ts');
const { openVault } = await import('#db/vault.ts');
const { BoxesScreen } = await import('#app/meet/wishes.tsx');
const { PlaceScreen } = await import('#features/boxes/phone/place/place.tsx');
const { ShelfScreen } = await import('#features/boxes/phone/place/shelf.tsx');

const partner = 'partner-one';
const scope = `partner/${partner}`;
const [day, at] = ['2026-11-22', '2026-11-22T12:00:00.000Z'];

type Kept = { readonly type: string; readonly id: string; readonly scope: string; readonly body: Body };
const record = (type: string, id: string, where: string, body: Body): Kept => ({ type, id, scope: where, body });
const moved = (id: string, body: Body) => record('movement', id, scope, { set: 'ball', day, at, ...body });
const back = { kind: 'brought back', n: 3, from: 'on-loan', to: 'van', settles: ['lent'] };

const world = [
  record('programme', 'programme', 'programme', { name: 'Stepping Out' }),
  record('partner', partner, 'programme', { name: 'Refocus Project', status: 'active' }),
  record('member', 'member-one', 'programme', { name: 'Dele A', [`role/worker:${partner}`]: true }),
  record('set', 'ball', 'programme', { name: 'Football', kind: 'ITM', icon: 'ball', status: 'active' }),
  record('holder', 'van', scope, { name: 'Van', kind: 'van' }),
  record('delivery', 'delivery', scope, { supplier: 'Kit Ltd', 'line/ball': 5, status: 'active' }),
  moved('came', { kind: 'received', n: 5, to: 'van', delivery: 'delivery' }),
  moved('came-again', { kind: 'received', n: 5, to: 'van', delivery: 'delivery' }),
  moved('lent', { kind: 'lent', n: 3, from: 'van', to: 'on-loan', day: '2026-11-21' }),
  moved('back-one', back),
  moved('back-two', back),
];

beforeEach(async () => {
  const device = uuidv7();
  const vault = openVault(new Uint8Array(32).fill(1), new Uint8Array(32).fill(2));
  const store = openStore(new PersonDatabase(device), vault);
  await store.database.open();
  await store.write('page', (tx) =>
    tx.putRows(
      world.map((row, seq) => ({ ...row, stamps: {}, by: 'member-one', device: 'desk', at, seq, epoch: 'e' })),
    ),
  );
  const profile = { device, member: 'member-one', name: 'Dele A', programme: 'programme', programmeName: 'Out' };
  setOpenPerson({
    profile: { ...profile, sendToken: '', serverKey: '', secretKind: 'pin' },
    ...{ store, fullToken: '', dataKey: new Uint8Array(32) },
  });
});
afterEach(() => {
  cleanup();
  setOpenPerson(null);
});

function show(address: string) {
  render(
    <MemoryRouter initialEntries={[address]}>
      <Routes>
        <Route path="/boxes" element={<BoxesScreen />} />
        <Route path="/boxes/place/:place" element={<PlaceScreen />} />
        <Route path="/boxes/place/:place/of/:set" element={<ShelfScreen />} />
      </Routes>
    </MemoryRouter>,
  );
  return userEvent.setup();
}

test('what two phones brought back is a question; its history takes one of them back, and not the loan before them', async () => {
  const user = show('/boxes');
  const asked = (await screen.findByText('3 footballs brought back twice?')).parentElement?.parentElement;
  await user.click(within(asked as HTMLElement).getByRole('link', { name: 'Look' })); // just found in it
  const lent = (await screen.findByText('3 lent')).closest('li') as HTMLElement; // a line of the list
  expect(within(lent).queryByRole('button', { name: /Undo/ })).toBeNull();
  expect(lent.textContent).toContain('Undo brought back first');
  expect(lent.textContent).toMatch(/22 Nov.* \d\d:\d\d, for 21 Nov/);
  const [first] = screen.getAllByRole('button', { name: 'Undo: 3 brought back' });
  await user.click(first as HTMLElement); // there are two
  expect(await screen.findByText('taken back')).toBeTruthy();
  await user.click(screen.getByRole('link', { name: /back/i }));
  await screen.findByRole('link', { name: 'Count the stock' });
  expect(screen.queryByText(/brought back twice/)).toBeNull();
});

test('a delivery that came twice is a question beside the stock', async () => {
  const user = show('/boxes?tab=stock');
  expect((await screen.findByText('13 Van')).closest('li')?.textContent).toMatch(/^Football13 Van13$/);
  await screen.findByText('Kit Ltd: 5 more came than were ordered. Written down twice?');
  await user.click(screen.getByRole('link', { name: 'Look' }));
  const [, second] = await screen.findAllByRole('button', { name: 'Undo: 5 received' });
  expect(second).toBeTruthy();
});
