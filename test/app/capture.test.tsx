// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { uuidv7 } from 'uuidv7';
import { afterEach, expect, test } from 'vitest';
import { Capture } from '#app/capture.tsx';
import { setApp } from '#app/state.ts';
import { openCapture } from '#db/capture.ts';
import { onThisPhone } from '#db/locked.ts';
import { dayOf, toInstant } from '#domain/time.ts';

/** Just count, on a phone that cannot be unlocked: what the badge will say is said here as well. */

afterEach(() => {
  cleanup();
  setApp({ enrolled: [] });
});

/** A locked phone on which a session is being counted. @returns its id */
async function counting(): Promise<string> {
  const device = uuidv7();
  const profile = {
    ...{ device, member: 'member-one', name: 'Dele A', programme: 'programme', programmeName: 'Stepping Out' },
    ...{ sendToken: '', serverKey: 'CQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=', secretKind: 'pin' as const },
  };
  setApp({ enrolled: [{ profile } as never] });
  const begun = await openCapture(profile);
  const now = Date.now();
  await begun.begin({
    ...{ session: uuidv7(), scope: 'partner/partner-one', site: 'windmill' },
    ...{ day: dayOf(now), startedAt: toInstant(now) },
  });
  begun.close();
  return device;
}

test('a name says what its badge will say, and one that is none is asked about at the field', async () => {
  const device = await counting();
  render(<Capture device={device} />);
  const field = await screen.findByLabelText('What are they called?');
  fireEvent.change(field, { target: { value: 'Year 8' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save and mark here' }));
  expect(await screen.findByText('Write what they are called.')).toBeTruthy();
  expect(await onThisPhone(device)).toBe(0);
  fireEvent.change(field, { target: { value: 'Smith, John' } });
  expect(screen.getByText('The badge says: John S')).toBeTruthy();
  await new Promise((resolve) => setTimeout(resolve, 700));
  fireEvent.click(screen.getByRole('button', { name: 'Save and mark here' }));
  await waitFor(async () => expect(await onThisPhone(device)).toBe(1));
  expect(screen.queryByText('Write what they are called.')).toBeNull();
  // What was counted and named is said as people, and ends where the session is finished.
  fireEvent.click(screen.getByRole('button', { name: '+1 10–12' }));
  fireEvent.click(screen.getByRole('button', { name: '+1 10–12' }));
  await waitFor(async () => expect(await onThisPhone(device)).toBe(3));
  await waitFor(() => expect(screen.getByText('here').textContent).toBe('3 here'));
  expect(screen.getByText('named').textContent).toBe('1 named');
  cleanup();
  render(<Capture device={device} />);
  await waitFor(() => expect(screen.getByText('here').textContent).toBe('3 here'));
  fireEvent.click(screen.getByRole('button', { name: 'Finish this session' }));
  // One tap does not end it: nobody can open it again on a locked phone.
  fireEvent.click(await screen.findByRole('button', { name: 'Go back to counting' }));
  expect(await onThisPhone(device)).toBe(3);
  fireEvent.click(screen.getByRole('button', { name: 'Finish this session' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Finish' }));
  await waitFor(async () => expect(await onThisPhone(device)).toBe(4));
  await waitFor(() => expect(screen.queryByText('here')).toBeNull());
});

test('a name and a count that are saved together both stand in the total', async () => {
  const device = await counting();
  render(<Capture device={device} />);
  fireEvent.change(await screen.findByLabelText('What are they called?'), { target: { value: 'Zaki R' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save and mark here' }));
  fireEvent.click(screen.getByRole('button', { name: '+1 10–12' }));
  fireEvent.click(screen.getByRole('button', { name: '+1 13–15' }));
  await waitFor(async () => expect(await onThisPhone(device)).toBe(3));
  await waitFor(() => expect(screen.getByText('here').textContent).toBe('3 here'));
  expect(screen.getByText('named').textContent).toBe('1 named');
});
