// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentType } from 'react';
import { expect, test } from 'vitest';
import { ImportSites } from '#features/programme/sites-import.tsx';
import { ImportTeam } from '#features/team/team-import.tsx';
import { deskOf, office, slow, stand } from '#test/features/desk-stand.tsx';
import { siteWrite, taken } from '#test/server/world.ts';

/** Parks and the team from a list: looked at row by row, added once, and what is there already is left as it is. */

const here = office((world, team) => taken(world, team.coordinator, [siteWrite('windmill-hill')]));

async function look(Import: ComponentType, path: string, text: string) {
  const user = userEvent.setup();
  stand(slow(deskOf(here.world, here.ann)), Import, path);
  await user.click(await screen.findByLabelText('Or paste the lines'));
  await user.paste(text);
  await user.click(screen.getByRole('button', { name: 'Look at it first' }));
  return user;
}
const fateOf = async (name: string) =>
  within(
    (await screen.findAllByText(name)).map((each) => each.closest('tr')).find((row) => row !== null) as HTMLElement,
  );

test('parks are added from a pasted list, once, and a park that is there is left out', async () => {
  const list =
    'Park\tWard\tPosition\nCentral Park\tTown\t51.44, 0.37\nwindmill  hill\tHill\t\nStone\tStone\tnorth of the road\n';
  const user = await look(ImportSites, '/desk/set-up/sites/import', list);
  expect((await fateOf('Central Park')).getByText('Used')).toBeTruthy();
  expect((await fateOf('windmill hill')).getByText(/a park already/)).toBeTruthy();
  expect((await fateOf('north of the road')).getByText(/not two numbers/)).toBeTruthy();
  await user.dblClick(screen.getByRole('button', { name: 'Add 1 park' }));
  expect(await screen.findByText('1 park added')).toBeTruthy();
  const { body } = await here.world.say('GET', '/api/records?type=site', undefined, { cookie: here.ann.cookie });
  const central = body.records.filter((site: { body: { name: string } }) => site.body.name === 'Central Park');
  expect(central.map((site: { body: object }) => site.body)).toEqual([
    { name: 'Central Park', ward: 'Town', lat: 51.44, lon: 0.37, status: 'active' },
  ]);
});

test('people of the team are added from a list with their role and partner, and nobody twice', async () => {
  const list =
    'Name,Role,Organisation,DBS\nMarta Kowalska,Youth worker,Refocus,yes\nWill,Worker,Refocus,yes\nSam,Chef,Refocus,\n';
  const user = await look(ImportTeam, '/desk/team/import', list);
  expect((await fateOf('Marta Kowalska')).getByText('Used')).toBeTruthy();
  expect((await fateOf('Will')).getByText(/is in the team/)).toBeTruthy();
  expect((await fateOf('Sam')).getByText(/no role here/)).toBeTruthy();
  await user.dblClick(screen.getByRole('button', { name: 'Add 1 person' }));
  expect(await screen.findByText('1 person added')).toBeTruthy();
  const { body } = await here.world.say('GET', '/api/team', undefined, { cookie: here.ann.cookie });
  const marta = body.members.filter(({ name }: { name: string }) => name === 'Marta Kowalska');
  expect(marta).toMatchObject([{ vetted: true, roles: [{ role: 'worker', partner: here.world.a }] }]);
});
