// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { Overview } from '#app/desk/overview.tsx';
import { programmeScope } from '#domain/records/scopes.ts';
import { deskOf, office, stand } from '#test/features/desk-stand.tsx';
import { patchWrite, sessionWrite, siteWrite, taken } from '#test/server/world.ts';

/** The first day: what is to be done stands where figures would all be zero. */

const here = office();
const overview = (search = '') => stand(deskOf(here.world, here.ann), Overview, `/desk${search}`);
const row = async (name: RegExp) => within((await screen.findByText(name)).closest('li') ?? document.body);

test('before the first session the steps stand in place of zeros, and one of them is next', async () => {
  overview();
  expect((await row(/^Parks$/)).getByText('Next')).toBeTruthy();
  expect((await row(/^Boxes$/)).getByText('Can wait')).toBeTruthy();
  expect((await row(/^The first phone$/)).getByText('Waiting')).toBeTruthy();
  expect(screen.getAllByText('Next')).toHaveLength(1);
  expect(screen.queryByText('attendances')).toBeNull();
});

test('a park that was added is done, and the next step is another one', async () => {
  await taken(here.world, here.team.coordinator, [siteWrite('windmill-hill')]);
  await taken(here.world, here.team.worker, [
    sessionWrite(here.world.a, uuidv7(), { status: { is: 'planned', reopened: 0 } }),
  ]);
  overview();
  expect((await row(/^1 park$/)).getByText('Done')).toBeTruthy();
  expect((await row(/^Activities$/)).getByText('Next')).toBeTruthy();
});

test('what is still missing is listed until it is there, each with the way to it', async () => {
  overview();
  const missing = await screen.findByRole('link', { name: /^1 park without a position/ });
  expect(missing.getAttribute('href')).toBe('/desk/set-up');
  expect(screen.getByRole('link', { name: /^No safeguarding number/ })).toBeTruthy();
  cleanup();
  await taken(here.world, here.team.coordinator, [
    patchWrite('site', programmeScope, 'windmill-hill', { lat: 51.4, lon: 0.37 }),
  ]);
  overview();
  await screen.findByRole('link', { name: /^No safeguarding number/ });
  expect(screen.queryByRole('link', { name: /without a position/ })).toBeNull();
});

test('with the first session the figures come, and what is open is one line, which leads back to the steps', async () => {
  await taken(here.world, here.team.worker, [sessionWrite(here.world.a, uuidv7())]);
  overview();
  expect(await screen.findByText('attendances')).toBeTruthy();
  const line = await screen.findByRole('link', { name: /steps of setting up are open/ });
  expect(line.getAttribute('href')).toBe('/desk?steps=1');
  cleanup();
  overview('?steps=1');
  expect((await row(/^The first phone$/)).getByText('Done')).toBeTruthy();
});

test('who is short of vetted adults is said of one and of several as they are spoken of', async () => {
  const { team, world, ann } = here;
  const unvet = (...phones: readonly { readonly member: string }[]) =>
    Promise.all(phones.map(({ member }) => deskOf(world, ann).ask('PATCH', `/api/team/${member}`, { vetted: false })));
  await unvet(team.otherWorker, team.otherCoordinator);
  const { unmount } = overview();
  expect(await screen.findByRole('link', { name: 'Alliance has fewer than two vetted adults' })).toBeTruthy();
  unmount();
  await unvet(team.worker, team.coordinator, team.volunteer);
  overview();
  expect(
    await screen.findByRole('link', { name: /^(Alliance, Refocus|Refocus, Alliance) have fewer than/ }),
  ).toBeTruthy();
});
