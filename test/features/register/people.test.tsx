// @vitest-environment jsdom
import { cleanup, configure, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setOpenPerson } from '#db/person.ts';
import { addDays, dayOf, plainDay, shortDay, toInstant } from '#domain/time.ts';
import { forgetDone } from '#phone/last-done.ts';
import { all, keep, openPhone, partner, record, said, scope, session, show } from '#test/features/phone-stand.tsx';

/** What a worker must know of somebody at the register: who to call, what to do, and who does not join in today. */

configure({ asyncUtilTimeout: 5000 });
const today = dayOf(Date.now());
const until = addDays(today, 4);
const families = `${scope}/private`;

beforeEach(() =>
  openPhone([
    session('s1', { day: today, actualStart: toInstant(Date.now()), status: { is: 'running', reopened: 0 } }),
    record('guardian', 'mum', { name: 'Nadia Karim', phone: '07700 900318', status: 'active' }, families),
    record(
      'details',
      'details:kayla',
      {
        person: 'kayla',
        'guardian/mum': { is: 'mother', call: 1 },
        'contact/c1': { name: 'Aunt Rosa', phone: '07700 900456', is: 'aunt' },
        'need/n1': { kind: 'allergy', name: 'Nuts', do: 'EpiPen, then 999.' },
      },
      families,
    ),
  ]),
);
afterEach(() => {
  cleanup();
  forgetDone();
  setOpenPerson(null);
});

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name, hidden: true }));
const away = (id: string, reason: string) =>
  record(
    'eligibility',
    id,
    { person: 'kayla', reason, from: today, until, at: toInstant(Date.now()), replaces: [] },
    families,
  );

test('who to call and what to do are two taps away, and that somebody looked is written down once', async () => {
  show('/s/s1');
  fireEvent.click(await screen.findByRole('button', { name: 'More about Kayla' }));
  press('Who to call, what to do');
  expect(await screen.findByText(/EpiPen, then 999/)).toBeTruthy();
  expect(screen.getByText('Nadia Karim').closest('section')?.textContent).toContain('Aunt Rosa');
  const call = document.querySelector('a[href="tel:07700900318"]');
  expect(call?.textContent).toBe('Call');
  await waitFor(async () => expect(await said()).toHaveLength(1));
  expect((await said())[0]?.writes).toMatchObject([
    { type: 'look', scope: `${scope}/reasons`, body: { person: 'kayla', session: 's1' } },
  ]);
  press('Close');
  await waitFor(() => expect(screen.queryByText(/EpiPen/)).toBeNull());
  fireEvent.click(screen.getByRole('button', { name: 'More about Kayla' }));
  press('Who to call, what to do');
  await waitFor(async () => expect(await said()).toHaveLength(2));
});

test('it is gone as soon as the app is out of sight', async () => {
  show('/s/s1');
  fireEvent.click(await screen.findByRole('button', { name: 'More about Kayla' }));
  press('Who to call, what to do');
  await screen.findByText(/EpiPen/);
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  fireEvent(document, new Event('visibilitychange'));
  await waitFor(() => expect(screen.queryByText(/EpiPen/)).toBeNull());
  vi.restoreAllMocks();
});

test('a volunteer is not offered it', async () => {
  await keep([record('member', 'member-one', { name: 'Tunde A', [`role/volunteer:${partner}`]: true }, 'programme')]);
  show('/s/s1');
  fireEvent.click(await screen.findByRole('button', { name: 'More about Kayla' }));
  await screen.findByText('Their page');
  expect(screen.queryByText('Who to call, what to do')).toBeNull();
});

test('who does not join in says so on the register, and can be marked here all the same', async () => {
  await keep([away('e1', 'healthRule')]);
  show('/s/s1');
  const words = `Not joining until ${plainDay(until, today)}`;
  expect(await screen.findByText(words)).toBeTruthy();
  press(/^Kayla/);
  expect((await screen.findAllByText(`Kayla is here. ${words}`)).length).toBeGreaterThan(0);
  expect((await all('mark')).map(({ body }) => body.state)).toEqual(['here']);
  expect(await screen.findByText(`Not joining in until ${shortDay(until, today)}`)).toBeTruthy();
});

test('who joins in again before the day says so no longer, though the server has not heard it yet', async () => {
  const again = { person: 'kayla', reason: 'healthRule', from: addDays(today, -1), until: today };
  await keep([
    away('e1', 'healthRule'),
    record('eligibility', 'e2', { ...again, at: toInstant(Date.now()), replaces: ['e1'] }, families),
    record('standing', 'standing:kayla', { person: 'kayla', notBefore: until, notBeforeReason: 'healthRule' }),
  ]);
  show('/s/s1');
  await screen.findByText('Kayla');
  // What the rows say of it is read after the rows.
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(screen.queryByText(/Not joining/)).toBeNull();
});

test('a volunteer’s phone knows it from what the server says of the badge', async () => {
  await keep([
    record('member', 'member-one', { name: 'Tunde A', [`role/volunteer:${partner}`]: true }, 'programme'),
    record('standing', 'standing:kayla', { person: 'kayla', notBefore: until, notBeforeReason: 'agreedBreak' }),
  ]);
  show('/s/s1');
  expect(await screen.findByText(`Not joining until ${plainDay(until, today)}`)).toBeTruthy();
});

test('who could not join in is counted by reason, taken back, and stands in the summary', async () => {
  show('/s/s1/count');
  fireEvent.click(await screen.findByText('Could not join in'));
  for (const reason of ['Full', 'Full', 'Too young for this']) {
    press(`+1 turned away, ${reason}`);
    await screen.findByText(`1 turned away: ${reason}`, { selector: '*:not([aria-live] *)' });
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await waitFor(async () => expect(await all('turnedAway')).toHaveLength(3));
  press('Undo');
  await waitFor(async () => expect(await all('turnedAway')).toHaveLength(4));
  press('One less turned away, Full');
  await waitFor(async () => expect(await all('turnedAway')).toHaveLength(5));
  await keep([session('s1', { day: today, status: { is: 'finished', reopened: 0 } })]);
  cleanup();
  show('/s/s1/summary');
  expect(await screen.findByText('1 could not join in: Full 1.')).toBeTruthy();
});
