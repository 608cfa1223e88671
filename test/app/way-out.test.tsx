// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WayOut } from '#app/hand-over/way-out.tsx';
import { lock } from '#app/person.ts';
import { setApp, useApp } from '#app/state.ts';
import { enrolPerson } from '#db/enrol.ts';
import { beginHandOver } from '#db/hand-over.ts';
import { openPerson } from '#db/person.ts';
import { handedOverNow, phoneDatabase } from '#db/phone.ts';
import { enrolledHere, type Profile } from '#db/profile.ts';
import { deriveHere } from '#test/db/deriving.ts';

/** *Grown-ups*, on a phone of two workers. */

deriveHere();
// The address of the script that derives, which a page in a test cannot make out; our stand-in for a worker does not look at it.
vi.stubGlobal(
  'URL',
  class extends URL {
    constructor(url: string | URL, base?: string | URL) {
      super(url, base === undefined || URL.canParse(url, base) ? base : 'http://phone.test');
    }
  },
);
vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no signal')));
const profileOf = (name: string): Profile => ({
  device: uuidv7(),
  ...{ member: name, name, programme: 'programme', programmeName: 'Stepping Out', sendToken: '' },
  ...{ serverKey: Buffer.from(new Uint8Array(32).fill(9)).toString('base64'), secretKind: 'pin' },
});
const [dele, marta] = [profileOf('Dele A'), profileOf('Marta K')];
const id = uuidv7();

beforeEach(async () => {
  await phoneDatabase.profile.clear();
  await enrolPerson(dele, 'bf_dele', '482913');
  await enrolPerson(marta, 'bf_marta', '271828');
  await beginHandOver({ id, form: 'practice', device: dele.device, pack: { called: 'Ioana' }, returnTo: '/people/x' });
  setApp({
    enrolled: await enrolledHere(),
    phase: { name: 'handed over', id, form: 'practice', device: dele.device },
  });
});
afterEach(() => {
  cleanup();
  lock(false);
});

const type = (pin: string) => fireEvent.change(screen.getByLabelText('Your PIN'), { target: { value: pin } });

test('whoever handed it over is asked first, and a colleague takes it back by a PIN of their own', async () => {
  render(<WayOut id={id} device={dele.device} onBack={() => {}} onCount={() => {}} />);
  expect(screen.getByRole('radio', { name: 'Dele A', checked: true })).toBeTruthy();
  type('271828');
  expect(await screen.findByText('That is not it.')).toBeTruthy();
  fireEvent.click(screen.getByRole('radio', { name: 'Marta K' }));
  expect(screen.queryByText('That is not it.')).toBeNull();
  type('271828');
  await waitFor(() => expect(useApp.getState().phase.name).toBe('open'));
  expect(openPerson().profile.name).toBe('Marta K');
  expect(window.location.pathname).toBe('/');
  expect(await handedOverNow()).toBeUndefined();
});

test('a PIN that opens nothing any more leads to a code, or on to counting', async () => {
  await phoneDatabase.profile.update(dele.device, { wrapping: null });
  setApp({ enrolled: await enrolledHere() });
  const onCount = vi.fn();
  render(<WayOut id={id} device={dele.device} onBack={undefined} onCount={onCount} />);
  expect(screen.getByText('Please give the phone back')).toBeTruthy();
  expect(screen.getByText('This PIN no longer opens the phone')).toBeTruthy();
  expect(screen.queryByLabelText('Your PIN')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Just count' }));
  expect(onCount).toHaveBeenCalledOnce();
  expect(await handedOverNow()).toMatchObject({ id });
});
