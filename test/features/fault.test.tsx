// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { Fault } from '#app/fault.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

test('a screen that fails says so and can be opened again, instead of leaving an empty page', () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
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
