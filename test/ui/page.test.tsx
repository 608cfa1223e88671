// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { PhonePage } from '#ui/page.tsx';

afterEach(cleanup);

test('a page that is still being read says so to a screen reader, and shows nothing else', () => {
  const { rerender } = render(
    <PhonePage title="Finish" loading>
      <p>Everyone is off site</p>
    </PhonePage>,
  );
  expect(screen.getByRole('heading', { name: 'Finish' })).toBeTruthy();
  expect(screen.getByRole('status').textContent).toBe('Loading');
  expect(screen.getByRole('main').getAttribute('aria-busy')).toBe('true');
  expect(screen.queryByText('Everyone is off site')).toBeNull();
  rerender(
    <PhonePage title="Finish">
      <p>Everyone is off site</p>
    </PhonePage>,
  );
  expect(screen.queryByRole('status')).toBeNull();
  expect(screen.getByRole('main').getAttribute('aria-busy')).toBe('false');
  expect(screen.getByText('Everyone is off site')).toBeTruthy();
});
