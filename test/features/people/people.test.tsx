// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { setOpenPerson } from '#db/person.ts';
import { keep, openPhone, record, session, show } from '#test/features/phone-stand.tsx';

/** Everybody on the partner’s register, found by name. */

beforeEach(() =>
  openPhone([
    record('person', 'jose', { knownAs: 'José', leaf: 2, colour: 2, status: 'active' }),
    record('person', 'gone', { knownAs: 'Zelda', leaf: 2, colour: 2, status: 'closed' }),
  ]),
);
afterEach(() => {
  cleanup();
  setOpenPerson(null);
});

test('people stand in order of name, a closed badge does not, and a name is found without its accent', async () => {
  show('/people');
  await screen.findByText('José');
  expect(screen.getAllByRole('link').map(({ textContent }) => textContent?.slice(0, 4))).toEqual(['José', 'Kayl']);
  fireEvent.change(screen.getByLabelText('Find a name'), { target: { value: 'jose' } });
  await waitFor(() => expect(screen.queryByText('Kayla')).toBeNull());
  expect(screen.getByText('José')).toBeTruthy();
  fireEvent.change(screen.getByLabelText('Find a name'), { target: { value: 'Xander' } });
  expect(await screen.findByText('Nobody of that name')).toBeTruthy();
});

test('somebody’s page says which sessions they came to, and not one they were taken back from', async () => {
  const mark = (id: string, of: string, state: string, replaces: string[] = []) =>
    record('mark', id, {
      session: of,
      person: 'jose',
      day: '2026-11-02',
      state,
      at: '2026-11-02T16:00:00.000Z',
      replaces,
    });
  await keep([
    session('s1', { day: '2026-11-02', status: { is: 'finished', reopened: 0 } }),
    session('s2', { day: '2026-11-03', site: 'woodlands', status: { is: 'finished', reopened: 0 } }),
    ...[mark('m1', 's1', 'here'), mark('m2', 's2', 'here'), mark('m3', 's2', 'removed', ['m2'])],
  ]);
  show('/people');
  fireEvent.click(await screen.findByText('José'));
  expect(await screen.findByText(/Windmill Hill/)).toBeTruthy();
  expect(screen.queryByText(/Woodlands Park/)).toBeNull();
});

test('a badge that has not arrived says so', async () => {
  show('/people/nobody');
  expect(await screen.findByText('Not yet known here')).toBeTruthy();
});
