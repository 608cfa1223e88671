// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { RecordHistory, SetUpHistory } from '#desk/set-up-history.tsx';
import { deskOf, office, slow, stand } from '#test/features/desk-stand.tsx';
import { patchWrite, siteWrite, taken } from '#test/server/world.ts';

/** Who changed what in the set-up, in words, and undone at the desk. */

const here = office(async (world, team) => {
  await taken(world, team.coordinator, [siteWrite('central-park', { name: 'Central Park', ward: 'Town' })]);
  await taken(world, team.otherCoordinator, [
    patchWrite('site', 'programme', 'central-park', { ward: 'Northfleet', access: 'Gate B', status: 'closed' }),
  ]);
});

const linesOf = (change: HTMLElement) =>
  within(change)
    .queryAllByRole('listitem')
    .map(({ textContent }) => textContent);
const changesHere = async (): Promise<HTMLElement[]> => {
  const [list] = await screen.findAllByRole('list');
  return [...(list?.children ?? [])] as HTMLElement[]; // of a page
};

test('the changes say who, what and from what to what; one press undoes one, and the list says so', async () => {
  const user = userEvent.setup();
  stand(slow(deskOf(here.world, here.ann)), SetUpHistory, '/desk/set-up');
  const first = (await screen.findByText('Park: Central Park · Changed')).closest('li') as HTMLElement; // in its list
  expect(first.textContent).toContain('Otto');
  expect(linesOf(first)).toEqual(['Ward: Town → Northfleet', 'Access notes: Gate B', 'Status: Open → Closed']);
  await user.dblClick(within(first).getByRole('button', { name: 'Undo' }));
  const back = (await screen.findByText('Park: Central Park · Changed back')).closest('li') as HTMLElement; // as above
  expect(back.textContent).toContain('Ann');
  expect(linesOf(back)).toEqual(['Ward: Northfleet → Town', 'Access notes: Gate B → nothing', 'Status: Closed → Open']);
  expect((await changesHere())[1]?.textContent).toContain('undone since');
});

test('what somebody changed meanwhile is not undone, and the form’s history says why', async () => {
  const user = userEvent.setup();
  const change = (ward: string) =>
    taken(here.world, here.team.otherCoordinator, [patchWrite('site', 'programme', 'central-park', { ward })]);
  await change('Painters Ash');
  stand(slow(deskOf(here.world, here.ann)), () => <RecordHistory of="central-park" />, '/desk/set-up');
  await user.click(screen.getByRole('button', { name: 'History' }));
  const ward = (await screen.findByText('Painters Ash')).closest('ol > li') as HTMLElement; // in its list
  await change('Riverside');
  await user.click(within(ward).getByRole('button', { name: 'Undo' }));
  expect(await screen.findByText(/changed again since: look at what stands there now/)).toBeTruthy();
  expect(await screen.findByText('Riverside')).toBeTruthy();
});
