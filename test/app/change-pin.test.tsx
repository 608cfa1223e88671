// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { ChangePin } from '#app/change-pin.tsx';
import { ChooseSecret } from '#app/choose-secret.tsx';
import { setApp } from '#app/state.ts';
import { openPerson } from '#db/person.ts';
import { openPhone } from '#test/features/phone-stand.tsx';

afterEach(cleanup);

test('a PIN that was changed to a passphrase is asked for as a passphrase the next time', async () => {
  await openPhone();
  const { profile } = openPerson();
  const locked = { id: profile.device, box: new Uint8Array(), recovery: new Uint8Array(), wrapping: null };
  setApp({
    enrolled: [
      { profile: { ...profile, secretKind: 'passphrase' }, locked: { ...locked, wrongPins: 0, notBefore: 0 } },
    ],
  });
  render(<ChangePin />);
  fireEvent.click(screen.getByRole('button', { name: 'Change PIN' }));
  const field = await screen.findByLabelText('Your passphrase until now');
  expect(field.getAttribute('inputmode')).toBe('text');
});

test('a laptop is spoken of as one, and offers a passphrase first; a phone a PIN', () => {
  const before = window.matchMedia;
  window.matchMedia = (media: string) => ({ ...before(media), matches: true });
  render(<ChooseSecret onChosen={async () => {}} />);
  expect(screen.getByRole('group', { name: 'How will you unlock this laptop?' })).toBeDefined();
  expect(screen.getByLabelText('The same again').getAttribute('inputmode')).toBe('text');
  cleanup();
  window.matchMedia = before;
  render(<ChooseSecret onChosen={async () => {}} />);
  expect(screen.getByRole('group', { name: 'How will you unlock this phone?' })).toBeDefined();
  expect(screen.getByLabelText('The same again').getAttribute('inputmode')).toBe('numeric');
});

test('where a new PIN cannot be saved, that is said, and it can be chosen again', async () => {
  const chosen: string[] = [];
  const onChosen = async ({ secret }: { secret: string }) => {
    chosen.push(secret);
    if (chosen.length === 1) throw new DOMException('no room', 'QuotaExceededError');
  };
  render(<ChooseSecret onChosen={onChosen} words="Save the PIN" />);
  for (const label of ['PIN', 'The same again']) {
    fireEvent.change(screen.getByLabelText(label), { target: { value: '482913' } });
  }
  fireEvent.click(screen.getByRole('button', { name: 'Save the PIN' }));
  expect(await screen.findByText('It could not be saved. Try again.')).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Save the PIN' }));
  await vi.waitFor(() => expect(chosen).toEqual(['482913', '482913']));
});
