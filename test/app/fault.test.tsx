// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { BrowserRouter, Link, Route, Routes } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Fault } from '#app/fault.tsx';
import { useDrafted } from '#db/draft.ts';
import { setOpenPerson } from '#db/person.ts';
import { openPhone } from '#test/features/phone-stand.tsx';

beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  await openPhone();
});
afterEach(() => {
  cleanup();
  setOpenPerson(null);
  vi.restoreAllMocks();
});

test('a screen that fails says so and can be opened again, instead of leaving an empty page', () => {
  let broken = true;
  const Screen = () => {
    if (broken) throw new Error('a fault of ours');
    return <p>All is well</p>;
  };
  render(
    <Fault>
      <Screen />
    </Fault>,
  );
  expect(screen.getByText('This screen failed')).toBeDefined();
  broken = false;
  fireEvent.click(screen.getByRole('button', { name: 'Open it again' }));
  expect(screen.getByText('All is well')).toBeDefined();
});

test('Back leaves the error screen for the one before', async () => {
  const Broken = () => {
    throw new Error('a fault of ours');
  };
  window.history.replaceState({}, '', '/');
  render(
    <Fault>
      <BrowserRouter>
        <Routes>
          <Route path="/" element={<Link to="/broken">Where you were before</Link>} />
          <Route path="/broken" element={<Broken />} />
        </Routes>
      </BrowserRouter>
    </Fault>,
  );
  fireEvent.click(screen.getByRole('link', { name: 'Where you were before' }));
  expect(screen.getByText('This screen failed')).toBeDefined();
  window.history.back();
  expect(await screen.findByRole('link', { name: 'Where you were before' })).toBeDefined();
});

test('a form that fails on what was typed fails again from its draft, and can then be opened empty', async () => {
  const Screen = () => {
    const { fields, change } = useDrafted('plan', { day: '2026-11-26' });
    if (fields?.day === '') throw new Error('no such day');
    return (
      <button type="button" onClick={() => change({ day: '' })}>
        {fields?.day ?? 'Reading'}
      </button>
    );
  };
  render(
    <Fault>
      <Screen />
    </Fault>,
  );
  fireEvent.click(await screen.findByRole('button', { name: '2026-11-26' }));
  expect(screen.getByText('This screen failed')).toBeDefined();
  // Not at the first time: what was typed is worth another try.
  expect(screen.queryByRole('button', { name: /without what was typed/ })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Open it again' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Open it without what was typed' }));
  expect(await screen.findByRole('button', { name: '2026-11-26' })).toBeDefined();
});
