// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { partnerScope, privateScope } from '#domain/records/scopes.ts';
import { ImportPeople } from '#features/people/desk/import/import.tsx';
import { deskOf, signIn, slow, stand } from '#test/features/desk-stand.tsx';
import { newWorld, passphrase, staff, type World } from '#test/server/world.ts';

/** Last year’s list at a real desk over the real server. */

let world: World;
let cora: Awaited<ReturnType<typeof signIn>>;
let ann: Awaited<ReturnType<typeof signIn>>;
let user: ReturnType<typeof userEvent.setup>;

beforeAll(async () => {
  // Only the date: what waits for a moment still waits.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-22T12:00:00.000Z') });
  world = await newWorld();
  await staff(world);
  cora = await signIn(world, 'Cora', 'another passphrase');
  ann = await signIn(world, 'Ann', passphrase);
});
afterAll(() => {
  vi.useRealTimers();
  return world.close();
});
beforeEach(() => {
  user = userEvent.setup();
});
afterEach(cleanup);

const open = async (type: string, scope = partnerScope(world.a)) =>
  (await world.server.ledger.read((tx) => tx.feed(scope, 0))).rows.filter(
    (row) => row.type === type && row.body.status !== 'closed',
  );

async function look(text: string, desk = deskOf(world, cora)) {
  stand(desk, ImportPeople, '/desk/people/import');
  await user.click(await screen.findByLabelText('Or paste the lines'));
  await user.paste(text);
  await user.click(screen.getByRole('button', { name: 'Look at it first' }));
}
const importButton = () => screen.findByRole('button', { name: /^(Import|Nothing to import)/ });

test('a list is looked at, imported once however often it is pressed, and taken back whole', async () => {
  const desk = slow(deskOf(world, cora));
  await look(
    'Name,DOB,Parent,Phone,Consent\nAmira Karim,27/03/2014,Nadia Karim,07700 900318,Yes\nZaki Karim,2012,Nadia Karim,07700900318,\n',
    desk,
  );
  expect(await screen.findByText(/1 with a consent of last year: noted as asked/)).toBeTruthy();
  const button = await importButton();
  expect(button.textContent).toBe('Import 2 people');
  await user.dblClick(button);
  expect(await screen.findByText('2 people imported')).toBeTruthy();
  expect((await open('person')).map(({ body }) => body.knownAs).sort()).toEqual(['Amira', 'Zaki']);
  expect(await open('guardian', privateScope(world.a))).toHaveLength(1);
  expect(await open('consent', privateScope(world.a))).toEqual([]);
  expect(await open('asked', privateScope(world.a))).toHaveLength(1);

  await user.dblClick(await screen.findByRole('button', { name: 'Undo: 2 people imported' }));
  expect(await screen.findByText('Taken back: 2 people')).toBeTruthy();
  expect([await open('person'), await open('guardian', privateScope(world.a))]).toEqual([[], []]);
  await waitFor(() => expect(screen.queryByText('Imported before')).toBeNull());
});

test('who is known already waits for a word, and can be the same person', async () => {
  await look('Name,DOB\nBen Tyler,2013\n');
  await user.click(await importButton());
  expect(await screen.findByText('1 person imported')).toBeTruthy();
  cleanup();
  await look('Name,DOB,Parent,Phone\nBen Tyler,27/3/2013,Joy Tyler,07700900456\nKayla M,2012,,\n');
  expect(await screen.findByText('First say who the one that is known already should be.')).toBeTruthy();
  await user.selectOptions(await screen.findByLabelText(/^Known: Ben T/), 'same');
  await user.click(await importButton());
  expect(await screen.findByText('2 people imported')).toBeTruthy();
  const [fact] = await open('alias');
  expect(fact?.body).toMatchObject({ of: 'person', is: 'same' });
  // Taking the second list back leaves the first as it was.
  const [undo] = await screen.findAllByRole('button', { name: 'Undo: 2 people imported' });
  if (undo) await user.click(undo);
  expect(await screen.findByText('Taken back: 2 people')).toBeTruthy();
  expect((await open('person')).map(({ body }) => body.knownAs)).toEqual(['Ben']);
  expect((await open('alias')).map(({ body }) => body.is)).toEqual(['same', 'open']);
});

test('a row with a problem says so and is left out by a word only', async () => {
  await look('Name,DOB\nLeo Good,2013\nMia Bad,31 2 2014\n');
  const rows = within(await screen.findByRole('table')).getAllByRole('row');
  expect(rows[1]?.textContent).toContain('There is no 31 in February 2014: it has 28 days.');
  expect((await importButton()).getAttribute('aria-disabled')).toBe('true');
  await user.click(screen.getByLabelText(/Leave out the row with a problem/));
  expect((await importButton()).getAttribute('aria-disabled')).toBeNull();
});

test('who runs the programme imports nothing for a partner that does not share its names', async () => {
  stand(deskOf(world, ann), ImportPeople, '/desk/people/import');
  expect(await screen.findByText(/No partner shares its names here/)).toBeTruthy();
});
