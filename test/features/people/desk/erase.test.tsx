// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { ErasePerson } from '#features/people/desk/erase.tsx';
import { goesInWords } from '#features/people/desk/erase-words.ts';
import { PersonPage } from '#features/people/desk/whole.tsx';
import { deskOf, office, signIn, slow, stand } from '#test/features/desk-stand.tsx';
import { entryOf, markWrite, personWrite, push, sessionWrite, siteWrite } from '#test/server/world.ts';

/** Erasing somebody at a real desk that keeps nothing, over the real server. */

const held = office(async (world, team) => {
  const { worker } = team;
  await push(world, world.ann, [entryOf(world.ann, [siteWrite('windmill-hill')])]);
  const made = entryOf(worker, [
    sessionWrite(world.a, 'session-one'),
    personWrite(world.a, 'zeb-quill', { knownAs: 'Zeb', initial: 'Q' }),
    markWrite(worker, world.a, 'session-one', 'zeb-quill', { level: 'joined_in' }),
  ]);
  await push(world, worker, [made]);
  const period = 'from=2026-11-01&to=2026-11-30&names=yes&reason=a%20trip';
  await world.say('GET', `/api/exports/attendance.csv?${period}`, undefined, { token: team.coordinator.fullToken });
});
const cora = async () => deskOf(held.world, await signIn(held.world, 'Cora', 'another passphrase'));
const here = '/desk/people/zeb-quill/erase';
const at = '/desk/people/:id/erase';
const isErased = async () =>
  (
    await held.world.server.store.reader
      .selectFrom('row')
      .select('deleted')
      .where('id', '=', 'zeb-quill')
      .executeTakeFirst()
  )?.deleted === 1;

test('it says what goes, what stays and which files named them, and is done only once it is meant', async () => {
  const user = userEvent.setup();
  const desk = slow(await cora());
  stand(desk, ErasePerson, here, at);
  expect(await screen.findByRole('heading', { name: 'Erase Zeb Q' })).toBeTruthy();
  expect(screen.getByText('Their badge and name')).toBeTruthy();
  expect(screen.getByText(/^1 session they came to and 0 things they were given still count/)).toBeTruthy();
  expect(screen.getByText('Attendance').closest('li')?.textContent).toMatch(/Nov.*Cora/);
  await user.click(screen.getByRole('button', { name: 'Erase for good' }));
  expect((await screen.findAllByText('Say why.')).length).toBeGreaterThan(0);
  expect(screen.getAllByText('Tick that it is meant.').length).toBeGreaterThan(0);
  expect(await isErased()).toBe(false);

  await user.click(screen.getByLabelText('A parent or carer asked'));
  await user.click(screen.getByLabelText(/^Erase Zeb Q/));
  await user.dblClick(screen.getByRole('button', { name: 'Erase for good' }));
  expect(await screen.findByText(/^Erased on 22 Nov/)).toBeTruthy();
  expect(await isErased()).toBe(true);
  await waitFor(() => expect(document.body.textContent).not.toContain('Zeb'));
  cleanup();

  stand(desk, PersonPage, '/desk/people/zeb-quill', '/desk/people/:id');
  expect(await screen.findByText('Someone who was erased')).toBeTruthy();
  cleanup();
  stand(desk, PersonPage, '/desk/people/nobody-there', '/desk/people/:id');
  expect(await screen.findByText('Not known here')).toBeTruthy();
});

test('somebody whose partner does not share them is not erased by whoever runs the programme, nor shown', async () => {
  stand(deskOf(held.world, held.ann), ErasePerson, here, at);
  expect(await screen.findByText(/could not show this/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Erase for good' })).toBeNull();
});

test('what goes is said in words, and nothing of what there is none of', () => {
  expect(goesInWords({})).toEqual([]);
  expect(
    goesInWords({ person: 2, details: 1, guardian: 1, consent: 3, signing: 1, standing: 2, look: 2, reason: 1 }),
  ).toEqual([
    'Their 2 badges and names',
    'Family, needs, address and who to call',
    '1 parent or carer who answers for nobody else',
    '3 answers about what they may do',
    '1 signature for nobody else',
    '3 other records about them',
  ]);
});
