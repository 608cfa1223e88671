// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { partnerScope, privateScope, programmeScope } from '#domain/records/scopes.ts';
import { Doubles } from '#features/people/desk/doubles.tsx';
import { peopleFilter, shownOf } from '#features/people/desk/filter.ts';
import { People } from '#features/people/desk/people.tsx';
import { Partners } from '#features/programme/partners.tsx';
import { deskOf, office, signIn, stand } from '#test/features/desk-stand.tsx';
import { entryOf, push } from '#test/server/world.ts';

/** The register at a real desk over the real server. */

const badge = (id: string, knownAs: string, initial: string) => ({
  id,
  body: { knownAs, initial, leaf: 1, colour: 1, status: 'active' },
});
const badges = [badge('amira-k-1', 'Amira', 'K'), badge('amirah-k2', 'Amirah', 'K'), badge('ben-t-one', 'Ben', 'T')];

const held = office(async (world, team) => {
  const scope = partnerScope(world.a);
  const writes = badges.map(({ id, body }) => ({ op: 'create' as const, type: 'person', id, scope, body }));
  const details = { person: 'ben-t-one', 'need/n1': { kind: 'allergy', name: 'Nuts', do: 'EpiPen' } };
  const own = {
    op: 'create' as const,
    type: 'details',
    id: 'details:ben-t-one',
    scope: privateScope(world.a),
    body: details,
  };
  await push(world, team.coordinator, [entryOf(team.coordinator, [...writes, own])]);
});
const cora = async () => deskOf(held.world, await signIn(held.world, 'Cora', 'another passphrase'));
const rows = () => within(screen.getByRole('table')).getAllByRole('row').slice(1);

test('whoever runs the programme reads no name until the partner’s own coordinator shares them, and then all', async () => {
  const ann = deskOf(held.world, held.ann);
  stand(ann, People, '/desk/people');
  expect(await screen.findByText('2 partners do not share names')).toBeTruthy();
  expect(screen.getByText(/3 on its register, 0 came/)).toBeTruthy();
  expect(document.body.textContent).not.toContain('Amira');
  cleanup();

  stand(await cora(), Partners, '/desk/set-up');
  await userEvent.click(await screen.findByRole('button', { name: 'Share them' }));
  expect(await screen.findByText('Refocus: shared')).toBeTruthy();
  cleanup();
  stand(deskOf(held.world, held.ann), People, '/desk/people');
  expect(await screen.findByText('Ben T')).toBeTruthy();
  cleanup();

  stand(await cora(), Partners, '/desk/set-up');
  await userEvent.click(await screen.findByRole('button', { name: 'Stop sharing' }));
  expect(await screen.findByText('Refocus: not shared')).toBeTruthy();
});

test('who only runs the programme decides for no partner', async () => {
  stand(deskOf(held.world, held.ann), Partners, '/desk/set-up');
  expect(await screen.findByText('Alliance')).toBeTruthy();
  expect(screen.queryByText('Who reads your names')).toBeNull();
});

test('the list is searched by name, sound and marker, and says in words what to look at', async () => {
  const user = userEvent.setup();
  stand(await cora(), People, '/desk/people');
  expect(await screen.findByText('Ben T')).toBeTruthy();
  expect(rows()).toHaveLength(3);
  expect(screen.getByText('Allergy')).toBeTruthy();
  expect(screen.getAllByText('Same child?')).toHaveLength(2);
  await user.keyboard('/');
  await user.keyboard('bin');
  await waitFor(() => expect(rows()).toHaveLength(1));
  expect(rows()[0]?.textContent).toContain('Ben T');
});

test('somebody is added once, and who sounds like them is offered first', async () => {
  const user = userEvent.setup();
  const site = {
    op: 'create' as const,
    type: 'site',
    id: 'windmill-hill',
    scope: programmeScope,
    body: { name: 'Windmill Hill', status: 'active' },
  };
  await push(held.world, held.world.ann, [entryOf(held.world.ann, [site])]);
  stand(await cora(), People, '/desk/people');
  await user.click(await screen.findByRole('button', { name: 'Add someone' }));
  const sheet = within(await screen.findByRole('dialog', { name: 'Add someone' }));
  await user.click(sheet.getByRole('button', { name: /^Save/ }));
  expect(await sheet.findAllByText('Write what they are called.')).not.toHaveLength(0);
  await user.type(sheet.getByLabelText('What are they called?'), 'Benn');
  expect(await sheet.findByText('Someone we know?')).toBeTruthy();
  await user.clear(sheet.getByLabelText('What are they called?'));
  await user.type(sheet.getByLabelText('What are they called?'), 'Zuzanna Nowak');
  await user.selectOptions(sheet.getByLabelText('Which park?'), 'Windmill Hill');
  await user.dblClick(sheet.getByRole('button', { name: /^Save/ }));
  expect(await screen.findByText('another screen')).toBeTruthy();
  const { rows: all } = await held.world.server.ledger.read((tx) => tx.feed(partnerScope(held.world.a), 0));
  const added = all.filter(({ type, body }) => type === 'person' && body.knownAs === 'Zuzanna');
  expect(added.map(({ body }) => [body.initial, body['site/windmill-hill']])).toEqual([['N', true]]);
});

test('those that are ticked become a list of who is asked, without needs and numbers', async () => {
  const user = userEvent.setup();
  stand(await cora(), People, '/desk/people');
  await user.click(await screen.findByLabelText(/^Ben T/));
  await user.click(screen.getByRole('button', { name: 'Ask-again list' }));
  expect(await screen.findByText(/^Not asked: joining in/)).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/Allergy|EpiPen|Amira/);
});

test('two children are said to be one, and taken apart again', async () => {
  const user = userEvent.setup();
  stand(await cora(), Doubles, '/desk/people/doubles');
  await user.click(await screen.findByRole('button', { name: /^Compare Amira/ }));
  await user.dblClick(screen.getByRole('button', { name: 'Same person' }));
  expect(await screen.findByText('Nobody looks the same')).toBeTruthy();
  await user.click(screen.getByRole('tab', { name: /^Joined/ }));
  await user.click(await screen.findByRole('button', { name: /^Compare Amira/ }));
  await user.click(screen.getByRole('button', { name: 'Take it back' }));
  expect(await screen.findByText('Nobody was joined')).toBeTruthy();
});

test('an address that says nonsense filters nothing', () => {
  const filter = peopleFilter(new URLSearchParams('consent=all&age=old&sort=-hat&since=ever&missing=x'));
  expect(filter).toMatchObject({ consent: '', age: '', sort: 'name', since: '', missing: '' });
  expect(shownOf([], filter)).toEqual([]);
});
