// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPerson, setOpenPerson } from '#db/person.ts';
import { dayOf, toInstant } from '#domain/time.ts';
import { keep, openPhone, record, session, show } from '#test/features/phone-stand.tsx';

/** Something is wrong: two taps away, without a server, and nothing of it is kept. */

beforeEach(() => openPhone());
afterEach(() => {
  cleanup();
  setOpenPerson(null);
});

const lead = { name: 'Stepping Out', safeguardingName: 'Ruth B', safeguardingPhone: '01474 000000' };

/** Every record of every table and both storages, as one text. */
async function everythingKept(): Promise<string> {
  const { database } = openPerson().store;
  const tables = await Promise.all(database.tables.map(async (table) => [table.name, await table.toArray()]));
  return JSON.stringify([tables, { ...localStorage }, { ...sessionStorage }]);
}

test('says who to ring, two taps from anywhere, and stores nothing', async () => {
  await keep([record('programme', 'programme', lead, 'programme')]);
  const before = await everythingKept();
  expect(before.length).toBeGreaterThan(1000);
  show('/more');
  fireEvent.click(await screen.findByRole('link', { name: 'Something is wrong' }));
  expect((await screen.findByRole('link', { name: /Ruth B/ })).getAttribute('href')).toBe('tel:01474000000');
  expect(screen.getByRole('link', { name: /999/ }).getAttribute('href')).toBe('tel:999');
  expect(screen.getByRole('link', { name: /NSPCC/ }).getAttribute('href')).toBe('tel:08088005000');
  expect(screen.getByRole('link', { name: /Childline/ }).getAttribute('href')).toBe('tel:08001111');
  expect(await everythingKept()).toBe(before);
});

test('where nobody put in the lead’s number, says so and names who to ring until then', async () => {
  show('/wrong');
  expect(await screen.findByText('No safeguarding lead’s number here')).toBeTruthy();
  expect(screen.getByRole('link', { name: /NSPCC/ })).toBeTruthy();
});

test('says what to tell the operator: the park of the session that is on, where the team meets and the grid reference', async () => {
  const site = { name: 'Windmill Hill', lat: 51.4386, lon: 0.3696, meetingPoint: 'Top bench', status: 'active' };
  const now = Date.now();
  await keep([
    record('site', 'windmill', site, 'programme'),
    record('site', 'woodlands', { name: 'Woodlands Park', status: 'active' }, 'programme'),
    session('s1', { day: dayOf(now), actualStart: toInstant(now), status: { is: 'running', reopened: 0 } }),
  ]);
  show('/wrong');
  expect((await screen.findByText(/Tell the operator/)).textContent).toContain('Windmill Hill');
  expect(screen.getByText('Top bench')).toBeTruthy();
  expect(screen.getByText(/Grid TQ \d{4} \d{4} · 51\.43860, 0\.36960/)).toBeTruthy();
  // Whoever is elsewhere by now says so: nobody is sent to the wrong park.
  const where = screen.getByLabelText('Where are you?');
  expect(where).toHaveProperty('value', 'windmill');
  fireEvent.change(where, { target: { value: 'woodlands' } });
  expect(screen.getByText(/Tell the operator/).textContent).toContain('Woodlands Park');
});
