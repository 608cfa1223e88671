// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { LockScreen } from '#app/lock-screen.tsx';
import { setApp, useApp } from '#app/state.ts';
import type { Enrolled } from '#db/profile.ts';

window.matchMedia = (query: string) =>
  ({
    matches: query === '(pointer: fine)',
    addEventListener() {},
    removeEventListener() {},
  }) as unknown as MediaQueryList; // what the pad asks of one

afterEach(cleanup);

const person = (name: string): Enrolled => ({
  profile: {
    ...{
      device: `phone-of-${name}`,
      member: name,
      name,
      programme: 'p',
      programmeName: 'Out',
      sendToken: '',
      serverKey: '',
    },
    secretKind: 'pin',
  },
  locked: {
    id: `phone-of-${name}`,
    ...{ box: new Uint8Array(), recovery: new Uint8Array(), wrongPins: 0, notBefore: 0 },
    wrapping: {
      version: 1,
      parts: ['pin'],
      kdf: { name: 'argon2id', memoryKiB: 8, passes: 1, salt: new Uint8Array(16) },
      box: new Uint8Array(),
    },
  },
});

function Screen() {
  const phase = useApp((state) => state.phase);
  return phase.name === 'locked' ? <LockScreen device={phase.device} /> : null;
}

function stand(names: readonly string[]) {
  setApp({ enrolled: names.map(person), phase: { name: 'locked', device: null } });
  render(<Screen />);
}

test.each([3, 6])('of %i people the chosen one alone stands over the pad, and another is a press away', async (n) => {
  const user = userEvent.setup();
  stand(['Dele', 'Marta', 'Tunde', 'Priya', 'Yemi', 'Ola'].slice(0, n));
  expect(screen.getAllByRole('radio')).toHaveLength(n);
  await user.click(screen.getByRole('radio', { name: 'Marta' }));
  expect(screen.getAllByRole('radio')).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: 'Another name on this phone' }));
  expect(screen.getAllByRole('radio')).toHaveLength(n);
});

test('with a keyboard the PIN is typed without a click', async () => {
  const user = userEvent.setup();
  stand(['Dele', 'Marta']);
  await user.click(screen.getByRole('radio', { name: 'Dele' }));
  await user.keyboard('2718');
  expect(screen.getByLabelText<HTMLInputElement>('Your PIN').value).toBe('2718');
});
