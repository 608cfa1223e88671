// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { Link, MemoryRouter, useLocation } from 'react-router';
import { afterEach, expect, it } from 'vitest';
import { PeriodDays } from '#desk/period-days.tsx';

/** Choosing days at the desk, as a browser reports them: each digit of a year is a day of its own. */

const Address = () => <output>{useLocation().search}</output>;
const open = (search: string) =>
  render(
    <MemoryRouter initialEntries={[`/desk${search}`]}>
      <PeriodDays />
      <Address />
      <Link to="/desk?from=2026-09-01&to=2026-09-30">September</Link>
    </MemoryRouter>,
  );
afterEach(cleanup);

const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const type = (label: string, value: string) => fireEvent.change(field(label), { target: { value } });
const address = () => screen.getByRole('status').textContent;
const before = '?from=2026-11-01&to=2026-11-22';

it.each(['From', 'To'])('a year is typed digit by digit in “%s”, and nothing else moves', (label) => {
  open(before);
  for (const year of ['0002', '0020', '0202']) {
    type(label, `${year}-11-10`);
    expect(field(label).value).toBe(`${year}-11-10`);
    expect(address()).toBe(before);
  }
  type(label, '2026-11-10');
  expect(address()).toBe(label === 'From' ? '?from=2026-11-10&to=2026-11-22' : '?from=2026-11-01&to=2026-11-10');
});

it('what makes no period is said when the field is left, and what was typed stays', () => {
  open(before);
  type('From', '0001-11-10');
  expect(screen.queryByText('Choose a day from the year 2000 on.')).toBeNull();
  fireEvent.blur(field('From'));
  expect(screen.getByText('Choose a day from the year 2000 on.')).toBeTruthy();
  type('From', '2016-11-10');
  fireEvent.blur(field('From'));
  expect(screen.getByText('Choose at most three years.')).toBeTruthy();
  expect([field('From').value, address()]).toEqual(['2016-11-10', before]);
});

it('a cleared field stays empty until a day is chosen; a first day after the last moves it along', () => {
  open(before);
  type('To', '');
  expect([field('To').value, address()]).toEqual(['', before]);
  type('To', '2026-11-20');
  type('From', '2026-11-25');
  expect(address()).toBe('?from=2026-11-25&to=2026-11-25');
});

it('another period of the address takes the place of what was typed', () => {
  open(before);
  type('From', '2026-11-10');
  type('From', '0001-11-10');
  fireEvent.click(screen.getByText('September'));
  expect([field('From').value, field('To').value]).toEqual(['2026-09-01', '2026-09-30']);
});
