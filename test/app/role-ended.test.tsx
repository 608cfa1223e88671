// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, test } from 'vitest';
import { Readiness } from '#app/readiness.tsx';
import { setApp, useApp } from '#app/state.ts';
import { openPhone } from '#test/features/phone-stand.tsx';

afterEach(cleanup);

test('a leaver’s phone says that the role has ended, and not that it gets ready', async () => {
  await openPhone();
  const { progress } = useApp.getState();
  const draw = () =>
    render(
      <MemoryRouter>
        <Readiness />
      </MemoryRouter>,
    );
  draw();
  expect(await screen.findByText(/^Getting ready/)).toBeDefined();
  cleanup();
  setApp({ progress: { ...progress, answeredAt: Date.UTC(2026, 10, 22, 12) } });
  draw();
  expect(await screen.findByText(/^Your role here has ended/)).toBeDefined();
  expect(screen.queryByText(/^Getting ready/)).toBeNull();
});
