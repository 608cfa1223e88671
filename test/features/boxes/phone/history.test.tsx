// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { setOpenPerson } from '#db/person.ts';
import type { Body } from '#domain/records/entry.ts';
import { openPhone, partner, record, show } from '#test/features/phone-stand.tsx';

/** What two phones wrote down twice, found and put right on one of them. */

const [day, at] = ['2026-11-22', '2026-11-22T12:00:00.000Z'];

const moved = (id: string, body: Body) => record('movement', id, { set: 'ball', day, at, ...body });
const back = { kind: 'brought back', n: 3, from: 'on-loan', to: 'van', settles: ['lent'] };

const world = [
  record('programme', 'programme', { name: 'Stepping Out' }, 'programme'),
  record('partner', partner, { name: 'Refocus Project', status: 'active' }, 'programme'),
  record('member', 'member-one', { name: 'Dele A', [`role/worker:${partner}`]: true }, 'programme'),
  record('set', 'ball', { name: 'Football', kind: 'ITM', icon: 'ball', status: 'active' }, 'programme'),
  record('holder', 'van', { name: 'Van', kind: 'van' }),
  record('delivery', 'delivery', { supplier: 'Kit Ltd', 'line/ball': 5, status: 'active' }),
  moved('came', { kind: 'received', n: 5, to: 'van', delivery: 'delivery' }),
  moved('came-again', { kind: 'received', n: 5, to: 'van', delivery: 'delivery' }),
  moved('lent', { kind: 'lent', n: 3, from: 'van', to: 'on-loan', day: '2026-11-21' }),
  moved('back-one', back),
  moved('back-two', back),
];

beforeEach(() => openPhone([], world));
afterEach(() => {
  cleanup();
  setOpenPerson(null);
});

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
